import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { shownWords } from '../../state/shown.ts'
import { useObservable } from '../../ui/observable.ts'

/** Says which layer is in the light, where it is not everything, and puts everything back at a press. */
export function LayerSign({ opened }: { readonly opened: OpenDocument }) {
  const app = useApp()
  const shown = useObservable(app.shown)
  const words = shownWords(shown, opened)
  if (words === null) return null
  return (
    <button type="button" className="layer-sign" title="Show everything again" onClick={() => app.shown.set('all')}>
      {words} <span aria-hidden="true">✕</span>
    </button>
  )
}
