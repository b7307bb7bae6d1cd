import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editDistance } from '../../shared/metrics/edit-distance.ts'
import { errorRates } from '../../shared/metrics/error-rate.ts'
import { statisticsOf, statisticsWithout } from '../../shared/metrics/statistics.ts'
import type { Hand } from '../../shared/model/hand.ts'
import type { Annotations, Run, Transcript } from '../../shared/model/transcript.ts'
import { emptyAttributes } from '../../shared/vocabulary/attribute.ts'
import { attributesOf } from '../../shared/vocabulary/vocabulary.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { imported, withBlock } from '../support/imported.ts'

/** Levenshtein as the textbook has it. */
function byTheBook(a: readonly number[], b: readonly number[]): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  a.forEach((sign, i) => {
    const next = [i + 1]
    b.forEach((other, j) => {
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + (sign === other ? 0 : 1)))
    })
    row = next
  })
  return row[b.length]!
}

test('the edit distance is the textbook’s, for like and unlike texts, short and long', () => {
  const signs = fc.oneof(fc.array(fc.nat(3), { maxLength: 130 }), fc.array(fc.nat(2 ** 31), { maxLength: 70 }))
  fc.assert(
    fc.property(signs, signs, fc.nat(5), (a, b, much) => {
      const alike = [...a.slice(0, 30), ...b.slice(0, much), ...a.slice(31 + much)]
      expect(editDistance(a, b)).toBe(byTheBook(a, b))
      expect(editDistance(a, alike)).toBe(byTheBook(a, alike))
      expect(editDistance(b, a)).toBe(editDistance(a, b))
    }),
    { numRuns: 1000 },
  )
})

const gap: Run = { type: 'atom', atom: 'gap', attrs: { id: '', ...emptyAttributes(attributesOf('gap')!) }, in: [] }
const plain = (text: string, ...ids: string[]): Run => ({ type: 'text', text, in: ids })
const mark = (type: string): Annotations => ({ a1: { type, attrs: emptyAttributes(attributesOf(type)!) } })
const rates = (text: string, content: readonly Run[], annotations: Annotations = {}) => {
  const { cer, wer } = errorRates(withBlock(imported(text), 0, { content, annotations }))
  return { cer, wer }
}
const NONE = { cer: 0, wer: 0 }

describe('the error rate of the machine', () => {
  test('is nothing where nothing was mended, and where there is no text', () => {
    expect(errorRates(imported('Dear John,'))).toMatchObject({ ...NONE, typed: NONE, handwritten: NONE })
    expect(errorRates(imported('\n'))).toMatchObject({ ...NONE, typed: NONE, handwritten: NONE })
  })

  test('is edits by the length of what the paper reads', () => {
    expect(rates('Deer Jon', [plain('Dear John')])).toEqual({ cer: 2 / 9, wer: 1 })
    expect(rates('one two tree four', [plain('one two three four')])).toEqual({ cer: 1 / 18, wer: 1 / 4 })
  })

  test('does not count blanks, line ends, or the way an accent is encoded', () => {
    expect(rates('communique\u0301  of\r\nthe', [plain('communiqu\u00e9 of the')])).toEqual(NONE)
  })

  test('takes the paper’s own error as right: sic, not corr', () => {
    expect(rates('the goverment', [plain('the '), plain('goverment', 'a1')], mark('emendation'))).toEqual(NONE)
  })

  test('leaves out what nobody could read, with what the machine made of it', () => {
    expect(rates('on the xqz today', [plain('on the '), gap, plain(' today')])).toEqual(NONE)
    expect(rates('on the wekend today', [plain('on the '), plain('weekend', 'a1'), plain(' today')], mark('unclear'))).toEqual(
      NONE,
    )
    expect(rates('on today', [plain('on '), plain('the very', 'a1'), plain(' today')], mark('supplied'))).toEqual(NONE)
    expect(rates('un the xqz today', [plain('on the '), gap, plain(' today')]).wer).toBe(1 / 3)
  })

  test('counts handwriting apart from type', () => {
    const hands: Hand[] = [
      { id: 'typist', name: 'typist', badge: 'T', medium: 'typewriter', person: null },
      { id: 'mt', name: 'MT', badge: 'MT', medium: 'felt-tip', person: null },
    ]
    const typed = withBlock({ ...imported('abcd\n\nefgh\n\nijkl'), hands }, 0, { hand: 'typist', content: [plain('abcx')] })
    const both = withBlock(typed, 1, { hand: 'mt', content: [plain('xxgh')] })
    expect(errorRates(both)).toMatchObject({
      cer: 3 / 12,
      wer: 2 / 3,
      typed: { cer: 1 / 4, wer: 1 },
      handwritten: { cer: 1 / 2, wer: 1 },
    })
  })

  test('never fails and never leaves 0 to some finite number', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        const { cer, wer, typed, handwritten } = errorRates(transcript)
        for (const rate of [cer, wer, typed.cer, typed.wer, handwritten.cer, handwritten.wer]) {
          expect(rate).toBeGreaterThanOrEqual(0)
          expect(Number.isFinite(rate)).toBe(true)
        }
      }),
    )
  })
})

describe('statistics', () => {
  test('count papers, notes (one in pieces as one), marks and gaps', () => {
    const note = (id: string, text: string, more: object) => ({
      type: 'note',
      id,
      attrs: { ...emptyAttributes(attributesOf('note')!), hand: 'unknown-manuscript', ...more },
      content: [plain(text), gap],
      annotations: {},
      extra: {},
    })
    const base = withBlock(imported('- Dear Jon\n\nend', undefined, 'letter.md'), 0, {
      content: [plain('Dear '), plain('John', 'a1')],
      annotations: mark('unclear'),
    })
    const { paper } = base
    const transcript: Transcript = {
      ...base,
      pages: [
        {
          ...base.pages[0]!,
          content: [...base.pages[0]!.content, { ...paper, type: 'division', id: 'p2', kind: 'minute', from: 'A J Coles' }],
          margin: [note('n2', 'on Feat', { joins: 'n1' }), note('n1', 'We put', { place: 'right', cert: 'medium' })],
        },
      ],
    }
    expect(statisticsOf(transcript)).toEqual({
      original: 'letter.md',
      status: 'untouched',
      pages: 1,
      divisions: [
        { kind: null, from: null, to: null, date: null },
        { kind: 'minute', from: 'A J Coles', to: null, date: null },
      ],
      notes: [
        {
          hand: 'unknown-manuscript',
          place: 'right',
          function: null,
          text: 'We put[…]\non Feat[…]',
          certainty: 'medium',
          readingCertainty: null,
          basis: null,
        },
      ],
      footnotes: 0,
      penMarks: 0,
      corrections: 1,
      emendations: 0,
      undetermined: 0,
      gaps: 2,
      unclear: 1,
      unused: 0,
      stands: 'untouched, not collated',
      collated: false,
      collations: [],
      answers: 0,
    })
  })

  test('say of an original without transcript that nothing is stated', () => {
    expect(statisticsWithout('letter.txt')).toMatchObject({ original: 'letter.txt', status: null, pages: 0, notes: [] })
  })
})
