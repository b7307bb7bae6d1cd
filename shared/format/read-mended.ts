import { UNKNOWN, UNKNOWN_MANUSCRIPT } from '../model/hand.ts'
import type { NewId } from '../model/ids.ts'
import type { Transcript } from '../model/transcript.ts'
import { fromDocument, toDocument } from '../schema/document.ts'
import { madeSound } from '../state/soundness.ts'
import { isSafeId, Problems } from './fields.ts'
import { transcriptFromFile } from './from-file.ts'
import { checkVersion, type Parsed, parseTranscript, readTree } from './parse.ts'
import { checkReferences } from './references.ts'
import { serialise } from './serialise.ts'
import { FORMAT, VERSION } from './version.ts'

/** A transcript that was put right, and what was wrong with it, each in words. */
export interface Mended {
  readonly transcript: Transcript
  readonly problems: readonly string[]
}

/**
 * The transcript of a text that `parseTranscript` refuses because ids or references in it are wrong, put right as the editor puts right what
 * is typed: every word stays, ids are made new, what leads nowhere states nothing. For unsaved work alone, which has no other copy. Null where
 * the text is not a transcript of this version, or could not be put right.
 */
export function readMended(text: string, newId: NewId): Mended | null {
  const read = readTree(text, 'transcript')
  if (!read.ok || read.value.format !== FORMAT || checkVersion(read.value, VERSION) !== VERSION) return null
  const problems = new Problems()
  const tree = JSON.parse(JSON.stringify(read.value), withoutBadIds)
  const broken = transcriptFromFile(tree, problems)
  if (broken.pages.length === 0) return null
  checkReferences(broken, problems)
  const known = new Set([...broken.hands, ...broken.people, ...broken.names, UNKNOWN, UNKNOWN_MANUSCRIPT].map(({ id }) => id))
  const doc = madeSound(toDocument(broken), newId, (_, id) => known.has(id))
  const mended = { ...broken, ...fromDocument(doc) }
  const back = parseTranscript(serialise(mended))
  const whole = back.ok && lettersIn(back.value) === lettersIn(read.value as unknown as Transcript)
  return back.ok && whole ? { transcript: back.value, problems: problems.list } : null
}

/** Words that lie in an annotation without an id lie in none; the words stay. */
function withoutBadIds(key: string, value: unknown): unknown {
  return key === 'in' && Array.isArray(value) ? value.filter(isSafeId) : value
}

/** How many letters pages and notes hold, as a file or a transcript has them, in whatever runs. */
function lettersIn({ pages }: Pick<Transcript, 'pages'>): number {
  let count = 0
  for (const page of pages)
    for (const holder of [...page.content, ...(page.margin ?? [])])
      for (const run of ('content' in holder ? holder.content : []) as readonly unknown[])
        count += typeof run === 'string' ? run.length : ((run as { readonly text?: string }).text?.length ?? 0)
  return count
}

/** Unsaved work as it was kept, put right where its ids or references are wrong; `mended` says in words what was, and is empty where nothing was. */
export function readKept(text: string, newId: NewId): Parsed<Transcript> & { readonly mended: readonly string[] } {
  const parsed = parseTranscript(text)
  const mended = parsed.ok ? null : readMended(text, newId)
  return mended ? { ok: true, value: mended.transcript, mended: mended.problems } : { ...parsed, mended: [] }
}
