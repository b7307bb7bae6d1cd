import { redo as redoLast, undo as undoLast } from 'prosemirror-history'
import { keydownHandler } from 'prosemirror-keymap'
import { type Command, Plugin, Selection, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { deletePastAnchors } from '../../shared/commands/delete-past-anchors.ts'
import type { NewId } from '../../shared/model/ids.ts'
import { breakLine, deleteSelected, enterInBody, enterInMargin, isDivision, joinAcross } from '../../shared/state/block-keys.ts'
import { deleteWord } from '../../shared/state/delete-word.ts'
import { PagesSelection, textSelectionBetween } from '../../shared/state/pages-selection.ts'
import { clampTo, edgeOf, isIn, partOf, selectionInPart, wholePart } from '../../shared/state/parts.ts'
import type { MarginLayer } from './margin-layer.ts'

/**
 * Reads the selection that the browser has before any key is handled. `selectionchange` comes late: under key repeat the handlers would
 * see where the caret was, and act there. Must stand before every plugin that handles keys.
 */
export function syncSelection(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view) {
        // `flush` is not in the types of prosemirror-view; its version is pinned, and test/web/editor.spec.ts holds a key down
        if (!view.composing) (view as unknown as { readonly domObserver: { flush(): void } }).domObserver.flush()
        return false
      },
    },
  })
}

/** The part of the guard that needs the browser: what the pointer and the keys do at the edges of a part. */
export function partsInView(layer: MarginLayer, newId: NewId): Plugin {
  let input: 'key' | 'pointer' | null = null
  const keys = keydownHandler(bindings(layer, newId))
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
      handleTextInput: (view) => isDivision(view.state.selection),
      handleScrollToSelection: (view) => scrollToNote(view, layer),
      handleDOMEvents: {
        keydown() {
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
          clearPages(view)
          return false
        },
        beforeinput: (view, event) => beforeInput(view, event),
      },
    },
    view(view) {
      const up = () => endPointer(view)
      const root = view.dom.ownerDocument
      root.addEventListener('mouseup', up)
      root.addEventListener('dragend', up)
      return {
        update(view, before) {
          if (before.selection.eq(view.state.selection) && before.doc === view.state.doc) return
          layer.caretIn(noteAtCaret(view))
        },
        destroy() {
          root.removeEventListener('mouseup', up)
          root.removeEventListener('dragend', up)
        },
      }
    },
  })
}

function bindings(layer: MarginLayer, newId: NewId): Record<string, Command> {
  const chain =
    (...commands: readonly Command[]): Command =>
    (state, dispatch, view) =>
      commands.some((command) => command(state, dispatch, view))
  const backspace = chain(deleteSelected, joinAcross(-1), deletePastAnchors('backward'))
  const forward = chain(deleteSelected, joinAcross(1), deletePastAnchors('forward'))
  const bound: Record<string, Command> = {
    Enter: chain(enterInMargin, enterInBody(newId)),
    'Shift-Enter': breakLine,
    Backspace: backspace,
    'Shift-Backspace': backspace,
    'Mod-Backspace': chain(deleteSelected, joinAcross(-1), deleteWord(-1)),
    Delete: forward,
    'Mod-Delete': chain(deleteSelected, joinAcross(1), deleteWord(1)),
    'Mod-a': selectPart,
    Escape: backToText(layer),
  }
  for (const shift of ['', 'Shift-']) {
    bound[`Mod-${shift}Home`] = toEdge('start', shift !== '')
    bound[`Mod-${shift}End`] = toEdge('end', shift !== '')
    for (const mod of ['', 'Mod-']) {
      bound[`${mod}${shift}ArrowLeft`] = chain(stayInside(-1), mod ? pass : overAnchors(-1, shift !== ''))
      bound[`${mod}${shift}ArrowRight`] = chain(stayInside(1), mod ? pass : overAnchors(1, shift !== ''))
      bound[`${mod}${shift}ArrowUp`] = lastLine(-1, shift !== '')
      bound[`${mod}${shift}ArrowDown`] = lastLine(1, shift !== '')
    }
    bound[`${shift}PageUp`] = lastLine(-1, shift !== '')
    bound[`${shift}PageDown`] = lastLine(1, shift !== '')
  }
  return bound
}

const pass: Command = () => false

/** Ctrl+A: the whole body, or the one note. */
export const selectPart: Command = (state, dispatch) => {
  const part = partOf(state.selection.$head)
  const whole = part && wholePart(state.doc, part)
  if (whole) dispatch?.(state.tr.setSelection(whole))
  return true
}

function toEdge(side: 'start' | 'end', extend: boolean): Command {
  return (state, dispatch) => {
    const part = partOf(state.selection.$head)
    const $edge = part && edgeOf(state.doc, part, side)
    if (!$edge) return false
    dispatch?.(state.tr.setSelection(textSelectionBetween(extend ? state.selection.$anchor : $edge, $edge)).scrollIntoView())
    return true
  }
}

