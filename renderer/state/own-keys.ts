import type { TextFileDialog } from '../ui/choice.ts'
import type { Key } from '../ui/keys.ts'
import { observable } from '../ui/observable.ts'
import type { Action } from './action.ts'
import type { AppState } from './app-state.ts'
import { keyTemplate, readKeyFile } from './key-file.ts'

/** The keys that this person gave to actions, by the action's id. What is not in it has its usual keys. */
const own = observable<ReadonlyMap<string, readonly Key[]>>(new Map())

/** The keys of an action, as this person has them. */
export const keysOf = (action: Pick<Action, 'id' | 'keys'>): readonly Key[] => own.get().get(action.id) ?? action.keys

/** Tells when keys change. Ends with what it returns. */
export const onOwnKeys = (listener: () => void): (() => void) => own.subscribe(listener)

/** Takes the keys from the settings, now and when settings are read anew. Ends with what it returns. */
export function takeOwnKeys(app: AppState, actions: readonly Action[]): () => void {
  const take = () => own.set(readKeyFile(app.settings.get().keys ?? '', actions).keys)
  take()
  return app.settings.subscribe(take)
}

/** The file of keys, commented, with every action in it. */
export function ownKeysFile(app: AppState, actions: readonly Action[]): TextFileDialog {
  return {
    title: 'Keys of your own',
    hint: 'Take the # away from a line and change its keys. They hold at once, for you on this machine.',
    text: app.settings.get().keys ?? keyTemplate(actions),
    problems: (text) => readKeyFile(text, actions).problems,
    keep: (text) => app.keepSetting('keys', text),
  }
}
