import type { KeptJournal } from '../../../shared/api/contract.ts'
import { parseTranscript } from '../../../shared/format/parse.ts'
import { counted } from '../../../shared/text/counted.ts'
import type { AppCore } from '../../state/app-core.ts'
import type { AppState } from '../../state/app-state.ts'
import type { ChangedOriginal, ImportChoice } from '../../state/load-document.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { numbered } from '../../ui/choice.ts'
import { readingMenu } from '../originals/reading-menu.ts'
import { markersOf } from '../page-markers/find-markers.ts'
import { openPageMarkers } from '../page-markers/page-markers-box.tsx'
import { compare } from './compare-box.tsx'

/** Says of every document that is opened what is to be known of it. Ends with what it returns. */
export function tellOpenings(app: AppState): () => void {
  return app.lastOpening.subscribe(() => {
    const last = app.lastOpening.get()
    if (last) tellOfOpening(app, last.opened, last.choice, last.elsewhere)
  })
}

/** Says what is to be known of a document that was just opened, and offers what can be chosen. Unsaved work has a bar of its own. */
function tellOfOpening(app: AppCore, opened: OpenDocument, choice: ImportChoice, elsewhere: boolean): void {
  const { entry, notices, readOnly, revision, standIn, recovery, changed } = opened.loaded
  const [left] = recovery
  const again = { label: elsewhere ? 'Work here instead' : 'Open it again', run: () => void app.open(entry) }
  if (standIn === 'damaged' && app.readOnlyHost.get() === null)
    app.notify('failed', readOnly ?? '', [
      { label: 'Earlier versions …', run: () => void offerEarlier(app, opened) },
      ...(left
        ? [{ label: 'Bring the unsaved work back', run: () => takeUp(app, opened, left.record.text, 'The unsaved work', left) }]
        : []),
      { label: 'Begin again from the machine transcript', run: () => beginAgain(app, opened) },
    ])
  else if (elsewhere) app.notify('warning', `${readOnly} Close it there to work here.`, [again])
  else if (readOnly) {
    const kept = left ? ' Work on it that was not saved is kept, and offered once the document can be written.' : ''
    if (readOnly !== app.readOnlyHost.get() || kept) app.notify('warning', readOnly + kept)
  } else if (notices.length > 0 && revision !== null) {
    const look = changed.map((one) => ({ label: 'Look at what differs', run: () => lookAtOriginal(app, one) }))
    app.notify('warning', notices.join(' '), look.length > 0 ? [...look, { label: 'OK', run: () => app.notice.set(null) }] : [])
  } else if (revision === null && notices.length > 0) offerImportChoices(app, opened, notices.join(' '), choice)
}

function lookAtOriginal(app: AppCore, { name, was, now }: ChangedOriginal): void {
  compare(app, {
    title: `The machine transcript ${name}, then and now`,
    mine: { label: 'As this transcript was made from it', transcript: was },
    theirs: { label: 'As it is in the folder now', transcript: now },
    ways: [],
  })
}

/** How a machine transcript was read is shown, and can be changed while nothing was done in it. */
function offerImportChoices(app: AppCore, opened: OpenDocument, why: string, choice: ImportChoice): void {
  const lines = choice.blocks === 'line'
  const markers = opened.writable ? markersOf(opened).length : 0
  const like = markers === 1 ? 'One line looks' : `${counted(markers, 'line')} look`
  const found = markers > 0 ? ` ${like} like page numbers or running heads.` : ''
  app.notify('said', `${why} ${lines ? 'Each line is a block.' : 'Blank lines separate the blocks.'}${found}`, [
    ...(markers > 0 ? [{ label: 'Page numbers …', run: () => openPageMarkers(app, opened) }] : []),
    {
      label: 'Read otherwise …',
      run: () => {
        const menu = readingMenu(app, opened)
        if (menu) app.overlay.menu(menu)
      },
    },
    { label: 'Looks right', run: () => app.notice.set(null) },
  ])
  const told = app.notice.get()
  const stop = opened.saver.saveState.subscribe(() => {
    stop()
    if (app.notice.get() === told) app.notice.set(null)
  })
}

async function offerEarlier(app: AppCore, opened: OpenDocument): Promise<void> {
  const listed = await app.host.listHistory({ document: opened.loaded.entry.id })
  if (!listed.ok || listed.value.length === 0) {
    app.say(listed.ok ? 'No earlier version is kept on this computer.' : listed.fault.sentence)
    return
  }
  const options = listed.value.map(({ id, at, bytes }) => ({
    label: new Date(at).toLocaleString([], { dateStyle: 'long', timeStyle: 'short' }),
    detail: `${Math.ceil(bytes / 1024)} KB`,
    run: () => void takeVersion(app, opened, id, at),
  }))
  app.overlay.menu({
    title: 'Which earlier version?',
    hint: 'It is shown and saved; the damaged file is kept beside it.',
    options: numbered(null, options),
  })
}

async function takeVersion(app: AppCore, opened: OpenDocument, entry: string, at: string): Promise<void> {
  const read = await app.host.readHistory({ document: opened.loaded.entry.id, entry })
  if (!read.ok) app.notify('failed', read.fault.sentence)
  else
    takeUp(
      app,
      opened,
      read.value,
      `The version of ${new Date(at).toLocaleString([], { dateStyle: 'long', timeStyle: 'short' })}`,
    )
}

/** Another text takes the place of a file that nobody can read: it is shown as work that is not saved yet. */
function takeUp(app: AppCore, opened: OpenDocument, text: string, what: string, unsaved?: KeptJournal): void {
  const parsed = parseTranscript(text)
  if (!parsed.ok) {
    app.notify('failed', `${what} cannot be read either. ${parsed.fault.sentence}`)
    return
  }
  const shown = app.show({ ...opened.loaded, transcript: parsed.value, readOnly: null, standIn: null })
  if (unsaved) shown.decide(unsaved, 'taken')
  shown.saver.unsaved()
  app.notify('said', `${what} is shown, and will be saved. The damaged file is kept beside it under another name.`)
}

function beginAgain(app: AppCore, opened: OpenDocument): void {
  app.show({ ...opened.loaded, readOnly: null, standIn: null })
  app.notify(
    'said',
    'The machine transcript, as it came. Nothing is written before your first change; then the damaged file is kept beside it under another name.',
  )
}
