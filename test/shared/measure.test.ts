import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../../shared/compare/compare.ts'
import { errorRates } from '../../shared/metrics/error-rate.ts'
import { lostIn } from '../../shared/metrics/lost.ts'
import { byRecogniser, isChange, measureOf, measureOfMany } from '../../shared/metrics/measure.ts'
import { tellMany, tellMeasure } from '../../shared/metrics/tell-measure.ts'
import type { Hand } from '../../shared/model/hand.ts'
import type { Annotations, Run, Transcript } from '../../shared/model/transcript.ts'
import { emptyAttributes } from '../../shared/vocabulary/attribute.ts'
import { MACHINE_MADE } from '../../shared/vocabulary/unused.ts'
import { attributesOf } from '../../shared/vocabulary/vocabulary.ts'
import { imported, withBlock } from '../support/imported.ts'
import { RUNS } from '../support/property-runs.ts'

const plain = (text: string, ...ids: string[]): Run => ({ type: 'text', text, in: ids })
const mark = (type: string, attrs: object = {}): Annotations => ({
  a1: { type, attrs: { ...emptyAttributes(attributesOf(type)!), ...attrs } },
})
const gap = (attrs: object): Run => ({
  type: 'atom',
  atom: 'gap',
  attrs: { id: '', ...emptyAttributes(attributesOf('gap')!), ...attrs },
  in: [],
})

/** The same, and it is recorded of every page that it was held against the paper. */
const held = (transcript: Transcript): Transcript => ({
  ...transcript,
  pages: transcript.pages.map((page) => ({ ...page, collated: [{ against: 'paper', who: 'R Bone', when: '2026-11-30' }] })),
})

/** Levenshtein’s table, every cell of it, over whatever is counted. */
function edits<Sign>(reference: readonly Sign[], hypothesis: readonly Sign[]): number {
  const table = reference.map(() => [] as number[])
  const cell = (i: number, j: number): number => (i < 0 ? j + 1 : j < 0 ? i + 1 : table[i]![j]!)
  for (let i = 0; i < reference.length; i++)
    for (let j = 0; j < hypothesis.length; j++)
      table[i]![j] = Math.min(
        cell(i - 1, j) + 1,
        cell(i, j - 1) + 1,
        cell(i - 1, j - 1) + (reference[i] === hypothesis[j] ? 0 : 1),
      )
  return cell(reference.length - 1, hypothesis.length - 1)
}

/** What any paper on recognisers calls CER and WER. */
function byTheReference(reference: string, hypothesis: string) {
  const [one, other] = [reference, hypothesis].map((text) => text.normalize('NFC').replace(/\s+/gu, ' ').trim()) as [
    string,
    string,
  ]
  const [letters, words] = [[...one], one.match(/\S+/gu) ?? []]
  const rate = (count: number, length: number) => (count === 0 ? 0 : length === 0 ? 1 : count / length)
  return {
    cer: rate(edits(letters, [...other]), letters.length),
    wer: rate(edits(words, other.match(/\S+/gu) ?? []), words.length),
  }
}

test('the table of the reference is right where it was counted by hand', () => {
  expect(edits([...'kitten'], [...'sitting'])).toBe(3)
  expect(edits([...'flaw'], [...'lawn'])).toBe(2)
  expect(edits([...''], [...'abc'])).toBe(3)
})

describe('the error rate of the machine, counted by hand', () => {
  test.each([
    // paper, machine, edits of letters, letters, edits of words, words
    ['Dear John,', 'Sea John,', 2, 10, 1, 2],
    ['the committee met in the', 'the com mittee met inthe', 2, 24, 4, 5],
    ['exclude frills', 'exlude frills', 1, 14, 1, 2],
    ['modern barn', 'modem bam', 4, 11, 2, 2],
    ['on 15 March 1982', 'on l5 March 1982', 1, 16, 1, 4],
    ['Yours ever', 'x', 10, 10, 2, 2],
    ['na\u00efve caf\u00e9', 'nai\u0308ve cafe', 1, 10, 1, 2],
  ])('%s, read as “%s”', (paper, machine, letterEdits, letters, wordEdits, words) => {
    const changed = withBlock(imported(machine), 0, { content: [plain(paper)] })
    expect(errorRates(changed)).toMatchObject({ letters, letterEdits, words, wordEdits })
  })
})

