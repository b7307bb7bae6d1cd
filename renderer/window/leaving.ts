import type { AppState } from '../state/app-state.ts'

/** Saves when the window loses the focus or is hidden, and remembers the caret’s place; on leaving the page the recovery copy is written too, and the browser asks while anything is unsaved. */
export function keepWhenLeaving(app: AppState): () => void {
  const save = () => void app.opened.get()?.saver.save()
  const hide = () => {
    if (!document.hidden) return
    app.rememberPlace()
    void app.opened.get()?.saver.journal(true)
    save()
  }
  const leave = (event: BeforeUnloadEvent) => {
    const saver = app.opened.get()?.saver
    if (!saver?.dirty) return
    void saver.journal(true)
    void saver.save()
    event.preventDefault()
  }
  window.addEventListener('blur', save)
  document.addEventListener('visibilitychange', hide)
  window.addEventListener('beforeunload', leave)
  return () => {
    window.removeEventListener('blur', save)
    document.removeEventListener('visibilitychange', hide)
    window.removeEventListener('beforeunload', leave)
  }
}
