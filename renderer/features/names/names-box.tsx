import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { DocumentEntry } from '../../../shared/api/contract.ts'
import { tenuresOf } from '../../../shared/model/offices.ts'
import type { Mention } from '../../../shared/search/mentions.ts'
import type { Registered } from '../../../shared/search/register.ts'
import { MARKS } from '../../../shared/vocabulary/marks.ts'
import { namingOf } from '../../../shared/vocabulary/naming.ts'
import { tenureInWords } from '../../../shared/vocabulary/tenure-in-words.ts'
import type { AppState } from '../../state/app-state.ts'
import { useApp } from '../../state/context.ts'
import { calledApart } from '../../state/document-title.ts'
import { goToMention } from '../../state/go-to-words.ts'
import { goesTo, ListBox, Option, optionId } from '../../ui/list-box.tsx'
import { Modal } from '../../ui/modal.tsx'
import { editEntry, mergeEntry, type RegisterRow, takeAway } from './change-register.ts'
import { useRegister } from './register-view.ts'
import '../../styles/names.css'

const ENTRIES = 'names-entries'
const PLACES = 'names-places'

type Entry = Registered<DocumentEntry>
const keyOf = ({ kind, entry }: Entry) => `${kind} ${entry?.id ?? ''}`

/** Opens the register with its mentions, at one of its entries where that is said. */
export function openRegister(app: AppState, at?: { readonly kind: Entry['kind']; readonly id: string }): void {
  app.overlay.box('names', (close) => <NamesBox close={close} first={at ? `${at.kind} ${at.id}` : null} />)
}

