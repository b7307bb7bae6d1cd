import { tellPlace } from '../../shared/commands/tell-place.ts'
import type { Desk } from '../state/open-document.ts'
import { useObservable } from '../ui/observable.ts'

/** A passage announces its note, and a mark its name, when the caret comes to it: it is read out, and not seen. */
export function Announcer({ desk }: { readonly desk: Desk }) {
  useObservable(desk.tick)
  useObservable(desk.hands)
  if (!desk.view) return null
  const words = tellPlace(desk.view.state, {
    hand: (id) => desk.hand(id)?.name ?? null,
    entry: (type, ref) => {
      const entries: readonly { readonly id: string; readonly name: string }[] =
        type === 'persName' ? desk.people.get() : desk.names.get()
      return entries.find(({ id }) => id === ref)?.name ?? null
    },
  })
  return (
    <span className="unseen-label" role="status" data-testid="announced">
      {words}
    </span>
  )
}
