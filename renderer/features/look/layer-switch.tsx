import { layerOf } from '../../../shared/model/hand.ts'
import { useTip } from '../../state/actions.ts'
import { useApp } from '../../state/context.ts'
import { handClass } from '../../state/hand-class.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { withHand } from '../../state/shown.ts'
import { useObservable } from '../../ui/observable.ts'
import { layerMenu, showLayer } from './layer-menu.ts'

/** As many hands as have a button of their own; all of them are in the menu of layers. */
const HANDS_SHOWN = 4

/** Which layer of the paper is in the light: typed, all, or this hand and that. Nothing moves, the rest fades. */
export function LayerSwitch({ opened }: { readonly opened: OpenDocument }) {
  const app = useApp()
  const tip = useTip()
  const shown = useObservable(app.shown)
  useObservable(opened.hands)
  useObservable(opened.retired)
  const lit = typeof shown === 'string' ? [] : shown.hands
  const hands = opened.offered.filter((hand) => layerOf(hand) === 'handwritten')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would stand apart from the row
    <div role="group" className="layers" aria-label="Layers" title={tip('layers')}>
      <button
        type="button"
        aria-pressed={shown === 'typed'}
        onClick={() => showLayer(app, opened, shown === 'typed' ? 'all' : 'typed')}
      >
        Typed
      </button>
      <button type="button" aria-pressed={shown === 'all'} onClick={() => showLayer(app, opened, 'all')}>
        All
      </button>
      {hands.slice(0, HANDS_SHOWN).map((hand) => (
        <button
          key={hand.id}
          type="button"
          className={`badge ${handClass(opened, hand.id)}`}
          aria-pressed={lit.includes(hand.id)}
          title={`Show only ${hand.name}`}
          onClick={() => showLayer(app, opened, withHand(shown, hand.id))}
        >
          {hand.badge}
        </button>
      ))}
      {hands.length > HANDS_SHOWN ? (
        <button type="button" aria-label="More hands" onClick={() => app.overlay.menu(layerMenu(app, opened))}>
          …
        </button>
      ) : null}
    </div>
  )
}
