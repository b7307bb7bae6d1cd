import type { KeptJournal } from '../../../shared/api/contract.ts'
import type { Taken } from '../../../shared/merge/merge.ts'
import { countedIfAny } from '../../../shared/text/counted.ts'
import { useTip } from '../../state/actions.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { leftOf } from '../../state/saving/last-savable.ts'
import type { SaveState, Trouble } from '../../state/saving/save-state.ts'
import { isMac, shownKey } from '../../ui/keys.ts'
import { useObservable } from '../../ui/observable.ts'
import { lookAtBoth, lookAtClash, lookAtOffer } from '../versions/look-at-both.ts'
import { keepAside, keepBoth, keepMine, keepOffer, saveElsewhere, takeOffer, takeTheirs } from '../versions/settle.ts'

const clock = (time: number | null) => new Date(time ?? 0).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })

/** How the work stands with the disk, in words. A retry does not make the words jump. */
function keepingWords({ state, since, at, trouble }: SaveState): string {
  if (trouble !== null) return `Not saved since ${clock(since)}`
  const words = { unchanged: 'No changes', changed: 'Not saved yet', saving: 'Saving …', saved: `Saved ${clock(at)}`, failed: '' }
  return words[state]
}

export function SavedSign({ opened }: { readonly opened: OpenDocument }) {
  const tip = useTip()
  const saveState = useObservable(opened.saver.saveState)
  const look = saveState.trouble ? 'failed' : saveState.state
  return (
    <span
      className={`keeping keeping-${opened.writable ? look : 'unchanged'}`}
      data-testid="keeping"
      title={opened.writable ? tip('save') : undefined}
    >
      {opened.writable ? keepingWords(saveState) : 'Read only'}
    </span>
  )
}

/** What went wrong with the disk, what is safe, and what can be done. In the way of nothing. */
export function SaveBar({ opened }: { readonly opened: OpenDocument }) {
  const { trouble, warning, copyFault } = useObservable(opened.saver.saveState)
  const offers = useObservable(opened.offers)
  const taken = useObservable(opened.takenIn)
  return (
    <>
      {offers[0] ? <OfferBar key={offers[0].sitting} opened={opened} offer={offers[0]} offers={offers} /> : null}
      {trouble ? <TroubleBar opened={opened} trouble={trouble} /> : null}
      {taken ? <TakenBar opened={opened} taken={taken.taken} /> : null}
      {copyFault ? (
        <div className="bar bar-warning" role="alert">
          <p>No recovery copy can be kept at the moment, so what you type is safe only once it is saved. {copyFault.sentence}</p>
        </div>
      ) : null}
      {warning && !trouble ? <p className="bar bar-warning">{warning}</p> : null}
    </>
  )
}

function OfferBar({
  opened,
  offer,
  offers,
}: {
  readonly opened: OpenDocument
  readonly offer: KeptJournal
  readonly offers: readonly KeptJournal[]
}) {
  const app = useApp()
  const others = useObservable(app.others)
  const older = offer.record.base !== opened.loaded.revision
  const left = leftOf(offer, offers)
  const more = offers.length - (left === 'all' ? 2 : 1)
  return (
    <div className="bar bar-warning" role="alert">
      <p>
        Some work on this document was not saved when Scholion last stopped. What you see is the file on disk; both are safe.
        {left === 'all'
          ? ' By a fault of Scholion it could not be saved. This is all of it; the work as it could be saved last is offered after this one.'
          : ''}
        {left === 'savable' ? ' This is the work as it could be saved last, without what followed.' : ''}
        {older ? ' The file was changed by somebody else after that work was begun: look at both before you choose.' : ''}
        {others.length > 0 ? ' It may be what is being typed in another window at this moment.' : ''}
        {more > 0
          ? ` More work was not saved: ${more === 1 ? 'another piece is' : `${more} other pieces are`} offered after this one.`
          : ''}
      </p>
      <div className="bar-actions">
        <button type="button" onClick={() => lookAtOffer(app, opened, offer)}>
          Look at both <kbd>{shownKey('Alt+B', isMac)}</kbd>
        </button>
        <button type="button" onClick={() => void takeOffer(app, opened, offer)}>
          Bring the unsaved work back
        </button>
        <button type="button" onClick={() => void keepOffer(app, opened, offer)}>
          Keep it as a copy beside the file
        </button>
        <button type="button" onClick={() => opened.decide(offer, 'left')}>
          Throw it away
        </button>
      </div>
    </div>
  )
}

