import type { Observable } from '../../ui/observable.ts'
import { type SaveState, SLOW } from './save-state.ts'

/** Resolves when a save takes longer than anybody waits for. */
export function whenSlow(saveState: Observable<SaveState>): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (saveState.get().trouble?.fault !== SLOW) return
      stop()
      resolve()
    }
    const stop = saveState.subscribe(look)
    look()
  })
}
