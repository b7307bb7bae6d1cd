import { useId } from 'react'
import type { Pairing } from '../../../shared/merge/differences.ts'
import { type Choosing, REST } from './choices.ts'

const SIDES = [
  ['mine', 'Mine', 'M'],
  ['theirs', 'Theirs', 'T'],
] as const

interface Props {
  readonly choosing: Choosing
  readonly group: string
  /** It stands with what it is the choice of, and not at one difference. */
  readonly isRest?: boolean
}

/** Mine or theirs, for one difference and what goes with it; neither is preset. */
export function Choice({ choosing, group, isRest = false }: Props) {
  const name = useId()
  if (group === REST && !isRest)
    return <p className="compare-choice">Cannot be chosen by itself: it goes with everything else, below.</p>
  const others = isRest ? 0 : choosing.sizeOf(group) - 1
  return (
    <fieldset className="compare-choice">
      <legend>Keep</legend>
      {SIDES.map(([side, label, key]) => (
        <label key={side}>
          <input type="radio" name={name} checked={choosing.chosen(group) === side} onChange={() => choosing.pick(group, side)} />{' '}
          {label} {isRest ? null : <kbd>{key}</kbd>}
        </label>
      ))}
      {others > 0 ? (
        <span className="detail">
          together with {others === 1 ? 'one other difference' : `${others} other differences`}: they share words or a note
        </span>
      ) : null}
    </fieldset>
  )
}

/** What of the text can only be chosen with the rest, in a word for the list. */
export function pagesToo(choosing: Choosing, seen: readonly Pairing[]): readonly string[] {
  return seen.some((row) => choosing.groupOf(row) === REST) ? ['pages, papers, and what stands elsewhere'] : []
}
