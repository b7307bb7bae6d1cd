import type { EditorState } from 'prosemirror-state'
import type { AppState } from './app-state.ts'
import { ofApp } from './of-app.ts'

interface GoingOn {
  readonly state: EditorState
  readonly goOn: () => void
}

const next = ofApp((): { now: GoingOn | null } => ({ now: null }))

/** ↓ as the very next key does this, as long as text and selection are as they are now. */
export function offerToGoOn(app: AppState, goOn: () => void): void {
  const view = app.opened.get()?.view
  next(app).now = view ? { state: view.state, goOn } : null
}

/** Whether a key goes on with what was offered; then it is done. Any other key gives it up. */
export function goesOn(app: AppState, event: KeyboardEvent): boolean {
  const own = next(app)
  const { now } = own
  own.now = null
  if (now === null || event.key !== 'ArrowDown' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
  const state = app.opened.get()?.view?.state
  if (!state || state.doc !== now.state.doc || !state.selection.eq(now.state.selection)) return false
  now.goOn()
  return true
}
