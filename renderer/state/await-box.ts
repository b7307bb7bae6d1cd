import type { AppCore } from './app-core.ts'

/**
 * Opens a box over the window whose content must be read first. Until it stands there, keys do not go into the text, where the person does not
 * mean them any more; Esc gives the box up (`giveUpBox`), and it does not come later.
 */
export async function awaitBox(app: AppCore, read: () => Promise<(() => void) | null>): Promise<void> {
  const mine = Symbol('a box')
  app.awaited.set(mine)
  app.say('One moment: it is being read. Esc goes back to the text.')
  let show: (() => void) | null = null
  try {
    show = await read()
  } finally {
    if (app.awaited.get() !== mine) show = null
    else {
      app.say('')
      // the box first: between the two, a key would go into the text
      show?.()
      app.awaited.set(null)
    }
  }
}

/** The person does not want to wait for the box any more. */
export function giveUpBox(app: AppCore): void {
  app.awaited.set(null)
  app.say('')
}
