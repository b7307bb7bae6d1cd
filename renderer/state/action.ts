import type { Command } from 'prosemirror-state'
import type { KeyMenu, QuickPick } from '../ui/choice.ts'
import type { Key } from '../ui/keys.ts'
import type { AppState } from './app-state.ts'
import type { OpenDocument } from './open-document.ts'

export const MENUS = ['Document', 'Edit', 'Block', 'Page', 'Paper', 'Margin', 'Words', 'View', 'Help'] as const
export type Menu = (typeof MENUS)[number]

/** One thing the person can do: menu, palette, key sheet and keyboard all read this table. */
export interface Action {
  readonly id: string
  readonly label: string
  readonly menu: Menu
  readonly keys: readonly Key[]
  /** Whether it could be done now. */
  readonly can: (app: AppState) => boolean
  readonly run: (app: AppState) => void
  /** What to do first, where it can be done in this document and not at this place. */
  readonly first?: string
}

/** Why it cannot be done now, and what to do first; null where it can. */
export function whyNot(action: Action, app: AppState): string | null {
  if (action.can(app)) return null
  if (app.reading.get()) return 'close the preview first (Esc).'
  const opened = app.opened.get()
  if (!opened?.view) return 'open a document first.'
  if (!opened.writable) return `this document can only be read. ${opened.loaded.readOnly}`
  return action.first ?? 'not possible here.'
}

export const always = () => true

export const withOpened = (act: (opened: OpenDocument, app: AppState) => void) => (app: AppState) => {
  const opened = app.opened.get()
  if (opened?.view) act(opened, app)
}

/** Opens a menu, or a list that typing narrows, or says why there is none. */
export const choose = (from: (app: AppState, opened: OpenDocument) => KeyMenu | QuickPick | null, whyNot: string) =>
  withOpened((opened, app) => {
    const found = from(app, opened)
    if (found === null) app.say(whyNot)
    else if ('placeholder' in found) app.overlay.pick(found)
    else app.overlay.menu(found)
  })

export const whenOpened = (test: (opened: OpenDocument) => boolean) => (app: AppState) => {
  const opened = app.opened.get()
  return opened?.view && !app.reading.get() ? test(opened) : false
}

export const writes = whenOpened((opened) => opened.writable)

/** An action that is one command of the text. */
export function verb(
  id: string,
  label: string,
  menu: Menu,
  keys: readonly Key[],
  command: (opened: OpenDocument) => Command | null,
  first?: string,
): Action {
  return {
    ...(first === undefined ? {} : { first }),
    id,
    label,
    menu,
    keys,
    can: whenOpened((opened) => {
      const found = command(opened)
      return found !== null && opened.can(found)
    }),
    run: withOpened((opened) => {
      const found = command(opened)
      if (found) opened.run(found)
    }),
  }
}
