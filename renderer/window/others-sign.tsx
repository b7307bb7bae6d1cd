import { useApp } from '../state/context.ts'
import { useObservable } from '../ui/observable.ts'

const clock = (iso: string) => new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })

/** Who else has this document open on this computer, in words. */
export function OthersSign() {
  const others = useObservable(useApp().others)
  if (others.length === 0) return null
  const names = [...new Set(others.map(({ who }) => who || 'somebody'))]
  const since = others.map(({ who, since }) => `${who || 'somebody'} since ${clock(since)}`).join(', ')
  return (
    <span className="others" role="status" title={`Open elsewhere too: ${since}. Nothing is written over unseen.`}>
      <span aria-hidden="true">⚇ </span>
      also open: <bdi>{names.join(', ')}</bdi>
    </span>
  )
}
