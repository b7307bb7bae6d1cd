import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { expose } from './probe.ts'
import { prosePages } from './prose.ts'

// CodeMirror 6, plain: its own keys and history, lines wrapped, nothing else
let text = ''
let view: EditorView
let start = 0

expose({
  prepare(words) {
    text = prosePages(words).join('\n\n')
  },
  load() {
    const extensions = [history(), keymap.of([...defaultKeymap, ...historyKeymap]), EditorView.lineWrapping]
    view = new EditorView({ state: EditorState.create({ doc: text, extensions }), parent: document.getElementById('root')! })
  },
  placeCaret() {
    const line = view.state.doc.lineAt(view.state.doc.length >> 1)
    start = line.from + (line.length >> 1)
    view.dispatch({ selection: { anchor: start }, effects: EditorView.scrollIntoView(start, { y: 'center' }) })
    view.focus()
  },
  typed: (length) => view.state.sliceDoc(start, start + length),
})
