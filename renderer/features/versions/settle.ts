import type { KeptJournal } from '../../../shared/api/contract.ts'
import { transcriptNameOf } from '../../../shared/api/file-names.ts'
import type { Bench } from '../../state/bench.ts'
import type { Desk } from '../../state/open-document.ts'

/** Writes a text as a copy beside the file, never over anything. Gives its name where that was done, and says so. */
export async function keepAside(bench: Bench, desk: Desk, text: string): Promise<string | null> {
  const who = bench.editor.get() ?? 'unnamed editor'
  const copy = await bench.host.writeConflictCopy({ document: desk.opened.entry.id, text, who })
  if (!copy.ok) {
    bench.tell('failed', copy.fault.sentence)
    return null
  }
  bench.tell('said', `It is kept as ${copy.value.name}, beside the file.`)
  return copy.value.name
}

/** After a clash: mine is written beside the file, and the file's version is shown. */
export async function keepBoth(bench: Bench, desk: Desk): Promise<void> {
  const mine = await desk.work().checked()
  if (!mine.ok) {
    bench.tell('failed', mine.fault.sentence)
    return
  }
  const name = await keepAside(bench, desk, mine.value)
  if (name !== null && (await takeTheirs(bench, desk)))
    bench.tell(
      'said',
      `Your version is kept as ${name}, beside the file. What you see now is the other version; Undo brings yours back.`,
    )
}

/** After a clash: the file's version is shown; undo brings mine back. False where it could not be. */
export async function takeTheirs(bench: Bench, desk: Desk): Promise<boolean> {
  await desk.keeper.settled()
  const now = await bench.host.readTranscript({ document: desk.opened.entry.id })
  if (!now.ok || now.value.text === null) {
    bench.tell('failed', now.ok ? 'The file is not there any more. Your work is still here.' : now.fault.sentence)
    return false
  }
  const fault = desk.reload(now.value.text, now.value.revision)
  if (fault !== null) bench.tell('failed', fault)
  return fault === null
}

/** After a clash: mine takes the place of whatever stands there, which goes to history, or is kept beside it where it cannot be read. */
export async function keepMine(bench: Bench, desk: Desk): Promise<void> {
  const now = await bench.host.readTranscript({ document: desk.opened.entry.id })
  if (now.ok) await desk.keeper.overwrite(now.value.revision)
  else bench.tell('failed', now.fault.sentence)
}

/** Unsaved work takes the place of what is on the screen, which is saved before: it may itself be work that was taken up and stands nowhere else. */
export async function takeOffer(bench: Bench, desk: Desk, offer: KeptJournal): Promise<void> {
  if (!(await desk.keeper.savedForGood())) {
    bench.tell(
      'failed',
      'What is on the screen is not saved, so nothing was put in its place, and both are safe. Keep the unsaved work as a copy beside the file, or save first and bring it back then.',
    )
    return
  }
  if (!desk.offers.get().includes(offer)) return
  const fault = desk.recover(offer)
  if (fault !== null) bench.tell('failed', fault)
  else bench.tell('said', 'The unsaved work is back. Undo shows the file as it was.')
}

/** Unsaved work is written as a copy beside the file, and is not offered any more. */
export async function keepOffer(bench: Bench, desk: Desk, offer: KeptJournal): Promise<void> {
  if ((await keepAside(bench, desk, offer.record.text)) !== null) desk.decide(offer, 'left')
}

/** Gives the work to the browser as a download: the last way when its own folder takes nothing. */
export async function saveElsewhere(desk: Desk): Promise<void> {
  const text = await desk.work().text(false)
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = transcriptNameOf(desk.opened.entry.original)
  link.click()
  URL.revokeObjectURL(address)
}
