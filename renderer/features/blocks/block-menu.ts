import { setHand, setRole } from '../../../shared/commands/set-block.ts'
import { ROLE_NAMES, ROLES } from '../../../shared/vocabulary/roles.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { letterOf } from '../../state/own-keys.ts'
import type { KeyMenu, MenuOption } from '../../ui/choice.ts'
import { alsoCalled } from '../annotate/annotate-menus.ts'
import { handOptions } from '../hands/hand-options.ts'

/** Ctrl+B: what the selected blocks are (a letter), or who wrote them (a digit). */
export function blockMenu(app: AppState, opened: OpenDocument): KeyMenu {
  const hands = handOptions(app, opened, (hand) => opened.run(setHand(hand)), letterOf('block.newHand'))
  const roles: MenuOption[] = ROLE_NAMES.map((name) => ({
    key: letterOf(`block.${name}`),
    label: ROLES[name].label,
    also: alsoCalled(name),
    run: () => void opened.run(setRole(name)),
  }))
  const lettered = roles.filter((role) => role.key !== '')
  return {
    title: 'Role or hand',
    about: 'block',
    hint: 'Letters: what it is · digits: whose hand, 0 writer not known · Esc leaves it as it is',
    options: [
      ...lettered,
      { key: letterOf('block.roleNotStated'), label: 'role not stated', run: () => void opened.run(setRole(null)) },
      ...hands.options,
      { key: letterOf('block.handNotStated'), label: 'hand not stated', run: () => void opened.run(setHand(null)) },
      ...roles.filter((role) => role.key === ''),
    ],
  }
}

/** Alt+E: who wrote the selected blocks. */
export function handMenu(app: AppState, opened: OpenDocument): KeyMenu {
  const { options, offered } = handOptions(app, opened, (hand) => opened.run(setHand(hand)), letterOf('block.newHand'))
  const notStated = { key: letterOf('block.handNotStated'), label: 'hand not stated', run: () => void opened.run(setHand(null)) }
  return { title: 'Hand of the block', about: 'block', options: [...options, notStated], ...(offered >= 0 ? { offered } : {}) }
}
