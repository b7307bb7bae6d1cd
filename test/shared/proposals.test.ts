import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StretchProposal } from '../../shared/propose/proposal.ts'
import { proposalsOf } from '../../shared/propose/proposals.ts'

const propose = (...texts: readonly string[]) =>
  proposalsOf({ originals: texts.map((text) => ({ text })), hands: [], people: [], names: [] })

/** Lines as papers have them, in any order, with any blanks between. */
const line = fc.oneof(
  fc.constantFrom(
    'CONFIDENTIAL',
    'Foreign and Commonwealth Office',
    '12 March 1982',
    'Dear John,',
    'Yours ever,',
    '(F N Richards)',
    'Private Secretary',
    'A J Coles Esq',
    '/present',
    '- 2 -',
    '--- Page 3 ---',
    'FM LONDON',
    'NNNN',
    'MT 15/3',
    '1.  We have now heard that Mr Buckley and his colleagues will visit Bonn.',
    'and the rest of it, which is of no consequence to them.',
  ),
  fc.string({ maxLength: 60 }),
)
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\n\n', '\n\n\n\n', '\f', '\r', '   \n')), { maxLength: 30 })
  .map((parts) => parts.flat().join(''))

describe('proposals of structure', () => {
  test('cover every character that is no blank once, in reading order', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
        const owners = texts.map((one) => new Array<number>(one.length).fill(0))
        let last: readonly [number, number] = [0, 0]
        for (const one of propose(...texts)) {
          if (one.kind !== 'stretch') continue
          for (const [original, start, end] of one.source) {
            expect(original > last[0] || (original === last[0] && start >= last[1])).toBe(true)
            last = [original, end]
            for (let at = start; at < end; at++) owners[original]![at]!++
          }
        }
        const wrong = texts.flatMap((one, original) =>
          owners[original]!.flatMap((count, at) =>
            count > 1 || (count === 0 && /\S/.test(one[at]!)) ? [{ original, at, count }] : [],
          ),
        )
        expect(wrong).toEqual([])
      }),
    )
  })

  test('are the same for the same text, each with an id of its own, a sentence of evidence and a confidence from 0 to 1', () => {
    fc.assert(
      fc.property(text, (one) => {
        const proposals = propose(one)
        expect(propose(one)).toEqual(proposals)
        expect(new Set(proposals.map(({ id }) => id)).size).toBe(proposals.length)
        for (const { reason, confidence, source } of proposals) {
          expect(reason).toMatch(/\p{L}.*\.$/su)
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
          expect(source.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  test('name no hand of anybody where no initials of a registered hand stand', () => {
    fc.assert(
      fc.property(text, (one) => {
        for (const proposal of propose(one) as readonly StretchProposal[])
          if (proposal.kind === 'stretch') expect([null, 'unknown-manuscript']).toContain(proposal.hand)
      }),
    )
  })
})
