import { csvOf } from '../../../shared/checklist/csv.ts'
import { setSheet } from '../../../shared/checklist/sheet.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { today } from '../../state/today.ts'
import { printPage } from '../read/print-edition.ts'
import { checkingOf } from './checking.ts'

/** Numbers what has none, and says where the numbers could not be kept: a sheet is not to go out with numbers that may change. */
async function numbered(app: AppState, opened: OpenDocument) {
  const checking = checkingOf(app)
  const list = checking.list(opened)
  if (list.places.length === 0) {
    app.say('Nothing is open: there is nothing to look up.')
    return null
  }
  if (!(await checking.number(list.places))) return null
  return checking.list(opened)
}

function titleOf(app: AppState, opened: OpenDocument): string {
  const { title } = app.registers.get().description
  const collection = typeof title === 'string' && title.trim() !== '' ? title : (app.collection.get()?.name ?? '')
  return checkingOf(app).scope.get() === 'letter' ? opened.loaded.entry.original : collection
}

/** Prints the list as a sheet to write on. */
export async function printList(app: AppState, opened: OpenDocument): Promise<void> {
  const list = await numbered(app, opened)
  if (list) printPage(app, setSheet(list, { title: titleOf(app, opened), day: today(), version: app.version }))
}

/** Saves the list as a table for a spreadsheet. */
export async function saveTable(app: AppState, opened: OpenDocument): Promise<void> {
  const list = await numbered(app, opened)
  if (!list) return
  const saved = await app.saveCopy({ name: `check-list-${today()}.csv`, text: csvOf(list.places) })
  if (!saved.ok) app.notify('failed', saved.fault.sentence)
  else if (saved.value.saved !== null) app.say(`Saved: ${saved.value.saved}`)
}
