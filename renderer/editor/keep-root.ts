import type { Node } from 'prosemirror-model'
import type { EditorView } from 'prosemirror-view'

/** What we need of ProseMirror's description of the root; not in its types, and its version is pinned. */
interface Root {
  node: Node
  update(node: Node, ...rest: readonly unknown[]): boolean
}

/**
 * ProseMirror draws the whole document anew when an attribute of the document node changes. Ours change with ordinary edits (`unused` and
 * `tray` are document attributes, so that undo brings them back), and nothing on screen shows them: so the root is told that it has them
 * already. Measured in test/web/editor.spec.ts: the pages' elements stay the same.
 */
export function keepRoot(view: EditorView): void {
  const root = (view as unknown as { readonly docView: Root }).docView
  const update = root.update
  root.update = (node, ...rest) => {
    if (node.type === root.node.type && !node.sameMarkup(root.node)) root.node = node.copy(root.node.content)
    return update.call(root, node, ...rest)
  }
}
