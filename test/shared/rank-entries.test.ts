import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mayBe, rankEntries } from '../../shared/propose/rank-entries.ts'

const PEOPLE = [
  { id: 'coles', name: 'A J Coles', also: ['Private Secretary to the Prime Minister'] },
  { id: 'carrington', name: 'Lord Carrington', also: ['Foreign and Commonwealth Secretary, to 5 April 1982'] },
  { id: 'pym', name: 'Francis Pym', also: ['Foreign and Commonwealth Secretary, from 6 April 1982'] },
  { id: 'thatcher', name: 'Margaret Thatcher', also: ['Prime Minister'] },
]
const first = (words: string) => rankEntries(PEOPLE, words)[0]!.id

describe('who may be meant is offered first', () => {
  test('by a name', () => {
    expect(first('Mr Pym')).toBe('pym')
    expect(first('Lord Carrington')).toBe('carrington')
  })

  test('by initials', () => {
    for (const initials of ['AJC', 'A.J.C.', 'A.J.C']) expect(first(initials)).toBe('coles')
  })

  test('by an office, in the order of the register where several held it', () => {
    expect(first('the Foreign and Commonwealth Secretary')).toBe('carrington')
    expect(rankEntries(PEOPLE, 'the Foreign and Commonwealth Secretary')[1]!.id).toBe('pym')
  })

  test('and nobody is, where no word is shared: a title, an article or a preposition tells nothing', () => {
    expect(PEOPLE.filter((person) => mayBe(person, 'Lord of the'))).toEqual([])
    expect(rankEntries(PEOPLE, 'Buckley').map(({ id }) => id)).toEqual(PEOPLE.map(({ id }) => id))
  })
})

test('everybody stays in the list, whatever the words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (words) => {
      expect(new Set(rankEntries(PEOPLE, words))).toEqual(new Set(PEOPLE))
    }),
    { numRuns: 100 },
  )
})
