import type { EditorView } from 'prosemirror-view'

/**
 * At each of its commits React remembers the selection of a focused editable, to put it back; for that it walks every node in it: 100 ms where
 * a document has 100,000 words and as many annotations, several times a second. The selection of the sheet is ProseMirror's alone, so React is
 * not told that it is editable. Measured by `npm run bench -- --editors annotated`.
 */
export function shyOfReact(view: EditorView): void {
  Object.defineProperty(view.dom, 'contentEditable', { configurable: true, get: () => 'inherit' })
}
