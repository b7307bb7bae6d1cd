import { type FormEvent, useState } from 'react'
import { countByHand, replaceHand } from '../../shared/commands/replace-hand.ts'
import { type Hand, MEDIA, type Medium, type Person } from '../../shared/model/hand.ts'
import { numbered } from '../app/choosers/choice.ts'
import { useBench } from '../app/context.ts'
import type { Desk } from '../app/desk.ts'
import { useObservable } from '../app/observable.ts'
import { handClass } from '../app/window/hand-class.ts'

/** The collection's hands in the order of the digits that choose them: each can be mended, merged and taken away; and a form for a new one. */
export function Hands({ desk }: { readonly desk: Desk }) {
  const bench = useBench()
  useObservable(desk.hands)
  useObservable(desk.retired)
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <ol className="list hands">
        {desk.offered.map((hand, index) => (
          <li key={hand.id}>
            <button type="button" aria-expanded={open === hand.id} onClick={() => setOpen(open === hand.id ? null : hand.id)}>
              <kbd>{index < 9 ? index + 1 : ''}</kbd>{' '}
              <strong className={`badge ${handClass(desk, hand.id)}`}>{hand.badge}</strong> {hand.name}
              <span className="detail">{mediumWords(hand.medium)}</span>
            </button>
            {open === hand.id ? <OneHand desk={desk} hand={hand} close={() => setOpen(null)} /> : null}
          </li>
        ))}
      </ol>
      <HandForm
        title="New hand"
        verb="Add the hand"
        hand={null}
        people={desk.people.get()}
        submit={(facts) => void bench.addToRegisters({ hands: [{ id: bench.newId(), ...facts }] })}
      />
    </>
  )
}

/** What can be done with one hand. What it wrote is never lost: it goes to another hand, or its hand is not stated. */
function OneHand({ desk, hand, close }: { readonly desk: Desk; readonly hand: Hand; readonly close: () => void }) {
  const bench = useBench()
  useObservable(desk.tick)
  const count = countByHand(desk.document, hand.id)
  const others = desk.offered.filter(({ id }) => id !== hand.id)
  const give = (to: Hand | null) => () => {
    desk.run(replaceHand(hand.id, to?.id ?? null))
    void bench.retire(hand.id)
    close()
    const what = to ? `now by ${to.name}` : 'by a hand that is not stated'
    bench.say(`${hand.name} is taken out of the register; what it wrote in this document is ${what}. Undo gives it back.`)
  }
  const merge = () =>
    bench.chooser.set({
      title: `${hand.name} is the same hand as`,
      hint: 'Everything that it wrote in this document goes to that hand; one undo gives it back',
      options: numbered(
        null,
        others.map((other) => ({ label: other.name, detail: other.badge, run: give(other) })),
      ),
    })
  return (
    <>
      <HandForm
        title={hand.name}
        verb="State it so"
        hand={hand}
        people={desk.people.get()}
        submit={(facts) => {
          void bench.addToRegisters({ hands: [{ ...hand, ...facts }] })
          close()
        }}
      />
      <p className="detail">
        {count === 1 ? '1 thing in this document is by it.' : `${count} things in this document are by it.`}
      </p>
      <div className="row">
        <button type="button" onClick={merge} disabled={!desk.writable || others.length === 0}>
          Merge into …
        </button>
        <button type="button" onClick={give(null)} disabled={!desk.writable}>
          Take it away
        </button>
      </div>
    </>
  )
}

interface HandFormProps {
  readonly title: string
  readonly verb: string
  /** The hand as it is stated; null for a new one. */
  readonly hand: Hand | null
  readonly people: readonly Person[]
  readonly submit: (facts: Omit<Hand, 'id' | 'extra'>) => void
}

function HandForm({ title, verb, hand, people, submit }: HandFormProps) {
  const bench = useBench()
  const [name, setName] = useState(hand?.name ?? '')
  const [badge, setBadge] = useState(hand?.badge ?? '')
  const [medium, setMedium] = useState<Medium>(hand?.medium ?? 'unknown')
  const [person, setPerson] = useState<string | null>(hand?.person ?? null)
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '' || badge.trim() === '') {
      bench.say('A hand needs a name and a badge of one to four letters.')
      return
    }
    submit({ name: name.trim(), badge: badge.trim().slice(0, 4), medium, person })
    if (hand) return
    setName('')
    setBadge('')
    setMedium('unknown')
    setPerson(null)
  }
  return (
    <form className="facts" onSubmit={onSubmit} aria-label={title}>
      {hand ? null : <p className="legend">{title}</p>}
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
      <label className="field">
        <span>Person</span>
        <select value={person ?? ''} onChange={(event) => setPerson(event.target.value || null)}>
          <option value="">not stated</option>
          {people.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{verb}</button>
    </form>
  )
}

const mediumWords = (medium: Medium) => (medium === 'unknown' ? 'medium not known' : medium)
