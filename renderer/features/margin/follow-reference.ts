import { TextSelection } from 'prosemirror-state'
import { findObject, objectHere } from '../../../shared/commands/margin-object.ts'
import { referenceHere } from '../../../shared/commands/refer.ts'
import { papersIn } from '../../../shared/schema/papers.ts'
import type { Workbench } from '../../state/app-state.ts'
import type { Desk } from '../../state/open-document.ts'
import { goToObject } from './journeys.ts'

/** One key there and back: from a reference to what it leads to; from anywhere else to the reference that was followed last. */
export function followOrReturn(bench: Workbench, desk: Desk): void {
  const reference = referenceHere(desk.state)
  const note = objectHere(desk.state)
  if (reference && note) {
    if (goTo(desk, reference.node.attrs.to)) desk.trail.push({ note: note.node.attrs.id, offset: reference.pos - note.pos - 1 })
    else bench.say('What this refers to is not here any more. Choose something else, or delete the reference.')
    return
  }
  const last = desk.trail.pop()
  const found = last && findObject(desk.state.doc, last.note)
  if (!last || !found) bench.say('Put the caret beside a reference in a note first.')
  else place(desk, Math.min(found.pos + 1 + last.offset, found.pos + found.node.nodeSize - 1))
}

/** Puts the caret into what has this id: a note, a page, a paragraph, a paper. False where nothing has it. */
function goTo(desk: Desk, id: string | null): boolean {
  const { doc } = desk.state
  if (id === null) return false
  if (findObject(doc, id)) {
    goToObject(desk, id)
    return true
  }
  const papers = papersIn(doc)
  let at: number | null = papers.find((one) => one.paper.id === id && one.pos === null) ? 1 : null
  doc.firstChild!.descendants((node, pos) => {
    if (node.attrs.id === id && !node.isInline) at ??= pos + 1
    return node.type.name === 'page'
  })
  if (at === null) return false
  place(desk, at)
  return true
}

function place(desk: Desk, at: number): void {
  desk.view?.dispatch(desk.state.tr.setSelection(TextSelection.near(desk.state.doc.resolve(at))).scrollIntoView())
  desk.view?.focus()
}
