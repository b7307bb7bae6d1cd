import { isProse } from './line-shape.ts'
import { PEN_WORDS } from './notes.ts'
import { handwritten, type Reading } from './reading.ts'
import { measureOf } from './runs.ts'
import type { Zone } from './zones.ts'

/** What no hand writes of itself. */
const TYPED_ROLES = new Set([
  'heading',
  'marking',
  'letterhead',
  'our-reference',
  'copies',
  'copies-paragraph',
  'typist-reference',
  'office',
  'telegram-preamble',
])

/** How far a whole paper seems to be written by hand: `yes`, `perhaps`, or `no`. */
export function seemsPenned({ lines, paper, readings }: Zone): 'yes' | 'perhaps' | 'no' {
  const own = lines.slice(paper.first, paper.end)
  // a record of what people said, and lines in capitals, are typed
  if (own.filter(({ words }) => /^(?:\p{Lu}{2,}[.’']? ?){1,4}:/u.test(words)).length > 1) return 'no'
  const prose = own.filter(({ words }) => isProse(words))
  if (prose.length === 0) return 'no'
  const penned = prose.filter(({ words }) => PEN_WORDS.test(words)).length
  const short = prose.filter(({ words }) => /(?:\w['’](?:t|m|ll|ve|d)\b|\s–\s|\s-\s|--)/.test(words)).length
  const { width } = measureOf(lines, paper.first, paper.end)
  const isNarrow = width !== null && width < 58
  const isPlain = paper.salutation !== null || paper.close !== null
  const typedSigns = readings
    .slice(paper.first, paper.end)
    .filter(
      ({ role, reason }) => (role !== null && TYPED_ROLES.has(role)) || (role === 'catchword' && reason.includes('stroke')),
    ).length
  const numbered = readings.slice(paper.first, paper.end).some(({ reason }) => reason.includes('under the number'))
  // initials before the name, capitals, brackets: a typist's
  const typedName = own.some((line, at) => readings[paper.first + at]!.role === 'signature' && /^\(|\p{Lu}{3}/u.test(line.words))
  const score =
    (penned * 2) / prose.length +
    (isNarrow ? 0.3 : 0) +
    short / prose.length +
    (isPlain ? 0.1 : 0) -
    typedSigns * 0.15 -
    (numbered ? 0.2 : 0)
  if (penned >= 3 && score > 0.75 && typedSigns === 0) return 'yes'
  if (
    typedSigns - readings.slice(paper.first, paper.end).filter(({ role }) => role === 'letterhead').length === 0 &&
    !numbered &&
    !typedName
  )
    return 'perhaps'
  return (score > 0.4 && penned > 0 && typedSigns < 3) || (isNarrow && isPlain && typedSigns === 0) ? 'perhaps' : 'no'
}

/** What was read of a paper that seems to be written by hand all through: the roles stay, the layer is handwriting, or not proposed. */
export function asPenned(reading: Reading, seems: 'yes' | 'perhaps'): Reading {
  if (reading.layer !== 'typed' && reading.layer !== 'unknown') return reading
  if (reading.setAside !== null) return reading
  if (seems === 'perhaps')
    return reading.layer === 'typed'
      ? { ...reading, layer: 'unknown', reason: `${reading.reason} Typed or written by hand: its lines leave it open.` }
      : reading
  if (reading.role === null) return { ...handwritten('note', 0.8, reading.reason), role: null }
  return {
    ...handwritten(
      reading.role,
      Math.min(reading.confidence, 0.85),
      `${reading.reason} The whole paper reads as if it were written by hand.`,
    ),
  }
}
