import { flushSync } from 'react-dom'
import type { AppState, Panel } from './app-state.ts'

/** Shows a panel beside the text, with the focus in it. */
export function showPanel(app: AppState, panel: Panel): void {
  drawn(() => {
    app.drawer.set(true)
    app.panel.set(panel)
    app.opened.get()?.upToDate()
  })
  focusIn(document.querySelector('[data-part="inspector"] [role="tabpanel"]'))
}

/** What is shown by it stands in the page when this returns: a focus given a frame later would be taken from where the next key put it. */
export const drawn = (show: () => void): void => flushSync(show)

/** Puts the focus into a part of the window: where that part says, else on the first thing that takes it. */
export function focusIn(part: HTMLElement | null): void {
  // what sets a width, and what is not shown, is no place to begin
  const found = [
    ...(part?.querySelectorAll<HTMLElement>('.ProseMirror, [data-focus-first], select, input, button, [tabindex="0"]') ?? []),
  ].filter((one) => one.offsetParent !== null && one.getAttribute('role') !== 'separator')
  const first = found.find((one) => one.matches('.ProseMirror, [data-focus-first]')) ?? found[0]
  ;(first ?? part)?.focus()
}
