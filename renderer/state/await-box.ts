import type { Bench } from './bench.ts'

/**
 * Opens a box over the window whose content must be read first. Until it stands there, keys do not go into the text, where the person does not
 * mean them any more; Esc gives the box up (`giveUpBox`), and it does not come later.
 */
export async function awaitBox(bench: Bench, read: () => Promise<(() => void) | null>): Promise<void> {
  const mine = Symbol('a box')
  bench.awaited.set(mine)
  bench.say('One moment: it is being read. Esc goes back to the text.')
  let show: (() => void) | null = null
  try {
    show = await read()
  } finally {
    if (bench.awaited.get() !== mine) show = null
    else {
      bench.say('')
      // the box first: between the two, a key would go into the text
      show?.()
      bench.awaited.set(null)
    }
  }
}

/** The person does not want to wait for the box any more. */
export function giveUpBox(bench: Bench): void {
  bench.awaited.set(null)
  bench.say('')
}