/** Everybody and everything that is named, each with every place in its line. Arrows choose, Enter goes to the places and there. */
function NamesBox({ close, first }: { readonly close: () => void; readonly first: string | null }) {
  const app = useApp()
  const [everywhere, setEverywhere] = useState(app.opened.get() === null)
  const { rows, progress } = useRegister(everywhere)
  const [filter, setFilter] = useState('')
  const [chosen, setChosen] = useState<string | null>(first)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const places = useRef<HTMLDivElement>(null)
  const shown = rows.filter((row) => nameOf(row).toLowerCase().includes(filter.trim().toLowerCase()))
  const index = Math.max(
    0,
    shown.findIndex((row) => keyOf(row) === chosen),
  )
  const row = shown[index]
  const called = calledApart(row?.mentions.map(({ document }) => document) ?? [])
  const writable = app.opened.get()?.writable !== false
  useEffect(() => input.current?.focus(), [])

  const choose = (to: number) => {
    const next = shown[to]
    setChosen(next ? keyOf(next) : null)
    setAt(0)
  }
  const go = (place: Entry['mentions'][number] | undefined) => {
    if (!place) return
    close()
    void goToMention(app, place.document, place.mention)
  }
  const inEntries = (event: KeyboardEvent) => {
    const to = goesTo(event.key, index, shown.length, 'stops')
    if (to !== null) choose(to)
    else if (event.key === 'Enter' && row && row.mentions.length > 0) places.current?.focus()
    // a search field would only clear itself
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  }
  const inPlaces = (event: KeyboardEvent) => {
    const to = goesTo(event.key, at, row?.mentions.length ?? 0, 'stops')
    if (to !== null) setAt(to)
    else if (event.key === 'Enter') go(row?.mentions[at])
    else if (event.key === 'ArrowLeft') input.current?.focus()
    else return
    event.preventDefault()
  }
  const act = (run: (row: RegisterRow) => void) => () => row?.entry && run(row as RegisterRow)
  const same = shown.length > 0 ? rows.filter((one) => one.kind === row?.kind && one.entry !== null && one !== row) : []
  return (
    <Modal label="Names, and where they stand" className="names" close={close}>
      <div className="names-box">
        <div className="row">
          <label className="search-words">
            <span>Names</span>
            <input
              ref={input}
              type="search"
              role="combobox"
              aria-expanded={shown.length > 0}
              aria-controls={ENTRIES}
              aria-activedescendant={optionId(ENTRIES, row ? index : -1)}
              placeholder="part of a name"
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              onKeyDown={inEntries}
            />
          </label>
          <label className="flag">
            <input
              type="checkbox"
              checked={everywhere}
              disabled={app.opened.get() === null}
              onChange={(event) => setEverywhere(event.target.checked)}
            />
            <span>In the whole collection</span>
          </label>
          <button type="button" onClick={close}>
            Close <kbd>Esc</kbd>
          </button>
        </div>
        <p className="search-says" role="status">
          {progress ? progressWords(progress) : 'In the open document.'} <kbd>↑</kbd> <kbd>↓</kbd> choose, <kbd>Enter</kbd> goes
          to the places, and there.
        </p>
        <div className="names-columns">
          <ListBox id={ENTRIES} label="Names" at={row ? index : -1} className="names-entries">
            {shown.map((one, number) => (
              <Option
                key={keyOf(one)}
                list={ENTRIES}
                index={number}
                isMarked={number === index}
                className="name-entry"
                choose={choose}
              >
                <bdi>{nameOf(one)}</bdi>
                <span className="detail">
                  {MARKS[namingOf(one.kind)].label} · {one.mentions.length}
                </span>
              </Option>
            ))}
            {rows.length === 0 ? <p className="empty">Nothing is named yet: select a name and press Ctrl+Shift+P.</p> : null}
          </ListBox>
          <section className="names-places" aria-label="Where it stands">
            {row ? <Facts row={row} /> : null}
            <ListBox
              id={PLACES}
              label={row ? `Places of ${nameOf(row)}` : 'Places'}
              at={row && row.mentions.length > 0 ? at : -1}
              className="mentions"
              own={{ onKeyDown: inPlaces, ref: places }}
            >
              {row?.mentions.map((place, number) => (
                <Option
                  key={`${place.document.id} ${place.mention.id}`}
                  list={PLACES}
                  index={number}
                  isMarked={number === at}
                  className="mention"
                  choose={() => go(place)}
                >
                  <Place mention={place.mention} called={everywhere ? called(place.document) : null} />
                </Option>
              ))}
            </ListBox>
            {row && row.mentions.length === 0 ? (
              <p className="empty">Not named here: nothing in the text is tagged with this name.</p>
            ) : null}
          </section>
        </div>
        <div className="form-end" data-of-chosen={ENTRIES}>
          <button type="button" disabled={!row?.entry} onClick={act((own) => editEntry(app, own))}>
            Edit …
          </button>
          <button
            type="button"
            disabled={!row?.entry || !writable || same.length === 0}
            onClick={act((own) => mergeEntry(app, own, same as readonly RegisterRow[]))}
          >
            Merge into …
          </button>
          <button type="button" disabled={!row?.entry || !writable} onClick={act((own) => takeAway(app, own))}>
            Delete
          </button>
        </div>
      </div>
    </Modal>
  )
}

const nameOf = ({ kind, entry }: Entry) => entry?.name ?? `${MARKS[namingOf(kind)].label} not stated`

function progressWords({ read, of, failed }: { readonly read: number; readonly of: number; readonly failed: number }): string {
  const rest = failed > 0 ? ` ${failed} could not be read.` : ''
  return read < of ? `${read} of ${of} other documents looked through …${rest}` : `In the whole collection.${rest}`
}

/** What is stated of the entry. */
function Facts({ row: { entry } }: { readonly row: Entry }) {
  if (entry === null) return <p className="name-facts">Words that are tagged, and name nobody who is stated.</p>
  const said = 'offices' in entry ? tenuresOf(entry).map(tenureInWords) : entry.says === null ? [] : [entry.says]
  const link = entry.authority ?? null
  return (
    <p className="name-facts">
      <strong>{entry.name}</strong>
      {said.map((words) => (
        <span key={words}>{words}</span>
      ))}
      {link === null ? null : <span>{link}</span>}
    </p>
  )
}

interface PlaceProps {
  readonly mention: Mention
  /** What its document is called, where there are others. */
  readonly called: string | null
}

function Place({ mention, called }: PlaceProps) {
  return (
    <>
      {called === null ? null : <span className="search-where">{called}</span>}
      <bdi>
        {mention.before}
        <mark>{mention.words}</mark>
        {mention.after}
      </bdi>
    </>
  )
}
