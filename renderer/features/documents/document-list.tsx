import { Pin } from 'lucide-react'
import { type KeyboardEvent, memo, useCallback, useDeferredValue, useMemo, useRef, useState } from 'react'
import type { DocumentEntry, Unread } from '../../../shared/api/contract.ts'
import { endingsRead } from '../../../shared/import/importers.ts'
import { useActions, useTip } from '../../state/actions.ts'
import { useApp } from '../../state/context.ts'
import { type Called, calledHere, calledIn } from '../../state/document-title.ts'
import { observable, useObservable } from '../../ui/observable.ts'
import { arranged, type DocumentOrder, type Listed, listedIn, ORDERS, progressOf, stateInWords } from './document-order.ts'
import { goToOriginal } from './go-to-original.ts'

/** The documents of the collection, with how far each has come. Enter or a click opens; arrows move; what is typed above finds some of them. */
export function DocumentList() {
  const app = useApp()
  const collection = useObservable(app.collection)
  const opened = useObservable(app.opened)
  const [wanted, setWanted] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const tip = useTip()
  const keepList = useActions().find(({ id }) => id === 'keep-list')!
  const { listKept } = useObservable(app.look)
  const [order, setOrder] = useState<DocumentOrder>('name')
  /** The document that was open last: the keyboard comes back to it. */
  const last = useRef<string | undefined>(undefined)
  const sought = useDeferredValue(wanted)
  const documents = collection?.documents
  const listed = useMemo(() => (collection ? listedIn(collection) : []), [collection])
  const shown = useMemo(() => arranged(listed, sought, order), [listed, sought, order])
  const open = useCallback(
    (entry: DocumentEntry | Listed) => void ('into' in entry ? goToOriginal(app, entry) : app.open(entry)),
    [app],
  )
  if (!documents) return <p className="empty">Reading the collection …</p>
  if (documents.length === 0) {
    return (
      <>
        <p className="empty">
          This folder holds no transcripts yet. Put the machine transcripts ({endingsRead(' or ')}) into it; they appear here at
          once, and are never changed.
        </p>
        <UnreadNames unread={collection.unread} />
      </>
    )
  }
  const current = opened?.loaded.entry.id
  last.current = current ?? last.current
  const home = shown.some(({ id }) => id === last.current) ? last.current : shown[0]?.id
  return (
    <>
      <div className="documents-head">
        <input
          ref={field}
          type="text"
          aria-label="Find a document by its title, name or status"
          placeholder="Title, name or status"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
          onKeyDown={intoList}
        />
        <div className="list-tools">
          <select
            aria-label="Order of the documents"
            value={order}
            onChange={(event) => setOrder(event.target.value as DocumentOrder)}
          >
            {Object.entries(ORDERS).map(([key, label]) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="keep-list"
            aria-pressed={listKept}
            aria-label="Keep the list open"
            title={tip('keep-list')}
            onClick={() => keepList.run(app)}
          >
            <Pin aria-hidden="true" size={15} />
          </button>
        </div>
        <p className="document-state" role="status">
          {sought.trim() === '' ? progressOf(documents) : `${shown.length} of ${documents.length}`}
        </p>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: `ul` may not hold its items in stretches */}
      <div
        role="list"
        className="documents"
        aria-label="Documents"
        onKeyDown={(event) => {
          if (event.key === 'F2') app.say(NO_RENAME)
          else if (isLetter(event)) {
            // a row takes no letters: what is typed there is looked for
            event.preventDefault()
            setWanted(wanted + event.key)
            field.current?.focus()
          } else moveInList(event)
        }}
      >
        {stretchesOf(shown).map((entries) => (
          <div key={entries[0]!.id} role="presentation" className="stretch" style={roomFor(entries.length)}>
            {entries.map((entry) => (
              <Row key={entry.id} entry={entry} isOpen={entry.id === current} isHome={entry.id === home} open={open} />
            ))}
          </div>
        ))}
      </div>
      <UnreadNames unread={collection.unread} />
    </>
  )
}

const NO_RENAME =
  'A letter keeps the name of its file. To give it another, close it and rename the file and its .tei.json in the folder, both alike.'

/** What else stands in the folder, quietly: nobody is to take it for read. */
function UnreadNames({ unread }: { readonly unread: Unread | undefined }) {
  if (!unread || unread.count === 0) return null
  const more = unread.count - unread.first.length
  return (
    <details className="unread">
      <summary>
        {unread.count === 1 ? 'One name in this folder is not read' : `${unread.count} names in this folder are not read`}
      </summary>
      <p>Scholion reads text files ({endingsRead(', ')}) that stand in this folder itself. These stay as they are:</p>
      <ul>
        {unread.first.map(({ name, isFolder }) => (
          <li key={name}>
            {name}
            {isFolder ? ' (a folder)' : ''}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>… and {more} more.</p> : null}
    </details>
  )
}

/** As many documents as one stretch of the list holds: what is out of sight is neither laid out nor painted. */
const STRETCH = 50

function stretchesOf(entries: readonly DocumentEntry[]): readonly (readonly DocumentEntry[])[] {
  return Array.from({ length: Math.ceil(entries.length / STRETCH) }, (_, at) => entries.slice(at * STRETCH, (at + 1) * STRETCH))
}

/** An estimate for a stretch that was never laid out; the browser remembers the others. */
const roomFor = (count: number) => ({ containIntrinsicBlockSize: `auto ${count * 54}px` })

interface RowProps {
  readonly entry: DocumentEntry
  readonly isOpen: boolean
  /** Where the keyboard comes to when it comes to the list. */
  readonly isHome: boolean
  readonly open: (entry: DocumentEntry) => void
}

// in a collection of thousands only the rows that change are drawn anew
const Row = memo(
  ({ entry, isOpen, isHome, open }: RowProps) => {
    return (
      // biome-ignore lint/a11y/useSemanticElements: as above
      <div role="listitem">
        <button type="button" {...(isHome ? { 'data-focus-first': true } : {})} aria-current={isOpen} onClick={() => open(entry)}>
          {isOpen ? <OpenName entry={entry} /> : <Name called={calledIn(entry)} />}
          <span className="document-state">{stateInWords(entry, isOpen)}</span>
        </button>
      </div>
    )
  },
  (was, now) =>
    was.isOpen === now.isOpen &&
    was.isHome === now.isHome &&
    was.open === now.open &&
    (was.entry === now.entry || JSON.stringify(was.entry) === JSON.stringify(now.entry)),
)

/** A document that is open is called as it is in the row of its title, as its text stands. */
function OpenName({ entry }: { readonly entry: DocumentEntry }) {
  const opened = useObservable(useApp().opened)
  useObservable(opened?.tick ?? NEVER)
  return <Name called={opened?.loaded.entry.id === entry.id ? calledHere(opened) : calledIn(entry)} />
}

const NEVER = observable(0)

function Name({ called: { title, under, tip } }: { readonly called: Called }) {
  return (
    <>
      <span className="document-name" title={tip}>
        {title}
      </span>
      {under === null ? null : <span className="document-state document-file">{under}</span>}
    </>
  )
}

function intoList(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
  event.preventDefault()
  const first = event.currentTarget.closest('nav')?.querySelector<HTMLElement>('.documents button')
  if (event.key === 'Enter') first?.click()
  else first?.focus()
}

const isLetter = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent) =>
  !ctrlKey && !altKey && !metaKey && key !== ' ' && [...key].length === 1

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  End: Number.POSITIVE_INFINITY,
  Home: Number.NEGATIVE_INFINITY,
}

function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  if (step === undefined) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button')]
  const to = all.indexOf(event.target as HTMLElement) + step
  event.preventDefault()
  all[Math.min(Math.max(to, 0), all.length - 1)]?.focus()
}
