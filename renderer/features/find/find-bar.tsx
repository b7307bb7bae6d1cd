import { TextSelection } from 'prosemirror-state'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { replaceWords } from '../../../shared/commands/replace-words.ts'
import { layerOf, UNKNOWN_MANUSCRIPT } from '../../../shared/model/hand.ts'
import { type Hit, isCapped, type Query } from '../../../shared/search/find-words.ts'
import { leftBecause, leftInWords } from '../../../shared/search/left-alone.ts'
import { replacementFor } from '../../../shared/search/replacement.ts'
import { FOUND, isMarked } from '../../editor/found.ts'
import { jumpTo } from '../../editor/jump.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { useObservable } from '../../ui/observable.ts'
import { findingOf, lastQueryOf } from './finding.ts'
import { ReplaceBox } from './replace-box.tsx'
import { useCover } from './use-cover.ts'
import { useHits } from './use-hits.ts'

/** Where it is looked: a choice of the list, and what it says to the query. */
function places(
  opened: OpenDocument,
): readonly (readonly [key: string, label: string, part: Pick<Query, 'where' | 'hand' | 'layer'>])[] {
  const hands = [...opened.offered, UNKNOWN_MANUSCRIPT]
  return [
    ['all', 'everywhere', { where: 'all' }],
    ['text', 'in the text', { where: 'text' }],
    ['notes', 'in the notes', { where: 'notes' }],
    ['typed', 'in what is typed', { where: 'all', layer: 'typed' }],
    ...hands.map(({ id, badge, name }) => [`hand ${id}`, `by ${badge} · ${name}`, { where: 'all', hand: id }] as const),
  ]
}

interface Props {
  readonly opened: OpenDocument
  readonly replacing: boolean
}

/** Finds words in the document, and puts others in their place: typed text at one go, handwriting never by itself. Lies over the sheet's head. */
export function FindBar({ opened, replacing }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useCover(place)
  return (
    <div ref={place} className="find-place">
      <Finding key={String(replacing)} opened={opened} replacing={replacing} />
    </div>
  )
}

