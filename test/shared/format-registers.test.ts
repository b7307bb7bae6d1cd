import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  EMPTY_REGISTERS,
  mergeRegisters,
  parseRegisters,
  type Registers,
  serialiseRegisters,
} from '../../shared/format/registers.ts'
import { initialsOf } from '../../shared/model/editor.ts'
import type { Hand } from '../../shared/model/hand.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'

const registers: fc.Arbitrary<Registers> = arbitraryTranscript.map(({ hands, people, names, extra }) => ({
  hands,
  people,
  names,
  editors: people.map(({ id, name }) => ({ id, name, initials: initialsOf(name) })),
  // known names, null where something was taken back, and names of somebody else's
  description: people[0] ? { title: people[0].name, repository: null, catalogue: names.length } : {},
  policy: names[0] ? { lines: names[0].name } : {},
  extra,
}))
const hand = (id: string, name: string, extra?: Hand['extra']): Hand => ({
  id,
  name,
  badge: 'X',
  medium: 'ink',
  person: null,
  ...(extra ? { extra } : {}),
})

describe('the registers of a collection', () => {
  test('come back exactly as they were saved', () => {
    fc.assert(
      fc.property(registers, (own) => {
        const text = serialiseRegisters(own)
        const result = parseRegisters(text)
        expect(result).toEqual({ ok: true, value: own })
        expect(result.ok && serialiseRegisters(result.value)).toBe(text)
      }),
    )
  })

  test('what two people state of a collection is put together; what is no table of statements stays and states nothing', () => {
    const mine = { ...EMPTY_REGISTERS, description: { title: 'Poland', rights: 'Crown' }, policy: { lines: 'not kept' } }
    const theirs = { ...EMPTY_REGISTERS, description: { title: null, series: 'PREM 19' } }
    expect(mergeRegisters(mine, theirs)).toMatchObject({
      description: { title: null, rights: 'Crown', series: 'PREM 19' },
      policy: { lines: 'not kept' },
    })
    const odd = serialiseRegisters({ ...EMPTY_REGISTERS, extra: { description: 'Poland', policy: [1] } })
    const read = parseRegisters(odd)
    expect(read.ok && read.value).toMatchObject({ description: {}, policy: {}, extra: { description: 'Poland', policy: [1] } })
    expect(read.ok && serialiseRegisters(read.value)).toBe(odd)
  })

  test('merged hold every entry of both, and merging again changes nothing', () => {
    fc.assert(
      fc.property(registers, registers, (mine, theirs) => {
        const both = mergeRegisters(mine, theirs)
        for (const { id } of [...mine.hands, ...theirs.hands]) expect(both.hands.some((own) => own.id === id)).toBe(true)
        for (const person of theirs.people) expect(both.people.find(({ id }) => id === person.id)).toMatchObject(person)
        for (const { id } of [...mine.editors, ...theirs.editors]) expect(both.editors.some((own) => own.id === id)).toBe(true)
        expect(mergeRegisters(both, theirs)).toEqual(both)
        expect(mergeRegisters(both, EMPTY_REGISTERS)).toEqual(both)
      }),
    )
  })

  test('keep the order that the digits choose by, new hands after it', () => {
    const mine = { ...EMPTY_REGISTERS, hands: [hand('mt', 'MT'), hand('ajc', 'AJC')] }
    const theirs = { ...EMPTY_REGISTERS, hands: [hand('bone', 'Bone'), hand('mt', 'Margaret Thatcher')] }
    expect(mergeRegisters(mine, theirs).hands.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'mt Margaret Thatcher',
      'ajc AJC',
      'bone Bone',
    ])
  })

  test('keep what each side knows beside an entry', () => {
    const merged = mergeRegisters(
      { ...EMPTY_REGISTERS, hands: [hand('mt', 'MT', { colour: 'blue' })] },
      { ...EMPTY_REGISTERS, hands: [hand('mt', 'MT', { seen: 1 })] },
    )
    expect(merged.hands[0]?.extra).toEqual({ colour: 'blue', seen: 1 })
  })

  test.each([
    ['{}', 'not-a-transcript'],
    ['{"format":"scholion-collection"', 'damaged'],
    ['{"format":"scholion-collection","version":2}', 'newer'],
    ['{"format":"scholion-collection","version":1,"hands":[{"id":"mt","name":"","badge":"","medium":"blood"}]}', 'invalid'],
    [
      '{"format":"scholion-collection","version":1,"hands":[{"id":"mt","name":"","badge":"","medium":"ink","person":"x"}]}',
      'invalid',
    ],
    ['{"format":"scholion-collection","version":1,"x":{"__proto__":1}}', 'invalid'],
  ])('%s is refused: %s', (text, tag) => {
    expect(parseRegisters(text)).toMatchObject({ ok: false, fault: { tag } })
  })
})

test('initials are the first letters of a name, four at most', () => {
  expect(initialsOf('Ruth von der Bell-Ash')).toBe('RVDB')
  expect(initialsOf('élise')).toBe('É')
  expect(initialsOf('1 ?')).toBe('')
})
