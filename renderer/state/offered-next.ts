import type { EditorState } from 'prosemirror-state'
import type { AppState } from './app-state.ts'
import { ofApp } from './of-app.ts'

interface Offered {
  /** Text and selection as they were when it was offered. */
  readonly state: EditorState
  readonly run: () => void
}

const offered = ofApp((): { next: Offered | null } => ({ next: null }))

/** ↓ as the very next key does this, as long as text and selection stay as they are now. */
export function offerNext(app: AppState, run: () => void): void {
  const view = app.opened.get()?.view
  offered(app).next = view ? { state: view.state, run } : null
}

/** Whether a key takes what was offered; then it is done. Any other key gives it up. */
export function takesNext(app: AppState, event: KeyboardEvent): boolean {
  const own = offered(app)
  const { next } = own
  own.next = null
  if (next === null || event.key !== 'ArrowDown' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
  const state = app.opened.get()?.view?.state
  if (!state || state.doc !== next.state.doc || !state.selection.eq(next.state.selection)) return false
  next.run()
  return true
}
