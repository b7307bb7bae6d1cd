import { NO_NUMBERS, type Numbered, type Numbering } from '../model/numbering.ts'
import { isSafeId } from './fields.ts'
import { inline } from './printer.ts'

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0

/** The numbers that a collection file holds, or null where what stands there is none: it is kept as it is then. */
export function numberingFrom(value: unknown): Numbering | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { next, given } = value as Readonly<Record<string, unknown>>
  if (!isCount(next) || !Array.isArray(given) || Object.keys(value).length !== 2) return null
  const numbers = given.map(numberedFrom)
  if (numbers.includes(null)) return null
  const all = numbers.filter((one) => one !== null)
  const isOnce = new Set(all.map(({ number }) => number)).size === all.length
  return isOnce && all.every(({ number }) => number < next) ? { next, given: all } : null
}

function numberedFrom(value: unknown): Numbered | null {
  if (typeof value !== 'object' || value === null) return null
  const { number, document, place, question, words, page, ...rest } = value as Readonly<Record<string, unknown>>
  const isText = [document, question, words].every((one) => typeof one === 'string')
  if (!isText || !isCount(number) || !isCount(page) || !isSafeId(place) || Object.keys(rest).length > 0) return null
  return { number, document, place, question, words, page } as Numbered
}

export function numberingToFile({ next, given }: Numbering): Readonly<Record<string, unknown>> {
  return {
    next,
    given: given.map(({ number, document, place, question, words, page }) =>
      inline({ number, document, place, question, words, page }),
    ),
  }
}

/** What tells one place from every other of the collection. */
export const placeKey = ({ document, place, question }: Pick<Numbered, 'document' | 'place' | 'question'>): string =>
  JSON.stringify([document, place, question])

/** The numbers of both: what was given first stays, and what took the same number meanwhile gets one of its own. */
export function mergeNumbering(earlier: Numbering = NO_NUMBERS, later: Numbering = NO_NUMBERS): Numbering {
  const known = new Set(earlier.given.map(placeKey))
  const taken = new Set(earlier.given.map(({ number }) => number))
  const given = [...earlier.given]
  let next = Math.max(earlier.next, later.next)
  for (const one of later.given) {
    if (known.has(placeKey(one))) continue
    const number = taken.has(one.number) ? next : one.number
    if (number === next) next += 1
    taken.add(number)
    given.push({ ...one, number })
  }
  return { next, given }
}
