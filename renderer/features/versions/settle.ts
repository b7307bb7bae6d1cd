import type { KeptJournal } from '../../../shared/api/contract.ts'
import { transcriptNameOf } from '../../../shared/api/file-names.ts'
import { readKept } from '../../../shared/format/read-mended.ts'
import { choose } from '../../../shared/merge/choose.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'
import { counted } from '../../../shared/text/counted.ts'
import type { AppCore } from '../../state/app-core.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { Choices } from './comparing.ts'

/** Writes a text as a copy beside the file, never over anything. Gives its name where that was done, and says so. */
export async function keepAside(app: AppCore, opened: OpenDocument, text: string): Promise<string | null> {
  const who = app.editor.get() ?? 'unnamed editor'
  const copy = await app.host.writeConflictCopy({ document: opened.loaded.entry.id, text, who })
  if (!copy.ok) {
    app.notify('failed', copy.fault.sentence)
    return null
  }
  app.notify('said', `It is kept as ${copy.value.name}, beside the file.`)
  return copy.value.name
}

/** After a clash: mine is written beside the file, and the file's version is shown. */
export async function keepBoth(app: AppCore, opened: OpenDocument): Promise<void> {
  const mine = await opened.work().checked()
  if (!mine.ok) {
    app.notify('failed', mine.fault.sentence)
    return
  }
  const name = await keepAside(app, opened, mine.value)
  if (name !== null && (await takeTheirs(app, opened)))
    app.notify(
      'said',
      `Your version is kept as ${name}, beside the file. What you see now is the other version; Undo brings yours back.`,
    )
}

/** After a clash: the file's version is shown; undo brings mine back. False where it could not be. */
export async function takeTheirs(app: AppCore, opened: OpenDocument): Promise<boolean> {
  await opened.saver.settled()
  const now = await app.host.readTranscript({ document: opened.loaded.entry.id })
  if (!now.ok || now.value.text === null) {
    app.notify('failed', now.ok ? 'The file is not there any more. Your work is still here.' : now.fault.sentence)
    return false
  }
  const fault = opened.reload(now.value.text, now.value.revision)
  if (fault !== null) app.notify('failed', fault)
  return fault === null
}

/** After a clash: mine takes the place of whatever stands there, which goes to history, or is kept beside it where it cannot be read. */
export async function keepMine(app: AppCore, opened: OpenDocument): Promise<void> {
  const now = await app.host.readTranscript({ document: opened.loaded.entry.id })
  if (now.ok) await opened.saver.overwrite(now.value.revision)
  else app.notify('failed', now.fault.sentence)
}

interface Seen {
  readonly mine: Transcript
  readonly theirs: Transcript
  readonly revision: string | null
}

/**
 * After a clash: each difference as it was chosen, as one step that can be undone. Mine is saved whole before, over theirs, so that both stand in the
 * history; nothing is written where the choices cannot stand together, or the file is not what was seen any more.
 */
export async function keepChosen(
  app: AppCore,
  opened: OpenDocument,
  { mine, theirs, revision }: Seen,
  choices: Choices,
): Promise<void> {
  const made = choose(mine, theirs, { ...choices, newId: opened.context.newId })
  if (!made.ok) {
    app.notify('failed', made.fault.sentence)
    return
  }
  await opened.saver.overwrite(revision)
  if (opened.saver.dirty) return
  const fault = opened.bringBack(made.value, { ...made.value, revisions: theirs.revisions })
  if (fault !== null) {
    app.notify('failed', fault)
    return
  }
  await opened.saver.save()
  app.notify('said', 'The text is as you chose. Your whole version and theirs are in the history; Undo brings yours back.')
}

/** Unsaved work takes the place of what is on the screen, which is saved before: it may itself be work that was taken up and stands nowhere else. */
export async function takeOffer(app: AppCore, opened: OpenDocument, offer: KeptJournal): Promise<void> {
  if (!(await opened.saver.savedForGood())) {
    app.notify(
      'failed',
      'What is on the screen is not saved, so nothing was put in its place, and both are safe. Keep the unsaved work as a copy beside the file, or save first and bring it back then.',
    )
    return
  }
  if (!opened.offers.get().includes(offer)) return
  const fault = opened.recover(offer)
  if (fault !== null) app.notify('failed', fault)
  else app.notify('said', `The unsaved work is back.${putRight(offer, opened)} Undo shows the file as it was.`)
}

/** What had to be put right in it so that it can be read and saved, in words; empty where nothing had. */
function putRight({ record }: KeptJournal, { context }: OpenDocument): string {
  const [first, ...more] = readKept(record.text, context.newId).mended
  if (first === undefined) return ''
  const others = more.length > 0 ? `, and ${counted(more.length, 'more place')}` : ''
  return ` It could not be saved as it was, by a fault of Scholion; every word is there, and what was wrong was put right (${first}${others}).`
}

/** Unsaved work is written as a copy beside the file, and is not offered any more. */
export async function keepOffer(app: AppCore, opened: OpenDocument, offer: KeptJournal): Promise<void> {
  if ((await keepAside(app, opened, offer.record.text)) !== null) opened.decide(offer, 'left')
}

/** Gives the work to another place, as a new file: the last way when its own folder takes nothing. What came of it is said. */
export async function saveElsewhere(app: AppCore, opened: OpenDocument): Promise<void> {
  const text = await opened.work().text(false)
  const copy = await app.saveCopy({ name: transcriptNameOf(opened.loaded.entry.original), text })
  if (!copy.ok)
    app.notify('failed', copy.fault.sentence, [
      { label: 'Choose another place …', run: () => void saveElsewhere(app, opened) },
      { label: 'OK', run: () => app.notice.set(null) },
    ])
  else if (copy.value.saved === null) app.say('No copy was saved elsewhere.')
  else
    app.notify(
      'said',
      `A copy is saved elsewhere as ${copy.value.saved}. Your work stays open, and is saved in its own place as soon as that can be.`,
    )
}
