import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { letterOf } from '../../state/own-keys.ts'
import { type Shown, shownWords, withHand } from '../../state/shown.ts'
import { type KeyMenu, numbered } from '../../ui/choice.ts'

/** Puts this layer into the light, and says so. */
export function showLayer(app: AppState, opened: OpenDocument, shown: Shown): void {
  app.shown.set(shown)
  app.say(shownWords(shown, opened) ?? 'Everything is shown.')
  opened.view?.focus()
}

/** Ctrl+L: which layer is in the light. Nothing moves, nothing is changed. */
export function layerMenu(app: AppState, opened: OpenDocument): KeyMenu {
  const show = (shown: Shown) => () => showLayer(app, opened, shown)
  const now = app.shown.get()
  const lit = typeof now === 'string' ? [] : now.hands
  const hands = opened.offered.map((hand) => ({
    label: hand.name,
    detail: lit.includes(hand.id) ? `${hand.badge} · shown` : hand.badge,
    run: show(withHand(now, hand.id)),
  }))
  return {
    title: 'Show only',
    hint: `${lit.length > 0 ? 'A digit adds a hand, or takes it away · the' : 'The'} rest fades and keeps its place · exports are not changed by it`,
    options: [
      { key: letterOf('layers.everything'), label: 'everything', run: show('all') },
      { key: letterOf('layers.typedOnly'), label: 'typed only', detail: 'what is by a typewriter or print', run: show('typed') },
      ...numbered(null, hands),
    ],
  }
}
