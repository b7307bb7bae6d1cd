import type { DocumentEntry } from '../../../shared/api/contract.ts'
import { canonicalTranscript } from '../../../shared/format/canonical.ts'
import { textToSave } from '../../../shared/format/text-to-save.ts'
import type { TakenOut } from '../../../shared/merge/take-original-out.ts'
import { done, failed, type Result } from '../../../shared/model/result.ts'
import { aloneWith } from '../../state/alone-with.ts'
import type { Workbench } from '../../state/app-state.ts'
import type { Desk } from '../../state/open-document.ts'
import { type Opened, openDocument } from '../../state/read-document.ts'

/**
 * The pages of another document come after those of the open one. Nothing is written by this: the open document is saved as after every change,
 * and the other's own transcript stays as it stands.
 */
export async function joinDocument(bench: Workbench, desk: Desk, entry: DocumentEntry): Promise<void> {
  const read = await aloneWith(bench, entry, refusing(entry), () => readToJoin(bench, entry))
  if (!read.ok) return bench.tell('failed', read.fault.sentence)
  if (bench.desk.get() !== desk) return
  const before = desk.status
  const fault = desk.join(read.value.transcript, read.value.revision)
  if (fault !== null) return bench.tell('failed', fault)
  const { length } = read.value.transcript.pages
  const kept = entry.transcript === null ? '' : ' Its own transcript is kept beside it as it stands.'
  const status =
    desk.status === before ? '' : ' How far the work has come is stated anew, as of the pages that have come least far.'
  bench.tell(
    'said',
    `${entry.original} is joined: its ${length === 1 ? 'page comes' : `${length} pages come`} after the last one here.${kept}${status} Undo takes it back. ${read.value.notices.join(' ')}`.trim(),
  )
  desk.view?.focus()
}

const refusing = (entry: DocumentEntry) => (why: string) =>
  `Nothing was changed, because of ${entry.original}: ${why}. It must be closed there first.`

async function readToJoin(bench: Workbench, entry: DocumentEntry): Promise<Result<Opened>> {
  const opened = await openDocument(bench.host, entry, bench.newId)
  if (!opened.ok) return opened
  if (opened.value.standIn !== null)
    return failed('unreadable', `${opened.value.readOnly} Nothing was joined; open ${entry.original} and mend it first.`)
  if (opened.value.recovery.length > 0)
    return failed(
      'unsaved',
      `Work on ${entry.original} that was not saved waits for a decision. Nothing was joined; open it and decide first.`,
    )
  return opened
}

/** As often as somebody may go on typing while the other transcript is written. */
const MOST_TRIES = 5

/**
 * An original has its own transcript again. That is written first, and only then do its words leave the open document: whatever happens between
 * the two, they stand in two places rather than in none.
 */
export async function takeOut(bench: Workbench, desk: Desk, name: string): Promise<void> {
  await bench.refresh()
  const { documents = [], joined = [] } = bench.collection.get() ?? {}
  const entry = [...joined, ...documents].find(({ original }) => original === name)
  if (!entry)
    return bench.tell(
      'failed',
      `${name} is not in the folder, so its transcript cannot stand beside it. Nothing was changed; bring it back first.`,
    )
  const out = await aloneWith(bench, entry, refusing(entry), () => writeTaken(bench, desk, entry))
  if (!out.ok) return bench.tell('failed', out.fault.sentence)
  desk.parted(out.value.parted)
  await desk.keeper.save()
  await bench.refresh()
  bench.tell('said', `${name} has its own transcript again, with what was done in its pages.${out.value.kept}`)
  desk.view?.focus()
}

/** What was written, and what to tell of the file that it took the place of. */
interface WrittenOut {
  readonly parted: TakenOut
  readonly kept: string
}

async function writeTaken(bench: Workbench, desk: Desk, entry: DocumentEntry): Promise<Result<WrittenOut>> {
  let base = entry.transcript?.revision ?? null
  const known = desk.originals.find(({ name }) => name === entry.original)?.joined?.revision ?? null
  let kept = ''
  if (base !== null && base !== known) {
    // somebody went on in its own transcript meanwhile: that is kept where everybody finds it
    const version = await bench.host.keepVersion({ document: entry.id, revision: base, label: 'before it was taken out' })
    if (!version.ok) return failed(version.fault.tag, `${version.fault.sentence} ${entry.original} was not taken out.`)
    kept = ` Its own transcript had been changed since it was joined: that version is kept as ${version.value.name}.`
  }
  let written: string | null = null
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    if (bench.desk.get() !== desk) break
    const out = desk.takeOut(entry.original)
    if (!out.ok) return out
    // what is written is what stands here at this moment, or it is written again
    const says = canonicalTranscript(out.value.taken)
    if (says === written) return done({ parted: out.value, kept })
    const { status, revisions } = out.value.taken
    const who = bench.editor.get() ?? 'not stated'
    const revision = { when: new Date().toISOString(), who, what: `taken out of ${desk.opened.entry.original}` }
    const text = textToSave({
      ...out.value.taken,
      status: status === 'untouched' ? 'in-progress' : status,
      revisions: [...revisions, revision],
    })
    if (!text.ok) return text
    const answer = await bench.host.writeTranscript({
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
