import { useBench } from '../../state/context.ts'
import type { Desk } from '../../state/open-document.ts'
import { shownWords } from '../../state/shown.ts'
import { useObservable } from '../../ui/observable.ts'

/** Says which layer is in the light, where it is not everything, and puts everything back at a press. */
export function LayerSign({ desk }: { readonly desk: Desk }) {
  const bench = useBench()
  const shown = useObservable(bench.shown)
  const words = shownWords(shown, desk)
  if (words === null) return null
  return (
    <button type="button" className="layer-sign" title="Show everything again" onClick={() => bench.shown.set('all')}>
      {words} <span aria-hidden="true">✕</span>
    </button>
  )
}
