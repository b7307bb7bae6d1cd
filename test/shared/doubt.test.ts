import { describe, expect, it, test } from 'vitest'
import { collectionWords } from '../../shared/doubt/collection-words.ts'
import { doubtsOf } from '../../shared/doubt/doubts-of.ts'
import type { Annotations, Block, Run, Transcript } from '../../shared/model/transcript.ts'
import { allSpellers, doubtsIn, fromMachine } from '../support/doubts.ts'

/** A transcript of one block with other runs. */
function withContent(transcript: Transcript, content: readonly Run[], annotations: Annotations = {}): Transcript {
  const [page] = transcript.pages
  const block = page!.content[0] as Block
  return { ...transcript, pages: [{ ...page!, content: [{ ...block, content, annotations }] }] }
}

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
    ['our views on that to the promct', 'promct', 'prompt'],
    ['He was asked to make a commitmcnt.', 'commitmcnt', 'commitment'],
    ['TOLD THE NORWEGLAN GOVERNMENT TODAY', 'NORWEGLAN', 'NORWEGIAN'],
    ['The c0mmittee met at noon.', 'c0mmittee', 'committee'],
    ['On Tuesday 12 Ootober he came to see us.', 'Ootober', 'October'],
    ['The talks were in Mosoow again.', 'Mosoow', 'Moscow'],
    ['He dealt with it very we11 indeed.', 'we11', 'well'],
    ['It wouId be right to say so.', 'wouId', 'would'],
    ['The Home Secretarv’s minute was seen.', 'Secretarv’s', 'Secretary’s'],
    ['Madame Kervala spoke. Later Madame Kervaia left.', 'Kervaia', 'Kervala'],
  ])('%s', async (text, read, meant) => {
    expect(await doubtOn(read, text)).toEqual(['nonword', meant])
  })

  test.each([
    'I thanked Monsieur Gutman and Mr Crosthwaite for their help.',
    'The Government would welcome a re-establishment of non-aggression talks.',
    'Copies to the FCO, MAFF and UKREP Brussels (A.J.C. and P. J. H.).',
    'The President’s behavior, and the Ministers’ behaviour, were noted at 10 o’clock.',
    'I telephoned to Lord Carrington at Chequers about Mr Gromyko.',
    'Mrs. Tubb and Señor de Querol wrote from Zürich; shd. we see them?',
    'He said that it would be for “quite a while” (“un bon petit moment”).',
    'xxxx the letter',
    'The minister agreed to it.\n\nPRM/jk',
    'The despatch was sent by way of Paris.',
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
    ['There is no need to do any thing until then.', 'any thing', 'anything'],
    ['The commander is old and dis-liked by all.', 'dis-liked', 'disliked'],
    ['This subject is widely dis- regarded now.', 'dis- regarded', 'disregarded'],
    ['Mr Polgarrow spoke, and Mr Pol garrow left.', 'Pol garrow', 'Polgarrow'],
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
    ['He came onTuesday to see us.', 'onTuesday', 'on Tuesday'],
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
    ['until the l2th, when he leaves', 'l2th', '12th'],
    ['on Thursday the 29fh of the month', '29fh', '29th'],
    ['2.3O was too late for the train', '2.3O', '2.30'],
    ['TOTAL 2. O. 10 in all', 'O', '0'],
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

describe('a word that does not fit between its neighbours is in doubt', () => {
  test.each([
    ['It was hard to see the minister arid the secretary.', 'arid', 'and'],
    ['The Irish could riot be held to have agreed.', 'riot', 'not'],
    ['He said that he bad been told of it.', 'bad', 'had'],
    ['It would be some millions m the first year.', 'm', 'in'],
    ['He answered: “l have nothing to add.”', 'l', 'I'],
  ])('%s', async (text, read, meant) => {
    expect(await doubtOn(read, text)).toEqual(['realword', meant])
  })

  test.each([
    'The arid region had a bad year, and there was a riot in the town; the hut was tiled.',
    'They were held on Friday, 5 m from the bank. Then he came to see us about it.',
  ])('where it fits it is not: %s', async (text) => {
    expect(await doubtsIn(text)).toEqual([])
  })
})

describe('a greeting or a close that is almost right is in doubt', () => {
  test.each([
    ['London\n\nSea John,\n\nI write to you about the missiles.', 'Sea', 'Dear'],
    ['London\n\nDeur David,\n\nI write to you.', 'Deur', 'Dear'],
    ['London\n\nMy clear Edmund,\n\nI could not come.', 'My clear', 'My dear'],
    ['I could not come.\n\nYour own\n\n(R B Bone)', 'Your own', 'Yours ever'],
    ['I could not come.\n\nYoms ever,\n\nMichael', 'Yoms ever', 'Yours ever'],
    ['I could not come.\n\nYour obedicnt Servant,\n\nMichael', 'Your obedicnt Servant', 'Your obedient servant'],
  ])('%s', async (text, read, meant) => {
    expect(await doubtOn(read, text)).toEqual(['genre', meant])
  })

  test.each([
    'London\n\nDear John,\n\nThank you for your letter.\n\nYours ever,\n\nMichael',
    'Stoke Rectory,\nGloucester.\n\nMy dear Edmund,\n\nI could not come.\n\nYour loving Aunt\n\nEdith',
    'The Prime Minister,\n10 Downing Street,\nLondon.',
  ])('one that is right is not, nor an address: %s', async (text) => {
    expect(await doubtsIn(text)).toEqual([])
  })

  test('a carbon without a greeting is in no doubt for that', async () => {
    expect(
      await doubtsIn('17 March 1981\n\nAs I mentioned to you on the telephone, the Prime Minister would prefer to wait.'),
    ).toEqual([])
  })
})

describe('dates, times and postcodes that cannot be are in doubt', () => {
  test.each([
    ['London, 31 June 1982', '31 June 1982', 'June has no 31st.'],
    ['on Monday, 17 March 1982', 'Monday, 17 March 1982', 'Monday is written; 17 March 1982 was a Wednesday.'],
    [
      'Foreign Office\n\n12 March 1982\n\nHe comes on Friday 17 March.',
      'Friday 17 March',
      'Friday is written; 17 March 1982 was a Wednesday.',
    ],
    ['The meeting is at 10.75 am in my room.', '10.75 am', 'No clock shows “10.75 am”.'],
    ['London SWIA 2AH', 'SWIA 2AH', '“SWIA 2AH” is no postcode; “SW1A 2AH” would be.'],
    ['70 Whitehall, London swia 2As', 'swia 2As', '“swia 2As” is no postcode; “SW1A 2AS” would be.'],
  ])('%s', async (text, words, reason) => {
    const doubt = (await doubtsIn(text)).find((one) => one.text === words)
    expect(doubt?.reasons).toContain(reason)
    expect(doubt?.kind).toBe('number')
  })

  test.each([
    'Wednesday, 17 March 1982 at 10.30 am',
    '29 February 1984 at 1730 hours',
    'It was so 1st and last.',
    'London SW1A 2AH, March 82',
  ])('those that can be are not: %s', async (text) => {
    expect(await doubtsIn(text)).toEqual([])
  })
})

describe('what breaks a row is in doubt', () => {
  const paragraphs = (...numbers: readonly string[]) =>
    numbers.map((number) => `${number}. The Ministers met in the morning.`).join('\n\n')

  test('a paragraph whose number skips one, and a letter where a number belongs', async () => {
    const [skipped] = await doubtsIn(paragraphs('1', '2', '4'))
    expect([skipped!.text, skipped!.kind, skipped!.proposals, skipped!.reasons]).toEqual([
      '4',
      'sequence',
      ['3'],
      ['Paragraph 4 follows paragraph 2.'],
    ])
    expect((await doubtsIn(paragraphs('l', '2', '3'))).map(({ text, proposals }) => [text, proposals])).toEqual([['l', ['1']]])
    expect(await doubtsIn(`${paragraphs('1', '2', '3')}\n\nAnnex\n\n${paragraphs('1', '2')}`)).toEqual([])
  })

  test('a catchword that the next lines do not answer', async () => {
    const answered =
      'It would involve more than is right in\n\n/present\n\nCONFIDENTIAL\n\npresent circumstances, and he would go.'
    expect(await doubtsIn(answered)).toEqual([])
    const swapped = 'present circumstances, and he would go.\n\nIt would involve more than is right in\n\n/present'
    expect((await doubtsIn(swapped)).map(({ text, reasons }) => [text, reasons[0]])).toEqual([
      [
        '/present',
        'The catchword “present” is not answered by what follows, but they begin another page: pages may stand in the wrong order.',
      ],
    ])
  })

  test('a word that stands twice, but not every one', async () => {
    expect(await doubtOn('been been been', 'I have been been been to London.')).toEqual(['repeat', 'been'])
    expect(await doubtsIn('He had had time, and he knew that that was so.')).toEqual([])
  })

  test('a line of signs without words', async () => {
    expect(await doubtOn('1 sine Stricte 1 A 1', '1 sine Stricte 1 A 1\n\nCABINET OFFICE')).toEqual(['fragment', undefined])
  })
})

describe('handwriting within typed text is told as a reason', () => {
  test('where most words of a sentence are misread and the rest is not', async () => {
    const typed = 'The talks will provide an opportunity to review the situation of the country and the implications for policy.'
    const text = `${typed} ${typed} Wc nct weigbt tbe provenfet. ${typed}`
    const reasons = (await doubtsIn(text)).flatMap((one) => one.reasons)
    expect(reasons).toContain(
      'So many words of this sentence are misread that it may be handwriting that was read into the typed text.',
    )
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

  it('offers first what the collection has mended the same reading to', async () => {
    const other = fromMachine('He wrote of the moming.')
    const mended = withContent(other, [{ type: 'text', text: 'He wrote of the mooring.', in: [] }])
    const doubt = (await doubtsIn(TEXT, { collection: collectionWords([mended]) })).find(({ text }) => text === 'moming')!
    expect([doubt.proposals[0], doubt.reasons[0]]).toEqual([
      'mooring',
      '“moming” was mended to “mooring” elsewhere in this collection.',
    ])
  })

  it('leaves the paper’s own slip that is marked, and a name that is tagged', async () => {
    const transcript = fromMachine('I show willigness to see Mr Govemor.')
    const marked = withContent(
      transcript,
      [
        { type: 'text', text: 'I show ', in: [] },
        { type: 'text', text: 'willigness', in: ['a1'] },
        { type: 'text', text: ' to see Mr ', in: [] },
        { type: 'text', text: 'Govemor', in: ['a2'] },
        { type: 'text', text: '.', in: [] },
      ],
      { a1: { type: 'emendation', attrs: { corr: 'willingness' } }, a2: { type: 'persName', attrs: {} } },
    )
    const spellers = await allSpellers()
    expect(doubtsOf(transcript, { spellers }).map(({ text }) => text)).toEqual(['willigness', 'Govemor'])
    expect(doubtsOf(marked, { spellers })).toEqual([])
  })

  it('reads an American paper and a British one with both spellings', async () => {
    expect(await doubtsIn('The behavior of the center was favorable; the behaviour of the centre was favourable.')).toEqual([])
  })

  it('knows the words that the collection has declared right', async () => {
    const collection = collectionWords([], ['moming'])
    expect((await doubtsIn(TEXT, { collection })).map(({ text }) => text)).not.toContain('moming')
  })
})
