import { type Hand, layerOf } from '../../shared/model/hand.ts'
import { type Chooser, numbered } from './choice.ts'
import type { Desk } from './desk.ts'
import type { Workbench } from './workbench.ts'

/** What of the paper is in the light: everything, what was typed or printed, or one hand. The rest fades and keeps its place. */
export type Shown = 'all' | 'typed' | { readonly hand: string }

/** Whether writing by this hand fades. Our own notes have none, and fade with whatever is not all. */
export function isFaded(shown: Shown, hand: Hand | null): boolean {
  if (shown === 'all') return false
  if (shown !== 'typed') return hand?.id !== shown.hand
  const layer = layerOf(hand)
  return layer !== 'typed' && layer !== 'printed'
}

/** What is shown, in words; null where it is everything. */
export function shownWords(shown: Shown, desk: Desk): string | null {
  if (shown === 'all') return null
  return shown === 'typed' ? 'typed only' : `only ${desk.hand(shown.hand)?.name ?? 'a hand that is not known any more'}`
}

/** Ctrl+L: which layer is in the light. Nothing moves, nothing is changed. */
export function layerChooser(bench: Workbench, desk: Desk): Chooser {
  const show = (shown: Shown) => () => {
    bench.shown.set(shown)
    bench.say(shownWords(shown, desk) ?? 'Everything is shown.')
    desk.view?.focus()
  }
  const hands = desk.offered.map((hand) => ({ label: hand.name, detail: hand.badge, run: show({ hand: hand.id }) }))
  return {
    title: 'In the light',
    hint: 'The rest fades and keeps its place · exports are not changed by it',
    options: [
      { key: 'a', label: 'everything', run: show('all') },
      { key: 't', label: 'typed only', detail: 'what is by a typewriter or print', run: show('typed') },
      // letters are for the two above
      ...numbered(null, hands).map((option) => (/^[a-z]$/.test(option.key) ? { ...option, key: '' } : option)),
    ],
  }
}
