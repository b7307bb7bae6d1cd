import { TextSelection } from 'prosemirror-state'
import { blocksOf, setHand, setRole } from '../../../shared/commands/set-block.ts'
import { blockBeside } from '../../../shared/document/block-beside.ts'
import { likelyRoles } from '../../../shared/propose/likely-roles.ts'
import { ROLE_NAMES, ROLES, type RoleName } from '../../../shared/vocabulary/roles.ts'
import { ROLE_SYNONYMS } from '../../../shared/vocabulary/synonyms.ts'
import { jumpTo } from '../../editor/jump.ts'
import type { AppState } from '../../state/app-state.ts'
import { likeliestFirst } from '../../state/likely.ts'
import { offerNext } from '../../state/offered-next.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { letterOf } from '../../state/own-keys.ts'
import type { KeyMenu, MenuOption } from '../../ui/choice.ts'
import { handOptions } from '../hands/hand-options.ts'

/** Ctrl+B: what the selected blocks are (a letter), or who wrote them (a digit). ↓ after it goes on with the next block. */
export function blockMenu(app: AppState, opened: OpenDocument): KeyMenu {
  const hands = handOptions(app, opened, (hand) => stateHand(app, opened, hand), letterOf('block.newHand'), 'block')
  const now = roleHere(opened)
  const roles: MenuOption[] = ROLE_NAMES.map((name) => ({
    key: letterOf(`block.${name}`),
    label: ROLES[name].label,
    ...(name === now ? { detail: 'now' } : {}),
    also: ROLE_SYNONYMS[name],
    run: () => stateRole(app, opened, name),
  }))
  const lettered = roles.filter((role) => role.key !== '')
  const menu: KeyMenu = {
    title: 'Role or hand',
    about: 'block',
    hint: 'Letter: role · digit: hand · then ↓: next',
    options: [
      ...lettered,
      { key: letterOf('block.roleNotStated'), label: 'role not stated', run: () => stateRole(app, opened, null) },
      ...hands.options,
      { key: letterOf('block.handNotStated'), label: 'hand not stated', run: () => stateHand(app, opened, null) },
      ...roles.filter((role) => role.key === ''),
    ],
  }
  const [pos] = blocksOf(opened.state)
  const evidence = pos === undefined ? [] : likelyRoles(opened.state.doc, pos).map((name) => ROLES[name].label)
  return likeliestFirst(opened, 'block', menu, evidence)
}

/** States the role of the selected blocks; ↓ as the next key goes on. */
export function stateRole(app: AppState, opened: OpenDocument, role: RoleName | null): void {
  if (!opened.run(setRole(role))) return
  app.say(`Role: ${role === null ? 'not stated' : ROLES[role].label}. ↓ goes on with the next block.`)
  offerNext(app, () => goToNext(app, opened, 1))
}

/** States the hand of the selected blocks, or of the note; ↓ as the next key goes on. */
export function stateHand(app: AppState, opened: OpenDocument, hand: string | null): void {
  if (!opened.run(setHand(hand))) return
  app.say(`Hand: ${opened.hand(hand)?.name ?? 'not stated'}. ↓ goes on with the next block.`)
  offerNext(app, () => goToNext(app, opened, 1))
}

/** The role that all selected blocks have, or null. */
function roleHere(opened: OpenDocument): RoleName | null {
  const roles = blocksOf(opened.state).map((pos) => opened.state.doc.nodeAt(pos)!.attrs.role as RoleName | null)
  return new Set(roles).size === 1 ? (roles[0] ?? null) : null
}

/** The caret goes to the block after the selected ones, or before them, and the menu stands there. What is not chosen stays as it is. */
function goToNext(app: AppState, opened: OpenDocument, step: 1 | -1): void {
  const { view, state } = opened
  const from = blocksOf(state).at(step === 1 ? -1 : 0)
  const to = from === undefined ? null : blockBeside(state.doc, from, step)
  if (!view || to === null) {
    app.say(step === 1 ? 'This is the last block.' : 'This is the first block.')
    return
  }
  jumpTo(view, TextSelection.create(state.doc, to + 1))
  opened.redraw()
  app.overlay.menu({
    ...blockMenu(app, opened),
    hint: '↓ keeps it · letter: role · Esc ends',
    along: { ArrowDown: () => goToNext(app, opened, 1), ArrowUp: () => goToNext(app, opened, -1) },
  })
}

/** Alt+E: who wrote the selected blocks. */
export function handMenu(app: AppState, opened: OpenDocument): KeyMenu {
  const { options, offered } = handOptions(app, opened, (hand) => opened.run(setHand(hand)), letterOf('block.newHand'), 'block')
  const notStated = { key: letterOf('block.handNotStated'), label: 'hand not stated', run: () => void opened.run(setHand(null)) }
  return { title: 'Hand of the block', about: 'block', options: [...options, notStated], ...(offered >= 0 ? { offered } : {}) }
}
