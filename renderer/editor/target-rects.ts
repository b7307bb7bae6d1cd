import type { EditorState } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { annotationsAt, spansOf } from '../../shared/commands/annotate.ts'
import { runsOf } from '../../shared/commands/remove-annotation.ts'
import { blocksOf } from '../../shared/commands/set-block.ts'
import { objectHere } from '../../shared/document/margin-objects.ts'
import type { MenuTarget } from '../ui/choice.ts'
import { jumpTo } from './jump.ts'
import { seenSheet } from './seen-sheet.ts'

/** As many blocks as can stand in sight at once: a selection of thousands is not measured. */
const MOST = 60

/** Where what a command is about stands on the screen, line by line, as far as it is in sight; and the box around that. Client CSS px. */
export interface TargetRects {
  readonly lines: readonly DOMRectReadOnly[]
  readonly around: DOMRectReadOnly
}

/**
 * Where the selection (or the caret), the words that would be marked, or the selected blocks stand. Brings the caret into sight where none of it
 * is. Null where nothing of it is drawn. Reads rects.
 */
export function targetRects(view: EditorView, about: MenuTarget): TargetRects | null {
  const found = inSight(view, about)
  if (found) return found
  jumpTo(view, view.state.selection)
  return inSight(view, about)
}

function inSight(view: EditorView, about: MenuTarget): TargetRects | null {
  const sheet = view.dom.closest('.editor-scroller')
  if (!sheet) return null
  const seen = seenSheet(sheet)
  const lines = rectsOf(view, about).flatMap((rect) => clipped(rect, seen) ?? [])
  return lines.length === 0 ? null : { lines, around: around(lines) }
}

function rectsOf(view: EditorView, about: MenuTarget): readonly DOMRectReadOnly[] {
  const { state } = view
  if (about === 'block') return blockRects(view)
  if (about === 'tag') return tagRects(view)
  const [first, ...more] = about === 'words' ? spansOf(state) : selected(state)
  if (!first) {
    const { left, top, bottom } = view.coordsAtPos(state.selection.head)
    return [new DOMRect(left, top, 0, bottom - top)]
  }
  return more.length > 0 ? blockRects(view) : wordRects(view, first)
}

/** All words of the tags at the caret, in every block where they stand. */
function tagRects(view: EditorView): readonly DOMRectReadOnly[] {
  const { state } = view
  return annotationsAt(state).flatMap((mark) => {
    const whole: { from: number; to: number }[] = []
    for (const { from, to } of runsOf(state.doc, mark.attrs.id as string)) {
      const last = whole.at(-1)
      if (last?.to === from) last.to = to
      else whole.push({ from, to })
    }
    return whole.flatMap((span) => wordRects(view, span))
  })
}

/** What is selected, where it lies in one textblock or is one atom; more than one range stands for more than one block. */
function selected({ selection }: EditorState): readonly { readonly from: number; readonly to: number }[] {
  if (selection.empty) return []
  const parts = selection.ranges.map(({ $from, $to }) => ({ from: $from.pos, to: $to.pos }))
  return selection.$from.sameParent(selection.$to) ? parts : [...parts, ...parts]
}

/** The boxes of the selected blocks, or of the note that the caret is in. */
function blockRects(view: EditorView): readonly DOMRectReadOnly[] {
  const object = objectHere(view.state)
  const blocks = object ? [object.pos] : blocksOf(view.state)
  const first = blocks.length > MOST ? firstInSight(view, blocks) : 0
  return blocks.slice(first, first + MOST).flatMap((pos) => rectOf(view, pos) ?? [])
}

/** The number of the first of these blocks, which stand one under another, that does not end above the sheet's upper edge. */
function firstInSight(view: EditorView, blocks: readonly number[]): number {
  const top = view.dom.closest('.editor-scroller')?.getBoundingClientRect().top ?? 0
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rectOf(view, blocks[middle]!)?.bottom ?? 0) > top) high = middle
    else low = middle + 1
  }
  return low
}

function rectOf(view: EditorView, pos: number): DOMRectReadOnly | null {
  const dom = view.nodeDOM(pos)
  return dom instanceof Element ? dom.getBoundingClientRect() : null
}

/** The words of a stretch of one textblock, a rect a line. */
function wordRects(view: EditorView, { from, to }: { readonly from: number; readonly to: number }): readonly DOMRectReadOnly[] {
  const range = document.createRange()
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)]
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  const lines: DOMRectReadOnly[] = []
  for (const rect of range.getClientRects()) {
    if (rect.width === 0) continue
    const last = lines.at(-1)
    const middle = (rect.top + rect.bottom) / 2
    if (last && middle > last.top && middle < last.bottom) lines[lines.length - 1] = around([last, rect])
    else lines.push(rect)
  }
  return lines
}

function around(rects: readonly DOMRectReadOnly[]): DOMRectReadOnly {
  const left = Math.min(...rects.map((rect) => rect.left))
  const top = Math.min(...rects.map((rect) => rect.top))
  const right = Math.max(...rects.map((rect) => rect.right))
  const bottom = Math.max(...rects.map((rect) => rect.bottom))
  return new DOMRect(left, top, right - left, bottom - top)
}

/** What of a rect lies in another; null for nothing. */
function clipped(rect: DOMRectReadOnly, within: DOMRectReadOnly): DOMRectReadOnly | null {
  const left = Math.max(rect.left, within.left)
  const top = Math.max(rect.top, within.top)
  const right = Math.min(rect.right, within.right)
  const bottom = Math.min(rect.bottom, within.bottom)
  return right < left || bottom <= top ? null : new DOMRect(left, top, right - left, bottom - top)
}
