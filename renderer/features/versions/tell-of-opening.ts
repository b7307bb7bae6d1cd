import type { KeptJournal } from '../../../shared/api/contract.ts'
import { parseTranscript } from '../../../shared/format/parse.ts'
import type { Bench } from '../../state/bench.ts'
import type { Desk } from '../../state/open-document.ts'
import type { ChangedOriginal, ImportChoice } from '../../state/read-document.ts'
import { numbered } from '../../ui/choice.ts'

/** Says what is to be known of a document that was just opened, and offers what can be chosen. Unsaved work has a bar of its own. */
export function tellOfOpening(bench: Bench, desk: Desk, choice: ImportChoice, elsewhere: boolean): void {
  const { entry, notices, readOnly, revision, standIn, recovery, changed } = desk.opened
  const [left] = recovery
  const again = { label: elsewhere ? 'Work here instead' : 'Open it again', run: () => void bench.open(entry) }
  if (standIn === 'damaged' && bench.readOnlyHost.get() === null)
    bench.tell('failed', readOnly ?? '', [
      { label: 'Earlier versions …', run: () => void offerEarlier(bench, desk) },
      ...(left
        ? [{ label: 'Bring the unsaved work back', run: () => takeUp(bench, desk, left.record.text, 'The unsaved work', left) }]
        : []),
      { label: 'Begin again from the machine transcript', run: () => beginAgain(bench, desk) },
    ])
  else if (elsewhere) bench.tell('warning', `${readOnly} Close it there to work here.`, [again])
  else if (readOnly) {
    const kept = left ? ' Work on it that was not saved is kept, and offered once the document can be written.' : ''
    if (readOnly !== bench.readOnlyHost.get() || kept) bench.tell('warning', readOnly + kept)
  } else if (notices.length > 0 && revision !== null) {
    const look = changed.map((one) => ({ label: 'Look at what differs', run: () => lookAtOriginal(bench, one) }))
    bench.tell(
      'warning',
      notices.join(' '),
      look.length > 0 ? [...look, { label: 'Noted', run: () => bench.notice.set(null) }] : [],
    )
  } else if (revision === null && notices.length > 0) offerImportChoices(bench, desk, notices.join(' '), choice)
}

function lookAtOriginal(bench: Bench, { name, was, now }: ChangedOriginal): void {
  bench.comparing.set({
    title: `The machine transcript ${name}, then and now`,
    mine: { label: 'As this transcript was made from it', transcript: was },
    theirs: { label: 'As it is in the folder now', transcript: now },
    ways: [],
  })
}

/** How a machine transcript was read is shown, and can be changed while nothing was done in it. */
function offerImportChoices(bench: Bench, desk: Desk, why: string, choice: ImportChoice): void {
  const again = (other: ImportChoice) => () => void bench.open(desk.opened.entry, { ...choice, ...other })
  const utf8 = desk.opened.transcript.originals[0]?.encoding === 'utf-8'
  const lines = choice.blocks === 'line'
  bench.tell('said', `${why} ${lines ? 'Each line is a block.' : 'Blank lines part the blocks.'}`, [
    { label: utf8 ? 'Read as Windows-1252' : 'Read as UTF-8', run: again({ encoding: utf8 ? 'windows-1252' : 'utf-8' }) },
    {
      label: lines ? 'Blank lines part the blocks' : 'Each line a block',
      run: again({ blocks: lines ? 'blank-line' : 'line' }),
    },
    { label: 'Good', run: () => bench.notice.set(null) },
  ])
  const told = bench.notice.get()
  const stop = desk.keeper.keeping.subscribe(() => {
    stop()
    if (bench.notice.get() === told) bench.notice.set(null)
  })
}

async function offerEarlier(bench: Bench, desk: Desk): Promise<void> {
  const listed = await bench.host.listHistory({ document: desk.opened.entry.id })
  if (!listed.ok || listed.value.length === 0) {
    bench.say(listed.ok ? 'No earlier version is kept on this computer.' : listed.fault.sentence)
    return
  }
  const options = listed.value.map(({ id, at, bytes }) => ({
    label: new Date(at).toLocaleString([], { dateStyle: 'long', timeStyle: 'short' }),
    detail: `${Math.ceil(bytes / 1024)} KB`,
    run: () => void takeVersion(bench, desk, id, at),
  }))
  bench.chooser.set({
    title: 'Which earlier version?',
    hint: 'It is shown and saved; the damaged file is kept beside it.',
    options: numbered(null, options),
  })
}

async function takeVersion(bench: Bench, desk: Desk, entry: string, at: string): Promise<void> {
  const read = await bench.host.readHistory({ document: desk.opened.entry.id, entry })
  if (!read.ok) bench.tell('failed', read.fault.sentence)
  else
    takeUp(
      bench,
      desk,
      read.value,
      `The version of ${new Date(at).toLocaleString([], { dateStyle: 'long', timeStyle: 'short' })}`,
    )
}

/** Another text takes the place of a file that nobody can read: it is shown as work that is not saved yet. */
function takeUp(bench: Bench, desk: Desk, text: string, what: string, unsaved?: KeptJournal): void {
  const parsed = parseTranscript(text)
  if (!parsed.ok) {
    bench.tell('failed', `${what} cannot be read either. ${parsed.fault.sentence}`)
    return
  }
  const shown = bench.show({ ...desk.opened, transcript: parsed.value, readOnly: null, standIn: null })
  if (unsaved) shown.decide(unsaved, 'taken')
  shown.keeper.unsaved()
  bench.tell('said', `${what} is shown, and will be saved. The damaged file is kept beside it under another name.`)
}

function beginAgain(bench: Bench, desk: Desk): void {
  bench.show({ ...desk.opened, readOnly: null, standIn: null })
  bench.tell(
    'said',
    'The machine transcript, as it came. Nothing is written before your first change; then the damaged file is kept beside it under another name.',
  )
}