test('the error rate is the reference’s for every pair of readings, typed and handwritten apart', () => {
  const reading = fc
    .array(
      fc.oneof(fc.constantFrom('Dear', 'John,', 'will', 'visit', 'vislt', '15/3', 'é', 'e\u0301', '😀', '\n'), fc.string()),
      {
        maxLength: 12,
      },
    )
    .map((words) => words.join(' ').replaceAll(/[\r\f\v\u2028\u2029]|\n\s*\n/g, ' '))
    .filter((text) => text.trim() !== '')
  const hands: Hand[] = [
    { id: 'tw', name: 'typist', badge: 'T', medium: 'typewriter', person: null },
    { id: 'mt', name: 'MT', badge: 'MT', medium: 'felt-tip', person: null },
  ]
  const runs = (text: string): readonly Run[] => (text === '' ? [] : [plain(text)])
  fc.assert(
    fc.property(reading, reading, reading, reading, (typed, typedNow, written, writtenNow) => {
      const [one, other] = [typed.replaceAll('\n', ' '), written.replaceAll('\n', ' ')]
      const fresh: Transcript = { ...imported(`${one}\n${other}`, { blocks: 'line' }), hands }
      const first = withBlock(fresh, 0, { hand: 'tw', content: runs(typedNow), source: [[0, 0, one.length]] })
      const both = withBlock(first, 1, {
        hand: 'mt',
        content: runs(writtenNow),
        source: [[0, one.length + 1, one.length + 1 + other.length]],
      })
      const measured = errorRates(both)
      const { cer, wer } = measured.typed
      expect({ cer, wer }).toEqual(byTheReference(typedNow, one))
      expect({ cer: measured.handwritten.cer, wer: measured.handwritten.wer }).toEqual(byTheReference(writtenNow, other))
      expect(measured.letterEdits).toBe(measured.typed.letterEdits + measured.handwritten.letterEdits)
    }),
    { numRuns: RUNS },
  )
})

describe('handwriting in a typed line', () => {
  const hands: Hand[] = [
    { id: 'tw', name: 'typist', badge: 'T', medium: 'typewriter', person: null },
    { id: 'mt', name: 'MT', badge: 'MT', medium: 'felt-tip', person: null },
  ]
  const line = (hand: string, machine = 'tbe nol yet minister', added = 'not yet') =>
    errorRates(
      withBlock({ ...imported(machine), hands }, 0, {
        hand: 'tw',
        content: [plain('the '), plain(added, 'a1'), plain(' minister')],
        annotations: mark('add', { hand }),
      }),
    )

  test('counts with the hand that added it', () => {
    const { letterEdits, words, typed, handwritten } = line('mt')
    expect({ letterEdits, words }).toEqual({ letterEdits: 2, words: 4 })
    expect(typed).toMatchObject({ letterEdits: 1, letters: 12, wordEdits: 1, words: 2 })
    expect(handwritten).toMatchObject({ letterEdits: 1, letters: 7, wordEdits: 1, words: 2 })
  })

  test('counts with the line where the typist added it, and in no layer where nobody knows who did', () => {
    expect(line('tw')).toMatchObject({ typed: { letterEdits: 2, words: 4 }, handwritten: { words: 0 } })
    expect(line('')).toMatchObject({ letterEdits: 2, typed: { letterEdits: 1, words: 2 }, handwritten: { words: 0 } })
  })

  test('is left out of the typed line also where the machine read nothing else', () => {
    expect(line('mt', 'the not yet minister')).toMatchObject({
      letterEdits: 0,
      typed: { letters: 12, letterEdits: 0 },
      handwritten: { letters: 7, letterEdits: 0 },
    })
  })
})

test('what nobody can read is in no count, whether the machine read it so or not', () => {
  const unclear = (machine: string) =>
    errorRates(
      withBlock(imported(machine), 0, {
        content: [plain('on the '), plain('weekend', 'a1'), plain(' today')],
        annotations: mark('unclear'),
      }),
    )
  for (const machine of ['on the weekend today', 'on the wekend today'])
    expect(unclear(machine)).toMatchObject({ letters: 12, words: 3, letterEdits: 0, wordEdits: 0 })
})

