import { describe, expect, test } from 'vitest'
import { emptyPaper } from '../../shared/model/paper.ts'
import { paperInWords, paperTitle } from '../../shared/vocabulary/paper.ts'
import { shortDate } from '../../shared/vocabulary/short-date.ts'

describe('a date as people read it', () => {
  test.each([
    ['1982-03-12', '12 Mar 1982'],
    ['1982-03', 'Mar 1982'],
    ['1982', '1982'],
    // what is no date stays as somebody stated it
    ['1982-02-30', '1982-02-30'],
    ['spring 1982', 'spring 1982'],
  ])('%s is %s', (stated, words) => {
    expect(shortDate(stated)).toBe(words)
  })

  const dated = (more: object) =>
    paperInWords({ ...emptyPaper('p'), kind: 'letter', ...more })
      .split(' · ')
      .at(-1)
  test('stands in the line of a paper: the day, else between which, else as it is written', () => {
    expect(dated({ date: '1982-03-12' })).toBe('12 Mar 1982')
    expect(dated({ date: '1982-03', facts: { dateWritten: 'Mar. 82' } })).toBe('Mar 1982')
    expect(dated({ facts: { notBefore: '1982-03-11', notAfter: '1982-04' } })).toBe('not before 11 Mar 1982, not after Apr 1982')
    expect(dated({ facts: { dateWritten: 'Friday' } })).toBe('Friday')
    expect(dated({})).toBe('date not stated')
  })

  test('stands in the title of a paper', () => {
    expect(paperTitle({ ...emptyPaper('p'), kind: 'letter', to: 'Coles', date: '1982-03-12' })).toBe(
      'Letter to Coles, 12 Mar 1982',
    )
  })
})
