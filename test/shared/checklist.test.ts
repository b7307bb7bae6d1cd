import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvOf } from '../../shared/checklist/csv.ts'
import { placesIn } from '../../shared/checklist/places.ts'
import { type CheckRow, checkListOf, closeList, gather, giveNumbers, rowsOf } from '../../shared/checklist/rows.ts'
import { setSheet, sheetText } from '../../shared/checklist/sheet.ts'
import { mergeNumbering, numberingFrom } from '../../shared/format/numbering.ts'
import { EMPTY_REGISTERS, parseRegisters, serialiseRegisters } from '../../shared/format/registers.ts'
import { NO_NUMBERS } from '../../shared/model/numbering.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { elementsIn } from '../../shared/xml/node.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { block, division, gap, lb, letter, mark, object, page, point, said } from './export-letter.ts'

/** A line of the list in short. */
const line = ({ question, page: at, lineBefore, before, words, after, lineAfter }: ReturnType<typeof placesIn>[number]) =>
  `${at} ${question}: ${lineBefore === '' ? '' : `${lineBefore} / `}${before}[${words}]${after}${lineAfter === '' ? '' : ` / ${lineAfter}`}`

/** A letter of two pages with everything that only the paper can settle. */
const LETTER: Transcript = {
  ...letter([
    page(
      [
        block('dateline', '12 March 1982'),
        block('paragraph', {
          content: [
            said('We would '),
            said('exlude', 'u1'),
            said(' the Poles, and '),
            gap({ id: 'g1', reason: 'illegible' }),
            said(' them.'),
          ],
          annotations: { u1: mark('undetermined', { suggestion: 'exclude' }) },
        }),
        block('close', {
          content: [said('Yours'), lb(), said('ever', 'c1'), said(','), lb(), said('Roger'), point('n1')],
          annotations: { c1: mark('correction', { was: 'evor', cert: 'low' }) },
        }),
        block(
          'signature',
          { content: [said('J Coles', 'p1')], annotations: { p1: mark('passage', { note: 'q1' }) } },
          { facts: { handCert: 'unknown' }, hand: 'ajc' },
        ),
      ],
      [
        object('note', 'n1', 'Not now.', { hand: 'mt', cert: 'low', readingCert: 'unknown' }),
        object('query', 'q1', 'Autograph?', { state: 'open' }),
        object('query', 'q2', 'Done?', { state: 'resolved' }),
      ],
    ),
    {
      ...page([
        block('marking', 'SECRET'),
        division('d2', { facts: { cert: 'low' }, date: '1982-03-13' }),
        block('paragraph', 'The end'),
      ]),
      turn: 'undecided',
      printed: '2',
    },
  ]),
}
const as = (transcript: Transcript) => [{ document: 'letter.txt', gathered: gather(transcript) }]
const listed = as(LETTER)

