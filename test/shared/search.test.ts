import { describe, expect, test } from 'vitest'
import type { Hand } from '../../shared/model/hand.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { findWords, type Query } from '../../shared/search/find-words.ts'
import { handCalled } from '../../shared/search/query.ts'
import { searchTranscript } from '../../shared/search/search-transcript.ts'
import { block, gap, lb, letter, mark, object, page, point, said } from './export-letter.ts'

const HANDS: readonly Hand[] = [
  { id: 'mt', name: 'Margaret Thatcher', badge: 'MT', medium: 'felt-tip', person: null },
  { id: 'ajc', name: 'A J Coles', badge: 'AJC', medium: 'ink', person: null },
  { id: 'typist', name: 'the typist', badge: 'T', medium: 'typewriter', person: null },
]
const typed = { hand: 'typist' }
const ASK: Query = { words: '', matchCase: false, wholeWords: false, where: 'all' }
const of = (...pages: Parameters<typeof letter>[0]): Transcript => ({ ...letter(pages), hands: HANDS })
const hits = (transcript: Transcript, query: Partial<Query>) => [...searchTranscript(transcript, { ...ASK, ...query })]
const words = (transcript: Transcript, query: Partial<Query>) => hits(transcript, query).map((hit) => hit.words)

describe('a search finds words', () => {
  test('over a line end, and in a word that the typist divided at one', () => {
    const content = { content: [said('the Foreign and Common-'), lb(), said('wealth'), lb(), said('Office, a co-operation')] }
    const one = of(page([block('paragraph', content, typed)]))
    expect(words(one, { words: 'commonwealth office' })).toEqual(['Common- wealth Office'])
    expect(words(one, { words: 'common-wealth' })).toEqual(['Common- wealth'])
    expect(words(one, { words: 'co-operation' })).toEqual(['co-operation'])
    expect(words(one, { words: 'cooperation' })).toEqual([])
    // it may be a line end alone that divides a word: the machine dropped the hyphen
    expect(words(one, { words: 'wealthoffice' })).toEqual(['wealth Office'])
    expect(words(one, { words: 'wealth', wholeWords: true })).toEqual([])
    const [hit] = hits(one, { words: 'commonwealth' })
    // the place in the document is exactly that word, with its hyphen and its line end
    const doc = toDocument(one)
    expect(doc.textBetween(hit!.from, hit!.to, '|', (leaf) => leaf.type.spec.leafText!(leaf))).toBe('Common-\nwealth')
  })

  test('over a page turn where the block goes on, also past a catchword, and never from one block into the next', () => {
    const turned = of(
      page([block('paragraph', 'we shall raise the Polish', typed), block('catchword', '/debt', typed)]),
      page([block('page-number', '- 2 -', typed), block('paragraph', 'debt again', { ...typed, continues: true })]),
    )
    expect(hits(turned, { words: 'polish debt' })).toMatchObject([{ page: 1, words: 'Polish debt' }])
    expect(
      words(of(page([block('paragraph', 'the Polish', typed), block('paragraph', 'debt', typed)])), { words: 'polish debt' }),
    ).toEqual([])
  })

  test('in a note in pieces, as one text', () => {
    const pieces = of(
      page(
        [block('paragraph', { content: [said('text'), point('n1'), point('n2')] }, typed)],
        [object('note', 'n1', 'I do not like', { hand: 'mt' }), object('note', 'n2', 'this at all', { hand: 'mt', joins: 'n1' })],
      ),
    )
    expect(hits(pieces, { words: 'like this' })).toMatchObject([{ kind: 'note', hand: 'mt', layer: 'handwritten' }])
  })

  test('with straight quotes where the paper has curly ones, and a hyphen is a hyphen', () => {
    const one = of(page([block('paragraph', 'We don’t know “Top-Secret” things', typed)]))
    for (const asked of ["don't", '"top-secret"', 'don’t']) expect(words(one, { words: asked })).toHaveLength(1)
  })

  test('and tells page, layer, hand and the line of each; what it tells is text', () => {
    const markup = of(
      page([block('paragraph', 'nothing', typed)]),
      page([block('paragraph', '<b>Mr Buckley</b> & others', typed), block('paragraph', 'Buckley again', { hand: 'ajc' })]),
    )
    expect(hits(markup, { words: 'buckley' })).toMatchObject([
      { page: 2, kind: 'block', layer: 'typed', hand: 'typist', before: '<b>Mr ', words: 'Buckley', after: '</b> & others' },
      { page: 2, layer: 'handwritten', hand: 'ajc', handName: 'A J Coles', words: 'Buckley', after: ' again' },
    ])
  })
})

describe('asked for one layer or hand, a search', () => {
  const content = {
    content: [said('we will '), said('not ', 'a'), said('agree to '), said('anything', 'b'), said(' here')],
    annotations: { a: mark('add', { hand: 'mt' }), b: mark('add', { hand: 'mt' }) },
  }
  const mixed = of(
    page(
      [block('paragraph', content, typed), block('paragraph', 'agree', {})],
      [object('note', 'n', 'I agree', { hand: 'mt' }), object('editornote', 'e', 'they agree')],
    ),
  )

  test('reads typed text as it was before somebody wrote into it', () => {
    expect(words(mixed, { words: 'will agree', layer: 'typed' })).toEqual(['will agree'])
    expect(words(mixed, { words: 'will agree' })).toEqual([])
  })

  test('finds what that hand wrote and nothing else, and joins no two things that it wrote apart', () => {
    expect(hits(mixed, { words: 'agree', hand: 'mt' })).toMatchObject([{ kind: 'note', before: 'I ', words: 'agree' }])
    expect(words(mixed, { words: 'not', hand: 'mt' })).toEqual(['not'])
    expect(words(mixed, { words: 'not anything', hand: 'mt' })).toEqual([])
  })

  test('takes what nobody gave to a hand for the layer that is not known; our own notes are in none', () => {
    expect(hits(mixed, { words: 'agree', layer: 'unknown' })).toHaveLength(1)
    expect(hits(mixed, { words: 'they agree' })).toMatchObject([{ kind: 'editornote', layer: null, hand: null }])
    expect(hits(mixed, { words: 'they agree', layer: 'unknown' })).toEqual([])
  })

  test('knows a hand by its id, its letters or its name, and nobody by what two are called', () => {
    for (const called of ['mt', 'MT', 'margaret thatcher']) expect(handCalled(HANDS, called)?.id).toBe('mt')
    expect(handCalled(HANDS, 'nobody')).toBeNull()
    expect(handCalled([...HANDS, { ...HANDS[0]!, id: 'mt-ink' }], 'margaret thatcher')).toBeNull()
  })
})

test('anchors and gaps between words do not move the places that are found', () => {
  const content = { content: [point('n'), said('one '), point('n'), said('two'), gap(), said(' three two')] }
  const doc = toDocument(of(page([block('paragraph', content, typed)], [object('note', 'n', 'x', { hand: 'mt' })])))
  const found = findWords(doc, { ...ASK, words: 'two' }, HANDS)
  expect(found.map(({ from, to }) => doc.textBetween(from, to))).toEqual(['two', 'two'])
  expect(findWords(doc, { ...ASK, words: 'one two' }, HANDS).map(({ broken }) => broken)).toEqual(['anchor'])
})
