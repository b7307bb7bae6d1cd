import { importerFor } from '../import/importers.ts'
import { twinKey, utf8Bytes, whyNotMade } from '../model/bare-name.ts'

export const TRANSCRIPT_ENDING = '.tei.json'
export const REGISTERS = 'collection.json'

/** Bytes that a file name may take, and how many of an original's name are kept where it is too long. */
const MOST_BYTES = 255
const KEPT_BYTES = 120

/**
 * What the names of our files beside an original begin with: its full name, so that `letter.txt` and `letter.md` never meet. Where no
 * file name would hold that with `.tei.json` after it: its beginning and the name's own number, `A very long na~1f2e3d4c`.
 */
export function stemOf(original: string): string {
  if (utf8Bytes(`${original}${TRANSCRIPT_ENDING}`) <= MOST_BYTES) return original
  let kept = ''
  for (const sign of original) {
    if (utf8Bytes(kept + sign) > KEPT_BYTES) break
    kept += sign
  }
  return `${kept.trimEnd()}~${numberOf(original)}`
}

// FNV-1a, 32 bits: no secret, only so that two long names that begin alike differ. What a transcript is of stands in the transcript.
function numberOf(name: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/**
 * What the names of editions begin with: as beside the original, where every disk can hold that. A name that Windows keeps for a device, or that
 * holds signs its shares cannot hold, is mended, and has the name's own number: `What_.txt~1f2e3d4c`.
 */
export function editionStemOf(original: string): string {
  const stem = stemOf(original)
  // an edition ends in something of its own
  if (whyNotMade(`${stem}.x`) === null) return stem
  const mended = stem.replace(/[<>:"|?*]/g, '_')
  return `${whyNotMade(`${mended}.x`) === null ? mended : `_${mended}`}~${numberOf(original)}`
}

/** The transcript stands beside its original. */
export function transcriptNameOf(original: string): string {
  return `${stemOf(original)}${TRANSCRIPT_ENDING}`
}

/** Why a transcript does not bear the full name of its original, for the person; null where it does. */
export function whyShortName(original: string): string | null {
  if (stemOf(original) === original) return null
  return `The name of this machine transcript is so long that no file name could hold it with ${TRANSCRIPT_ENDING} after it, so its transcript is called ${transcriptNameOf(original)}. It says inside which machine transcript it belongs to. Everything else is as always.`
}

/** What to know of an original whose name not every disk can hold, for the person; null where there is nothing. It is worked on all the same. */
export function whyNotEverywhere(original: string): string | null {
  const why = whyNotMade(original)
  if (why === null) return null
  return `The name of this machine transcript ${why}. It can be worked on here, and editions bear a name that every disk can hold; rename it outside Scholion before you begin if this folder is ever to stand on another system.`
}

/** Whether a file is ours to write, or a list that came with the collection: never an original, never the name of an edition. */
export function isKeptName(name: string): boolean {
  const key = twinKey(name)
  return key.endsWith(TRANSCRIPT_ENDING) || key === REGISTERS || key === 'manifest.json'
}

/** Whether a file of this name is a machine transcript that can be opened: one that an importer reads. */
export function isOriginalName(name: string): boolean {
  return importerFor(name) !== null && !/^[.~]/.test(name) && !/^readme\b/i.test(name) && !isKeptName(name)
}

/** What systems and we ourselves put into a folder beside its letters: nobody waits for it to be read. */
const OURS_OR_THE_SYSTEMS = /^(?:[.~].*|readme\b.*|editions|thumbs\.db|desktop\.ini)$/i

/** Whether a file or folder of this name is neither a machine transcript nor anything that goes with one: it is not read, which is said. */
export function isUnread(name: string): boolean {
  return !isOriginalName(name) && !isKeptName(name) && damagedOf(name) === null && !OURS_OR_THE_SYSTEMS.test(name)
}

// Signs that a file name cannot hold become blanks.
function told(words: string): string {
  const plain = words
    .replace(/[^\p{L}\p{M}\p{N} .,'-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return Array.from(plain).slice(0, 40).join('').trim()
}

const counted = (nth: number) => (nth > 1 ? ` ${nth}` : '')

/** `letter.txt (conflict NAME DATE).tei.json`; `nth` counts from 1 and shows from 2 on. */
export function conflictCopyName(original: string, who: string, day: string, nth: number): string {
  return `${stemOf(original)} (conflict ${told(who) || 'not named'} ${day}${counted(nth)})${TRANSCRIPT_ENDING}`
}

const KEPT_VERSION = /^(.+) \(version (\d{4}-\d\d-\d\d)(?: ([^()]*))?\)\.tei\.json$/

/** `letter.txt (version DATE LABEL).tei.json`: a version that is kept for good. `nth` as above. */
export function keptVersionName(original: string, label: string, day: string, nth: number): string {
  const words = told(label)
  return `${stemOf(original)} (version ${day}${words === '' ? '' : ` ${words}`}${counted(nth)})${TRANSCRIPT_ENDING}`
}

/** What the name of a version that is kept for good tells, or null for any other name. `day`: YYYY-MM-DD. */
export function keptVersionOf(
  name: string,
): { readonly transcript: string; readonly day: string; readonly label: string } | null {
  const parts = KEPT_VERSION.exec(name)
  if (!parts?.[1] || !parts[2]) return null
  return { transcript: `${parts[1]}${TRANSCRIPT_ENDING}`, day: parts[2], label: parts[3] ?? '' }
}

/** `letter.txt.tei.json.damaged-DATE-HASH`: what nobody could read is kept so before something takes its place. `hash`: at least 8 signs. */
export function damagedName(transcript: string, day: string, hash: string): string {
  return `${transcript}.damaged-${day}-${hash.slice(0, 8)}`
}

/** The transcript that a damaged file was, or null for any other name. */
export function damagedOf(name: string): string | null {
  return /^(.+\.tei\.json)\.damaged-\d{4}-\d\d-\d\d-[0-9a-f]{8}$/.exec(name)?.[1] ?? null
}

/**
 * The name of the file that `name` is a conflict copy of, or `null`: our own form, and those of common sync programs
 * (`a (NAME's conflicted copy DATE).txt`, `a.sync-conflict-DATE-TIME-ID.txt`), for originals and transcripts alike.
 */
export function conflictCopyOf(name: string): string | null {
  if (keptVersionOf(name) !== null) return null
  const own = /^(.+) \([^()]*conflict[^()]*\)(\.tei\.json)$/i.exec(name)
  if (own) return `${own[1]}${own[2]}`
  const other = /^(.+?)(?: \([^()]*conflict[^()]*\)|\.sync-conflict-[^.]+)(\.[^.]+)$/i.exec(name)
  return other ? `${other[1]}${other[2]}` : null
}
