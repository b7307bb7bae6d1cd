import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { replacementFor } from '../../shared/search/replacement.ts'
import { RUNS } from '../support/property-runs.ts'

const LETTERS = fc.stringMatching(/^[A-Za-zÉé ]*$/)
const hit = (words: string) => ({ context: () => ({ words }) })

describe('what is replaced where capitals did not matter', () => {
  test.each([
    ['tbe', 'the', 'the'],
    ['Tbe', 'the', 'The'],
    ['TBE', 'the', 'THE'],
    ['I', 'we', 'We'],
    ['tBE', 'the', 'the'],
    ['Tbe', 'tHe', 'tHe'],
    ['the Ministrv', 'the ministry', 'the ministry'],
    ['Élan', 'éclat', 'Éclat'],
    ['“Tbe', '“the', '“the'],
    ['Tbe', '', ''],
    ['1979', 'in 1979', 'in 1979'],
  ])('%s with %s typed for it is %s', (found, typed, stands) => {
    expect(replacementFor(hit(found), typed, false)).toBe(stands)
  })

  test('differs from what was typed in capitals alone, and in nothing where they matter or some were typed', () => {
    fc.assert(
      fc.property(LETTERS, LETTERS, (found, typed) => {
        expect(replacementFor(hit(found), typed, true)).toBe(typed)
        const stands = replacementFor(hit(found), typed, false)
        if (typed !== typed.toLowerCase()) expect(stands).toBe(typed)
        expect(stands.toLowerCase()).toBe(typed.toLowerCase())
      }),
      { numRuns: RUNS },
    )
  })
})
