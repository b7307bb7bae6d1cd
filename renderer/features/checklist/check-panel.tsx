import { type FormEvent, useEffect, useId, useState } from 'react'
import { type CheckList, type CheckRow, pageInWords } from '../../../shared/checklist/rows.ts'
import { counted } from '../../../shared/text/counted.ts'
import { OUTCOMES, type Outcome, type Question } from '../../../shared/vocabulary/checklist.ts'
import { shortDate } from '../../../shared/vocabulary/short-date.ts'
import { useTip } from '../../state/actions.ts'
import type { AppState } from '../../state/app-state.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { useObservable } from '../../ui/observable.ts'
import { answerForm } from './answer-form.ts'
import { checkingOf, type Scope } from './checking.ts'
import { goToPlace } from './go-to-place.ts'
import { printList, saveTable } from './leave.ts'
import '../../styles/check-panel.css'

/** More rows than this are not drawn: the sheet and the table have them all. */
const DRAWN = 300

/** Where the keyboard comes to: while a list is out, to the number that is keyed in. */
const FIRST = { 'data-focus-first': true }

/**
 * What only the paper can settle, of the open letter or of the whole collection: each place leads to its words. The list leaves as a sheet or a table, and
 * what comes back is keyed in by number.
 */
export function CheckPanel({ opened }: { readonly opened: OpenDocument }) {
  const app = useApp()
  const tip = useTip()
  const checking = checkingOf(app)
  useObservable(opened.tick)
  useObservable(app.registers)
  const scope = useObservable(checking.scope)
  const collection = useObservable(checking.collection)
  useEffect(() => {
    if (checking.scope.get() === 'collection' && checking.collection.get() === null) void checking.read()
  }, [checking])
  if (!opened.view) return null
  const list = checking.list(opened)
  const { places, answered, gone } = list
  const isOut = (app.registers.get().checklist?.given.length ?? 0) > 0
  const running = scope === 'collection' && collection?.running
  return (
    <div className="check-panel">
      <div className="check-head">
        <Which scope={scope} first={!isOut} change={(next) => checking.show(next)} />
        <ByNumber list={list} opened={opened} first={isOut} />
        <p className="detail" role="status">
          {running
            ? `${collection.read} of ${collection.of} letters read …`
            : [
                places.length === 0 ? 'Nothing is open.' : `${counted(places.length, 'place')} to look up`,
                ...(answered.length > 0 ? [`${answered.length} answered`] : []),
              ].join(' · ')}
          {running ? (
            <button type="button" onClick={() => checking.stop()}>
              Stop
            </button>
          ) : null}
        </p>
        {scope === 'collection' && collection && collection.failed.length > 0 ? (
          <p className="detail">Could not be read: {collection.failed.join(', ')}</p>
        ) : null}
        <div className="bar-actions">
          <button
            type="button"
            title={tip('print-checklist')}
            disabled={places.length === 0}
            onClick={() => void printList(app, opened)}
          >
            Print …
          </button>
          <button type="button" disabled={places.length === 0} onClick={() => void saveTable(app, opened)}>
            Save as a table …
          </button>
        </div>
      </div>
      <ul className="list" aria-label="Places to look up">
        {places.slice(0, DRAWN).map((row) => (
          <Place key={`${row.document} ${row.question} ${row.place}`} row={row} app={app} writable={opened.writable} />
        ))}
      </ul>
      {places.length > DRAWN ? <p className="empty">{places.length - DRAWN} more stand on the sheet and in the table.</p> : null}
      {gone.length > 0 ? (
        <section className="check-gone" aria-label="Not on the list any more">
          <p className="legend">Not on the list any more</p>
          <ul>
            {gone.map(({ number, document, page, words }) => (
              <li key={number}>
                <strong>{number}</strong> <bdi>{document}</bdi>, page {page}, “<bdi>{words}</bdi>”: settled or deleted without an
                answer
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {answered.length > 0 ? (
        <section className="check-gone" aria-label="Answered">
          <p className="legend">Answered</p>
          <ul>
            {answered.map(({ number, document, place, question, was, outcome, words, who, when }) => (
              <li key={`${document} ${place} ${question}`}>
                <strong>{number}</strong> “<bdi>{was}</bdi>”: {OUTCOMES[outcome as Outcome] ?? outcome}
                {words === '' ? '' : ': '}
                <bdi>{words}</bdi>
                <span className="detail">
                  the paper · {who} · {shortDate(when)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {isOut ? (
        <div className="check-head">
          <button type="button" onClick={() => closing(app)}>
            Close the list …
          </button>
        </div>
      ) : null}
    </div>
  )
}

/** No sheet is out any more: asked before, since numbers on paper would lead nowhere. */
function closing(app: AppState): void {
  app.overlay.menu({
    title: 'Is no sheet of this list out any more?',
    hint: 'Its numbers are taken back; answers that were keyed in stay. What is open gets new numbers the next time, and no number is used again.',
    options: [
      { key: 'c', label: 'Close the list', run: () => void checkingOf(app).close() },
      { key: 'k', label: 'Keep it', run: () => {} },
    ],
  })
}

interface WhichProps {
  readonly scope: Scope
  /** Whether it is gone to first. */
  readonly first: boolean
  readonly change: (scope: Scope) => void
}

function Which({ scope, first, change }: WhichProps) {
  const id = useId()
  return (
    <div className="filter">
      <label htmlFor={id}>List of</label>
      <select id={id} {...(first ? FIRST : {})} value={scope} onChange={(event) => change(event.target.value as Scope)}>
        <option value="letter">this document</option>
        <option value="collection">the whole collection</option>
      </select>
    </div>
  )
}

/** A number off the sheet, keyed in: its letter opens at the place, and asks what the paper has. */
interface ByNumberProps {
  readonly list: CheckList
  readonly opened: OpenDocument
  readonly first: boolean
}

function ByNumber({ list, opened, first }: ByNumberProps) {
  const app = useApp()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [why, setWhy] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const number = /^\s*\d{1,9}\s*$/.test(typed) ? parseInt(typed, 10) : null
    const said = number === null ? 'Type a number of the list.' : ask(app, opened, list, number)
    setWhy(said)
    if (said === null) setTyped('')
  }
  return (
    <form className="filter" aria-label="Answer by number" onSubmit={submit}>
      <label htmlFor={id}>Answer no.</label>
      <input
        id={id}
        {...(first ? FIRST : {})}
        type="text"
        inputMode="numeric"
        size={5}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <button type="submit">Answer …</button>
      {why === null ? null : (
        <p className="form-fault" role="alert">
          {why}
        </p>
      )}
    </form>
  )
}

/** Goes to the place with this number and asks; a sentence where there is none. */
function ask(app: AppState, opened: OpenDocument, { places, answered, gone }: CheckList, number: number): string | null {
  const row = places.find((one) => one.number === number)
  if (row) {
    answer(app, row, number)
    return null
  }
  const before = answered.find((one) => one.number === number)
  if (before) return `No. ${number} was answered by ${before.who}, ${shortDate(before.when)}.`
  const lost = gone.find((one) => one.number === number)
  if (lost) return `No. ${number} (${lost.document}, page ${lost.page}, “${lost.words}”) is not on the list any more.`
  const given = app.registers.get().checklist
  const known = given?.given.find((one) => one.number === number)
  // of a letter that is not shown here
  if (known && known.document !== opened.loaded.entry.original) {
    answer(app, { ...known, question: known.question as Question }, number)
    return null
  }
  return number < (given?.next ?? 1) ? `No. ${number} is of a list that was closed.` : `No list has a number ${number} yet.`
}

function answer(app: AppState, row: Pick<CheckRow, 'document' | 'place' | 'question' | 'words'>, number: number): void {
  void goToPlace(app, row, (opened) => {
    const own = checkingOf(app)
      .list(opened)
      .places.find((one) => one.document === row.document && one.place === row.place && one.question === row.question)
    if (own) app.overlay.form(answerForm(app, opened, own, number))
    else app.say(`No. ${number} was answered already, or is not on the list any more.`)
  })
}

interface PlaceProps {
  readonly row: CheckRow
  readonly app: AppState
  readonly writable: boolean
}

function Place({ row, app, writable }: PlaceProps) {
  const { number, asks, lineBefore, before, words, after, lineAfter, handName, beside } = row
  const where = [row.document, pageInWords(row), beside ? 'in a note' : null, handName].filter((part) => part !== null)
  const ask = async () => {
    const opened = app.opened.get()
    // an answer names the number: a place that has none gets one
    if (number === null && !(await checkingOf(app).number([row]))) return
    const now =
      opened &&
      checkingOf(app)
        .list(opened)
        .places.find((one) => one.place === row.place && one.question === row.question)
    if (now?.number != null) answer(app, now, now.number)
  }
  return (
    <li className="check-place">
      <button type="button" className="check-words" onClick={() => void goToPlace(app, row)}>
        <strong className="check-number">{number ?? '–'}</strong>
        <span>
          {lineBefore === '' ? null : <bdi className="check-line">{lineBefore}</bdi>}
          <bdi>
            {before}
            <mark>{words === '' ? '▸' : words}</mark>
            {after}
          </bdi>
          {lineAfter === '' ? null : <bdi className="check-line">{lineAfter}</bdi>}
          <span className="detail">{asks}</span>
          <span className="detail">{where.join(' · ')}</span>
        </span>
      </button>
      <button
        type="button"
        disabled={!writable}
        aria-label={`Answer no. ${number ?? 'not given yet'}: ${words}`}
        onClick={() => void ask()}
      >
        Answer …
      </button>
    </li>
  )
}
