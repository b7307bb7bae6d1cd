import { tellPlace } from '../../shared/commands/tell-place.ts'
import type { OpenDocument } from '../state/open-document.ts'
import { useObservable } from '../ui/observable.ts'

/** A passage announces its note, and a mark its name, when the caret comes to it: it is read out, and not seen. */
export function Announcer({ opened }: { readonly opened: OpenDocument }) {
  useObservable(opened.tick)
  useObservable(opened.hands)
  if (!opened.view) return null
  const words = tellPlace(opened.view.state, {
    hand: (id) => opened.hand(id)?.name ?? null,
    entry: (type, ref) => {
      const entries: readonly { readonly id: string; readonly name: string }[] =
        type === 'persName' ? opened.people.get() : opened.names.get()
      return entries.find(({ id }) => id === ref)?.name ?? null
    },
  })
  return (
    <span className="unseen-label" role="status" data-testid="announced">
      {words}
    </span>
  )
}
