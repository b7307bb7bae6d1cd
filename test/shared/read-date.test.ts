import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partsOf, weekdayOf } from '../../shared/propose/calendar.ts'
import { paperDateAt } from '../../shared/propose/paper-date.ts'
import { dateAround, readDates } from '../../shared/propose/read-date.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { block, division, letter, page } from './export-letter.ts'

const LETTER = '1982-03-12'
const first = (words: string, near: string | null = LETTER) => readDates(words, near)[0]

describe('words become a date', () => {
  test.each([
    ['12 March 1982', '1982-03-12'],
    ['12th March, 1982', '1982-03-12'],
    ['the 12th of March 1982', '1982-03-12'],
    ['Friday, 12 March 1982', '1982-03-12'],
    ['March 12, 1982', '1982-03-12'],
    ['14 OCT 1982', '1982-10-14'],
    ['1 Sept. 1981', '1981-09-01'],
    ['15/3/1982', '1982-03-15'],
    ['15.3.1982', '1982-03-15'],
    ['15/iii/1982', '1982-03-15'],
    ['1982-03-15', '1982-03-15'],
    ['March 1982', '1982-03'],
    ['1982', '1982'],
  ])('that is written whole: “%s”', (words, when) => {
    expect(first(words, null)).toMatchObject({ when, inferred: null })
  })

  test.each([
    ['15/3', '1982-03-15'],
    ['16 March', '1982-03-16'],
    ['Mon 15 March', '1982-03-15'],
    ['3 December', '1981-12-03'],
    ['March', '1982-03'],
    ['29 February', '1984-02-29'],
  ])('with the year that is nearest to the paper’s, and that is said: “%s”', (words, when) => {
    expect(first(words)).toMatchObject({ when, inferred: 'year' })
  })

  test('over the turn of a year to the day that is near, not to the same year', () => {
    expect(first('3/1', '1982-12-30')?.when).toBe('1983-01-03')
    expect(first('30/12', '1983-01-02')?.when).toBe('1982-12-30')
    expect(first('31/12', '1982')?.when).toBe('1982-12-31')
  })

  test('in the century of the paper, where only two digits are written', () => {
    expect(first('15.3.82')).toMatchObject({ when: '1982-03-15', inferred: 'century' })
    expect(first('1/1/02', '1999-12-30')).toMatchObject({ when: '2002-01-01', inferred: 'century' })
    expect(first('March 82')).toMatchObject({ when: '1982-03', inferred: 'century' })
  })

  test('with its weekday, and a warning where another one is written', () => {
    expect(first('15/3')?.inWords).toBe('Mon 15 March 1982')
    expect(first('Friday 12 March 1982')?.warning).toBeNull()
    expect(first('Thursday 12 March 1982')?.warning).toBe('Thursday is written; 12 March 1982 was a Friday.')
  })

  test('and where day and month could change places, the other reading comes second', () => {
    expect(readDates('5/3', LETTER).map(({ when, monthFirst }) => [when, monthFirst])).toEqual([
      ['1982-03-05', false],
      ['1982-05-03', true],
    ])
    expect(readDates('15/3', LETTER)).toHaveLength(1)
    expect(readDates('3/15', LETTER)).toMatchObject([{ when: '1982-03-15', monthFirst: true }])
  })

  test.each(['', 'Buckley', '31 February 1982', '32/3/82', '15/13', '0/3', '12 Marches', '813', 'tel no 813'])(
    'and what gives none is none: “%s”',
    (words) => expect(readDates(words, LETTER)).toEqual([]),
  )

  test('without a paper’s date nothing is inferred', () => {
    for (const words of ['15/3', '12 March', '15/3/82', 'March']) expect(readDates(words, null)).toEqual([])
  })
})

test('weekdays are those of the calendar', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1753-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (day) => {
      expect(weekdayOf(partsOf(day.toISOString().slice(0, 10)))).toBe((day.getUTCDay() + 6) % 7)
    }),
  )
  expect(weekdayOf(partsOf('1700-01-01'))).toBeNull()
})

test('a date is found around the caret, whole, and nothing else', () => {
  const text = 'Your letter of Friday, 12 March 1982, and (15/3) my minute of 16 March. OD 1982.'
  const around = (word: string) => {
    const found = dateAround(text, text.indexOf(word) + 1)
    return found && text.slice(found.from, found.to)
  }
  expect(around('March 1982')).toBe('Friday, 12 March 1982')
  expect(around('15/3')).toBe('15/3')
  expect(around('16 March')).toBe('16 March')
  expect(around('minute')).toBeNull()
  expect(around('OD')).toBeNull()
})

describe('a paper’s date', () => {
  test('is what is stated of it, else what its own dateline gives whole', () => {
    const doc = toDocument(
      letter([
        page([
          block('dateline', '12 March 1982'),
          block('paragraph', 'first'),
          division('d1', { date: '14 October 1982' }),
          block('dateline', '1 May 1982'),
          division('d2'),
          block('dateline', '3 June'),
          block('paragraph', 'last'),
        ]),
      ]),
    )
    const at = (words: string) => {
      let found = -1
      doc.descendants((node, pos) => {
        if (node.isText && node.text === words) found = pos
      })
      return paperDateAt(doc, found)
    }
    expect(at('first')).toEqual({ when: '1982-03-12', from: 'the dateline' })
    expect(at('1 May 1982')).toEqual({ when: '1982-10-14', from: 'the paper’s date' })
    expect(at('last')).toBeNull()
  })
})
