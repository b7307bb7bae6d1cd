import { type Hand, layerOf, type Medium, UNKNOWN_MANUSCRIPT } from '../../../shared/model/hand.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { letterOf } from '../../state/own-keys.ts'
import type { Form, MenuOption } from '../../ui/choice.ts'
import { handForm, newHand } from './hand-form.ts'

export type HandAct = (hand: string | null) => void

/** Writing without a writer: every collection may need it, and it is of the register once somebody states it. */
const BY_MACHINE: readonly Pick<Hand, 'name' | 'badge' | 'medium'>[] = [
  { name: 'typewriter, typist not known', badge: 'TW', medium: 'typewriter' },
  { name: 'print', badge: 'PR', medium: 'print' },
  { name: 'stamp', badge: 'ST', medium: 'stamp' },
]

/**
 * Digits 1…9 for the collection's hands, 0 for handwriting whose writer is not known. The last hand is offered for Enter, never preset: the last
 * that wrote a note for notes and pen marks (`of`: note), the last that wrote a block for blocks.
 */
export function handOptions(
  app: AppState,
  opened: OpenDocument,
  act: HandAct,
  newKey: string = letterOf('lift.newHand'),
  of: 'note' | 'block' = 'note',
): { readonly options: readonly MenuOption[]; readonly offered: number } {
  const hands = opened.offered.slice(0, 9)
  const given = (hand: string | null) => () => {
    // what a machine wrote is never offered for the next note
    if (of === 'block' || hand === null || layerOf(opened.hand(hand)) === 'handwritten') opened.lastHand[of] = hand
    act(hand)
  }
  const options: MenuOption[] = hands.map((hand, index) => ({
    key: String(index + 1),
    label: hand.name,
    detail: hand.badge,
    run: given(hand.id),
  }))
  options.push({ key: '0', label: UNKNOWN_MANUSCRIPT.name, detail: UNKNOWN_MANUSCRIPT.badge, run: given(UNKNOWN_MANUSCRIPT.id) })
  options.push(
    ...BY_MACHINE.filter(({ medium }) => !hasMedium(opened, medium)).map((machine) => ({
      key: '',
      label: machine.name,
      detail: machine.badge,
      run: () => {
        const hand: Hand = { ...machine, id: app.newId(), person: null }
        void app.addToRegisters({ hands: [hand] })
        given(hand.id)()
      },
    })),
  )
  options.push({
    key: newKey,
    label: 'a new hand …',
    detail: 'for the register',
    run: () => app.overlay.form(handThen(app, opened, given)),
  })
  const known = [...hands, UNKNOWN_MANUSCRIPT]
  return { options, offered: known.findIndex(({ id }) => id === opened.lastHand[of]) }
}

const hasMedium = (opened: OpenDocument, medium: Medium) => opened.offered.some((hand) => hand.medium === medium)

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