describe('an undetermined reading', () => {
  const undetermined = (now: string, suggestion: string) =>
    withBlock(imported('and exlude frills'), 0, {
      content: [plain('and '), plain(now, 'a1'), plain(' frills')],
      annotations: mark('undetermined', { suggestion }),
    })

  test('is no change and no error, whatever is suggested', () => {
    const transcript = undetermined('exlude', 'exclude')
    expect(compare(transcript).filter(isChange)).toEqual([])
    expect(errorRates(transcript)).toMatchObject({ letterEdits: 0, wordEdits: 0, words: 3 })
  })

  test('is none where the words under it were mended too: whose error it was nobody knows', () => {
    const transcript = undetermined('exclude', '')
    expect(compare(transcript)).toMatchObject([{ kind: 'undetermined', was: 'exlude', now: 'exclude' }])
    expect(errorRates(transcript)).toMatchObject({ letterEdits: 0, wordEdits: 0 })
  })

  test('hides no change beside it', () => {
    const transcript = withBlock(imported('und exlude frills'), 0, {
      content: [plain('and '), plain('exclude', 'a1'), plain(' frills')],
      annotations: mark('undetermined'),
    })
    expect(compare(transcript).filter(isChange)).toMatchObject([{ kind: 'ocr', was: 'und', now: 'and' }])
    expect(errorRates(transcript)).toMatchObject({ letterEdits: 1, wordEdits: 1 })
  })
})

describe('what the machine lost', () => {
  const loop = 'I would be the provenfet'
  /** A letter whose opening is lost: the machine wrote a loop there, which is set aside; a gap stands in its place. */
  const opening = (attrs: object): Transcript => {
    const fresh = imported(`${loop}\n\nview that we should`)
    const [first, ...rest] = fresh.pages[0]!.content
    const source = first?.type === 'block' ? first.source : []
    const without = {
      ...fresh,
      status: 'collated',
      pages: [{ ...fresh.pages[0]!, content: rest }],
      unused: [{ id: 'u1', reason: 'machine-loop', source }],
    }
    return held(
      withBlock(without, 0, {
        content: [gap({ reason: 'machine-failed', ...attrs }), plain(' view that we should')],
      }),
    )
  }

  test('counts as lost, and never as well read', () => {
    const transcript = opening({})
    const measure = measureOf(transcript, null)
    expect(measure).toMatchObject({ cer: 0, lost: { places: 1, unmeasured: 1, made: { places: 1, words: 5, letters: 20 } } })
    expect(measure.withLost).toEqual({ cer: 20 / 19, wer: 5 / 4 })
    const [rate, lost] = tellMeasure(measure)
    expect(rate).toBe('No difference in 4 words that were compared.')
    expect(lost).toBe(
      'Lost: 1 place that the machine did not read (how much is not stated); 5 words that it made up (loops, noise, descriptions, what was deleted), set aside. With that, as far as it is stated: at least 105.3 of 100 letters, 125.0 of 100 words.',
    )
  })

  test('counts by the extent that is stated of it', () => {
    expect(measureOf(opening({ unit: 'word', quantity: 6 }), null).withLost.wer).toBe(11 / 10)
    expect(measureOf(opening({ unit: 'letter', quantity: 40 }), null).withLost.cer).toBe(60 / 59)
    expect(lostIn(opening({ unit: 'line', quantity: 2 }))).toMatchObject({ places: 1, lines: 2, unmeasured: 0 })
    expect(tellMeasure(measureOf(opening({ unit: 'line', quantity: 2 }), null))[1]).toContain('did not read (2 lines)')
  })

  test('is what the machine made itself: no duplicate, no running head, no sign of the file', () => {
    const reasons = Object.keys(MACHINE_MADE).filter((reason) => {
      const transcript = opening({})
      const unused = transcript.unused.map((one) => ({ ...one, reason }))
      return lostIn({ ...transcript, unused }).made.places > 0
    })
    expect(reasons).toEqual(['machine-loop', 'scanner-noise', 'machine-description', 'deleted'])
  })

  test('is no gap that somebody could not read', () => {
    expect(lostIn(opening({ reason: 'illegible' })).places).toBe(0)
  })
})