/** At the first or last place of a part the arrow is used up: beyond it lie the notes. */
function stayInside(direction: -1 | 1): Command {
  return (state) => {
    const { $head } = state.selection
    const part = partOf($head)
    const $edge = part && edgeOf(state.doc, part, direction < 0 ? 'start' : 'end')
    return $edge !== null && $edge.pos === $head.pos && state.selection.empty
  }
}

/** An anchor has no width: an arrow that only stepped over it would seem to do nothing. It goes on over the next letter. */
function overAnchors(direction: -1 | 1, extend: boolean): Command {
  return (state, dispatch) => {
    const { $head, $anchor, empty } = state.selection
    if (!(state.selection instanceof TextSelection || state.selection instanceof PagesSelection) || (!empty && !extend))
      return false
    const beside = (pos: number) => (direction < 0 ? state.doc.resolve(pos).nodeBefore : state.doc.resolve(pos).nodeAfter)
    let at = $head.pos
    while (beside(at)?.type.name === 'point') at += direction
    if (at === $head.pos) return false
    const next = beside(at)
    if (next) at += direction * (next.isText ? letter(next.text!, direction) : next.nodeSize)
    else {
      const found = Selection.findFrom(state.doc.resolve(direction < 0 ? $head.before() : $head.after()), direction, true)
      const part = partOf($head)
      if (found && part && isIn(part, found.head)) at = found.head
    }
    const $to = state.doc.resolve(at)
    dispatch?.(state.tr.setSelection(textSelectionBetween(extend ? $anchor : $to, $to)).scrollIntoView())
    return true
  }
}

function letter(text: string, direction: -1 | 1): number {
  const near = direction < 0 ? text.slice(-40) : text.slice(0, 40)
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(near)]
  return (direction < 0 ? letters.at(-1) : letters[0])?.segment.length ?? 1
}

/** Up in the first line of a part goes to its start, Down in the last to its end: native movement would go on into the notes. */
function lastLine(direction: -1 | 1, extend: boolean): Command {
  return (state, _dispatch, view) => {
    const { $head } = state.selection
    const side = direction < 0 ? 'start' : 'end'
    const part = partOf($head)
    const $edge = part && edgeOf(state.doc, part, side)
    if (!$edge?.sameParent($head) || !view?.endOfTextblock(direction < 0 ? 'up' : 'down')) return false
    return toEdge(side, extend)(state, view.dispatch)
  }
}

/** Esc in a note: the caret goes to its anchor in the text. */
function backToText(layer: MarginLayer): Command {
  return (state, dispatch, view) => {
    const { $head } = state.selection
    if (partOf($head)?.kind !== 'margin' || !view) return false
    const anchor = layer.anchorOf($head.node(2).attrs.id)
    const $at = anchor && state.doc.resolve(view.posAtDOM(anchor, 0))
    const found = $at?.parent.inlineContent ? new TextSelection($at) : edgeInText(view)
    if (found) dispatch?.(state.tr.setSelection(found).scrollIntoView())
    return true
  }
}

function edgeInText(view: EditorView): Selection | null {
  const $edge = edgeOf(view.state.doc, partOf(view.state.doc.resolve(1))!, 'start')
  return $edge && new TextSelection($edge)
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

/** What the browser would do to a selection over several pages cannot be left to it: the words go through the state first. */
function clearPages(view: EditorView): boolean {
  if (!(view.state.selection instanceof PagesSelection)) return false
  view.dispatch(view.state.tr.deleteSelection().scrollIntoView())
  return true
}

function beforeInput(view: EditorView, event: InputEvent): boolean {
  const { inputType: type, data } = event
  if (!view.editable) return false
  if (type === 'historyUndo' || type === 'historyRedo') {
    event.preventDefault()
    return (type === 'historyUndo' ? undoLast : redoLast)(view.state, view.dispatch)
  }
  // bold, underline and the like are not ours
  if (type.startsWith('format')) {
    event.preventDefault()
    return true
  }
  if (isDivision(view.state.selection)) {
    event.preventDefault()
    return true
  }
  if (type === 'insertCompositionText' || !clearPages(view)) return false
  event.preventDefault()
  if (type.startsWith('insert') && data) view.dispatch(view.state.tr.insertText(data).scrollIntoView())
  return true
}

/** The note that the caret is in, or whose passage it is in. */
function noteAtCaret(view: EditorView): string | null {
  const { $head, empty } = view.state.selection
  if (partOf($head)?.kind === 'margin') return $head.node(2).attrs.id
  const passage = empty ? $head.marks().find((mark) => mark.type.name === 'passage') : undefined
  return passage?.attrs.note ?? null
}

// a note whose page is out of sight is not displayed: there is nothing that the view could scroll to
function scrollToNote(view: EditorView, layer: MarginLayer): boolean {
  const { $head } = view.state.selection
  if (partOf($head)?.kind !== 'margin') return false
  const hidden = !(view.nodeDOM($head.before(2)) as HTMLElement | null)?.classList.contains('on')
  const note = layer.reveal($head.node(2).attrs.id)
  note?.scrollIntoView({ block: 'nearest' })
  // the caret was set in an element without a box; only a fresh focus makes the browser draw it
  if (hidden && note && view.hasFocus()) view.focus()
  return note !== null
}
