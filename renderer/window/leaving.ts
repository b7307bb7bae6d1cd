import type { Workbench } from '../state/app-state.ts'

/** Saves when the window loses the focus or is hidden, and remembers the caret’s place; on leaving the page the recovery copy is written too, and the browser asks while anything is unsaved. */
export function keepWhenLeaving(bench: Workbench): () => void {
  const save = () => void bench.desk.get()?.keeper.save()
  const hide = () => {
    if (!document.hidden) return
    bench.rememberPlace()
    void bench.desk.get()?.keeper.journal(true)
    save()
  }
  const leave = (event: BeforeUnloadEvent) => {
    const keeper = bench.desk.get()?.keeper
    if (!keeper?.dirty) return
    void keeper.journal(true)
    void keeper.save()
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
