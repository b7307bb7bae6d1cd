import type { DocumentEntry } from '../../../shared/api/contract.ts'
import { withPlacesTagged } from '../../../shared/commands/tag-alike.ts'
import { parseTranscript } from '../../../shared/format/parse.ts'
import { textToSave } from '../../../shared/format/text-to-save.ts'
import { done, failed, type Result } from '../../../shared/model/result.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'
import { toDocument } from '../../../shared/schema/document.ts'
import { type Alike, alikeIn } from '../../../shared/search/alike.ts'
import { aloneWith } from '../../state/alone-with.ts'
import type { AppState } from '../../state/app-state.ts'
import type { Tagging } from './tagging.ts'

/** The same words in another document of the collection, as its file stands. One without a transcript has none: nothing is begun there. */
export async function alikeElsewhere(app: AppState, entry: DocumentEntry, { type, words }: Tagging): Promise<readonly Alike[]> {
  if (entry.transcript === null) return []
  const query = { words, matchCase: true, wholeWords: true, exact: true, where: 'all' } as const
  // the thread tells which are worth reading here
  const hits = await app.reader.ask<'search'>(entry, null, { kind: 'search', key: entry.id, query })
  if (!hits.ok || hits.value.length === 0) return []
  const read = await app.host.readTranscript({ document: entry.id })
  const parsed = read.ok && read.value.text !== null ? parseTranscript(read.value.text) : null
  return parsed?.ok ? alikeIn(toDocument(parsed.value), words, type, parsed.value.hands) : []
}

/**
 * Tags places of a document that is not open, through the same save as every other: against the version that was read, and only where nobody
 * has it open and no unsaved work of it is kept. Where a place is not there any more, nothing is written and it is said.
 */
export async function tagElsewhere(
  app: AppState,
  entry: DocumentEntry,
  tagging: Tagging,
  places: readonly Alike[],
): Promise<Result<null, string>> {
  const who = app.editor.get() ?? ''
  return aloneWith(
    app,
    entry,
    (why) => why,
    async () => {
      const kept = await app.host.readJournals({ document: entry.id })
      if (kept.ok && kept.value.journals.length > 0)
        return failed('unsaved', 'work on it that was not saved waits for a decision')
      const read = await app.host.readTranscript({ document: entry.id })
      if (!read.ok) return read
      const { text, revision, readOnly } = read.value
      if (readOnly !== null || text === null) return failed('read-only', readOnly ?? 'it has no transcript any more')
      const parsed = parseTranscript(text)
      if (!parsed.ok) return parsed
      const now = new Set(
        alikeIn(toDocument(parsed.value), tagging.words, tagging.type, parsed.value.hands).map(({ from, to }) => `${from} ${to}`),
      )
      if (places.some(({ from, to }) => !now.has(`${from} ${to}`))) return failed('changed', 'it was changed meanwhile')
      const tagged = withPlacesTagged(parsed.value, app.newId, places, tagging.type, tagging.entry?.id ?? null)
      const saved = textToSave(withEntry(tagged, tagging.entry, { when: new Date().toISOString(), who: who || 'not stated' }))
      if (!saved.ok) return saved
      const originals = parsed.value.originals.map(({ name }) => name)
      const written = await app.host.writeTranscript({
        document: entry.id,
        text: saved.value,
        base: revision,
        originals,
        manual: true,
      })
      return written.ok ? done(null) : written
    },
  )
}

/** The entry that is named stands in the file too, and that it was changed. */
function withEntry(
  transcript: Transcript,
  entry: Tagging['entry'],
  { when, who }: { readonly when: string; readonly who: string },
): Transcript {
  const status = transcript.status === 'untouched' ? 'in-progress' : transcript.status
  const revisions = [...transcript.revisions, { when, who, what: 'tagged alike' }]
  const whole = { ...transcript, status, revisions }
  if (entry === null) return whole
  const others = (one: { readonly id: string }) => one.id !== entry.id
  return 'offices' in entry
    ? { ...whole, people: [...whole.people.filter(others), entry] }
    : { ...whole, names: [...whole.names.filter(others), entry] }
}
