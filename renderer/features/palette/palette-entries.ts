import type { Action } from '../../state/action.ts'
import type { AppState } from '../../state/app-state.ts'
import { keysOf } from '../../state/own-keys.ts'
import type { QuickPickItem } from '../../ui/choice.ts'
import { COMMAND_WORDS, NO_SUCH } from './other-words.ts'
import { documentEntries, handEntries, nameEntries } from './register-entries.ts'
import { vocabularyEntries } from './vocabulary-entries.ts'

/**
 * Everything that can be gone to by its name: every command, and, as soon as something is typed, every role, tag, pen mark, gap, hand, name and
 * document, and what there is none of.
 */
export function paletteEntries(app: AppState, actions: readonly Action[]): readonly QuickPickItem[] {
  const commands = actions.map((action) => ({
    id: action.id,
    label: action.label,
    detail: action.menu,
    also: COMMAND_WORDS[action.id] ?? [],
    keys: keysOf(action),
    disabled: !action.can(app),
    run: () => action.run(app),
  }))
  const none = NO_SUCH.map((one) => ({ ...one, id: `none ${one.label}`, onlyTyped: true, disabled: true, run: () => {} }))
  return [...commands, ...vocabularyEntries(app), ...nameEntries(app), ...handEntries(app), ...documentEntries(app), ...none]
}
