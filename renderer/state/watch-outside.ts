import type { DocumentEntry } from '../../shared/api/contract.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import type { AppCore } from './app-core.ts'
import type { OpenDocument } from './open-document.ts'
import { isEmptied } from './saving/clash.ts'

/** Between two knocks at a host that is gone, in ms. */
const KNOCK = 1000

/**
 * Watches the folder for as long as the page lives: a list that changed is drawn anew; a document that changed on disk is shown anew, or asked
 * about. A host that went away is told of, and when it is back what was left unsaved is saved.
 */
export async function watchOutside(app: AppCore): Promise<never> {
  for (let since = 0; ; ) {
    const answer = await app.host.watch({ since })
    if (!answer.ok) {
      app.away.set(answer.fault)
      await new Promise((resume) => setTimeout(resume, KNOCK))
      continue
    }
    const first = since === 0 && app.away.get() === null
    const news = answer.value.at !== since || app.away.get() !== null
    since = answer.value.at
    if (news && !first) await lookAround(app)
  }
}

async function lookAround(app: AppCore): Promise<void> {
  const wasAway = app.away.get() !== null
  if (app.collection.get() === null) return app.arrive()
  const documents = await app.refresh()
  if (!documents) return
  const opened = app.opened.get()
  if (!opened) return
  if (wasAway) await opened.saver.save()
  await lookAtFile(
    app,
    opened,
    documents.find((one) => one.id === opened.loaded.entry.id),
  )
}

/** What stands on disk is compared by its revision alone: our own saves, and files that were only touched, are no news. */
export async function lookAtFile(app: AppCore, opened: OpenDocument, entry: DocumentEntry | undefined): Promise<void> {
  const { saver } = opened
  await saver.settled()
  if ((entry?.transcript?.revision ?? null) === saver.revision) return saver.found()
  // the list may be older than a save of ours
  const read = await app.host.readTranscript({ document: opened.loaded.entry.id })
  if (!read.ok || app.opened.get() !== opened || saver.saveState.get().state === 'saving') return
  const { text, revision } = read.value
  if (revision === saver.revision) return saver.found()
  if (!opened.writable) showAgain(app, opened, text, revision)
  else if (saver.dirty)
    void saver.save() // it meets the clash, and asks
  else if (text === null || !parseTranscript(text).ok || isEmptied(text, opened.hasWords)) saver.lost(opened.clashWith(text))
  else {
    const fault = opened.reload(text, revision)
    app.notify(
      'warning',
      fault ??
        'This document was changed outside Scholion, and what you see is the new version. Nothing of yours was unsaved; Undo brings the earlier version back.',
    )
  }
}

/** A document that is open to read only follows the file; one whose file could not be read may be readable now. */
function showAgain(app: AppCore, opened: OpenDocument, text: string | null, revision: string | null): void {
  if (opened.loaded.standIn === null && text !== null && opened.reload(text, revision) === null) return
  app.notify('warning', 'The file of this document was changed outside Scholion.', [
    { label: 'Open it again', run: () => void app.open(opened.loaded.entry) },
  ])
}
