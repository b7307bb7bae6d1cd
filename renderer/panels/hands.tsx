import { type FormEvent, useState } from 'react'
import { MEDIA, type Medium } from '../../shared/model/hand.ts'
import { useBench } from '../app/context.ts'
import type { Desk } from '../app/desk.ts'
import { useObservable } from '../app/observable.ts'

/** The collection's hands in the order of the digits that choose them, and a form for a new one. */
export function Hands({ desk }: { readonly desk: Desk }) {
  const bench = useBench()
  const hands = useObservable(desk.hands)
  const [name, setName] = useState('')
  const [badge, setBadge] = useState('')
  const [medium, setMedium] = useState<Medium>('unknown')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || badge.trim() === '') {
      bench.say('A hand needs a name and a badge of one to four letters.')
      return
    }
    void bench.addToRegisters({
      hands: [{ id: bench.newId(), name: name.trim(), badge: badge.trim().slice(0, 4), medium, person: null }],
    })
    setName('')
    setBadge('')
    setMedium('unknown')
  }
  return (
    <>
      <ol className="list hands">
        {hands.map((hand, index) => (
          <li key={hand.id}>
            <kbd>{index < 9 ? index + 1 : ''}</kbd> <strong className={`badge hand-${(index % 9) + 1}`}>{hand.badge}</strong>{' '}
            {hand.name}
            <span className="detail">{hand.medium === 'unknown' ? 'medium not known' : hand.medium}</span>
          </li>
        ))}
      </ol>
      <form className="facts" onSubmit={add} aria-label="New hand">
        <p className="legend">New hand</p>
        <label className="field">
          <span>Who, with what</span>
          <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <label className="field">
          <span>Badge</span>
          <input type="text" maxLength={4} value={badge} onChange={(event) => setBadge(event.target.value)} />
        </label>
        <label className="field">
          <span>Medium</span>
          <select value={medium} onChange={(event) => setMedium(event.target.value as Medium)}>
            {[...MEDIA].reverse().map((one) => (
              <option key={one} value={one}>
                {one === 'unknown' ? 'not known' : one}
              </option>
            ))}
          </select>
        </label>
        <button type="submit">Add the hand</button>
      </form>
    </>
  )
}
