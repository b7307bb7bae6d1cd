import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySplices, fits, sizeOf, splicesBetween } from '../../shared/api/journal-change.ts'

const part = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '😀', '😁', '\u{10400}', 'é'), maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  // long enough for the next stretch to be found again only at a distance
  fc.tuple(fc.string({ minLength: 1, maxLength: 9 }), fc.nat(3000)).map(([text, times]) => text.repeat(times)),
)
const whole = fc.array(part, { maxLength: 8 }).filter((parts) => parts.join('').isWellFormed())

/** A text, and the same with some of its parts left out, changed or put elsewhere. */
const pairs = fc.tuple(whole, fc.array(fc.tuple(fc.nat(7), part), { maxLength: 5 })).map(([parts, edits]) => {
  const after = [...parts]
  for (const [at, text] of edits) after.splice(at, text.length % 3, text)
  return [parts.join(''), after.join('')] as const
})

describe('what changed between two texts', () => {
  it('turns the one into the other, whatever they are, and cuts no sign in two', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const splices = splicesBetween(before, after)
        expect(applySplices(before, splices)).toBe(after)
        for (const { from, text } of splices) {
          expect(text.isWellFormed()).toBe(true)
          expect(before.slice(0, from).isWellFormed()).toBe(true)
        }
        expect(splices.length).toBeLessThanOrEqual(65)
      }),
    )
  })

  it('is small where little changed in a text of 500,000 words, and in two places far apart', () => {
    const line = (n: number) => `        { "id": "b${n}", "content": ["words of block ${n}, some of them alike"] },\n`
    const lines = Array.from({ length: 60_000 }, (_, n) => line(n))
    const before = lines.join('')
    lines[20_000] = line(20_000).replace('some', 'none')
    lines[59_000] = line(59_000).replace('alike', 'other')
    lines.splice(30_000, 1)
    lines.splice(40_000, 0, line(7))
    const splices = splicesBetween(before, lines.join(''))
    expect(splices).toHaveLength(4)
    expect(sizeOf(splices)).toBeLessThan(200)
  })

  it('is not taken where it does not fit', () => {
    const splice = (from: number, to: number) => ({ from, to, text: 'x' })
    for (const wrong of [[splice(0, 6)], [splice(3, 2)], [splice(-1, 2)], [splice(3, 4), splice(2, 3)]]) {
      expect(applySplices('words', wrong)).toBeNull()
      expect(fits(5, wrong)).toBe(false)
    }
    expect(applySplices('words', [splice(0, 1), splice(5, 5)])).toBe('xordsx')
    expect(applySplices('words', [])).toBe('words')
  })
})
