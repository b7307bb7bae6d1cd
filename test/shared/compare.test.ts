import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare } from '../../shared/compare/compare.ts'
import { checkCoverage } from '../../shared/compare/coverage.ts'
import { readingsOf } from '../../shared/compare/reading.ts'
import type { Annotation, MarginObject, Run, Transcript } from '../../shared/model/transcript.ts'
import { align } from '../../shared/text/align.ts'
import { changedWords } from '../../shared/text/changed-words.ts'
import { emptyAttributes } from '../../shared/vocabulary/attribute.ts'
import { attributesOf } from '../../shared/vocabulary/vocabulary.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { hostileText } from '../support/hostile-text.ts'
import { blocksOf, imported, withBlock } from '../support/imported.ts'

/** A run; words between `{` and `}` in it lie in annotation `a1`. */
function runs(text: string): readonly Run[] {
  return text.split(/[{}]/).flatMap((piece, at): Run[] => {
    if (piece === '') return []
    if (piece === '/') return [{ type: 'atom', atom: 'lb', attrs: { id: '', seam: null }, in: [] }]
    return [{ type: 'text', text: piece, in: at % 2 === 1 ? ['a1'] : [] }]
  })
}

const mark = (type: string, attrs: Record<string, unknown> = {}): Annotation => ({
  type,
  attrs: { ...emptyAttributes(attributesOf(type) ?? {}), ...attrs },
})

/** The import of a text whose first block now reads otherwise, as `kind: was → now` lines. */
function told(text: string, now: string, annotation?: Annotation): readonly string[] {
  const changed = withBlock(imported(text), 0, { content: runs(now), annotations: annotation ? { a1: annotation } : {} })
  return lines(changed)
}

function lines(transcript: Transcript): readonly string[] {
  return compare(transcript).map(({ kind, was, now, source }) => {
    const text = transcript.originals[0]!.text
    // the source says where the machine's words stand: it must be those words, but for marks, whose words are the transcript's
    if (kind === 'ocr' || kind === 'unused') expect(source.map(([start, end]) => text.slice(start, end)).join('')).toBe(was)
    return `${kind}: ${was} → ${now}`
  })
}

function lifted(transcript: Transcript, words: string, source: readonly (readonly [number, number, number])[]): Transcript {
  const note: MarginObject = {
    type: 'note',
    id: 'note1',
    attrs: { ...emptyAttributes(attributesOf('note')!), source },
    content: runs(words),
    annotations: {},
    extra: {},
  }
  return {
    ...transcript,
    pages: transcript.pages.map((page, at) => (at === 0 ? { ...page, margin: [...page.margin, note] } : page)),
  }
}

