import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align, placeIn } from '../../shared/text/align.ts'

const readings = fc.array(
  fc.constantFrom('the', 'goverment', 'government', 'of', ' ', '\n', '\r\n', 'A.T.C.', '😀', 'x', '\ud800'),
  { maxLength: 40 },
)

describe('the aligner', () => {
  it('covers both readings whole and in order, whatever they are', () => {
    fc.assert(
      fc.property(readings, readings, (a, b) => {
        const [was, now] = [a.join(''), b.join('')]
        let [i, j] = [0, 0]
        for (const hunk of align(was, now)) {
          expect([hunk.wasFrom, hunk.nowFrom]).toEqual([i, j])
          ;[i, j] = [hunk.wasTo, hunk.nowTo]
          if (hunk.equal) {
            const alike = (text: string) => text.replace(/\r\n?/g, '\n')
            expect(alike(was.slice(hunk.wasFrom, hunk.wasTo))).toBe(alike(now.slice(hunk.nowFrom, hunk.nowTo)))
          }
        }
        expect([i, j]).toEqual([was.length, now.length])
      }),
      { numRuns: 500 },
    )
  })

  it('finds nothing to report between a text and itself with other line ends', () => {
    expect(align('London\r\nSW1A', 'London\nSW1A').every((hunk) => hunk.equal)).toBe(true)
  })

  it('puts a cut in a mended word where the machine had it', () => {
    const was = 'the goverment of France'
    const now = 'the government of France'
    const hunks = align(was, now)
    expect(was.slice(0, placeIn(was, hunks, now.indexOf(' of'), -1))).toBe('the goverment')
    expect(was.slice(placeIn(was, hunks, now.indexOf('of'), 1))).toBe('of France')
  })

  it('leaves letters that were deleted at a cut on the side that was asked for', () => {
    const [was, now] = ['abc xyz def', 'abc def']
    const hunks = align(was, now)
    expect(was.slice(placeIn(was, hunks, 4, -1))).toBe('def')
    expect(was.slice(placeIn(was, hunks, 4, 1))).toBe('xyz def')
  })

  it('never cuts a surrogate pair in two', () => {
    fc.assert(
      fc.property(readings, readings, fc.nat(), (a, b, n) => {
        const [was, now] = [a.join(''), b.join('')]
        const place = placeIn(was, align(was, now), n % (now.length + 1), n % 2 ? 1 : -1)
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThanOrEqual(was.length)
        const pair = /[\ud800-\udbff]/.test(was[place - 1] ?? '') && /[\udc00-\udfff]/.test(was[place] ?? '')
        expect(pair).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})
