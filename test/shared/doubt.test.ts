import { describe, expect, it, test } from 'vitest'
import { collectionWords } from '../../shared/doubt/collection-words.ts'
import { doubtsIn } from '../support/doubts.ts'

/** The doubt on some words of a line, as kind and first proposal. */
async function doubtOn(words: string, text: string) {
  const doubt = (await doubtsIn(text)).find((one) => one.text === words)
  return doubt === undefined ? null : [doubt.kind, doubt.proposals[0]]
}

describe('a word that nobody knows is in doubt', () => {
  test.each([
    ['The Ministry rang this moming to say so.', 'moming', 'morning'],
    ['We have had tbree letters from him.', 'tbree', 'three'],
    ['I am gratful for your help.', 'gratful', 'grateful'],
    ['He was asked to make a commitmcnt.', 'commitmcnt', 'commitment'],
    ['TOLD THE NORWEGLAN GOVERNMENT TODAY', 'NORWEGLAN', 'NORWEGIAN'],
    ['The c0mmittee met at noon.', 'c0mmittee', 'committee'],
    ['On Tuesday 12 Ootober he came to see us.', 'Ootober', 'October'],
    ['The talks were in Mosoow again.', 'Mosoow', 'Moscow'],
  ])('%s', async (text, read, meant) => {
    expect(await doubtOn(read, text)).toEqual(['nonword', meant])
  })

  test.each([
    'I thanked Monsieur Gutman and Mr Crosthwaite for their help.',
    'The Government would welcome a re-establishment of non-aggression talks.',
    'Copies to the FCO, MAFF and UKREP Brussels (A.J.C. and P. J. H.).',
    'The President’s behavior, and the Ministers’ behaviour, were noted at 10 o’clock.',
    'I telephoned to Lord Carrington at Chequers about Mr Gromyko.',
  ])('a name, an abbreviation, a possessive or another spelling is not: %s', async (text) => {
    expect(await doubtsIn(text)).toEqual([])
  })

  test('a French paper is read with the French dictionary', async () => {
    const text =
      'Le Ministre des Affaires étrangères a bien voulu faire part à l’Ambassade de ce qne le Gouvernement a été informé.'
    const doubts = await doubtsIn(text)
    expect(doubts.map((doubt) => doubt.text)).toEqual(['qne'])
    expect(doubts[0]!.proposals).toContain('que')
  })

  test('in a language without a dictionary no word is', async () => {
    const text = 'Der Herr Minister hat sich mit den Herren der Botschaft und nicht mit dem Zweiten Sekretär getroffen.'
    expect(await doubtsIn(text)).toEqual([])
  })
})

describe('a word in pieces is in doubt', () => {
  test.each([
    ['It was put to the com mittee on Monday.', 'com mittee', 'committee'],
    ['The em ployers had offered ten per cent.', 'em ployers', 'employers'],
    ['He would not of fer arbitration at this stage.', 'of fer', 'offer'],
    ['to allow our contacts to be come visibly inferior', 'be come', 'become'],
    ['COULD SAY NOTHING TO THE BRIT ISH EMBASSY', 'BRIT ISH', 'BRITISH'],
  ])('%s', async (text, read, meant) => {
    expect(await doubtOn(read, text)).toEqual(['parted', meant])
  })

  test.each(['I can not tell whether any one may be in to day.', 'He had to be a part of it, in form at least, for a long way.'])(
    'usual pairs are not: %s',
    async (text) => {
      expect(await doubtsIn(text)).toEqual([])
    },
  )
})

describe('words run together are in doubt', () => {
  test.each([
    ['It was decided inthe Cabinet.', 'inthe', 'in the'],
    ['I should be grateful forthe papers.', 'forthe', 'for the'],
    ['THE AMBASSADOR CALLED INTHE MORNING', 'INTHE', 'IN THE'],
  ])('%s', async (text, read, meant) => {
    expect(await doubtOn(read, text)).toEqual(['joined', meant])
  })
})

describe('letters among digits are in doubt', () => {
  test.each([
    ['no powers before Monday, l2 November', 'l2', '12'],
    ['It cost £19,00O in all.', '£19,00O', '£19,000'],
    ['the Act of I982', 'I982', '1982'],
    ['BRIEF HIS PRESS AT LO00 ON TUESDAY', 'LO00', '1000'],
    ['He will come on lO March.', 'lO', '10'],
  ])('%s', async (text, read, meant) => {
    expect(await doubtOn(read, text)).toEqual(['number', meant])
  })

  test.each([
    'London SW1A 2AH and W1 and EC4, on the 3rd and 21st, in the 1960s.',
    'See paragraph 4(b) and Flag B2 at 1130Z; 10s. 6d. each, 5m of them, B52 and F-111, MISC 64, ENV 14/208.',
    '17 March 1982, at 3.30pm, £1.5m, 12%, 01-212 7601.',
  ])('what is written with both is not: %s', async (text) => {
    expect(await doubtsIn(text)).toEqual([])
  })
})

describe('the queue', () => {
  const TEXT = 'We met inthe Lords this moming.\n\nThe com mittee of Mr Crosthwaite met too, on l2 May 1982.'

  it('has the likeliest first, each with a reason and a key of its own', async () => {
    const doubts = await doubtsIn(TEXT)
    expect(doubts.map(({ score }) => score)).toEqual(doubts.map(({ score }) => score).sort((a, b) => b - a))
    expect(new Set(doubts.map(({ key }) => key)).size).toBe(doubts.length)
    for (const { reasons } of doubts) expect(reasons.join(' ')).toMatch(/^(?:.+[.?!])+$/)
  })

  it('tells where each stands in the machine transcript', async () => {
    for (const { source, text } of await doubtsIn(TEXT)) expect(TEXT.slice(source[1], source[2])).toBe(text)
  })

  it('does not ask again what was declared right', async () => {
    const before = await doubtsIn(TEXT)
    const settled = new Set(before.slice(0, 2).map(({ key }) => key))
    expect(await doubtsIn(TEXT, { settled })).toEqual(before.slice(2))
  })

  it('knows the words that the collection has declared right', async () => {
    const collection = collectionWords([], ['moming'])
    expect((await doubtsIn(TEXT, { collection })).map(({ text }) => text)).not.toContain('moming')
  })
})