describe('the list of what only the paper can settle', () => {
  test('holds every reading, gap, query, low certainty and turn, in reading order, with its words in their line', () => {
    expect(placesIn(LETTER).map(line)).toEqual([
      '1 undetermined: 12 March 1982 / We would [exlude] the Poles, and […] them. / Yours',
      '1 gap: 12 March 1982 / We would exlude the Poles, and [[illegible]] them. / Yours',
      '1 certainty: Yours / [ever], / Roger',
      '1 hand: [Not now.]',
      '1 reading: [Not now.]',
      '1 hand: Roger / [J Coles]',
      '1 query: Roger / [J Coles]',
      '2 turn: J Coles / [SECRET] / The end',
      '2 date: [1982-03-13]',
    ])
    const asks = placesIn(LETTER).map((one) => one.asks)
    expect(asks[0]).toContain('perhaps “exclude”')
    expect(asks[2]).toBe('not certain; marked correction: possible')
    expect(asks[6]).toContain('Autograph?')
  })

  test('shows a long line by what stands about the words, and no line beside it', () => {
    const long = 'The Foreign and Commonwealth Secretary believes that the mission will be of use to the Alliance, and '
    const one = letter([
      page([
        block('paragraph', { content: [said(long), said('tbe', 'u1'), said(` ${long}`)], annotations: { u1: mark('unclear') } }),
      ]),
    ])
    const [place] = placesIn(one)
    expect(place).toMatchObject({ words: 'tbe', lineBefore: '', lineAfter: '' })
    expect(place!.before).toMatch(/^… \S+.*Alliance, and $/)
    expect(place!.after).toMatch(/^ The Foreign .* …$/)
  })

  test('asks once of what was set aside and a gap stands for; of the rest beside what the machine read about it', () => {
    const text = 'Dear John 7- w., yours K 04 ever'
    const source = (from: number, to: number) => [[0, from, to]] as const
    const one: Transcript = {
      ...letter([
        page([
          block('salutation', 'Dear John', { source: source(0, 10) }),
          block('close', { content: [gap({ id: 'g1', evidence: source(10, 16) })] }),
        ]),
        page([block('close', 'yours ever', { source: [...source(17, 22), ...source(28, 32)] })]),
      ]),
      unused: [
        { id: 'x1', reason: 'not-determined', source: source(10, 16) },
        { id: 'x2', reason: 'not-determined', source: source(23, 27) },
        { id: 'x3', reason: 'machine-loop', source: source(23, 27) },
      ],
    }
    const [original] = letter([]).originals
    const places = placesIn({ ...one, originals: [{ ...original!, text }] })
    expect(places.map(({ place, page: at, words, before, after }) => [place, at, words, before, after])).toEqual([
      ['g1', 1, '[gap]', '', ''],
      ['x2', 2, 'K 04', 'Dear John 7- w., yours ', ' ever'],
    ])
    expect(places[0]!.asks).toContain('the machine read “7- w.,”')
  })

  test('has a reading over two blocks once', () => {
    const annotations = { u1: mark('unclear') }
    const two = letter([
      page([
        block('paragraph', { content: [said('one '), said('two', 'u1')], annotations }),
        block('paragraph', { content: [said('three', 'u1'), said(' four')], annotations }),
      ]),
    ])
    expect(placesIn(two)).toMatchObject([{ before: 'one ', words: 'two three', after: ' four' }])
  })

  test('of any transcript has no place twice, and pages that there are', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        const places = placesIn(transcript)
        const keys = places.map(({ place, question }) => `${question} ${place}`)
        expect(new Set(keys).size).toBe(keys.length)
        for (const one of places) expect(transcript.pages[one.page - 1]).toBeDefined()
        for (const row of rowsOf(as(transcript), null)) expect(row.reference).not.toBe('')
      }),
      { numRuns: 60 },
    )
  })
})

