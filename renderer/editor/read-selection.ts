import type { EditorView } from 'prosemirror-view'

/**
 * Reads the selection that the browser has. `selectionchange` comes late: under key repeat, and where a key follows a click at once, the handlers
 * of keys would see where the caret was, and act there. `flush` is not in the types of prosemirror-view; its version is pinned, and
 * test/web/editor-caret.spec.ts holds a key down.
 */
export function readSelection(view: EditorView): void {
  if (!view.composing) (view as unknown as { readonly domObserver: { flush(): void } }).domObserver.flush()
}
