import { type FormEvent, type KeyboardEvent, memo, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { LAYERS, type Layer, UNKNOWN_MANUSCRIPT } from '../../../shared/model/hand.ts'
import type { Query } from '../../../shared/search/query.ts'
import type { ToldHit } from '../../../shared/search/tell-hits.ts'
import { counted } from '../../../shared/text/counted.ts'
import type { AppState } from '../../state/app-state.ts'
import { useApp } from '../../state/context.ts'
import { calledIn } from '../../state/document-title.ts'
import { goToWords } from '../../state/go-to-words.ts'
import { goesTo, ListBox, Option, optionId } from '../../ui/list-box.tsx'
import { Modal } from '../../ui/modal.tsx'
import { useObservable } from '../../ui/observable.ts'
import { type FoundIn, LISTED, type SearchState, searchingOf } from './searching.ts'
import '../../styles/search.css'

const LIST = 'search-places'
/** From so many letters on it is looked without being asked. */
const LETTERS = 3
/** After so long without a letter, in ms. */
const PAUSE = 300

interface Line {
  readonly in: FoundIn
  readonly hit: ToldHit
}

/** Opens the search over the collection. */
export function openSearch(app: AppState): void {
  app.overlay.box('search', (close) => <SearchBox close={close} />)
}

/**
 * Words over the whole collection, looked for at a pause in the typing (an expression only when asked); no place is chosen by that. Enter looks at once
 * and chooses the first, the arrows go from place to place, Enter again opens the document there.
 */
function SearchBox({ close }: { readonly close: () => void }) {
  const app = useApp()
  const search = searchingOf(app)
  const state = useObservable(search.state)
  const [query, setQuery] = useState<Query>(state.query)
  const [at, setAt] = useState(search.at)
  const input = useRef<HTMLInputElement>(null)
  const groups = useMemo(() => listed(state.found), [state.found])
  const count = useMemo(() => state.found.reduce((sum, found) => sum + found.count, 0), [state.found])
  const shown = useMemo(() => groups.flatMap(({ in: one, hits }) => hits.map((hit): Line => ({ in: one, hit }))), [groups])
  const isAsked = query === state.query
  const here = isAsked ? Math.min(at, shown.length - 1) : -1

  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])

  const move = (to: number) => {
    setAt(to)
    search.at = to
  }
  const look = (first: number) => {
    if (query.words.trim() === '') return
    move(first)
    void search.start(query, app.collection.get()?.documents ?? [], app.opened.get())
  }
  const go = (index: number) => {
    const line = shown[index]
    if (!line) return
    search.at = index
    close()
    void goToWords(app, line.in.entry, state.query, line.hit)
  }
  const latest = useRef({ go, look })
  latest.current = { go, look }
  const clicked = useCallback((index: number) => latest.current.go(index), [])
  useEffect(() => {
    if (isAsked || query.regular || [...query.words.trim()].length < LETTERS) return
    const pause = setTimeout(() => latest.current.look(-1), PAUSE)
    return () => clearTimeout(pause)
  }, [query, isAsked])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isAsked && here >= 0) go(here)
    else if (isAsked && at < 0 && state.fault === null) move(0)
    else look(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // a search field would only clear itself
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLSelectElement) return
    const to = goesTo(event.key, here, shown.length, 'stops')
    if (to === null || !isAsked) return
    move(to)
    event.preventDefault()
  }
  const verb = !isAsked || shown.length === 0 ? 'Search' : here < 0 ? 'Go to the first' : 'Open it there'
  const set = (part: Partial<Query>) => setQuery(stated({ ...query, ...part }))
  const hands = app.opened.get()?.offered ?? app.registers.get().hands
  return (
    <Modal label="Search the collection" className="search" close={close}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole box; each place can be clicked too */}
      <div className="search-box" onKeyDown={onKeyDown}>
        <form aria-label="Search the collection" onSubmit={submit}>
          <div className="row">
            <label className="search-words">
              <span>Search the collection for</span>
              <input
                ref={input}
                type="search"
                role="combobox"
                aria-expanded={shown.length > 0}
                aria-controls={LIST}
                aria-activedescendant={optionId(LIST, here)}
                aria-describedby="search-says"
                value={query.words}
                onChange={(event) => set({ words: event.target.value })}
              />
            </label>
            <button type="submit" className="primary">
              {verb} <kbd>Enter</kbd>
            </button>
            {state.running ? (
              <button type="button" onClick={() => search.stop()}>
                Stop
              </button>
            ) : null}
            <button type="button" onClick={close}>
              Close <kbd>Esc</kbd>
            </button>
          </div>
          <div className="row filters">
            <Choice
              label="Layer"
              value={query.layer}
              change={(layer) => set({ layer: layer as Layer })}
              options={LAYERS.map((one) => [one, LAYER_WORDS[one]])}
            />
            <Choice
              label="Hand"
              value={query.hand}
              change={(hand) => set({ hand })}
              options={[...hands, UNKNOWN_MANUSCRIPT].map(({ id, badge, name }) => [id, `${badge} · ${name}`])}
            />
            <label>
              <span>Where</span>
              <select value={query.where} onChange={(event) => set({ where: event.target.value as Query['where'] })}>
                <option value="all">everywhere</option>
                <option value="text">in the text</option>
                <option value="notes">in the notes</option>
              </select>
            </label>
            <Flag label="Match case" value={query.matchCase} change={(matchCase) => set({ matchCase })} />
            <Flag label="Whole words" value={query.wholeWords} change={(wholeWords) => set({ wholeWords })} />
            <Flag label="Match accents and signs" value={query.exact === true} change={(exact) => set({ exact })} />
            <Flag label="Regular expression" value={query.regular === true} change={(regular) => set({ regular })} />
          </div>
        </form>
        <p id="search-says" className="search-says" role="status">
          {state.of === 0 && !state.running ? 'Accents, line ends and divided words do not matter.' : says(state, count)}
        </p>
        {state.fault ? (
          <p className="form-fault" role="alert">
            {state.fault}
          </p>
        ) : null}
        <ListBox id={LIST} label="Places" at={here} className="search-places">
          {groups.map(({ in: one, hits, first }) => {
            const isIn = here >= first && here < first + hits.length
            return <Places key={one.entry.id} in={one} hits={hits} first={first} here={isIn ? here - first : -1} go={clicked} />
          })}
        </ListBox>
        {state.failed.length > 0 ? (
          <details className="search-failed">
            <summary>{counted(state.failed.length, 'document')} could not be read</summary>
            <ul>
              {state.failed.map(({ entry, sentence }) => (
                <li key={entry.id}>
                  <bdi>{entry.original}</bdi>: {sentence}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </Modal>
  )
}

/** A filter that is not set is left out of the query. */
function stated({
  hand,
  layer,
  ...rest
}: Query & { readonly hand?: string | undefined; readonly layer?: Layer | undefined }): Query {
  return { ...rest, ...(hand ? { hand } : {}), ...(layer ? { layer } : {}) }
}

const LAYER_WORDS: Readonly<Record<Layer, string>> = {
  typed: 'typed',
  printed: 'printed',
  handwritten: 'handwritten',
  stamped: 'stamped',
  unknown: 'not known',
}

function says(state: SearchState, count: number): string {
  // where a document holds more than is looked for, the count is not the whole of it
  const least = state.found.some(({ capped }) => capped) ? 'At least ' : ''
  const places = count === 0 ? 'Nothing' : count === 1 ? '1 place' : `${least}${count} places`
  const documents = state.found.length === 0 ? '' : ` in ${counted(state.found.length, 'document')}`
  const more = count > LISTED ? `; the first ${LISTED} are listed, one more word makes them fewer` : ''
  const progress = state.running ? ` so far: ${state.read} of ${state.of} documents looked through` : ''
  return `${places} found${documents}${more}${progress}.`
}

/** The places of one document that are listed; `first` is the number of the first of them in the whole list. */
interface Group {
  readonly in: FoundIn
  readonly hits: readonly ToldHit[]
  readonly first: number
}

function listed(found: readonly FoundIn[]): readonly Group[] {
  const groups: Group[] = []
  let first = 0
  for (const one of found) {
    if (first >= LISTED) break
    const hits = first + one.hits.length <= LISTED ? one.hits : one.hits.slice(0, LISTED - first)
    if (hits.length > 0) groups.push({ in: one, hits, first })
    first += hits.length
  }
  return groups
}

interface PlacesProps extends Group {
  /** The place in this document that is chosen, or -1. */
  readonly here: number
  readonly go: (index: number) => void
}

// while a search runs the list grows many times a second: only what is new in it is drawn
const Places = memo(
  ({ in: one, hits, first, here, go }: PlacesProps) => (
    // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
    <div role="group" aria-label={[...new Set([calledIn(one.entry).title, one.entry.original])].join(', ')}>
      <p className="search-document" aria-hidden="true">
        <bdi title={calledIn(one.entry).tip}>{calledIn(one.entry).title}</bdi> <span className="detail">{one.count}</span>
      </p>
      {hits.map((hit, index) => (
        <Option
          key={`${hit.from}-${hit.to}`}
          list={LIST}
          index={first + index}
          isMarked={index === here}
          className="search-place"
          choose={go}
        >
          <span className="search-where">{whereWords(hit)}</span>
          <bdi>
            {hit.before}
            <mark>{hit.words}</mark>
            {hit.after}
          </bdi>
        </Option>
      ))}
    </div>
  ),
  (was, now) => was.in === now.in && was.hits.length === now.hits.length && was.first === now.first && was.here === now.here,
)

function whereWords({ page, kind, layer, handName }: ToldHit): string {
  const what = kind === 'note' ? ' · note' : kind === 'editornote' ? ' · editor’s note' : kind === 'query' ? ' · query' : ''
  const by = layer === null ? '' : handName === null ? ' · hand not stated' : ` · ${handName}`
  return `p. ${page}${what}${by}`
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly (readonly [string, string])[]
  readonly change: (value: string) => void
}

function Choice({ label, value, options, change }: ChoiceProps) {
  const id = useId()
  return (
    <span className="pair">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => change(event.target.value)}>
        <option value="">any</option>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </span>
  )
}

function Flag({
  label,
  value,
  change,
}: {
  readonly label: string
  readonly value: boolean
  readonly change: (value: boolean) => void
}) {
  return (
    <label className="flag">
      <input type="checkbox" checked={value} onChange={(event) => change(event.target.checked)} />
      <span>{label}</span>
    </label>
  )
}
