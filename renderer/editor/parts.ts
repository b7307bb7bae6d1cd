import { keydownHandler } from 'prosemirror-keymap'
import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { isPassage } from '../../shared/document/access.ts'
import type { NewId } from '../../shared/model/ids.ts'
import { selectsDivision } from '../../shared/state/block-keys.ts'
import { textSelectionBetween } from '../../shared/state/pages-selection.ts'
import { clampTo, isIn, partOf, selectionInPart } from '../../shared/state/parts.ts'
import { BLOCK_DEPTH } from '../../shared/state/stretches.ts'
import { beforeComposition, beforeInput } from './before-input.ts'
import type { MarginLayer } from './margin-layer.ts'
import { partKeys } from './part-keys.ts'
import { readSelection } from './read-selection.ts'
import { FROM_EDGE, seenSheet } from './seen-sheet.ts'

/** The part of the guard that needs the browser: what the pointer and the keys do at the edges of a part. */
export function partsInView(layer: MarginLayer, newId: NewId): Plugin {
  let input: 'key' | 'pointer' | null = null
  const keys = keydownHandler(partKeys(newId))
  return new Plugin({
    props: {
      createSelectionBetween(view, $anchor, $head) {
        const { selection, doc } = view.state
        // while a change is being read the positions are those of the document that it makes: typing leaves its part as it is
        if ($anchor.doc !== doc) return selectionInPart($anchor, $head)
        const current = partOf(selection.$anchor)
        // a key never takes the caret from one part into another; the pointer may, by a click
        const part = input === 'key' ? (current ?? partOf($anchor)) : (partOf($anchor) ?? current)
        if (!part) return null
        const strays = input === 'pointer' && !isIn(part, $head.pos) && isIn(part, selection.head)
        return textSelectionBetween(clampTo(part, $anchor), strays ? selection.$head : clampTo(part, $head))
      },
      handleKeyDown: keys,
      // a letter typed while a division is selected would take its place
      handleTextInput: (view) => selectsDivision(view.state.selection),
      handleScrollToSelection: (view) => scrollToNote(view, layer) || isInSight(view),
      handleDOMEvents: {
        keydown(view) {
          // before any plugin's handler of keys; what the pointer did last is still the pointer's: it may have gone into a note
          readSelection(view)
          input = 'key'
          return false
        },
        focus() {
          input = null
          return false
        },
        mousedown(view, event) {
          input = 'pointer'
          return beginPointer(view, event)
        },
        dragstart(view) {
          // words may be dropped on a note
          endPointer(view)
          return false
        },
        compositionstart(view) {
          beforeComposition(view)
          return false
        },
        beforeinput: (view, event) => beforeInput(view, event),
      },
    },
    view(view) {
      const up = () => endPointer(view)
      const root = view.dom.ownerDocument
      let block = lightBlock(view, null)
      root.addEventListener('mouseup', up)
      root.addEventListener('dragend', up)
      return {
        update(view, before) {
          if (before.selection.eq(view.state.selection) && before.doc === view.state.doc) return
          layer.caretIn(noteAtCaret(view), partOf(view.state.selection.$head)?.kind === 'margin')
          block = lightBlock(view, block)
        },
        destroy() {
          root.removeEventListener('mouseup', up)
          root.removeEventListener('dragend', up)
        },
      }
    },
  })
}

function beginPointer(view: EditorView, event: MouseEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  const inNote = target?.closest('.margin-note') ?? null
  const part = partOf(view.state.selection.$anchor)
  if (event.shiftKey && part) {
    const own = part.kind === 'margin' ? inNote === view.nodeDOM(part.start - 1) : !inNote
    if (!own) {
      // extending into another part is not done at all
      event.preventDefault()
      return true
    }
  }
  // while words of the text are being selected the notes let the pointer through, so that the selection follows the lines beneath
  if (event.button === 0 && !inNote) view.dom.dataset.drag = 'text'
  return false
}

function endPointer(view: EditorView): void {
  delete view.dom.dataset.drag
}

/** Marks the block that the caret is in: its role is shown. */
function lightBlock(view: EditorView, before: Element | null): Element | null {
  const { $head } = view.state.selection
  const dom = $head.depth >= BLOCK_DEPTH ? view.nodeDOM($head.before(BLOCK_DEPTH)) : null
  const block = dom instanceof Element ? dom : null
  if (block !== before) before?.classList.remove('has-caret')
  block?.classList.add('has-caret')
  return block
}

/** The note that the caret is in, or whose passage it is in. */
function noteAtCaret(view: EditorView): string | null {
  const { $head, empty } = view.state.selection
  if (partOf($head)?.kind === 'margin') return $head.node(2).attrs.id
  const passage = empty ? $head.marks().find(isPassage) : undefined
  return passage?.attrs.note ?? null
}

// nothing is to be scrolled after most letters: that is told by two rects, where ProseMirror would ask for that of every ancestor
function isInSight(view: EditorView): boolean {
  const { selection } = view.state
  const scroller = view.dom.closest('.editor-scroller')
  const sheet = scroller && seenSheet(scroller)
  if (!sheet || !(selection instanceof TextSelection)) return false
  const { top, bottom, left, right } = view.coordsAtPos(selection.head, 1)
  return top >= sheet.top + FROM_EDGE && bottom <= sheet.bottom - FROM_EDGE && left >= sheet.left && right <= sheet.right
}

// a note whose page is out of sight is not displayed: there is nothing that the view could scroll to
function scrollToNote(view: EditorView, layer: MarginLayer): boolean {
  const { $head } = view.state.selection
  if (partOf($head)?.kind !== 'margin') return false
  const shown = (view.nodeDOM($head.before(2)) as HTMLElement | null)?.classList
  const hidden = !shown?.contains('on') || shown.contains('crowded-out')
  const note = layer.reveal($head.node(2).attrs.id)
  note?.scrollIntoView({ block: 'nearest' })
  // the caret was set in an element without a box; only a fresh focus makes the browser draw it
  if (hidden && note && view.hasFocus()) view.focus()
  return note !== null
}
