import type { PenMark } from '../../shared/vocabulary/margin.ts'
import type { RoleName } from '../../shared/vocabulary/roles.ts'
import type { KeyMenu, TextFileDialog } from '../ui/choice.ts'
import type { Key } from '../ui/keys.ts'
import { observable } from '../ui/observable.ts'
import type { Action } from './action.ts'
import type { AppState } from './app-state.ts'
import { keySetIn, keyTemplate, readKeyFile, withKeySet } from './key-file.ts'
import { LETTERED, letterTemplate, readLetters } from './letter-file.ts'
import type { MENU_LETTERS } from './menu-letters.ts'

/** The keys that this person gave to actions, by the action's id. What is not in it has its usual keys. */
const own = observable<ReadonlyMap<string, readonly Key[]>>(new Map())

/** The letters that this person gave to entries of menus, by the entry's id. */
const ownLetters = observable<ReadonlyMap<string, string | null>>(new Map())

/** The letter of an entry of a menu (`block.heading`, `markAs.term`), as this person has it; '' where it has none. */
export function letterOf(id: LetterId): string {
  const own = ownLetters.get().get(id)
  return (own === undefined ? USUAL.get(id) : own) ?? ''
}

type Dotted<Menu extends string, Name> = Name extends string ? `${Menu}.${Name}` : never
type LetterId =
  | { [Menu in keyof typeof MENU_LETTERS]: Dotted<Menu, keyof (typeof MENU_LETTERS)[Menu]> }[keyof typeof MENU_LETTERS]
  | `block.${RoleName}`
  | `pen.${PenMark}`

const USUAL = new Map(LETTERED.map(({ id, letter }) => [id, letter]))

/** The keys of an action, as this person has them. */
export const keysOf = (action: Pick<Action, 'id' | 'keys'>): readonly Key[] => own.get().get(action.id) ?? action.keys

/** Tells when keys change. Ends with what it returns. */
export const onOwnKeys = (listener: () => void): (() => void) => own.subscribe(listener)

/** Takes the keys and letters from the settings, now and when settings are read anew. Ends with what it returns. */
export function takeOwnKeys(app: AppState, actions: readonly Action[]): () => void {
  const take = () => {
    const text = app.settings.get().keys ?? ''
    own.set(readKeyFile(text, actions).keys)
    ownLetters.set(readLetters(text).letters)
  }
  take()
  return app.settings.subscribe(take)
}

/** The file of keys, commented, with every action and every entry of a menu in it. */
export function ownKeysFile(app: AppState, actions: readonly Action[]): TextFileDialog {
  return {
    title: 'Keys of your own',
    hint: 'Take the # away from a line and change its keys. They hold at once, for you on this machine.',
    text: app.settings.get().keys ?? `${keyTemplate(actions)}\n${letterTemplate()}`,
    problems: (text) => [...readKeyFile(text, actions).problems, ...readLetters(text).problems],
    keep: (text) => app.keepSetting('keys', text),
  }
}

/** Whose keys the window has: Scholion's own, or those that hands bring along from Word. Lines of one's own hold beside either. */
export function keySetMenu(app: AppState, actions: readonly Action[]): KeyMenu {
  const text = app.settings.get().keys ?? `${keyTemplate(actions)}\n${letterTemplate()}`
  const now = keySetIn(text).name
  const option = (key: string, set: string | null, label: string, detail: string) => ({
    key,
    label,
    detail: now === set ? `${detail} · now` : detail,
    run: () => {
      app.keepSetting('keys', withKeySet(text, set))
      app.say(set === null ? 'Scholion’s own keys hold.' : `${label}: they hold at once. F1 shows all.`)
    },
  })
  return {
    title: 'Keys',
    hint: 'They hold at once, for you on this machine; lines of your own in the file of keys stay.',
    options: [
      option(letterOf('keySet.own'), null, 'Scholion’s own keys', 'as the guide tells them'),
      option(
        letterOf('keySet.word'),
        'word',
        'Keys as in Word',
        'F7 from doubt to doubt, Ctrl+Shift+S for the role, Ctrl+F2 for the preview …',
      ),
    ],
  }
}