describe('the numbers of the list', () => {
  const rows = rowsOf(listed, null)
  const numbering = giveNumbers(NO_NUMBERS, rows)
  const withOneMore: Transcript = {
    ...LETTER,
    pages: [
      {
        ...LETTER.pages[0]!,
        content: [
          block('letterhead', { content: [said('PQ 12', 'first')], annotations: { first: mark('unclear') } }),
          ...LETTER.pages[0]!.content,
        ],
      },
      ...LETTER.pages.slice(1),
    ],
  }

  test('stay when the text changes: what is new gets the next', () => {
    const now = rowsOf(as(withOneMore), null)
    const next = giveNumbers(numbering, now)
    const list = checkListOf(as(withOneMore), now, next)
    expect(list.places.map(({ number }) => number)).toEqual([10, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(giveNumbers(next, now)).toBe(next)
  })

  test('tell what was on the list and is gone; of a letter that cannot be read nothing is gone', () => {
    const emptied: Transcript = { ...LETTER, pages: [LETTER.pages[1]!] }
    const left = rowsOf(as(emptied), null)
    const gone = checkListOf(as(emptied), left, numbering).gone
    expect(gone.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(gone[0]).toMatchObject({ document: 'letter.txt', page: 1, words: 'exlude' })
    expect(checkListOf([], [], numbering, new Set(['letter.txt'])).gone).toEqual([])
  })

  test('of a place that was answered are not gone, and not asked again', () => {
    const answer = {
      number: 1,
      place: 'u1',
      question: 'undetermined',
      was: 'exlude',
      outcome: 'as-here',
      words: '',
      basis: 'paper',
      who: 'R Bone',
      when: '2026-12-01',
    }
    const transcript = { ...LETTER, pages: [{ ...LETTER.pages[0]!, answers: [answer] }, LETTER.pages[1]!] }
    const list = checkListOf(as(transcript), rowsOf(as(transcript), null), numbering)
    expect(list.places.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7, 8, 9])
    expect(list.answered).toMatchObject([{ number: 1, document: 'letter.txt', page: 1, who: 'R Bone' }])
    expect(list.gone).toEqual([])
  })

  test('are never given twice, also not after the list was closed', () => {
    expect(giveNumbers(closeList(numbering), rows).given.map(({ number }) => number)).toEqual([
      10, 11, 12, 13, 14, 15, 16, 17, 18,
    ])
  })

  test('stand in the collection file; what is no such list is kept as it is', () => {
    const text = serialiseRegisters({ ...EMPTY_REGISTERS, checklist: numbering })
    const back = parseRegisters(text)
    expect(back.ok && back.value.checklist).toEqual(numbering)
    expect(text.split('\n').filter((one) => one.includes('"number"'))).toHaveLength(9)
    const odd = text.replace('"next": 10', '"next": "many"')
    const kept = parseRegisters(odd)
    expect(kept.ok && [kept.value.checklist, serialiseRegisters(kept.value)]).toEqual([
      undefined,
      expect.stringContaining('"many"'),
    ])
  })

  test('that two people gave at once are put together: the first stay, no number is two places’', () => {
    const place = fc.record({
      document: fc.constantFrom('a', 'b'),
      place: fc.constantFrom('x', 'y', 'z'),
      question: fc.constantFrom('gap', 'hand'),
    })
    const list = fc.uniqueArray(place, { selector: (one) => JSON.stringify(one) })
    fc.assert(
      fc.property(list, list, (one, other) => {
        const numbered = (places: typeof one) =>
          giveNumbers(
            NO_NUMBERS,
            places.map((own) => ({ ...rows[0]!, ...own }) as CheckRow),
          )
        const [mine, theirs] = [numbered(one), numbered(other)]
        const both = mergeNumbering(theirs, mine)
        expect(both.given.slice(0, theirs.given.length)).toEqual(theirs.given)
        expect(new Set(both.given.map(({ number }) => number)).size).toBe(both.given.length)
        expect(numberingFrom(both)).toEqual(both)
        expect(new Set(both.given.map((own) => JSON.stringify([own.document, own.place, own.question]))).size).toBe(
          both.given.length,
        )
      }),
    )
  })
})

/** Reads a table as RFC 4180 has it. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  return csv
    .replace('\ufeff', '')
    .split('\r\n')
    .filter(Boolean)
    .map((row) => [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell!.replaceAll('""', '"')))
}

describe('the list as a table', () => {
  test('has a row a place and columns to write in', () => {
    const [head, ...rows] = cellsOf(
      csvOf(checkListOf(listed, rowsOf(listed, null), giveNumbers(NO_NUMBERS, rowsOf(listed, null))).places),
    )
    expect(head!.slice(-3)).toEqual(['The paper reads', 'Looked up by', 'On'])
    expect(rows).toHaveLength(9)
    expect(rows[0]![0]).toBe('1')
    expect(rows.every((row) => row.length === head!.length)).toBe(true)
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =cmd', '"=1', '\t=1', '＝1', '|calc', '%0A=1', '−1'])(
    'runs no formula: %s',
    (words) => {
      const row = { ...rowsOf(listed, null)[0]!, words, before: words, after: words, document: words }
      for (const cell of cellsOf(csvOf([row]))[1]!) expect(cell).not.toMatch(/^[\s"]*[=+\-@|%＝−\t\r]/)
    },
  )

  test('is one row a place, whatever the words hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const row = { ...rowsOf(listed, null)[0]!, words }
        expect(cellsOf(csvOf([row, row]))).toHaveLength(3)
      }),
    )
  })
})

describe('the printed sheet', () => {
  const list = checkListOf(listed, rowsOf(listed, null), giveNumbers(NO_NUMBERS, rowsOf(listed, null)))
  const head = { title: 'Poland <b>', day: '2026-11-30', version: '0.1.0' }

  test('has every place with its number and a blank, by reference and page', () => {
    const all = [...elementsIn(setSheet(list, head))]
    const places = all.filter(({ attributes }) => attributes.class === 'place')
    expect(places).toHaveLength(9)
    for (const place of places) expect([...elementsIn(place)].some(({ attributes }) => attributes.class === 'rule')).toBe(true)
    const text = sheetText(list, head)
    expect(text).toContain('page 2 (as printed 2)')
    expect(text).toContain('[reference not known]')
    expect(text).not.toContain('<b>')
  })
})