describe('compare', () => {
  test('lists nothing for a fresh import', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(hostileText, fc.constantFrom('\n', '\r\n', '- ', '> ', '**', '\f', ' ')), { maxLength: 20 }),
        (parts) => {
          expect(compare(imported(parts.join('')))).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })

  test('shows whole words where a letter was mended', () => {
    expect(told('views on Feat and Moscow', 'views on Fact and Moscow')).toEqual(['ocr: Feat → Fact'])
    expect(told('A.T.C. 15/3', 'A.J.C. 15/3')).toEqual(['ocr: A.T.C. → A.J.C.'])
    expect(told('views,on Feat', 'views, on Feat')).toEqual(['ocr: views,on → views, on'])
  })

  test('shows two words that were mended one by one, and words that became one', () => {
    expect(told('fit to fits now', 'sit to sits now')).toEqual(['ocr: fit → sit', 'ocr: fits → sits'])
    expect(told('to be come visible', 'to become visible')).toEqual(['ocr: be come → become'])
    expect(told('In tbis the com mittee met', 'In this the committee met')).toEqual([
      'ocr: tbis → this',
      'ocr: com mittee → committee',
    ])
  })

  test('shows words that were left out or put in, without their neighbours', () => {
    expect(told('one two three', 'one three')).toEqual(['ocr: two → '])
    expect(told('one three', 'one two three')).toEqual(['ocr:  → two'])
  })

  test('does not count blanks and line ends as words', () => {
    expect(told('Dear  John,\r\nI am', 'Dear John, I am')).toEqual([])
    expect(told('Dear John, I am', 'Dear John,{/}I am')).toEqual([])
  })

  test('tells what an editor supplied from what the machine misread', () => {
    expect(told('the end', 'the {very} end', mark('supplied'))).toEqual(['supplied:  → very'])
    expect(told('mising', 'mis{s}ing', mark('supplied'))).toEqual(['supplied: mising → missing'])
    const added = withBlock(imported('Dear John,'), 0, {})
    const block = { ...blocksOf(added)[0]!, id: 'new1', source: [], content: runs('Yours ever') }
    expect(lines({ ...added, pages: added.pages.map((page) => ({ ...page, content: [...page.content, block] })) })).toEqual([
      'supplied:  → Yours ever',
    ])
  })

  test('keeps the paper’s own error beside the editor’s reading, and the machine’s error apart', () => {
    expect(told('the goverrnent of France', 'the {goverment} of France', mark('emendation', { corr: 'government' }))).toEqual([
      'ocr: goverrnent → goverment',
      'emendation: goverment → government',
    ])
  })

  test('lists what cannot be told without the paper, with the suggestion where there is one', () => {
    expect(told('and exlude frills', 'and {exlude} frills', mark('undetermined', { suggestion: 'exclude' }))).toEqual([
      'undetermined: exlude → exclude',
    ])
    expect(told('and exlude frills', 'and {exlude} frills', mark('undetermined'))).toEqual(['undetermined: exlude → exlude'])
  })

  test('gives the place of a mark in the machine transcript although words before it were mended', () => {
    const changed = withBlock(imported('abc foo exlude frills'), 0, {
      content: runs('abcdef {exlude} frills'),
      annotations: { a1: mark('undetermined') },
    })
    expect(compare(changed).find(({ kind }) => kind === 'undetermined')?.source).toEqual([[8, 14]])
  })

  test('lists a mark over two blocks once', () => {
    const text = 'one two\n\nthree four'
    const first = withBlock(imported(text), 0, {
      content: runs('one {two}'),
      annotations: { a1: mark('emendation', { corr: 'x' }) },
    })
    const both = withBlock(first, 1, { content: runs('{three} four'), annotations: { a1: mark('emendation', { corr: 'x' }) } })
    expect(compare(both)).toMatchObject([
      {
        kind: 'emendation',
        was: 'two\nthree',
        now: 'x',
        source: [
          [4, 7],
          [9, 14],
        ],
      },
    ])
  })

  test('lists what is set aside, but no signs of structure', () => {
    const transcript = imported('- an .\n\nDear John,', undefined, 'letter.md')
    const aside = { id: 'u1', reason: 'scanner-noise', source: [[0, 2, 6]] as const }
    const changed = {
      ...transcript,
      unused: [...transcript.unused, aside],
      pages: [{ ...transcript.pages[0]!, content: transcript.pages[0]!.content.slice(1) }],
    }
    expect(lines(changed)).toEqual(['unused: an . → '])
    expect(checkCoverage(changed)).toEqual([])
  })

  test('does not take a note that was lifted out of a sentence for a change', () => {
    const transcript = imported('of our major allies. We not weight. to promote British')
    const typed = withBlock(transcript, 0, {
      source: [
        [0, 0, 21],
        [0, 36, 54],
      ],
      content: runs('of our major allies. to promote British'),
    })
    const changed = lifted(typed, 'We not weight.', [[0, 21, 36]])
    expect(lines(changed)).toEqual([])
    expect(checkCoverage(changed)).toEqual([])
    expect(lines(lifted(typed, 'We put weight.', [[0, 21, 36]]))).toEqual(['ocr: not → put'])
  })

  test('does not take two blocks that were joined for a change, whether by a blank or a line end', () => {
    const transcript = imported('one two\n\nthree four')
    const joined = withBlock(transcript, 0, {
      source: [
        [0, 0, 7],
        [0, 9, 19],
      ],
      content: runs('one two three four'),
    })
    expect(lines({ ...joined, pages: [{ ...joined.pages[0]!, content: joined.pages[0]!.content.slice(0, 1) }] })).toEqual([])
  })

  test('lists a change that lies in two originals once for each', () => {
    const transcript = imported('one tw')
    const two: Transcript = {
      ...transcript,
      originals: [transcript.originals[0]!, { ...transcript.originals[0]!, name: 'second.txt', text: 'o three' }],
      unused: [
        {
          id: 'u1',
          reason: 'duplicate',
          source: [
            [0, 4, 6],
            [1, 0, 1],
          ],
        },
      ],
    }
    expect(compare(two).filter(({ kind }) => kind === 'unused')).toMatchObject([
      { file: 'letter.txt', source: [[4, 6]], was: 'two' },
      { file: 'second.txt', source: [[0, 1]], was: 'two' },
    ])
  })

  test('never fails, whatever the transcript', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => void expect(Array.isArray(compare(transcript))).toBe(true)),
      { numRuns: 300 },
    )
  })
})

