import type { ReactNode } from 'react'
import type { ChangedPlace } from '../../../shared/commands/changed-places.ts'
import type { OwnerRow, Row } from '../../../shared/compare/side-by-side.ts'
import { UNUSED_REASONS, type UnusedReason } from '../../../shared/vocabulary/unused.ts'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'

interface Props {
  readonly row: Row
  /** The number of its first stop among all, and of the one where we are. */
  readonly first: number
  readonly at: number
  readonly handName: (id: string | null) => string
  readonly originals: readonly string[]
  readonly go: (stop: number) => void
}

/** A block or note as the machine read it and as it stands, or what was set aside. */
export function MachineRow({ row, first, at, handName, originals, go }: Props) {
  const count = row.kind === 'aside' ? 1 : row.places.length
  const current = first <= at && at < first + count
  const mark = (nth: number) => ({ stop: first + nth, isHere: first + nth === at, go })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of readings, not of fields; a section each would make as many landmarks
    <div className={`difference${current ? ' current' : ''}`} role="group" aria-label={nameOf(row, handName)}>
      <p className="compare-name">
        {nameOf(row, handName)} · {whereOf(row, originals)}
        {row.kind !== 'aside' && row.goesBack ? (
          <span className="phrases"> · the machine transcript has it further up</span>
        ) : null}
      </p>
      {row.kind === 'aside' ? (
        <>
          <div className="compare-side">
            <Stopping as="del" {...mark(0)}>
              {row.was}
            </Stopping>
          </div>
          <div className="compare-side set-aside">set aside: {UNUSED_REASONS[row.reason as UnusedReason] ?? row.reason}</div>
        </>
      ) : (
        <>
          <div className="compare-side">{machineSide(row, mark)}</div>
          <div className="compare-side">{ourSide(row, mark)}</div>
        </>
      )}
    </div>
  )
}

type Marking = (nth: number) => Pick<StoppingProps, 'stop' | 'isHere' | 'go'>

function machineSide({ was, places }: OwnerRow, mark: Marking): readonly ReactNode[] {
  const order = places.map((place, nth) => ({ place, nth })).sort((a, b) => a.place.wasFrom - b.place.wasFrom)
  let at = 0
  const parts = order.flatMap(({ place, nth }): ReactNode[] => {
    const before = was.slice(at, Math.max(at, place.wasFrom))
    const from = Math.max(at, place.wasFrom)
    at = Math.max(at, place.wasTo)
    if (from >= at) return [before]
    return [
      before,
      <Stopping key={keyOf(place)} as={isMended(place) ? 'del' : 'span'} {...mark(nth)}>
        {letters(was, from, at, place, 'was')}
      </Stopping>,
    ]
  })
  return [...parts, was.slice(at)]
}

function ourSide({ now, places }: OwnerRow, mark: Marking): readonly ReactNode[] {
  let at = 0
  const parts = places.flatMap((place, nth): ReactNode[] => {
    const before = now.slice(at, Math.max(at, place.from))
    const from = Math.max(at, place.from)
    at = Math.max(at, place.to)
    return [
      before,
      <Stopping key={keyOf(place)} as={isMended(place) ? 'ins' : 'span'} {...mark(nth)}>
        {from < at ? letters(now, from, at, place, 'now') : <span className="nothing">(nothing)</span>}
      </Stopping>,
      <Whose key={`whose ${keyOf(place)}`} place={place} />,
    ]
  })
  return [...parts, now.slice(at)]
}

const keyOf = ({ from, wasFrom }: ChangedPlace) => `${from} ${wasFrom}`
const isMended = ({ hunks }: ChangedPlace) => hunks.length > 0

const TAGS = { machine: 'machine’s error', paper: 'paper’s error', unknown: 'not known whose', supplied: 'supplied' } as const

/** Whose error it is said to be, and the reading that is kept beside the words. */
function Whose({ place: { whose, reading, now } }: { readonly place: ChangedPlace }) {
  if (whose === null) return null
  return (
    <span className="whose">
      {TAGS[whose]}
      {(whose === 'paper' || whose === 'unknown') && reading !== now ? `: ${reading}` : ''}
    </span>
  )
}

/** Words with the letters that differ set apart. */
function letters(text: string, from: number, to: number, { hunks }: ChangedPlace, side: 'was' | 'now'): readonly ReactNode[] {
  const parts: ReactNode[] = []
  let at = from
  for (const hunk of hunks) {
    const [start, end] = side === 'was' ? [hunk.wasFrom, hunk.wasTo] : [hunk.nowFrom, hunk.nowTo]
    if (end <= at || end > to || start === end) continue
    parts.push(text.slice(at, Math.max(at, start)), <b key={start}>{text.slice(Math.max(at, start), end)}</b>)
    at = end
  }
  // a word that differs in all its letters has none to be set apart
  return parts.length === 2 && at === to && parts[0] === '' ? [text.slice(from, to)] : [...parts, text.slice(at, to)]
}

interface StoppingProps {
  readonly as: 'del' | 'ins' | 'span'
  readonly stop: number
  readonly isHere: boolean
  readonly go: (stop: number) => void
  readonly children: ReactNode
}

function Stopping({ as: Tag, stop, isHere, go, children }: StoppingProps) {
  return (
    <Tag className={`stop${isHere ? ' here' : ''}`} data-stop={stop} onClick={() => go(stop)}>
      {children}
    </Tag>
  )
}

/** What a row is called: its role, or that it is a note and whose. */
export function nameOf(row: Row, handName: Props['handName']): string {
  if (row.kind === 'aside') return 'set aside'
  if (row.kind === 'note') return `note by ${handName(row.hand)}`
  return row.role === null ? 'block' : labelOf(row.role)
}

function whereOf({ pageNumber, machine }: Row, originals: readonly string[]): string {
  if (machine === null) return `page ${pageNumber} · not in the machine transcript`
  const name = originals.length > 1 ? ` of ${originals[machine.original] ?? ''}` : ''
  return `page ${pageNumber} · machine transcript line ${machine.line}${name}`
}
