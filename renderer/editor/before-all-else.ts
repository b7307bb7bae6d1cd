import { nextTask } from '../host/next-task.ts'

/** What a person can do to a text. */
const DEEDS = ['keydown', 'beforeinput', 'compositionstart', 'pointerdown', 'copy', 'cut', 'paste', 'drop'] as const

/** Acts in a task of its own, so that a frame may come before it, but before whatever the person does next: no key overtakes it. */
export function beforeAllElse(act: () => void): void {
  let done = false
  const once = () => {
    if (done) return
    done = true
    for (const deed of DEEDS) window.removeEventListener(deed, once, true)
    act()
  }
  for (const deed of DEEDS) window.addEventListener(deed, once, true)
  void nextTask().then(once)
}
