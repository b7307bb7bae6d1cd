import type { AppState } from '../state/app-state.ts'
import { isCovered } from './keyboard.ts'

/**
 * Back to the text that is open, from a box that lay over it; where none is open, to the documents. As soon as the box is gone, which is when
 * what was set in this event is drawn, and not a frame later: letters typed on at once would go nowhere.
 */
export function returnToText(app: AppState): void {
  queueMicrotask(() => focusHome(app))
  // a box that closes by itself, after something was waited for, is gone a frame later only, and until then takes every focus
  takeLostFocus(app)
}

function focusHome(app: AppState): void {
  if (isCovered(app) || app.reading.get()) return
  const view = app.opened.get()?.view
  if (view) view.focus()
  else focusDocuments(app)
}

/**
 * Gives the focus a place when the list has come, and when what had it is gone (a question answered, a message noted, a document closed),
 * so that the next key always does something. Never takes it from what has it. Ends with what it returns.
 */
export function keepFocus(app: AppState): () => void {
  const give = () => takeLostFocus(app)
  const ends = [app.collection, app.askName, app.notice, app.left, app.opened].map((source) => source.subscribe(give))
  give()
  return () => {
    for (const end of ends) end()
  }
}

/** At the next frame, if nothing has it then. */
function takeLostFocus(app: AppState): void {
  requestAnimationFrame(() => {
    const { activeElement, body } = document
    if (activeElement === null || activeElement === body) focusHome(app)
  })
}

/** While one is being opened the focus stays where it is: its text takes it when it has come. */
function focusDocuments(app: AppState): void {
  if (!app.opening.get()) document.querySelector<HTMLElement>('[data-part="documents"] [data-focus-first]')?.focus()
}
