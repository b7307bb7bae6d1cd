import { describe, expect, test } from 'vitest'
import type { Person } from '../../shared/model/hand.ts'
import type { Named } from '../../shared/model/names.ts'
import type { Proposal } from '../../shared/propose/proposal.ts'
import { proposalsOf } from '../../shared/propose/proposals.ts'

const PEOPLE: readonly Person[] = [
  {
    id: 'carrington',
    name: 'Lord Carrington',
    offices: ['Foreign Secretary'],
    held: [{ office: 'Foreign Secretary', from: '1979-05-05', to: '1982-04-05' }],
  },
  {
    id: 'pym',
    name: 'Francis Pym',
    offices: ['Foreign Secretary'],
    held: [{ office: 'Foreign Secretary', from: '1982-04-06', to: '1983-06-11' }],
  },
]
const NAMES: readonly Named[] = [{ id: 'od', kind: 'term', name: 'OD', says: 'Oversea and Defence Committee', authority: null }]

const all = (text: string) => proposalsOf({ originals: [{ text }], hands: [], people: PEOPLE, names: NAMES })
const of = <Kind extends Proposal['kind']>(text: string, kind: Kind) =>
  all(text).filter((one): one is Extract<Proposal, { readonly kind: Kind }> => one.kind === kind)
const wordsAt = (text: string, one: Proposal) => text.slice(one.source[0]![1], one.source[0]![2])
const factOf = (text: string, fact: string) =>
  of(text, 'fact')
    .filter((one) => one.fact === fact)
    .map(({ value }) => value)

const FIRST =
  'The Secretary of State has asked me to let you know that he would be content for the two papers to be put to the Committee.'
const SECOND =
  'He does not think that any purpose would be served by a further meeting before the recess, and hopes for an early answer.'

describe('pages', () => {
  test('turn where the catchword is answered, and the evidence says so', () => {
    const text = `Dear John,\n\n${FIRST} This would however be more than he thinks right in\n\n/present\n\npresent circumstances, and he would rather not go.\n\n${SECOND}\n`
    const [turn] = of(text, 'turn')
    expect(turn).toMatchObject({
      decided: true,
      reason: 'The page before ends with the catchword /present; this one begins with present circumstances, and.',
    })
    expect(wordsAt(text, turn!)).toMatch(/^present circumstances/)
  })

  test('are left undecided where one marking stands between two texts', () => {
    const text = `Dear John,\n\n${FIRST}\n\nS E C R E T\n\n${SECOND}\n`
    expect(of(text, 'turn').map((turn) => [turn.decided, wordsAt(text, turn)])).toEqual([[false, 'S E C R E T']])
  })

  test('turn between two markings that follow each other, and before the sign of whatever made the transcript', () => {
    const marked = `Dear John,\n\n${FIRST}\n\nSECRET\n\nSECRET\n\n${SECOND}\n`
    expect(of(marked, 'turn').map(({ decided, source }) => [decided, source[0]![1]])).toEqual([
      [true, marked.lastIndexOf('SECRET')],
    ])
    const signed = `--- Page 1 ---\n${FIRST}\n\n--- Page 2 ---\n${SECOND}\n`
    expect(of(signed, 'turn').map((turn) => [wordsAt(signed, turn), turn.printed])).toEqual([['--- Page 2 ---', '2']])
  })

  test('nothing turns at the foot of the last page, nor at a marking in the head', () => {
    expect(of(`SECRET\n\nForeign Office\nLondon SW1\n\nSECRET\n\nDear John,\n\n${FIRST}\n\nSECRET\n`, 'turn')).toEqual([])
  })

  test('are read in the order that a catchword gives, where the file has another', () => {
    const second = `Lord Carrington thinks it important that the Americans should not feel that they are leaving London with nothing.\n\nYours ever,\n\n(F N Richards)\nPrivate Secretary\n\nA J Coles Esq\n10 Downing St\n`
    const first = `Foreign and Commonwealth Office\n\nLondon SW1A 2AH\n\n12 March 1982\n\nDear John,\n\n${FIRST}\n\n${SECOND}\n\n/Lord Carrington\n`
    const text = `${second}\n\n${first}`
    expect(of(text, 'order').map(({ order }) => order)).toEqual([[1, 0]])
    expect(of(text, 'division')).toEqual([])
    expect(of(`${first}\n\n${second}`, 'order')).toEqual([])
  })
})

