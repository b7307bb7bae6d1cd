import type { Tenure } from '../model/hand.ts'
import { shortDate } from './short-date.ts'

/** “Foreign and Commonwealth Secretary, from 5 May 1979 to 5 Apr 1982”. */
export function tenureInWords({ office, from, to }: Tenure): string {
  const ends = [from === null ? null : `from ${shortDate(from)}`, to === null ? null : `to ${shortDate(to)}`]
  const held = ends.filter((end) => end !== null).join(' ')
  return held === '' ? office : `${office}, ${held}`
}
