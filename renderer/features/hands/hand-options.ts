import { UNKNOWN_MANUSCRIPT } from '../../../shared/model/hand.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { letterOf } from '../../state/own-keys.ts'
import type { Form, MenuOption } from '../../ui/choice.ts'
import { handForm, newHand } from './hand-form.ts'

export type HandAct = (hand: string | null) => void

/** Digits 1…9 for the collection's hands, 0 for handwriting whose writer is not known. The last hand is offered for Enter, never preset. */
export function handOptions(
  app: AppState,
  opened: OpenDocument,
  act: HandAct,
  newKey: string = letterOf('lift.newHand'),
): { readonly options: readonly MenuOption[]; readonly offered: number } {
  const hands = opened.offered.slice(0, 9)
  const given = (hand: string | null) => () => {
    opened.lastHand = hand
    act(hand)
  }
  const options: MenuOption[] = hands.map((hand, index) => ({
    key: String(index + 1),
    label: hand.name,
    detail: hand.badge,
    run: given(hand.id),
  }))
  options.push({ key: '0', label: UNKNOWN_MANUSCRIPT.name, detail: UNKNOWN_MANUSCRIPT.badge, run: given(UNKNOWN_MANUSCRIPT.id) })
  options.push({
    key: newKey,
    label: 'a new hand …',
    detail: 'for the register',
    run: () => app.overlay.form(handThen(app, opened, given)),
  })
  const offered = options.findIndex((_option, index) => (hands[index]?.id ?? UNKNOWN_MANUSCRIPT.id) === opened.lastHand)
  return { options, offered }
}

/** A new hand of the register, which then is given. */
function handThen(app: AppState, opened: OpenDocument, given: (hand: string) => () => void): Form {
  return {
    ...handForm({
      title: 'New hand',
      verb: 'Add and apply',
      before: newHand(app.newId()),
      submit: (hand) => {
        void app.addToRegisters({ hands: [hand] })
        given(hand.id)()
        return null
      },
    }),
    about: opened.state.selection.empty ? 'block' : 'selection',
  }
}
