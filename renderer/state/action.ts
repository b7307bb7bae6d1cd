import type { Command } from 'prosemirror-state'
import type { Chooser, Listing } from '../ui/choice.ts'
import type { Key } from '../ui/keys.ts'
import type { Workbench } from './app-state.ts'
import type { Desk } from './open-document.ts'

export const MENUS = ['Document', 'Edit', 'Block', 'Page', 'Paper', 'Margin', 'Words', 'View', 'Help'] as const
export type Menu = (typeof MENUS)[number]

/** One thing the person can do: menu, palette, key sheet and keyboard all read this table. */
export interface Action {
  readonly id: string
  readonly label: string
  readonly menu: Menu
  readonly keys: readonly Key[]
  /** Whether it could be done now. */
  readonly can: (bench: Workbench) => boolean
  readonly run: (bench: Workbench) => void
}

export const always = () => true

export const withDesk = (act: (desk: Desk, bench: Workbench) => void) => (bench: Workbench) => {
  const desk = bench.desk.get()
  if (desk?.view) act(desk, bench)
}

/** Opens a chooser, or a list that typing narrows, or says why there is none. */
export const choose = (from: (bench: Workbench, desk: Desk) => Chooser | Listing | null, whyNot: string) =>
  withDesk((desk, bench) => {
    const found = from(bench, desk)
    if (found === null) bench.say(whyNot)
    else if ('placeholder' in found) bench.listing.set(found)
    else bench.chooser.set(found)
  })

export const onDesk = (test: (desk: Desk) => boolean) => (bench: Workbench) => {
  const desk = bench.desk.get()
  return desk?.view && !bench.reading.get() ? test(desk) : false
}

export const writes = onDesk((desk) => desk.writable)

/** An action that is one command of the text. */
export function verb(
  id: string,
  label: string,
  menu: Menu,
  keys: readonly Key[],
  command: (desk: Desk) => Command | null,
): Action {
  return {
    id,
    label,
    menu,
    keys,
    can: onDesk((desk) => {
      const found = command(desk)
      return found !== null && desk.can(found)
    }),
    run: withDesk((desk) => {
      const found = command(desk)
      if (found) desk.run(found)
    }),
  }
}