test('the changed words, put in place of the machine’s, give the transcript', () => {
  const reading = fc.array(
    fc.oneof(fc.constantFrom('Dear', 'John,', 'will', 'visit', 'Bonn', ' ', '\n', '\r\n', 'x', '😀'), hostileText),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(reading, reading, fc.boolean(), (before, after, alike) => {
      const was = before.join(' ')
      const now = alike ? [...before.slice(0, 4), ...after.slice(0, 2), ...before.slice(5)].join(' ') : after.join(' ')
      let built = ''
      let at = 0
      for (const { wasFrom, wasTo, nowFrom, nowTo } of changedWords(was, now, align(was, now))) {
        expect(wasFrom).toBeGreaterThanOrEqual(at)
        built += `${was.slice(at, wasFrom)} ${now.slice(nowFrom, nowTo)} `
        at = wasTo
      }
      const words = (text: string) => text.match(/\S+/gu) ?? []
      expect(words(built + was.slice(at))).toEqual(words(now))
    }),
    { numRuns: 2000 },
  )
})

test('a sign cut out of a word leaves it one word for comparison', () => {
  const transcript = imported('un**believ**able, **yes** he', undefined, 'letter.md')
  expect(readingsOf(transcript).map(({ was }) => was)).toEqual(['unbelievable, yes he'])
  expect(compare(transcript)).toEqual([])
})

describe('coverage is told in words', () => {
  const transcript = imported('Dear John,\n\nI am 😀 here')

  test('where words stand nowhere', () => {
    const lost = withBlock(transcript, 1, { source: [[0, 12, 16]] })
    expect(checkCoverage(lost).map(({ sentence }) => sentence)).toEqual([
      'characters 16 to 24 of letter.txt (“😀 here”) stand nowhere in the transcript: neither in a block, nor in a note, nor among what is set aside.',
    ])
  })

  test('where words stand twice', () => {
    const [first, second] = blocksOf(transcript)
    const twice = withBlock(transcript, 1, { source: [[0, 5, 24]] })
    expect(checkCoverage(twice).map(({ sentence }) => sentence)).toEqual([
      `characters 5 to 10 of letter.txt (“John,”) stand twice: in block ${first!.id} on page 1 and in block ${second!.id} on page 1.`,
    ])
  })

  test('where a range leaves its original or cuts a character', () => {
    const { id } = blocksOf(transcript)[1]!
    expect(checkCoverage(withBlock(transcript, 1, { source: [[0, 12, 99]] })).map(({ sentence }) => sentence)).toContain(
      `block ${id} on page 1 names characters 12 to 99 of letter.txt, which has 24.`,
    )
    const cut = withBlock(transcript, 1, {
      source: [
        [0, 12, 18],
        [0, 18, 24],
      ],
    })
    expect(checkCoverage(cut)[0]?.sentence).toContain('begins or ends inside a character')
  })
})