function Finding({ opened, replacing }: Props) {
  const app = useApp()
  useObservable(opened.tick)
  const last = lastQueryOf(app)
  const [query, setQuery] = useState<Query>(() => ({ ...last.get(), words: selected(opened) || last.get().words }))
  const [where, setWhere] = useState('all')
  const [other, setOther] = useState('')
  const [looksAtEach, setLooksAtEach] = useState(false)
  const [at, setAt] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  /** Something was asked anew: the first that is found comes into sight. */
  const asked = useRef(selected(opened) !== '')
  const { hits, looking, fault } = useHits(opened, query)
  const here = Math.min(at, hits.length - 1)
  // from where it is looked for what is typed: the caret goes along with what is found
  const from = useRef(opened.state.selection.from)

  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  useEffect(() => {
    const { words, matchCase, wholeWords, exact, regular } = query
    last.set({ words, matchCase, wholeWords, where: 'all', ...(exact ? { exact } : {}), ...(regular ? { regular } : {}) })
  }, [last, query])
  useEffect(() => {
    if (!asked.current || hits.length === 0) return
    asked.current = false
    const first = Math.max(
      0,
      hits.findIndex((hit) => hit.from >= from.current),
    )
    setAt(first)
    show(opened, hits[first]!)
  }, [opened, hits])
  useEffect(() => mark(opened, hits, here), [opened, hits, here])
  useEffect(() => () => mark(opened, [], -1), [opened])

  const go = (step: 1 | -1) => {
    if (hits.length === 0) return
    const next = here < 0 ? nearest(opened, hits, step) : (here + step + hits.length) % hits.length
    from.current = hits[next]!.from
    setAt(next)
    show(opened, hits[next]!)
  }
  const close = () => {
    findingOf(app).set('closed')
    const hit = hits[here]
    if (hit && opened.view)
      opened.view.dispatch(opened.state.tr.setSelection(TextSelection.create(opened.state.doc, hit.from, hit.to)))
    opened.view?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'search')
      go(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const { document } = opened
  const left = useMemo(
    () => hits.map((hit) => leftBecause(document, hit, (hand) => layerOf(opened.hand(hand)) === 'handwritten')),
    [hits, document, opened],
  )
  const may = useMemo(() => hits.filter((_, index) => left[index] === null), [hits, left])
  const wordsFor = (hit: Hit) => replacementFor(hit, other, query.matchCase)
  const replace = (some: readonly Hit[]) => {
    if (!opened.view || !opened.writable || some.length === 0) return
    replaceWords(some, wordsFor)(opened.view.state, opened.view.dispatch)
    opened.redraw()
    // the button may have nothing more to do, and would take the focus with it
    input.current?.focus()
    const rest = some.length === may.length ? leftInWords(left) : ''
    const more = isCapped(hits) ? ' There may be more: look again.' : ''
    const done = `${some.length} ${other === '' ? 'deleted' : 'replaced'}`
    app.say(
      `${done}; one undo gives ${some.length === 1 ? 'it' : 'them'} back.${rest === '' ? '' : ` ${rest} Mend them one by one.`}${more}`,
    )
  }
  const set = (part: Partial<Query>) => {
    setQuery({ ...query, ...part })
    setAt(-1)
    asked.current = true
  }
  const choices = places(opened)
  const lookIn = (key: string) => {
    const { words, matchCase, wholeWords, exact, regular } = query
    const [, , part] = choices.find(([one]) => one === key)!
    setWhere(key)
    setQuery({ words, matchCase, wholeWords, ...(exact ? { exact } : {}), ...(regular ? { regular } : {}), ...part })
    setAt(-1)
    asked.current = true
  }
  const current = hits[here]
  const leaveBox = () => {
    flushSync(() => setLooksAtEach(false))
    input.current?.focus()
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a form would be sent by Enter; <search> is not known to every assistive technology yet */}
      <div role="search" aria-label="Find in this document" className="find-bar" data-part="find" onKeyDown={onKeyDown}>
        <div className="row">
          <label>
            <span>Find</span>
            <input ref={input} type="search" value={query.words} onChange={(event) => set({ words: event.target.value })} />
          </label>
          <output>{query.words.trim() === '' || fault !== null ? '' : looking ? 'looking …' : count(hits, here)}</output>
          <button type="button" onClick={() => go(-1)} disabled={hits.length === 0} title="Previous (Shift+Enter)">
            Previous
          </button>
          <button type="button" onClick={() => go(1)} disabled={hits.length === 0} title="Next (Enter)">
            Next
          </button>
          <button type="button" className="find-close" onClick={close} title="Close (Esc)">
            Close
          </button>
        </div>
        {fault !== null ? (
          <p className="form-fault" role="alert">
            {fault}
          </p>
        ) : null}
        {replacing && opened.writable ? (
          <div className="row replace">
            <label>
              <span>Replace by</span>
              <input type="text" value={other} onChange={(event) => setOther(event.target.value)} />
            </label>
            <button type="button" disabled={!current || !may.includes(current)} onClick={() => current && replace([current])}>
              {other === '' ? 'Delete this one' : 'Replace this one'}
            </button>
            <button
              type="button"
              disabled={may.length === 0}
              onClick={() => (other === '' ? setLooksAtEach(true) : replace(may))}
            >
              {other === '' ? `Delete ${allOf(may, hits)} …` : `Replace ${allOf(may, hits)}`}
            </button>
            <button type="button" disabled={may.length === 0} onClick={() => setLooksAtEach(true)}>
              Look at each …
            </button>
            {hits.length > may.length ? <span className="detail">{leftInWords(left)} Mend them one by one.</span> : null}
          </div>
        ) : null}
        <div className="find-options">
          <label className="flag">
            <input type="checkbox" checked={query.matchCase} onChange={(event) => set({ matchCase: event.target.checked })} />
            <span>Match case</span>
          </label>
          <label className="flag">
            <input type="checkbox" checked={query.wholeWords} onChange={(event) => set({ wholeWords: event.target.checked })} />
            <span>Whole words</span>
          </label>
          <label className="flag" title="Accents, ligatures, digits, hyphens and quotes as typed">
            <input
              type="checkbox"
              checked={query.exact === true}
              disabled={query.regular === true}
              onChange={(event) => set({ exact: event.target.checked })}
            />
            <span>Match accents and signs</span>
          </label>
          <label className="flag">
            <input
              type="checkbox"
              checked={query.regular === true}
              onChange={(event) => set({ regular: event.target.checked })}
            />
            <span>Regular expression</span>
          </label>
          <label>
            <span className="unseen-label">Where</span>
            <select value={where} onChange={(event) => lookIn(event.target.value)}>
              {choices.map(([key, label]) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        </div>
      </div>
      {looksAtEach ? <ReplaceBox hits={may} other={other} wordsFor={wordsFor} replace={replace} close={leaveBox} /> : null}
    </>
  )
}

/** Where looking ended before the end, it says so. */
function count(hits: readonly Hit[], here: number): string {
  const all = isCapped(hits) ? `the first ${hits.length}` : String(hits.length)
  return hits.length === 0 ? 'nothing found' : here < 0 ? `${all} found` : `${here + 1} of ${all}`
}

/** The words that are selected, where they are a few of one block. */
function selected(opened: OpenDocument): string {
  const { from, to, $from, $to } = opened.state.selection
  return $from.sameParent($to) && to - from < 80 ? opened.state.doc.textBetween(from, to, ' ', ' ').trim() : ''
}

/** The first after the caret, or the last before it. */
function nearest(opened: OpenDocument, hits: readonly Hit[], step: 1 | -1): number {
  const { from, to } = opened.state.selection
  // what is selected was found already: Enter goes on from there
  const chosen = hits.findIndex((hit) => hit.from === from && hit.to === to)
  if (chosen >= 0) return (chosen + step + hits.length) % hits.length
  if (step < 0)
    return Math.max(
      0,
      hits.findLastIndex((hit) => hit.to < from),
    )
  return Math.max(
    0,
    hits.findIndex((hit) => hit.from >= from),
  )
}

function mark(opened: OpenDocument, stretches: readonly Hit[], at: number): void {
  const { view } = opened
  const found = { stretches, at }
  if (view && !isMarked(view.state, found)) view.dispatch(view.state.tr.setMeta(FOUND, found).setMeta('addToHistory', false))
}

/** Brings a place into sight; the focus stays in the bar. */
function show(opened: OpenDocument, hit: Hit): void {
  if (!opened.view) return
  jumpTo(opened.view, TextSelection.create(opened.view.state.doc, hit.from, hit.to))
}

/** How many of what was found can be replaced at one go: “all 4”, or “3 of 4”. */
const allOf = (may: readonly Hit[], hits: readonly Hit[]) =>
  may.length === hits.length ? `all ${hits.length}` : `${may.length} of ${hits.length}`
