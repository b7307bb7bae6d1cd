import { useEffect, useLayoutEffect, useRef } from 'react'
import { DOUBT_KINDS } from '../../../shared/doubt/doubt.ts'
import { type DoubtPlace, placesLike } from '../../../shared/doubt/doubt-places.ts'
import { useTip } from '../../state/actions.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { useObservable } from '../../ui/observable.ts'
import { ReviewList } from '../../ui/review-list.tsx'
import { openLikeIt } from './doubt-actions.tsx'
import { doubtingOf } from './doubting.ts'
import { doubtHere, lookAtPaper, showDoubt, takeProposal, thisIsRight } from './take-doubt.ts'
import '../../styles/doubts.css'

const WHAT = 'Places where the machine may have misread: no word of the language, parted or joined words, odd numbers.'

/** The doubt queue: what the machine may have misread, to be gone through one by one. It changes nothing by itself. */
export function Doubts({ opened }: { readonly opened: OpenDocument }) {
  const app = useApp()
  const { phase, places } = useObservable(doubtingOf(app).state)
  const all = useRef<HTMLDivElement>(null)
  const isListed = phase === 'ready' && places.length > 0
  // whoever looks here wants them
  useEffect(() => {
    if (!app.look.get().doubts) app.setLook({ doubts: true })
  }, [app])
  // whoever waits for the list has it as soon as it is there; and whoever has decided the last one is still here
  useLayoutEffect(() => {
    const { activeElement } = document
    if (isListed && activeElement === all.current) all.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
    if (!isListed && activeElement === document.body) all.current?.focus()
  }, [isListed])
  return (
    <div ref={all} className="doubts" tabIndex={-1} {...(isListed ? {} : { 'data-focus-first': true })}>
      {isListed ? <Queue opened={opened} /> : <WithoutList />}
    </div>
  )
}

const lacking = (without: readonly string[]) =>
  without.length > 0 ? `There is no dictionary for ${without.join(', ')}: its words are not looked up.` : ''

/** What is to be said where there is no list. */
function WithoutList() {
  const doubting = doubtingOf(useApp())
  const { phase, without, sentence } = useObservable(doubting.state)
  if (phase === 'failed')
    return (
      <div className="empty" role="status">
        <p>{sentence} The text is not touched by it, and everything else works as always.</p>
        <button type="button" onClick={() => doubting.again()}>
          Try again
        </button>
      </div>
    )
  return (
    <p className="empty" role="status">
      {WHAT} {phase === 'ready' ? 'Here nothing is in doubt.' : 'Looking through this document … You can go on working.'}{' '}
      {lacking(without)}
    </p>
  )
}

function Queue({ opened }: { readonly opened: OpenDocument }) {
  const app = useApp()
  const { places, more, without } = useObservable(doubtingOf(app).state)
  const { doubtsInOrder } = useObservable(app.look)
  useObservable(opened.tick)
  const here = doubtHere(opened)
  const current = here ? places.find(({ doubt }) => doubt === here.doubt) : undefined
  const placeOf = (key: string) => places.find(({ doubt }) => keyOf(doubt) === key)
  const act = (run: (place: DoubtPlace) => void) => (key: string) => {
    const place = placeOf(key)
    if (place && opened.writable) run(place)
  }
  return (
    <>
      <div className="filters">
        <label className="doubts-order">
          <span>Order</span>
          <select
            value={doubtsInOrder ? 'reading' : 'likely'}
            onChange={(event) => app.setLook({ doubtsInOrder: event.target.value === 'reading' })}
          >
            <option value="likely">likeliest first</option>
            <option value="reading">as they stand</option>
          </select>
        </label>
        <output className="detail">
          {places.length} {more > 0 ? `and ${more} more` : 'in all'}
        </output>
      </div>
      {without.length > 0 ? <p className="detail">{lacking(without)}</p> : null}
      <ReviewList
        label="Doubts"
        rows={places.map((place) => ({ key: keyOf(place.doubt), says: lineOf(place), content: <Line place={place} /> }))}
        current={current ? keyOf(current.doubt) : null}
        show={(key) => {
          const place = placeOf(key)
          if (place) showDoubt(opened, place)
        }}
        take={act((place) => takeProposal(app, opened, place))}
        refuse={act((place) => thisIsRight(app, opened, place))}
      />
      <Deciding opened={opened} place={current ?? null} />
    </>
  )
}

const keyOf = ({ block, key, kind }: DoubtPlace['doubt']) => `${block} ${key} ${kind}`

const plain = (words: string) => words.replace(/\s+/gu, ' ')

function lineOf({ doubt: { text, proposals, kind } }: DoubtPlace): string {
  return `${DOUBT_KINDS[kind]}: ${plain(text)}${proposals[0] === undefined ? '' : `, perhaps ${proposals[0]}`}`
}

function Line({ place: { doubt } }: { readonly place: DoubtPlace }) {
  const { text, proposals, kind } = doubt
  return (
    <>
      <bdi className="doubt-words">
        <span className="doubted">{plain(text)}</span>
        {proposals[0] === undefined ? null : <> → {proposals[0]}</>}
      </bdi>
      <span className="detail">{DOUBT_KINDS[kind]}</span>
    </>
  )
}

/** What can be done about the doubt that the person is at. Its room is kept, so that nothing moves when they go on. */
function Deciding({ opened, place }: { readonly opened: OpenDocument; readonly place: DoubtPlace | null }) {
  const app = useApp()
  const tip = useTip()
  const { places } = doubtingOf(app).state.get()
  if (!place)
    return (
      <div className="doubt-here">
        <p className="detail">
          <kbd>↓</kbd> or <kbd>F8</kbd> goes to the next, <kbd>Enter</kbd> takes its proposal, <kbd>⌫</kbd> says that it is right.
        </p>
      </div>
    )
  const { doubt } = place
  const alike = placesLike(opened.document, places, place).length
  return (
    <section className="doubt-here" aria-label="The doubt here">
      <p>{doubt.reasons.join(' ')}</p>
      {opened.writable ? (
        <>
          <div className="row">
            {doubt.proposals.map((words, index) => (
              <button
                key={words}
                type="button"
                title={index === 0 ? tip('take-doubt') : undefined}
                onClick={() => takeProposal(app, opened, place, words)}
              >
                {words}
              </button>
            ))}
          </div>
          <div className="row">
            {alike > 1 ? (
              <button type="button" title={tip('take-all-like-it')} onClick={() => openLikeIt(app, opened)}>
                All like it ({alike}) …
              </button>
            ) : null}
            <button type="button" title={tip('doubt-right')} onClick={() => thisIsRight(app, opened, place)}>
              This is right
            </button>
            <button type="button" title={tip('doubt-paper')} onClick={() => lookAtPaper(app, opened, place)}>
              Look at the paper
            </button>
          </div>
        </>
      ) : null}
    </section>
  )
}
