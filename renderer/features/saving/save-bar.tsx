import type { KeptJournal } from '../../../shared/api/contract.ts'
import type { Taken } from '../../../shared/merge/merge.ts'
import { useBench } from '../../state/context.ts'
import type { Desk } from '../../state/open-document.ts'
import type { Keeping, Trouble } from '../../state/saving/save-state.ts'
import { tip } from '../../state/tip.ts'
import { shownKey } from '../../ui/keys.ts'
import { useObservable } from '../../ui/observable.ts'
import { isMac } from '../../window/keyboard.ts'
import { lookAtBoth, lookAtClash, lookAtOffer } from '../versions/look-at-both.ts'
import { keepAside, keepBoth, keepMine, keepOffer, saveElsewhere, takeOffer, takeTheirs } from '../versions/settle.ts'

const clock = (time: number | null) => new Date(time ?? 0).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })

/** How the work stands with the disk, in words. A retry does not make the words jump. */
export function keepingWords({ state, since, at, trouble }: Keeping): string {
  if (trouble !== null) return `Not saved since ${clock(since)}`
  const words = { unchanged: 'No changes', changed: 'Not saved yet', saving: 'Saving …', saved: `Saved ${clock(at)}`, failed: '' }
  return words[state]
}

export function SavedSign({ desk }: { readonly desk: Desk }) {
  const keeping = useObservable(desk.keeper.keeping)
  const look = keeping.trouble ? 'failed' : keeping.state
  return (
    <span
      className={`keeping keeping-${desk.writable ? look : 'unchanged'}`}
      data-testid="keeping"
      title={desk.writable ? tip('save') : undefined}
    >
      {desk.writable ? keepingWords(keeping) : 'Read only'}
    </span>
  )
}

/** What went wrong with the disk, what is safe, and what can be done. In the way of nothing. */
export function KeepingBar({ desk }: { readonly desk: Desk }) {
  const { trouble, warning, copyFault } = useObservable(desk.keeper.keeping)
  const offers = useObservable(desk.offers)
  const taken = useObservable(desk.takenIn)
  return (
    <>
      {offers[0] ? <OfferBar key={offers[0].sitting} desk={desk} offer={offers[0]} more={offers.length - 1} /> : null}
      {trouble ? <TroubleBar desk={desk} trouble={trouble} /> : null}
      {taken ? <TakenBar desk={desk} taken={taken.taken} /> : null}
      {copyFault ? (
        <div className="bar bar-warning" role="alert">
          <p>No recovery copy can be kept at the moment, so what you type is safe only once it is saved. {copyFault.sentence}</p>
        </div>
      ) : null}
      {warning && !trouble ? <p className="bar bar-warning">{warning}</p> : null}
    </>
  )
}

function OfferBar({ desk, offer, more }: { readonly desk: Desk; readonly offer: KeptJournal; readonly more: number }) {
  const bench = useBench()
  const others = useObservable(bench.others)
  const older = offer.record.base !== desk.opened.revision
  return (
    <div className="bar bar-warning" role="alert">
      <p>
        Some work on this document was not saved when Scholion last stopped. What you see is the file on disk; both are safe.
        {older ? ' The file was changed by somebody else after that work was begun: look at both before you choose.' : ''}
        {others.length > 0 ? ' It may be what is being typed in another window at this moment.' : ''}
        {more > 0
          ? ` More work was not saved: ${more === 1 ? 'another piece is' : `${more} other pieces are`} offered after this one.`
          : ''}
      </p>
      <div className="bar-actions">
        <button type="button" onClick={() => lookAtOffer(bench, desk, offer)}>
          Look at both <kbd>{shownKey('Alt+B', isMac)}</kbd>
        </button>
        <button type="button" onClick={() => void takeOffer(bench, desk, offer)}>
          Bring the unsaved work back
        </button>
        <button type="button" onClick={() => void keepOffer(bench, desk, offer)}>
          Keep it as a copy beside the file
        </button>
        <button type="button" onClick={() => desk.decide(offer, 'left')}>
          Throw it away
        </button>
      </div>
    </div>
  )
}

/** Somebody else changed other things than I did: what was taken in, by whom, and how to take it out again. */
function TakenBar({ desk, taken }: { readonly desk: Desk; readonly taken: Taken }) {
  const bench = useBench()
  return (
    <div className="bar bar-said" role="status">
      <p>
        {takenWords(taken)} It was taken in and is saved with yours, because you two changed different things. Undo takes it out
        again.
      </p>
      <div className="bar-actions">
        <button type="button" onClick={() => lookAtBoth(bench, desk)}>
          Look at both <kbd>{shownKey('Alt+B', isMac)}</kbd>
        </button>
        <button type="button" onClick={() => desk.takenIn.set(null)}>
          Noted
        </button>
      </div>
    </div>
  )
}

/** What somebody else changed, in words. */
export function takenWords({ blocks, notes, who }: Taken): string {
  const count = (n: number, one: string) => (n === 0 ? [] : [`${n} ${n === 1 ? one : `${one}s`}`])
  const parts = [...count(blocks, 'block'), ...count(notes, 'note')]
  const what = parts.length === 0 ? 'Something beside the text' : parts.join(' and ')
  const were = blocks + notes > 1 ? 'were' : 'was'
  return `${what} ${were} changed ${who.length > 0 ? `by ${who.join(' and ')}` : 'outside Scholion'} while you worked.`
}

function TroubleBar({ desk, trouble }: { readonly desk: Desk; readonly trouble: Trouble }) {
  return (
    <div className="bar bar-failed" role="alert">
      <p>{trouble.fault.sentence}</p>
      <div className="bar-actions">
        <Ways desk={desk} trouble={trouble} />
      </div>
    </div>
  )
}

function Ways({ desk, trouble }: { readonly desk: Desk; readonly trouble: Trouble }) {
  const bench = useBench()
  const copyBeside = async () => {
    const text = await desk.work().checked()
    if (text.ok) await keepAside(bench, desk, text.value)
    else bench.tell('failed', text.fault.sentence)
  }
  switch (trouble.clash) {
    case 'changed':
      return (
        <>
          <button type="button" onClick={() => void lookAtClash(bench, desk)}>
            Look at both <kbd>{shownKey('Alt+B', isMac)}</kbd>
          </button>
          <button type="button" onClick={() => void keepBoth(bench, desk)}>
            Keep both
          </button>
          <button type="button" onClick={() => void takeTheirs(bench, desk)}>
            Show theirs (undo brings mine back)
          </button>
          <button type="button" onClick={() => void keepMine(bench, desk)}>
            Mine replaces theirs (theirs goes to history)
          </button>
        </>
      )
    case 'gone':
      return (
        <button type="button" onClick={() => void keepMine(bench, desk)}>
          Save it again
        </button>
      )
    case 'unreadable':
      return (
        <>
          <button type="button" onClick={() => void keepMine(bench, desk)}>
            Put my work back
          </button>
          <button type="button" onClick={() => void copyBeside()}>
            Keep my work as a copy beside the file
          </button>
        </>
      )
    case null:
      return (
        <>
          <button type="button" onClick={() => void desk.keeper.save(trouble.fault.tag === 'empty')}>
            {trouble.fault.tag === 'empty' ? 'Yes, save it empty' : 'Try again '}
            {trouble.fault.tag === 'empty' ? null : <kbd>{shownKey('Ctrl+S', isMac)}</kbd>}
          </button>
          {trouble.fault.tag === 'empty' ? null : (
            <button type="button" onClick={() => saveElsewhere(desk)}>
              Save a copy elsewhere
            </button>
          )}
        </>
      )
  }
}
