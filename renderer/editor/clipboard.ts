import { NodeSelection, Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import type { NewId } from '../../shared/model/ids.ts'
import { bareHtml } from '../../shared/state/bare-html.ts'
import { selectsDivision } from '../../shared/state/block-keys.ts'
import { cutSelection, movable, moveSelection, pasteSlice } from '../../shared/state/clipboard.ts'
import { FROM_OFFICE, type FromOffice } from '../../shared/state/office-paste.ts'
import { asCopy, fromPlainText, type Knows } from '../../shared/state/pasted.ts'
import { LONGEST_BLOCK } from '../../shared/text/split-long.ts'
import { beforeAllElse } from './before-all-else.ts'

export interface ClipboardParts {
  readonly newId: NewId
  /** Hands and people that this collection has; all, where nobody says. */
  readonly knows?: Knows
  /** Told, in a sentence for the person, why something was not pasted, joined or typed. */
  readonly refused?: (sentence: string) => void
  /** Told what a word processor's clipboard held besides words, after it was pasted. */
  readonly fromOffice?: (told: FromOffice) => void
}

/** Cut, paste and drop through the state: what is pasted is a copy unless it is the first paste of a cut; dragged words move. */
export function clipboardInView({ newId, knows, refused, fromOffice }: ClipboardParts): Plugin {
  let plain = false
  const refuse = (sentence: string): true => {
    refused?.(sentence)
    return true
  }
  const put = (view: EditorView, tr: Transaction) => {
    view.dispatch(tr)
    const told = tr.getMeta(FROM_OFFICE) as FromOffice | undefined
    if (told) fromOffice?.(told)
  }
  return new Plugin({
    props: {
      transformPastedHTML: bareHtml,
      clipboardTextParser: (text, $context) => fromPlainText(text, $context.marks()),
      transformPasted(slice, view, asText) {
        plain = asText
        // words dragged inside the editor are moved as they are
        return view.dragging ? slice : asCopy(slice, newId, asText, knows)
      },
      handlePaste(view, event, slice) {
        const asText = plain
        const token = asText ? null : tokenIn(event.clipboardData?.getData('text/html') ?? '')
        const paste = () => {
          if (view.isDestroyed) return
          const moved = movable(view.state, token)
          const tr = pasteSlice(view.state, moved ?? slice, newId, moved ? token : null, !asText && !moved)
          if (tr) put(view, tr)
          else if (slice.size > LONGEST_BLOCK) refused?.(TOO_MUCH)
        }
        if (slice.size > VERY_LONG) beforeAllElse(paste)
        else paste()
        return true
      },
      handleDrop(view, event, slice, moves) {
        const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
        if (!found) return refuse(NO_PLACE)
        const $at = TextSelection.between(view.state.doc.resolve(found.pos), view.state.doc.resolve(found.pos)).$head
        if (!$at.parent.inlineContent) return refuse(NO_PLACE)
        const dragged = (view.dragging as { readonly node?: NodeSelection } | null)?.node
        if (selectsDivision(dragged ?? view.state.selection) && view.dragging) return refuse(NO_DIVISION)
        view.focus()
        if (dragged) view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, dragged.from)))
        if (moves && view.dragging) {
          // on itself nothing moves, and nobody wonders why
          const onItself = view.state.selection.ranges.some(({ $from, $to }) => $at.pos >= $from.pos && $at.pos <= $to.pos)
          if (!move(view, $at.pos, newId) && !onItself) refuse(OTHER_PART)
        } else {
          const copy = view.dragging ? asCopy(slice, newId, false, knows) : slice
          view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, $at.pos)))
          const tr = pasteSlice(view.state, copy, newId, null, !plain && !view.dragging)
          if (tr) put(view, tr.setMeta('uiEvent', 'drop'))
          else refuse(slice.size > LONGEST_BLOCK ? TOO_MUCH : NO_PLACE)
        }
        return true
      },
      handleDOMEvents: {
        dragend(view, event) {
          // what was dropped on the text has said itself what became of it
          if (view.dragging && event.dataTransfer?.dropEffect === 'none') refused?.(NOWHERE)
          return false
        },
        cut(view, event) {
          const { clipboardData } = event
          if (!view.editable || view.state.selection.empty || !clipboardData) return false
          event.preventDefault()
          const token = newId()
          const tr = cutSelection(view.state, token)
          if (!tr) return true
          const { dom, text } = view.serializeForClipboard(view.state.selection.content())
          // the clipboard carries the token, so that the paste knows whose cut it is
          dom.firstElementChild?.setAttribute('data-cut', token)
          clipboardData.clearData()
          clipboardData.setData('text/html', dom.innerHTML)
          clipboardData.setData('text/plain', text)
          view.dispatch(tr)
          return true
        },
      },
    },
  })
}

/** So much (in ProseMirror's units) is long enough to read, and long enough to draw: each is a task of its own. */
const VERY_LONG = 100_000

const TOO_MUCH = 'This is more than one block or note can hold, so it was not pasted. Nothing was changed; paste it in parts.'

const NO_PLACE = 'Words cannot be dropped there: drop them into a line of the text, or into a note. Nothing was changed.'
const NOWHERE =
  'Words of the text are dragged to another line of it, those of a note within the note. They were dropped elsewhere, so nothing was changed; Ctrl+C copies them.'
const NO_DIVISION = 'Where a paper begins is not moved by dragging. Nothing was changed; begin or join papers in the menu Paper.'
const OTHER_PART =
  'Words of the text are not dragged into a note, nor a note’s into the text: select them and press Ctrl+M, or put the note back (Ctrl+Shift+M). Nothing was changed.'

/** False where the words cannot go there: nothing was changed then. */
function move(view: EditorView, to: number, newId: NewId): boolean {
  const moving = moveSelection(view.state, to, newId())
  if (!moving) return false
  view.dispatch(moving.cut)
  const paste = moving.paste(view.state, newId)
  if (paste) view.dispatch(paste)
  return true
}

function tokenIn(html: string): string | null {
  return /\sdata-cut="([\w.-]{1,64})"/.exec(html)?.[1] ?? null
}
