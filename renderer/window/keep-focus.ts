import type { AppState } from '../state/app-state.ts'
import { ofApp } from '../state/of-app.ts'
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

/** Panels beside the text that are gone through by keyboard. */
const PANELS = '[data-part="documents"], [data-part="inspector"], [data-part="find"]'

/** Where the keyboard stood in a panel when something came over the window; null where it stood in the text, or the mouse was last. */
const stood = ofApp<{ at: HTMLElement | null }>(() => ({ at: null }))

/** Remembers where the keyboard stands whenever something comes over the window. Ends with what it returns. */
export function rememberFocus(app: AppState): () => void {
  let wasOpen = app.overlay.isOpen
  return app.overlay.all.subscribe(() => {
    const { activeElement } = document
    const isIn = activeElement instanceof HTMLElement && activeElement.matches(`:is(${PANELS}) :focus-visible`)
    if (!wasOpen && app.overlay.isOpen) stood(app).at = isIn ? activeElement : null
    wasOpen = app.overlay.isOpen
  })
}

/** From what lay over the window: with Escape, by which nothing was chosen, to the panel where the keyboard stood before; else to the text. */
export function returnFrom(app: AppState, event: Event | undefined): void {
  const { at } = stood(app)
  const escaped = event?.type === 'cancel' || (event instanceof KeyboardEvent && event.key === 'Escape')
  if (escaped && !app.overlay.isOpen && at?.isConnected) queueMicrotask(() => at.focus())
  else returnToText(app)
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
