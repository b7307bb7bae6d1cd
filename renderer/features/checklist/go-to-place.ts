import { TextSelection } from 'prosemirror-state'
import { findPlace } from '../../../shared/checklist/find-place.ts'
import type { CheckRow } from '../../../shared/checklist/rows.ts'
import { jumpTo } from '../../editor/jump.ts'
import type { AppState } from '../../state/app-state.ts'
import { whenShown } from '../../state/go-to-words.ts'
import type { OpenDocument } from '../../state/open-document.ts'

/** Opens the letter at a place of the list and selects it there; then does what is wanted with it. */
export async function goToPlace(
  app: AppState,
  { document, place, question, words }: Pick<CheckRow, 'document' | 'place' | 'question' | 'words'>,
  then: (opened: OpenDocument) => void = () => {},
): Promise<void> {
  const entry = app.collection.get()?.documents.find(({ original }) => original === document)
  if (!entry) return app.say(`${document} is not in this collection any more.`)
  const [panel, drawer] = [app.panel.get(), app.drawer.get()]
  if (app.opened.get()?.loaded.entry.id !== entry.id) await app.open(entry)
  const opened = app.opened.get()
  if (opened?.loaded.entry.id !== entry.id) return
  // another letter opens on its details: whoever goes through the list stays at it
  app.panel.set(panel)
  app.drawer.set(drawer)
  whenShown(opened, () => {
    const { view } = opened
    if (!view) return
    const found = findPlace(view.state.doc, place, question)
    if (found) {
      jumpTo(view, TextSelection.create(view.state.doc, found.from, found.to))
      view.focus()
    } else if (question !== 'aside') {
      app.say(`“${words}” does not stand in ${document} any more.`)
      return
    }
    then(opened)
  })
}
