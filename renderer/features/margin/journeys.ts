import { TextSelection } from 'prosemirror-state'
import { annotationsAt } from '../../../shared/commands/annotate.ts'
import { isPassage, isPoint } from '../../../shared/document/access.ts'
import { anchorIndexOf } from '../../../shared/document/anchor-index.ts'
import { anchorSelection } from '../../../shared/document/anchor-selection.ts'
import { findObject, objectHere } from '../../../shared/document/margin-objects.ts'
import { anchorsIn } from '../../../shared/schema/anchor-places.ts'
import { jumpTo } from '../../editor/jump.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'

/** The margin object that the caret is in, or whose anchor it stands at: its id, or null. */
export function noteHere(opened: OpenDocument): string | null {
  const { selection } = opened.state
  const inside = objectHere(opened.state)
  if (inside) return inside.node.attrs.id
  for (const one of annotationsAt(opened.state)) if (isPassage(one)) return one.attrs.note
  const { $head } = selection
  for (const node of [$head.nodeAfter, $head.nodeBefore]) if (isPoint(node)) return node.attrs.note
  return null
}

/** Puts the caret into a note, or back to where it is anchored. */
export function goToObject(opened: OpenDocument, id: string): void {
  const found = findObject(opened.state.doc, id)
  if (!found || !opened.view) return
  const selection = TextSelection.near(opened.state.doc.resolve(found.pos + 1))
  jumpTo(opened.view, selection)
  opened.view.focus()
}

/** Puts the caret where an object is anchored. False where it has lost its anchor. */
export function goToAnchor(opened: OpenDocument, id: string): boolean {
  const selection = anchorSelection(opened.state.doc, id)
  if (selection === null || !opened.view) return false
  jumpTo(opened.view, selection)
  opened.view.focus()
  return true
}

/** One key there and back: from a place to the note beside it, from a note to its place. */
export function jumpBesideOrBack(app: AppState, opened: OpenDocument): void {
  const inside = objectHere(opened.state)
  if (inside) {
    if (!goToAnchor(opened, inside.node.attrs.id)) app.say('This note has lost its anchor: see Lost anchors.')
    return
  }
  const id = noteHere(opened) ?? nearestNote(opened)
  if (id) goToObject(opened, id)
  else app.say('No note stands beside this page.')
}

/** Shows all notes beside the page of the caret, or folds those again that stand too far from their lines. */
export function toggleCrowds(app: AppState, opened: OpenDocument): void {
  const { node } = opened.view!.domAtPos(opened.state.selection.head)
  const element = node instanceof Element ? node : node.parentElement
  if (!element || !opened.toggleCrowds(element)) app.say('All notes beside this page are shown.')
}

/** The note whose anchor is the nearest before the caret on its page, else the first after it, else one that is drawn on the page. */
function nearestNote(opened: OpenDocument): string | null {
  const { $head } = opened.state.selection
  if ($head.depth < 2) return null
  const page = $head.node(2)
  const caret = $head.pos - $head.start(2)
  const anchors = anchorsIn(page)
  const near = anchors.findLast(({ at }) => at <= caret) ?? anchors[0]
  if (near) return near.note
  const index = anchorIndexOf(opened.state.doc)
  return [...index].find(([, stands]) => stands.page === page.attrs.id)?.[0] ?? null
}
