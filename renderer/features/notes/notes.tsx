import { useId, useMemo, useState } from 'react'
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import { nameOf } from '../../../shared/document/access.ts'
import { EVERYTHING, filterRows, type NoteFilter, type NoteRow, noteRows } from '../../../shared/state/note-list.ts'
import { isByHand, NOTE_FUNCTIONS, NOTE_PLACES } from '../../../shared/vocabulary/margin.ts'
import { penMarkWords } from '../../../shared/vocabulary/pen-marks.ts'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { useObservable } from '../../ui/observable.ts'
import { goToObject } from '../margin/journeys.ts'
import { beginning } from './beginning.ts'

const OTHERS: Readonly<Record<string, string>> = {
  thread: 'answers and answered',
  penmark: 'pen marks',
  editornote: 'editor’s notes',
  query: 'queries',
  open: 'open queries',
}

/** All notes, pen marks, editor's notes and queries in reading order, replies under what they answer: also for those who do not see the margin. */
export function Notes({ opened }: { readonly opened: OpenDocument }) {
  useObservable(opened.tick)
  const hands = useObservable(opened.hands)
  const [filter, setFilter] = useState<NoteFilter>(EVERYTHING)
  const doc = opened.document
  const all = useMemo(() => noteRows(doc), [doc])
  const shown = useMemo(() => filterRows(all, filter), [all, filter])
  if (all.length === 0)
    return <p className="empty">No notes yet. Select handwriting in the text and press Ctrl+M to lift it to the margin.</p>
  const used = new Set(all.map(({ node }) => node.attrs.hand as string | null | undefined))
  const writers = [
    ...hands.filter(({ id }) => used.has(id)).map(({ id, name }) => [id, name] as const),
    ['unknown-manuscript', 'writer not known'] as const,
    ['none', 'hand not stated'] as const,
    ['ours', 'the editors'] as const,
  ]
  return (
    <div className="notes">
      <div className="filters">
        <Filter label="By" value={filter.by} options={writers} change={(by) => setFilter({ ...filter, by })} />
        <Filter
          label="What"
          value={filter.what}
          options={[...Object.entries(OTHERS), ...Object.entries(NOTE_FUNCTIONS)]}
          change={(what) => setFilter({ ...filter, what })}
        />
        <output className="detail">
          {shown.length === all.length ? `${all.length} in all` : `${shown.length} of ${all.length}`}
        </output>
      </div>
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <ListBox
          aria-label="Notes"
          data-focus-first
          className="note-rows"
          items={shown}
          dependencies={[hands]}
          selectionMode="none"
          onAction={(key) => goToObject(opened, String(key))}
          renderEmptyState={() => <p className="empty">No note is like that.</p>}
        >
          {(row) => <Row row={row} opened={opened} />}
        </ListBox>
      </Virtualizer>
    </div>
  )
}

const LAYOUT = { estimatedRowHeight: 58 }

function Row({ row, opened }: { readonly row: NoteRow; readonly opened: OpenDocument }) {
  const { node, depth, number, isHeadnote } = row
  const kind = nameOf(node)
  const { hand, place, joins, state, assigned } = node.attrs
  const by = isByHand(kind) ? (opened.hand(hand)?.badge ?? 'hand not stated') : isHeadnote ? 'headnote' : labelOf(kind)
  const words = kind === 'penmark' ? penMarkWords(node.attrs) : beginning(node.textContent, 90) || '(empty)'
  const detail = [
    depth > 0 ? 'answers the note above' : null,
    kind === 'note' ? (place ? NOTE_PLACES[place as keyof typeof NOTE_PLACES] : 'place not known') : null,
    node.attrs.function ? NOTE_FUNCTIONS[node.attrs.function as keyof typeof NOTE_FUNCTIONS] : null,
    joins ? 'goes on from another piece' : null,
    state ?? null,
    assigned ? `for ${assigned}` : null,
  ].filter(Boolean)
  return (
    <ListBoxItem id={row.id} textValue={`${by} ${words}`} className={`note-row depth-${Math.min(depth, 3)}`}>
      <strong>
        {depth > 0 ? '↳ ' : ''}
        {by}
        {number === null ? '' : ` ${number}`}
      </strong>{' '}
      <bdi>{words}</bdi>
      <span className="detail">{detail.join(' · ')}</span>
    </ListBoxItem>
  )
}

interface FilterProps {
  readonly label: string
  readonly value: string | null
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly change: (value: string | null) => void
}

function Filter({ label, value, options, change }: FilterProps) {
  const id = useId()
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value ?? ''} onChange={(event) => change(event.target.value || null)}>
        <option value="">all</option>
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
