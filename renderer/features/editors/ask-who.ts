import type { AppState } from '../../state/app-state.ts'

/**
 * Asks who is editing when something was saved for the first time and nobody said so: the name stands with every revision. Asked once, and
 * never again of somebody who put it off. Ends with what it returns.
 */
export function askWhoEdits(app: AppState): () => void {
  let asked = false
  const ask = async () => {
    if (asked || app.editor.get() !== null) return
    asked = true
    // another window may have been told meanwhile
    const kept = await app.host.readSettings()
    if (kept.ok && kept.value.editor === undefined && kept.value.nameAsked === undefined) app.askName.set(true)
  }
  let end: () => void = () => undefined
  const watch = () => {
    end()
    const saver = app.opened.get()?.saver
    end = saver ? saver.saveState.subscribe(() => void (saver.saveState.get().state === 'saved' && ask())) : () => undefined
  }
  watch()
  const endWatching = app.opened.subscribe(watch)
  return () => {
    endWatching()
    end()
  }
}