describe('a text that nobody held against the paper', () => {
  const mended = (status: string) => ({ ...withBlock(imported('Deer Jon'), 0, { content: [plain('Dear Jon')] }), status })

  test.each(['untouched', 'in-progress', 'corrected', 'a status of later days'])('has no error rate: %s', (status) => {
    const measure = measureOf(mended(status), null)
    expect(measure.collated).toBe(false)
    expect(tellMeasure(measure)[0]).toMatch(/^Not collated with the paper, so this is no error rate of the machine/)
  })

  test.each(['collated', 'second-read', 'approved', 'frozen'])('has none by a status alone: %s', (status) => {
    expect(tellMeasure(measureOf(mended(status), null))[0]).toMatch(/^Not collated with the paper/)
  })

  test('has one where it is recorded of every page', () => {
    expect(tellMeasure(measureOf(held(mended('corrected')), null))).toEqual([
      'The machine misread 12.5 of 100 letters, 50.0 of 100 words (typed none compared; handwritten none compared).',
    ])
  })

  test('is never told as 0.0, nor is a rate that is small', () => {
    const fresh = imported(`${'word '.repeat(1500)}tbe end`)
    const now = withBlock(fresh, 0, { content: [plain(`${'word '.repeat(1500)}the end`)] })
    for (const transcript of [fresh, now, held(fresh), held(now)])
      expect(tellMeasure(measureOf(transcript, null)).join(' ')).not.toContain('0.0')
    expect(tellMeasure(measureOf(held(now), null))[0]).toContain('less than 0.1 of 100 letters')
  })
})

describe('a letter that is signed off', () => {
  const unread = (transcript: Transcript, status: string) => measureOf({ ...transcript, status }, null).unread

  test('with no change from the machine’s text is flagged, one that is under way is not', () => {
    const fresh = imported('Dear John')
    expect(['untouched', 'in-progress', 'corrected', 'collated', 'frozen'].map((status) => unread(fresh, status))).toEqual([
      false,
      false,
      true,
      true,
      true,
    ])
    expect(tellMeasure(measureOf({ ...fresh, status: 'approved' }, null)).at(-1)).toContain('signed off')
  })

  test('is not flagged where a word was mended, a gap put in, or there is nothing to read', () => {
    const fresh = imported('Deer John')
    expect(unread(withBlock(fresh, 0, { content: [plain('Dear John')] }), 'approved')).toBe(false)
    expect(unread(withBlock(fresh, 0, { content: [plain('Deer John'), gap({})] }), 'approved')).toBe(false)
    expect(unread(imported(''), 'approved')).toBe(false)
  })
})

describe('of a collection', () => {
  const letter = (now: string, status: string, recogniser: string | null) => {
    const mended = { ...withBlock(imported('Deer Jon'), 0, { content: [plain(now)] }), status }
    const changed = status === 'corrected' ? mended : held(mended)
    return measureOf({ ...changed, paper: { ...changed.paper, ...(recogniser ? { facts: { recogniser } } : {}) } }, 'Transkribus')
  }

  test('a rate is of what was collated, weighed by letters, each recogniser apart', () => {
    const all = [
      letter('Dear Jon', 'collated', null),
      letter('Deer Jon', 'approved', 'Kraken'),
      letter('Deer Ron', 'corrected', null),
    ]
    expect(measureOfMany(all)).toMatchObject({ documents: 3, letterEdits: 2, collated: { documents: 2, cer: 1 / 16 } })
    expect(byRecogniser(all).map(({ recogniser, documents, collated }) => [recogniser, documents, collated.cer])).toEqual([
      ['Kraken', 1, 0],
      ['Transkribus', 2, 1 / 8],
    ])
  })

  test('none is told where none was collated', () => {
    expect(tellMany(measureOfMany([letter('Dear Jon', 'corrected', null)]))[0]).toBe(
      'The document is not collated with the paper, so there is no error rate. Changed so far: 12.5 of 100 letters, 50.0 of 100 words (typed none compared; handwritten none compared).',
    )
  })
})
