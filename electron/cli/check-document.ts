import type { Collection, DocumentEntry } from '../../shared/api/contract.ts'
import { differences } from '../../shared/compare/compare.ts'
import { checkCoverage } from '../../shared/compare/coverage.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { decode } from '../../shared/import/decode.ts'
import { isEncoding } from '../../shared/import/encodings.ts'
import { toldOfForbidden } from '../../shared/import/forbidden-signs.ts'
import { endingsRead } from '../../shared/import/importers.ts'
import { isSignedOffUnread } from '../../shared/metrics/measure.ts'
import { UNREAD } from '../../shared/metrics/tell-measure.ts'
import type { Original, Transcript } from '../../shared/model/transcript.ts'
import { collationInWords, isCollated, statusInWords } from '../../shared/vocabulary/collation.ts'
import { STATUSES, type Status } from '../../shared/vocabulary/page.ts'
import { decoder } from '../host/decoder.ts'
import type { FolderHost } from '../host/folder-host.ts'
import { readTranscript } from './read-transcript.ts'

/** What was found in one file. */
export interface Finding {
  readonly file: string
  readonly errors: readonly string[]
  readonly warnings: readonly string[]
  /** For the printed report: status or what there is, and the hash of the original. */
  readonly state?: string
  readonly sha256?: string
  /** It stands in the folder and was not looked into. */
  readonly unread?: true
}

/**
 * Checks one document: names and links, format and schema of its transcript, pointers, coverage, and each original against its hash and
 * against the text that the transcript keeps of it. Nothing is written.
 */
export async function checkDocument(host: FolderHost, entry: DocumentEntry): Promise<Finding> {
  const errors: string[] = entry.blocked === null ? [] : [entry.blocked]
  const warnings = entry.copies.map((copy) => `A conflict copy stands beside it: ${copy}. Look into both, then remove one.`)
  const found = { file: entry.original, errors, warnings }
  const own = entry.missing ? null : await host.readOriginal({ document: entry.id, name: entry.original })
  const facts = own?.ok ? { sha256: own.value.sha256 } : {}
  const read = await readTranscript(host, entry)
  if (!read.ok) {
    if (read.fault.tag === 'none') {
      const why = entry.blocked === null ? whyNotOpened(entry, own) : null
      if (why !== null) errors.push(why)
      return { ...found, ...facts, state: why === null ? 'no transcript yet' : 'it cannot be opened' }
    }
    errors.push(...(read.fault.problems ?? [read.fault.sentence]))
    return { ...found, ...facts, state: 'the transcript cannot be opened' }
  }
  const { transcript, text } = read.value
  errors.push(...checkCoverage(transcript).map(({ sentence }) => sentence))
  for (const original of transcript.originals) errors.push(...(await checkOriginal(host, entry, original)))
  warnings.push(...warningsOf(transcript, text))
  const { status, pages } = transcript
  // of what nobody has worked on, nobody expects it
  return { ...found, ...facts, state: status === 'untouched' ? status : statusInWords(status, pages) }
}

/** Why a machine transcript without a transcript could not be opened for work, or null where it could. */
function whyNotOpened({ original }: DocumentEntry, own: Awaited<ReturnType<FolderHost['readOriginal']>> | null): string | null {
  if (own === null) return null
  if (!own.ok) return own.fault.sentence
  const decoded = decode(Buffer.from(own.value.base64, 'base64'), decoder)
  return decoded.ok ? null : `${original}: ${decoded.fault.sentence}`
}

/** What stands in the folder and is not read: named, so that nobody takes it for sound. */
export function unreadFindings({ unread }: Collection): readonly Finding[] {
  const { count, first } = unread ?? { count: 0, first: [] }
  const named = first.map(({ name, isFolder }): Finding => {
    const what = isFolder
      ? 'It is a folder, and nothing in it was looked into; check it by itself.'
      : `It was not looked into: Scholion reads text files (${endingsRead(', ')}) and their transcripts.`
    return { file: name, errors: [], warnings: [what], unread: true }
  })
  const more = count - first.length
  return more > 0
    ? [...named, { file: `${more} more`, errors: [], warnings: ['They were not looked into either.'], unread: true }]
    : named
}

async function checkOriginal(host: FolderHost, entry: DocumentEntry, original: Original): Promise<readonly string[]> {
  const read = await host.readOriginal({ document: entry.id, name: original.name })
  if (!read.ok) return [`${original.name} cannot be read: ${read.fault.sentence} The transcript keeps its text.`]
  if (read.value.sha256 !== original.sha256) {
    return [
      `${original.name} is not the file that the transcript was made from: its sha256 is ${read.value.sha256}, and the transcript names ${original.sha256}. The transcript keeps the text it was made from; bring the old file back, or import the new one apart.`,
    ]
  }
  if (!isEncoding(original.encoding)) return []
  const decoded = decode(Buffer.from(read.value.base64, 'base64'), decoder, original.encoding)
  const same = decoded.ok && decoded.value.text === original.text
  return same
    ? []
    : [
        `The text that the transcript keeps of ${original.name} is not the text of that file: the transcript was changed by another program.`,
      ]
}

/** The steps of the work that come after a collation. */
const CLAIMS_COLLATION: ReadonlySet<string> = new Set<Status>(['collated', 'second-read', 'approved', 'frozen'])

function warningsOf(transcript: Transcript, text: string): readonly string[] {
  const warnings: string[] = []
  if (transcript.tray.length > 0) {
    const what = transcript.tray.length === 1 ? 'One annotation has' : `${transcript.tray.length} annotations have`
    warnings.push(
      `${what} lost the words it stood on, and waits in the tray of lost anchors.`.replace(
        'have lost the words it stood on, and waits',
        'have lost the words they stood on, and wait',
      ),
    )
  }
  for (const { name, text: words } of transcript.originals) {
    const forbidden = toldOfForbidden(words)
    if (forbidden !== '') warnings.push(`${name}: ${forbidden}`)
  }
  const { status, pages } = transcript
  if (CLAIMS_COLLATION.has(status) && !isCollated(pages))
    warnings.push(
      `Its status is “${STATUSES[status as Status]}”, and this is not recorded of every page: ${collationInWords(pages)}.`,
    )
  if (transcript.originals.length === 0) warnings.push('It names no original.')
  if (isSignedOffUnread(transcript, differences(transcript))) warnings.push(UNREAD)
  if (serialise(transcript) !== text)
    warnings.push('It was not written by this Scholion, or by another program since; the next save will lay it out anew.')
  return warnings
}