/** Somebody else changed other things than I did: what was taken in, by whom, and how to take it out again. */
function TakenBar({ opened, taken }: { readonly opened: OpenDocument; readonly taken: Taken }) {
  const app = useApp()
  return (
    <div className="bar bar-said" role="status">
      <p>
        {takenWords(taken)} It was taken in and is saved with yours, because you two changed different things. Undo takes it out
        again.
      </p>
      <div className="bar-actions">
        <button type="button" onClick={() => lookAtBoth(app, opened)}>
          Look at both <kbd>{shownKey('Alt+B', isMac)}</kbd>
        </button>
        <button type="button" onClick={() => opened.takenIn.set(null)}>
          OK
        </button>
      </div>
    </div>
  )
}

/** What somebody else changed, in words. */
function takenWords({ blocks, notes, who }: Taken): string {
  const parts = [...countedIfAny(blocks, 'block'), ...countedIfAny(notes, 'note')]
  const what = parts.length === 0 ? 'Something beside the text' : parts.join(' and ')
  const were = blocks + notes > 1 ? 'were' : 'was'
  return `${what} ${were} changed ${who.length > 0 ? `by ${who.join(' and ')}` : 'outside Scholion'} while you worked.`
}

function TroubleBar({ opened, trouble }: { readonly opened: OpenDocument; readonly trouble: Trouble }) {
  return (
    <div className="bar bar-failed bar-trouble" role="alert">
      <p>{trouble.fault.sentence}</p>
      <div className="bar-actions">
        <Ways opened={opened} trouble={trouble} />
      </div>
    </div>
  )
}

function Ways({ opened, trouble }: { readonly opened: OpenDocument; readonly trouble: Trouble }) {
  const app = useApp()
  const copyBeside = async () => {
    const text = await opened.work().checked()
    if (text.ok) await keepAside(app, opened, text.value)
    else app.notify('failed', text.fault.sentence)
  }
  switch (trouble.clash) {
    case 'changed':
      return (
        <>
          <button type="button" onClick={() => void lookAtClash(app, opened)}>
            Look at both <kbd>{shownKey('Alt+B', isMac)}</kbd>
          </button>
          <button type="button" onClick={() => void keepBoth(app, opened)}>
            Keep both
          </button>
          <button type="button" onClick={() => void takeTheirs(app, opened)}>
            Show theirs (undo brings mine back)
          </button>
          <button type="button" onClick={() => void keepMine(app, opened)}>
            Keep mine (theirs stays in the history)
          </button>
        </>
      )
    case 'gone':
      return (
        <button type="button" onClick={() => void keepMine(app, opened)}>
          Save it again
        </button>
      )
    case 'unreadable':
      return (
        <>
          <button type="button" onClick={() => void keepMine(app, opened)}>
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
          <button type="button" onClick={() => void opened.saver.save(trouble.fault.tag === 'empty')}>
            {trouble.fault.tag === 'empty' ? 'Yes, save it empty' : 'Try again '}
            {trouble.fault.tag === 'empty' ? null : <kbd>{shownKey('Ctrl+S', isMac)}</kbd>}
          </button>
          {trouble.fault.tag === 'empty' ? null : (
            <button type="button" onClick={() => void saveElsewhere(app, opened)}>
              Save a copy elsewhere
            </button>
          )}
        </>
      )
  }
}
