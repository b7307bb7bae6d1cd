import { useState } from 'react'
import { countByHand, replaceHand } from '../../../shared/commands/replace-hand.ts'
import type { Hand, Medium } from '../../../shared/model/hand.ts'
import { useApp } from '../../state/context.ts'
import { handClass } from '../../state/hand-class.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { numbered } from '../../ui/choice.ts'
import { useObservable } from '../../ui/observable.ts'
import { handForm, newHand } from './hand-form.ts'

/** The collection's hands in the order of the digits that choose them: each can be mended, merged and taken away; and a form for a new one. */
export function Hands({ opened }: { readonly opened: OpenDocument }) {
  const app = useApp()
  useObservable(opened.hands)
  useObservable(opened.retired)
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <ol className="list hands">
        {opened.offered.map((hand, index) => (
          <li key={hand.id}>
            <button type="button" aria-expanded={open === hand.id} onClick={() => setOpen(open === hand.id ? null : hand.id)}>
              <kbd>{index < 9 ? index + 1 : ''}</kbd>{' '}
              <strong className={`badge ${handClass(opened, hand.id)}`}>{hand.badge}</strong> {hand.name}
              <span className="detail">{mediumWords(hand.medium)}</span>
            </button>
            {open === hand.id ? <OneHand opened={opened} hand={hand} close={() => setOpen(null)} /> : null}
          </li>
        ))}
      </ol>
      <button
        type="button"
        onClick={() =>
          app.overlay.form(
            handForm({
              title: 'New hand',
              verb: 'Add the hand',
              before: newHand(app.newId()),
              submit: (hand) => {
                void app.addToRegisters({ hands: [hand] })
                return null
              },
            }),
          )
        }
      >
        New hand …
      </button>
    </>
  )
}

/** What can be done with one hand. What it wrote is never lost: it goes to another hand, or its hand is not stated. */
function OneHand({ opened, hand, close }: { readonly opened: OpenDocument; readonly hand: Hand; readonly close: () => void }) {
  const app = useApp()
  useObservable(opened.tick)
  const count = countByHand(opened.document, hand.id)
  const others = opened.offered.filter(({ id }) => id !== hand.id)
  const give = (to: Hand | null) => () => {
    opened.run(replaceHand(hand.id, to?.id ?? null))
    void app.retire(hand.id)
    close()
    const what = to ? `now by ${to.name}` : 'by a hand that is not stated'
    app.say(`${hand.name} is taken out of the register; what it wrote in this document is ${what}. Undo gives it back.`)
  }
  const merge = () =>
    app.overlay.menu({
      title: `${hand.name} is the same hand as`,
      hint: 'Everything that it wrote in this document goes to that hand; one undo gives it back',
      options: numbered(
        null,
        others.map((other) => ({ label: other.name, detail: other.badge, run: give(other) })),
      ),
    })
  const stateAnew = () =>
    app.overlay.form(
      handForm({
        title: hand.name,
        verb: 'Save',
        before: hand,
        submit: (stated) => {
          void app.addToRegisters({ hands: [stated] })
          close()
          return null
        },
      }),
    )
  return (
    <>
      {hand.identifiedBy ? <p className="detail">Identified by {hand.identifiedBy}</p> : null}
      <p className="detail">
        {count === 1 ? '1 thing in this document is by it.' : `${count} things in this document are by it.`}
      </p>
      <div className="row">
        <button type="button" onClick={stateAnew}>
          State it anew …
        </button>
        <button type="button" onClick={merge} disabled={!opened.writable || others.length === 0}>
          Merge into …
        </button>
        <button type="button" onClick={give(null)} disabled={!opened.writable}>
          Delete
        </button>
      </div>
    </>
  )
}

const mediumWords = (medium: Medium) => (medium === 'unknown' ? 'medium not known' : medium)
