import { type EditorState, Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'

/**
 * The role of a block stands left of it, its hand right of it: a press asks for another. They are drawn by the style sheet, so that typing
 * pays nothing for them; what hits one is a press on the block beside its box.
 */
export function labelsOfBlocks(asked: (what: 'role' | 'hand') => void = () => undefined): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        // the caret does not go to the nearest line first: several blocks that are selected stay so
        mousedown(_view, event) {
          if (event.button !== 0 || labelAt(event) === null) return false
          event.preventDefault()
          return true
        },
        click(view, event) {
          const label = labelAt(event)
          if (label === null || !view.editable) return false
          select(view, event.target as HTMLElement)
          view.focus()
          asked(label)
          return true
        },
      },
    },
  })
}

/** What label of a block was hit, or null. */
function labelAt({ target, clientX }: MouseEvent): 'role' | 'hand' | null {
  if (!(target instanceof HTMLElement) || !target.classList.contains('block')) return null
  const { left, right } = target.getBoundingClientRect()
  if (clientX < left) return 'role'
  return clientX > right ? 'hand' : null
}

/** The caret goes into the block, unless it is one of those that are selected. */
function select(view: EditorView, block: HTMLElement): void {
  const pos = view.posAtDOM(block, 0)
  if (!isSelected(view.state, pos)) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos))))
}

function isSelected({ doc, selection }: EditorState, pos: number): boolean {
  const $pos = doc.resolve(pos)
  return selection.ranges.some(({ $from, $to }) => $to.pos >= $pos.start() && $from.pos <= $pos.end())
}
