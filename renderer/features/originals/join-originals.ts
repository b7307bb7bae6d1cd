import type { DocumentEntry } from '../../../shared/api/contract.ts'
import { canonicalTranscript } from '../../../shared/format/canonical.ts'
import { textToSave } from '../../../shared/format/text-to-save.ts'
import type { TakenOut } from '../../../shared/merge/take-original-out.ts'
import { done, failed, type Result } from '../../../shared/model/result.ts'
import { aloneWith } from '../../state/alone-with.ts'
import type { AppState } from '../../state/app-state.ts'
import { type LoadedDocument, loadDocument } from '../../state/load-document.ts'
import type { OpenDocument } from '../../state/open-document.ts'

/**
 * The pages of another document come after those of the open one. Nothing is written by this: the open document is saved as after every change,
 * and the other's own transcript stays as it stands.
 */
export async function joinDocument(app: AppState, opened: OpenDocument, entry: DocumentEntry): Promise<void> {
  const read = await aloneWith(app, entry, refusing(entry), () => readToJoin(app, entry))
  if (!read.ok) return app.notify('failed', read.fault.sentence)
  if (app.opened.get() !== opened) return
  const before = opened.status
  const fault = opened.join(read.value.transcript, read.value.revision)
  if (fault !== null) return app.notify('failed', fault)
  const { length } = read.value.transcript.pages
  const kept = entry.transcript === null ? '' : ' Its own transcript is kept beside it as it stands.'
  const status =
    opened.status === before ? '' : ' How far the work has come is stated anew, as of the pages that have come least far.'
  app.notify(
    'said',
    `${entry.original} is joined: its ${length === 1 ? 'page comes' : `${length} pages come`} after the last one here.${kept}${status} Undo takes it back. ${read.value.notices.join(' ')}`.trim(),
  )
  opened.view?.focus()
}

const refusing = (entry: DocumentEntry) => (why: string) =>
  `Nothing was changed, because of ${entry.original}: ${why}. It must be closed there first.`

async function readToJoin(app: AppState, entry: DocumentEntry): Promise<Result<LoadedDocument>> {
  const loaded = await loadDocument(app.host, entry, app.newId)
  if (!loaded.ok) return loaded
  if (loaded.value.standIn !== null)
    return failed('unreadable', `${loaded.value.readOnly} Nothing was joined; open ${entry.original} and mend it first.`)
  if (loaded.value.recovery.length > 0)
    return failed(
      'unsaved',
      `Work on ${entry.original} that was not saved waits for a decision. Nothing was joined; open it and decide first.`,
    )
  return loaded
}

/** As often as somebody may go on typing while the other transcript is written. */
const MOST_TRIES = 5

/**
 * An original has its own transcript again. That is written first, and only then do its words leave the open document: whatever happens between
 * the two, they stand in two places rather than in none.
 */
export async function takeOut(app: AppState, opened: OpenDocument, name: string): Promise<void> {
  await app.refresh()
  const { documents = [], joined = [] } = app.collection.get() ?? {}
  const entry = [...joined, ...documents].find(({ original }) => original === name)
  if (!entry)
    return app.notify(
      'failed',
      `${name} is not in the folder, so its transcript cannot stand beside it. Nothing was changed; bring it back first.`,
    )
  const out = await aloneWith(app, entry, refusing(entry), () => writeTaken(app, opened, entry))
  if (!out.ok) return app.notify('failed', out.fault.sentence)
  opened.parted(out.value.parted)
  await opened.saver.save()
  await app.refresh()
  app.notify('said', `${name} has its own transcript again, with what was done in its pages.${out.value.kept}`)
  opened.view?.focus()
}

/** What was written, and what to tell of the file that it took the place of. */
interface WrittenOut {
  readonly parted: TakenOut
  readonly kept: string
}

async function writeTaken(app: AppState, opened: OpenDocument, entry: DocumentEntry): Promise<Result<WrittenOut>> {
  let base = entry.transcript?.revision ?? null
  const known = opened.originals.find(({ name }) => name === entry.original)?.joined?.revision ?? null
  let kept = ''
  if (base !== null && base !== known) {
    // somebody went on in its own transcript meanwhile: that is kept where everybody finds it
    const version = await app.host.keepVersion({ document: entry.id, revision: base, label: 'before it was taken out' })
    if (!version.ok) return failed(version.fault.tag, `${version.fault.sentence} ${entry.original} was not taken out.`)
    kept = ` Its own transcript had been changed since it was joined: that version is kept as ${version.value.name}.`
  }
  let written: string | null = null
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (app.opened.get() !== opened) break
    const out = opened.takeOut(entry.original)
    if (!out.ok) return out
    // what is written is what stands here at this moment, or it is written again
    const says = canonicalTranscript(out.value.taken)
    if (says === written) return done({ parted: out.value, kept })
    const { status, revisions } = out.value.taken
    const who = app.editor.get() ?? 'not stated'
    const revision = { when: new Date().toISOString(), who, what: `taken out of ${opened.loaded.entry.original}` }
    const text = textToSave({
      ...out.value.taken,
      status: status === 'untouched' ? 'in-progress' : status,
      revisions: [...revisions, revision],
    })
    if (!text.ok) return text
    const answer = await app.host.writeTranscript({
      document: entry.id,
      text: text.value,
      base,
      originals: [entry.original],
      manual: true,
    })
    if (!answer.ok) return failed(answer.fault.tag, `${answer.fault.sentence} ${entry.original} was not taken out.`)
    base = answer.value.revision
    written = says
  }
  return failed('busy', `The text was changed while ${entry.original} was taken out, so it stays where it is. Try again.`)
}
