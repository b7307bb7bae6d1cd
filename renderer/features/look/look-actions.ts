import { type Action, always } from '../../state/action.ts'
import type { Workbench } from '../../state/app-state.ts'
import { FIRST_LOOK, type Look, nextZoom } from '../../state/look.ts'
import type { Chooser } from '../../ui/choice.ts'

/** What can be done about how the window looks; all of it is remembered. */
export const LOOK_ACTIONS: readonly Action[] = [
  zoom('larger', 'Larger letters on the sheet', 'Alt+=', (now) => nextZoom(now, 1)),
  zoom('smaller', 'Smaller letters on the sheet', 'Alt+-', (now) => nextZoom(now, -1)),
  zoom('usual-size', 'The sheet’s usual letters', 'Alt+0', () => FIRST_LOOK.zoom),
  {
    id: 'look',
    label: 'Light, dark, more contrast …',
    menu: 'View',
    keys: ['Alt+Shift+V'],
    can: always,
    run: (bench) => bench.chooser.set(lookChooser(bench)),
  },
  {
    id: 'hide-facts',
    label: 'Hide the inspector, or show it',
    menu: 'View',
    keys: ['Alt+Shift+I'],
    can: (bench) => bench.desk.get() !== null,
    run: (bench) => {
      bench.setLook({ factsShown: !bench.look.get().factsShown })
      bench.desk.get()?.view?.focus()
    },
  },
]

function zoom(id: string, label: string, key: string, to: (now: number) => number): Action {
  const run = (bench: Workbench) => {
    bench.setLook({ zoom: to(bench.look.get().zoom) })
    bench.say(`The sheet’s letters: ${bench.look.get().zoom} %`)
  }
  return { id, label, menu: 'View', keys: [key], can: always, run }
}

function lookChooser(bench: Workbench): Chooser {
  const look = bench.look.get()
  const option = (key: string, label: string, part: Partial<Look>) => {
    const now = Object.entries(part).every(([name, value]) => look[name as keyof Look] === value)
    return { key, label, ...(now ? { detail: 'now' } : {}), run: () => bench.setLook(part) }
  }
  return {
    title: 'How the window looks',
    hint: 'Remembered for you on this machine.',
    options: [
      option('s', 'Light or dark as the system has it', { theme: 'system' }),
      option('l', 'Light', { theme: 'light' }),
      option('d', 'Dark', { theme: 'dark' }),
      look.contrast === 'more'
        ? option('c', 'Contrast as the system has it', { contrast: 'system' })
        : option('c', 'More contrast', { contrast: 'more' }),
      { key: 'r', label: 'Everything as at first: sizes and panels too', run: () => bench.setLook(FIRST_LOOK) },
    ],
  }
}