describe('papers', () => {
  const cover = `Department of the Environment\n2 Marsham Street London SW1P 3EB\n\n3 July 1980\n\nDear Mike,\n\nYou asked for a short account, and I enclose a note by officials which my Secretary of State has seen.\n\nYours sincerely\n\nA D THORNE\nPrivate Secretary\n\nEnc\n`

  test('begin after the close of the one before: an enclosure, by what that one says', () => {
    const text = `${cover}\n\nRESTRICTED\n\nBARRAGE: NOTE BY OFFICIALS\n\n1. The barrage was first proposed in 1967, and the Bill of 1974 fell at the dissolution of Parliament in that year.\n\n2. Objections were lodged by 214 persons and bodies, of which the greater number were withdrawn before the inquiry.\n`
    const [division, ...more] = of(text, 'division')
    expect(more).toEqual([])
    expect(division).toMatchObject({ paperKind: 'memorandum', relation: 'encloses' })
    expect(wordsAt(text, division!)).toBe('RESTRICTED')
  })

  test('an answer cites the day of the letter that it answers', () => {
    const text = `${cover}\n\n10 DOWNING STREET\n\n7 July 1980\n\nDear Alan,\n\nThank you for your letter of 3 July, which the Prime Minister has seen and for which she is most grateful to all concerned.\n\nYours sincerely\n\nM A PATTISON\n`
    expect(of(text, 'division').map(({ paperKind, relation }) => [paperKind, relation])).toEqual([['letter', 'answers']])
  })

  test('tell from, to, date, subject and marking by their own words', () => {
    const text = `CONFIDENTIAL\n\nPRIME MINISTER\n\nBread: The Dispute at the Bakeries\n\n${FIRST}\n\n${SECOND}\n\nP J HALLAM\n\n8 November 1979\n`
    expect([
      factOf(text, 'to'),
      factOf(text, 'date'),
      factOf(text, 'subject'),
      factOf(text, 'marking'),
      factOf(text, 'kind'),
    ]).toEqual([['Prime Minister'], ['1979-11-08'], ['Bread: The Dispute at the Bakeries'], ['confidential'], ['minute']])
  })

  test('a copy to the Private Secretaries of Ministers goes to these, and to whoever is named by name', () => {
    const text = `Dear John,\n\n${FIRST}\n\nI am sending copies of this letter to the Private Secretaries of members of OD, the Minister of Agriculture and Fisheries, the Minister for Industry and to Sir R Armstrong.\n\nYours ever,\n\n(F N Richards)\n`
    expect(factOf(text, 'copies')).toEqual([
      'Private Secretaries of members of OD',
      'Private Secretary of the Minister of Agriculture and Fisheries',
      'Private Secretary of the Minister for Industry',
      'Sir R Armstrong',
    ])
  })
})

describe('names', () => {
  const letter = (date: string) =>
    `${date}\n\nDear John,\n\nThe Foreign Secretary has seen Washington tel no 813 and your letter of 16 March, and would put both to OD.\n\nYours ever,\n\n(F N Richards)\n`
  const named = (text: string) => of(text, 'name').map(({ words, entry }) => [words, entry])

  test('an office is whoever held it on the day of the paper', () => {
    expect(named(letter('12 March 1982'))).toContainEqual(['Foreign Secretary', 'carrington'])
    expect(named(letter('12 May 1982'))).toContainEqual(['Foreign Secretary', 'pym'])
    expect(named(letter('Tuesday')).filter(([words]) => words === 'Foreign Secretary')).toEqual([])
  })

  test('papers that are cited, and names of the register, are found', () => {
    expect(named(letter('12 March 1982'))).toEqual([
      ['Foreign Secretary', 'carrington'],
      ['Washington tel no 813', null],
      ['your letter of 16 March', null],
      ['OD', 'od'],
    ])
  })
})
