import { redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { EditorState, type Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { type EditorParts, editorPlugins } from '../../shared/state/editor-plugins.ts'
import { edgeOf, partOf } from '../../shared/state/parts.ts'
import { separateUndo } from '../../shared/state/undo-steps.ts'
import { type ClipboardParts, clipboardInView } from './clipboard.ts'
import { doubtLines } from './doubt-lines.ts'
import { farSelection } from './far-selection.ts'
import { foundWords } from './found.ts'
import type { HandLook } from './hand-look.ts'
import { keepRoot } from './keep-root.ts'
import { labelsOfBlocks } from './labels-of-blocks.ts'
import { longRuns } from './long-runs.ts'
import { MarginLayer } from './margin-layer.ts'
import { mendTicks, type TickParts } from './mend-ticks.ts'
import { markViews, nodeViews } from './node-views.ts'
import { paperHead } from './paper-head.ts'
import { partsInView } from './parts.ts'
import { clearOfHead } from './seen-sheet.ts'
import { settleComposition } from './settle-composition.ts'
import { shyOfReact } from './shy-of-react.ts'
import { unseenSigns } from './unseen-signs.ts'

interface EditorOptions extends HandLook, ClipboardParts, TickParts, Pick<EditorParts, 'texts'> {
  readonly doc: Node
  /** Plugins of the caller, after those that every editor has. They see keys before the editor's own bindings. */
  readonly plugins?: readonly Plugin[]
  readonly onChange: (tr: Transaction, state: EditorState) => void
  readonly editable: () => boolean
  /** The label of a block was pressed: its role, left of it, or its hand, right of it. The block is selected. */
  readonly asked?: (what: 'role' | 'hand') => void
  /** Every transaction's document is checked against the schema; a fault throws. Off unless said: it walks the document. */
  readonly checks?: boolean
}

export interface Editor {
  readonly view: EditorView
  readonly layer: MarginLayer
  /** Shows another document, or the same one made anew (another paper, a version that was restored), with an empty history. */
  readonly setDocument: (doc: Node) => void
  readonly destroy: () => void
}

/**
 * Puts the editor together in `mount`, the element that scrolls: state, guards, clipboard, history and the layer that draws the notes.
 * The stack in it (`.editor-stack`) is what may be zoomed.
 */
export function createEditorView(mount: HTMLElement, options: EditorOptions): Editor {
  const stack = document.createElement('div')
  stack.className = 'editor-stack'
  mount.classList.add('editor-scroller')
  mount.append(stack)
  const layer = new MarginLayer(stack, options)
  const plugins = allPlugins(options, layer)
  let last: Transaction | null = null
  const view = new EditorView(stack, {
    state: initialState(options.doc, plugins),
    nodeViews: nodeViews(layer, options),
    markViews: markViews(layer, options),
    editable: options.editable,
    ...clearOfHead(mount),
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Transcript', tabindex: '0', spellcheck: 'false' },
    dispatchTransaction(tr) {
      separateUndo(tr, last)
      if (tr.docChanged) last = tr
      const { state, transactions } = view.state.applyTransaction(tr)
      if (options.checks) for (const one of transactions) if (one.docChanged) one.doc.check()
      view.updateState(state)
      if (tr.docChanged) layer.references.soon()
      // what was refused changed nothing
      if (transactions.length > 0) options.onChange(tr, state)
    },
  })
  keepRoot(view)
  shyOfReact(view)
  layer.attach(view.dom, () => view.state.doc)
  return {
    view,
    layer,
    setDocument(doc) {
      view.updateState(initialState(doc, plugins))
    },
    destroy() {
      layer.destroy()
      view.destroy()
      stack.remove()
    },
  }
}

function allPlugins(options: EditorOptions, layer: MarginLayer): readonly Plugin[] {
  return [
    ...editorPlugins(options),
    ...(options.plugins ?? []),
    clipboardInView(options),
    keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo }),
    partsInView(layer, options.newId),
    labelsOfBlocks(options.asked),
    paperHead(),
    unseenSigns(),
    longRuns(),
    mendTicks(options),
    doubtLines(),
    farSelection(),
    foundWords(),
    settleComposition(),
  ]
}

function initialState(doc: Node, plugins: readonly Plugin[]): EditorState {
  const $start = edgeOf(doc, partOf(doc.resolve(1))!, 'start')
  return EditorState.create({ doc, plugins, ...($start ? { selection: new TextSelection($start) } : {}) })
}
