import type { Node, ResolvedPos } from 'prosemirror-model'
import {
  AllSelection,
  type EditorState,
  NodeSelection,
  Plugin,
  Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state'
import { bodyOf, isBody, isDivision, marginOf, nameOf } from '../document/access.ts'
import { isWordless } from '../vocabulary/margin.ts'
import { COMMAND, isHistory } from './meta.ts'
import { PagesSelection, textSelectionBetween, wholeBody } from './pages-selection.ts'
import { inBlock, sameStretch } from './stretches.ts'

/** The body, or one object of the margin: a selection stays in the part in which it began. `start` and `end` are the part's inner edges. */
export interface Part {
  readonly kind: 'body' | 'margin'
  readonly start: number
  readonly end: number
}

/** The part that a position lies in, or null between the parts. */
export function partOf($pos: ResolvedPos): Part | null {
  if ($pos.depth === 0) return null
  if (isBody($pos.node(1))) return { kind: 'body', start: $pos.start(1), end: $pos.end(1) }
  return $pos.depth >= 2 ? { kind: 'margin', start: $pos.start(2), end: $pos.end(2) } : null
}

export function isIn(part: Part, pos: number): boolean {
  return pos >= part.start && pos <= part.end
}

/** The position itself where it is in the part, else the text position of the part that is nearest to it. */
export function clampTo(part: Part, $pos: ResolvedPos): ResolvedPos {
  if (isIn(part, $pos.pos)) return $pos
  const early = $pos.pos < part.start
  const $edge = $pos.doc.resolve(early ? part.start : part.end)
  return Selection.findFrom($edge, early ? 1 : -1, true)?.$head ?? $edge
}

/** The selection between two positions, kept within a part: by default the one of the anchor. */
export function selectionInPart($anchor: ResolvedPos, $head: ResolvedPos, part = partOf($anchor)): Selection | null {
  return part ? textSelectionBetween(clampTo(part, $anchor), clampTo(part, $head)) : null
}

/** Everything in the part: the whole body, or the whole note. */
export function wholePart(doc: Node, part: Part): Selection | null {
  return part.kind === 'body' ? wholeBody(doc) : TextSelection.create(doc, part.start, part.end)
}

/** The first or last place of a part where the caret can stand. */
export function edgeOf(doc: Node, part: Part, side: 'start' | 'end'): ResolvedPos | null {
  const found = Selection.findFrom(doc.resolve(part[side]), side === 'start' ? 1 : -1, true)
  return found && isIn(part, found.head) ? found.$head : null
}

/**
 * Guards the shape of the document. A selection that runs from one part into another is drawn back into the part of its anchor. A change
 * that would add, remove or reorder pages, divisions or margin objects is refused unless a command (meta `command`) or the history made it;
 * words in what never holds any are refused always.
 */
export function parts(): Plugin {
  return new Plugin({
    filterTransaction(tr, state) {
      if (!tr.docChanged || isHistory(tr)) return true
      if (writesWhereNoWordsStand(state.doc, tr.doc)) return false
      if (isCommand(tr)) return true
      return keepsShape(state.doc, tr.doc)
    },
    appendTransaction(transactions, _before, after) {
      if (!transactions.some((tr) => tr.selectionSet || tr.docChanged)) return null
      const selection = drawnBack(after)
      return selection && !selection.eq(after.selection) ? after.tr.setSelection(selection) : null
    },
  })
}

// a transaction that a plugin appends to a command's belongs to the command
function isCommand(tr: Transaction): boolean {
  const root = tr.getMeta('appendedTransaction') as Transaction | undefined
  return tr.getMeta(COMMAND) !== undefined || (root !== undefined && (isHistory(root) || isCommand(root)))
}

/** Whether two documents have the same pages, divisions and margin objects in the same order. Compares only children that are not identical. */
function keepsShape(before: Node, after: Node): boolean {
  if (after.childCount !== 2) return false
  return sameChildren(bodyOf(before), bodyOf(after), sameDivisions) && sameChildren(marginOf(before), marginOf(after), () => true)
}

function sameChildren(before: Node, after: Node, also: (one: Node, other: Node) => boolean): boolean {
  if (before === after) return true
  if (before.childCount !== after.childCount) return false
  for (let at = 0; at < before.childCount; at++) {
    const [one, other] = [before.child(at), after.child(at)]
    if (one !== other && (one.attrs.id !== other.attrs.id || !also(one, other))) return false
  }
  return true
}

/** Whether words stand in a pen mark: the caret may, so that it can be gone to. */
function writesWhereNoWordsStand(before: Node, after: Node): boolean {
  const margin = marginOf(after)
  if (margin === marginOf(before)) return false
  for (let at = 0; at < margin.childCount; at++) {
    const object = margin.child(at)
    if (object.content.size > 0 && isWordless(nameOf(object))) return true
  }
  return false
}

function sameDivisions(before: Node, after: Node): boolean {
  return divisionsOf(before) === divisionsOf(after)
}

function divisionsOf(page: Node): string {
  let ids = ''
  page.forEach((child) => {
    if (isDivision(child)) ids += `${child.attrs.id} `
  })
  return ids
}

/** The selection as it must be, or null where it may stay as it is. */
function drawnBack({ selection, doc }: EditorState): Selection | null {
  if (selection instanceof AllSelection) return wholeBody(doc)
  if (selection instanceof NodeSelection) {
    // a block is not a thing to pick up whole: taking it away could leave its page without a place for the caret
    return selection.node.isTextblock ? TextSelection.create(doc, selection.from + 1, selection.to - 1) : null
  }
  const part = partOf(selection.$anchor)
  if (!part) return null
  if (!isIn(part, selection.head)) return selectionInPart(selection.$anchor, selection.$head, part)
  if (selection instanceof PagesSelection || selection.empty || !inBlock(selection.$anchor) || !inBlock(selection.$head))
    return null
  return sameStretch(selection.$from, selection.$to) ? null : textSelectionBetween(selection.$anchor, selection.$head)
}
