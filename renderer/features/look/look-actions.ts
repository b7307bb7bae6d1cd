import { type Action, always } from '../../state/action.ts'
import type { AppState } from '../../state/app-state.ts'
import { FIRST_LOOK, isNarrow, type Look, nextZoom } from '../../state/look.ts'
import { letterOf } from '../../state/own-keys.ts'
import type { KeyMenu } from '../../ui/choice.ts'

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
    run: (app) => app.overlay.menu(lookMenu(app)),
  },
  {
    id: 'hide-facts',
    label: 'Hide the inspector, or show it',
    menu: 'View',
    keys: ['Alt+Shift+I'],
    can: (app) => app.opened.get() !== null,
    run: (app) => {
      toggleFacts(app)
      app.opened.get()?.view?.focus()
    },
  },
  {
    id: 'hide-toolbar',
    label: 'Hide the toolbar, or show it',
    menu: 'View',
    keys: ['Alt+V'],
    can: always,
    run: (app) => app.setLook({ toolbar: !app.look.get().toolbar }),
  },
]

/**
 * In a window too narrow for both, the inspector lies over the notes while it is open; in a wide one it has a place of its own. Hidden there, it
 * leaves that to the text, and lies over the notes when a command asks for it: the text moves at the person's choice alone.
 */
function toggleFacts(app: AppState): void {
  const { factsShown } = app.look.get()
  const isOver = app.drawer.get() && !factsShown
  if (isNarrow() || isOver) app.drawer.set(!app.drawer.get())
  else {
    app.drawer.set(false)
    app.setLook({ factsShown: !factsShown })
  }
}

function zoom(id: string, label: string, key: string, to: (now: number) => number): Action {
  const run = (app: AppState) => {
    app.setLook({ zoom: to(app.look.get().zoom) })
    app.say(`The sheet’s letters: ${app.look.get().zoom} %`)
  }
  return { id, label, menu: 'View', keys: [key], can: always, run }
}

function lookMenu(app: AppState): KeyMenu {
  const look = app.look.get()
  const option = (key: string, label: string, part: Partial<Look>) => {
    const now = Object.entries(part).every(([name, value]) => look[name as keyof Look] === value)
    return { key, label, ...(now ? { detail: 'now' } : {}), run: () => app.setLook(part) }
  }
  return {
    title: 'How the window looks',
    hint: 'Remembered for you on this machine.',
    options: [
      option(letterOf('look.system'), 'Light or dark as the system has it', { theme: 'system' }),
      option(letterOf('look.light'), 'Light', { theme: 'light' }),
      option(letterOf('look.dark'), 'Dark', { theme: 'dark' }),
      look.contrast === 'more'
        ? option(letterOf('look.contrast'), 'Contrast as the system has it', { contrast: 'system' })
        : option(letterOf('look.contrast'), 'More contrast', { contrast: 'more' }),
      {
        key: letterOf('look.asAtFirst'),
        label: 'Everything as at first: sizes and panels too',
        run: () => app.setLook(FIRST_LOOK),
      },
    ],
  }
}
