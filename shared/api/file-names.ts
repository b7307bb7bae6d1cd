import { twinKey } from './bare-name.ts'

export const TRANSCRIPT_ENDING = '.tei.json'
export const REGISTERS = 'collection.json'

/** The transcript stands beside its original and keeps the full name, so that `letter.txt` and `letter.md` never meet. */
export function transcriptNameOf(original: string): string {
  return `${original}${TRANSCRIPT_ENDING}`
}

/** Whether a file is ours to write, or a list that came with the collection: never an original, never the name of an edition. */
export function isKeptName(name: string): boolean {
  const key = twinKey(name)
  return key.endsWith(TRANSCRIPT_ENDING) || key === REGISTERS || key === 'manifest.json'
}

/** Whether a file of this name is a machine transcript that can be opened (for now: plain text and Markdown). */
export function isOriginalName(name: string): boolean {
  return /\.(txt|md)$/i.test(name) && !/^[.~]/.test(name) && !/^readme\b/i.test(name) && !isKeptName(name)
}

/** `letter.txt (conflict NAME DATE).tei.json`; `nth` counts from 1 and shows from 2 on. Signs that a file name cannot hold become blanks. */
export function conflictCopyName(original: string, who: string, day: string, nth: number): string {
  const name = who
    .replace(/[^\p{L}\p{M}\p{N} .,'-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const told = Array.from(name === '' ? 'not named' : name)
    .slice(0, 40)
    .join('')
  return `${original} (conflict ${told} ${day}${nth > 1 ? ` ${nth}` : ''})${TRANSCRIPT_ENDING}`
}

/**
 * The name of the file that `name` is a conflict copy of, or `null`: our own form, and those of common sync programs
 * (`a (NAME's conflicted copy DATE).txt`, `a.sync-conflict-DATE-TIME-ID.txt`), for originals and transcripts alike.
 */
export function conflictCopyOf(name: string): string | null {
  const own = /^(.+) \([^()]*conflict[^()]*\)(\.tei\.json)$/i.exec(name)
  if (own) return `${own[1]}${own[2]}`
  const other = /^(.+?)(?: \([^()]*conflict[^()]*\)|\.sync-conflict-[^.]+)(\.[^.]+)$/i.exec(name)
  return other ? `${other[1]}${other[2]}` : null
}
