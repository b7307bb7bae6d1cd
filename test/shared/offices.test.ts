import { describe, expect, test } from 'vitest'
import type { Person } from '../../shared/model/hand.ts'
import { tenuresOf, wasHeld, withTenures } from '../../shared/model/offices.ts'
import { officeMeant, rankEntries } from '../../shared/propose/rank-entries.ts'
import { tenureInWords } from '../../shared/vocabulary/tenure-in-words.ts'

const SECRETARY = 'Foreign and Commonwealth Secretary'
const CARRINGTON: Person = {
  id: 'carrington',
  name: 'Lord Carrington',
  offices: [SECRETARY],
  held: [{ office: SECRETARY, from: '1979-05-05', to: '1982-04-05' }],
}
const PYM: Person = {
  id: 'pym',
  name: 'Francis Pym',
  offices: ['Lord President of the Council', SECRETARY],
  held: [{ office: SECRETARY, from: '1982-04-06', to: '1983-06-11' }],
}
const PEOPLE = [PYM, CARRINGTON].map((person) => ({ id: person.id, name: person.name, tenures: tenuresOf(person) }))
const order = (when: string | null) => rankEntries(PEOPLE, 'the Foreign and Commonwealth Secretary', when).map(({ id }) => id)

describe('the holder of an office at the date of the paper is offered first', () => {
  test('Carrington to 5 April 1982, Pym after it', () => {
    expect(order('1982-03-12')).toEqual(['carrington', 'pym'])
    expect(order('1982-04-05')).toEqual(['carrington', 'pym'])
    expect(order('1982-04-06')).toEqual(['pym', 'carrington'])
    expect(order('1982-10')).toEqual(['pym', 'carrington'])
  })

  test('and where the date does not tell, the order of the register stands', () => {
    expect(order(null)).toEqual(['pym', 'carrington'])
    expect(order('1982')).toEqual(['pym', 'carrington'])
  })

  test('with the office that is meant, in words', () => {
    const meant = officeMeant(PEOPLE[0]!, 'the Foreign Secretary', '1982-10-14')
    expect(meant && tenureInWords(meant)).toBe(`${SECRETARY}, from 6 Apr 1982 to 11 Jun 1983`)
    expect(officeMeant(PEOPLE[1]!, 'AJC', '1982-10-14')).toBeNull()
  })
})

test('an office is held from its first to its last day, and what is not stated is not told', () => {
  const [held] = CARRINGTON.held!
  expect(['1979-05-04', '1979-05-05', '1982-04-05', '1982-04-06', '1979', '1982'].map((when) => wasHeld(held!, when))).toEqual([
    false,
    true,
    true,
    false,
    true,
    true,
  ])
  expect(wasHeld({ office: 'x', from: null, to: null }, '1982')).toBeNull()
  expect(wasHeld({ office: 'x', from: '1982', to: null }, '1982-01-01')).toBe(true)
  expect(wasHeld({ office: 'x', from: null, to: '1982-04' }, '1982-04-30')).toBe(true)
})

test('a person keeps every office that is stated, twice where it was held twice, and states nothing more', () => {
  expect(tenuresOf(PYM)).toEqual([{ office: 'Lord President of the Council', from: null, to: null }, PYM.held![0]])
  expect(withTenures(PYM, tenuresOf(PYM))).toEqual(PYM)
  expect(withTenures(PYM, [])).toEqual({ id: 'pym', name: 'Francis Pym', offices: [] })
})
