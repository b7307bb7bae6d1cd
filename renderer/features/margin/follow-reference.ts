import { TextSelection } from 'prosemirror-state'
import { referenceHere } from '../../../shared/commands/refer.ts'
import { bodyOf, isPage } from '../../../shared/document/access.ts'
import { findObject, objectHere } from '../../../shared/document/margin-objects.ts'
import { papersIn } from '../../../shared/schema/papers.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { goToObject } from './journeys.ts'

/** One key there and back: from a reference to what it leads to; from anywhere else to the reference that was followed last. */
export function followOrReturn(app: AppState, opened: OpenDocument): void {
  const reference = referenceHere(opened.state)
  const note = objectHere(opened.state)
  if (reference && note) {
    if (goTo(opened, reference.node.attrs.to))
      opened.trail.push({ note: note.node.attrs.id, offset: reference.pos - note.pos - 1 })
    else app.say('What this refers to is not here any more. Choose something else, or delete the reference.')
    return
  }
  const last = opened.trail.pop()
  const found = last && findObject(opened.state.doc, last.note)
  if (!last || !found) app.say('Put the caret beside a reference in a note first.')
  else place(opened, Math.min(found.pos + 1 + last.offset, found.pos + found.node.nodeSize - 1))
}

/** Puts the caret into what has this id: a note, a page, a paragraph, a paper. False where nothing has it. */
function goTo(opened: OpenDocument, id: string | null): boolean {
  const { doc } = opened.state
  if (id === null) return false
  if (findObject(doc, id)) {
    goToObject(opened, id)
    return true
  }
  const papers = papersIn(doc)
  let at: number | null = papers.find((one) => one.paper.id === id && one.pos === null) ? 1 : null
  bodyOf(doc).descendants((node, pos) => {
    if (node.attrs.id === id && !node.isInline) at ??= pos + 1
    return isPage(node)
  })
  if (at === null) return false
  place(opened, at)
  return true
}

function place(opened: OpenDocument, at: number): void {
  opened.view?.dispatch(opened.state.tr.setSelection(TextSelection.near(opened.state.doc.resolve(at))).scrollIntoView())
  opened.view?.focus()
}
