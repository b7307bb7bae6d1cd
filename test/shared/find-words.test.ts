import fc from 'fast-check'
import { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { replaceable, replaceWords } from '../../shared/commands/replace-words.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { findWords, type Query } from '../../shared/search/find-words.ts'
import { foldDivided } from '../../shared/search/pattern.ts'
import { block, gap, lb, letter, mark, object, page, point, said } from './export-letter.ts'

const ASK: Query = { words: '', matchCase: false, wholeWords: false, where: 'all' }
const words = { content: [said('The goverment of France, '), point('n'), said('the Govern'), lb(), said('ment of Peru')] }
const DOC = toDocument(
  letter([
    page(
      [block('paragraph', words), block('paragraph', 'goverment by hand', { hand: 'mt' })],
      [object('note', 'n', 'a goverment note', { hand: 'mt' })],
    ),
  ]),
)
/** Blanks are one blank; how quotes are drawn, and where a word may be divided, is nobody’s question. */
const plain = (text: string) =>
  foldDivided(text).text.replace(/\s+/gu, ' ').replace(/[’‘]/gu, "'").replace(/[“”]/gu, '"').replaceAll('\u00ad', '')
const found = (query: Partial<Query>) =>
  findWords(DOC, { ...ASK, ...query }).map(({ from, to }) =>
    DOC.textBetween(from, to, '|', (leaf) => leaf.type.spec.leafText!(leaf)),
  )

describe('words are found', () => {
  test('in text and notes, whatever their capitals, or only where and as it is asked', () => {
    expect(found({ words: 'goverment' })).toEqual(['goverment', 'goverment', 'goverment'])
    expect(found({ words: 'goverment', where: 'notes' })).toEqual(['goverment'])
    expect(found({ words: 'the', matchCase: true })).toEqual(['the'])
    expect(found({ words: 'govern', wholeWords: true })).toEqual(['Govern'])
  })

  test('over a line end, where a blank is asked for; and signs are signs, no pattern', () => {
    expect(found({ words: 'France, the' })).toEqual(['France, the'])
    expect(found({ words: 'Govern ment' })).toEqual(['Govern\nment'])
    expect(found({ words: '.*' })).toEqual([])
    expect(found({ words: '   ' })).toEqual([])
  })

  test('at places that hold exactly these words, in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 20 }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
        (text, ask) => {
          const doc = toDocument(letter([page([block('paragraph', { content: [said(text), gap(), said(text)] })])]))
          for (const { from, to } of findWords(doc, { ...ASK, words: ask, matchCase: true }))
            expect(plain(doc.textBetween(from, to))).toBe(plain(ask.trim()))
        },
      ),
    )
  })
})

describe('replaced at one go', () => {
  const handwriting = (hand: string | null) => hand === 'mt'

  test('is what is typed: handwriting, notes and words with an anchor among them are left', () => {
    const all = findWords(DOC, { ...ASK, words: 'goverment' })
    expect(all).toHaveLength(3)
    const some = replaceable(DOC, all, handwriting)
    expect(some).toHaveLength(1)
    let state = EditorState.create({ doc: DOC })
    replaceWords(some, 'government')(state, (tr) => {
      state = state.apply(tr)
    })
    expect(state.doc.textContent).toContain('The government of France')
    expect(state.doc.textContent).toContain('goverment by hand')
    expect(state.doc.textContent).toContain('a goverment note')
    expect(replaceable(DOC, findWords(DOC, { ...ASK, words: 'Govern ment' }), handwriting)).toEqual([])
  })

  test('keeps its annotations', () => {
    const content = [said('Mr '), said('Bukley', 'p'), said(' comes')]
    let state = EditorState.create({
      doc: toDocument(letter([page([block('paragraph', { content, annotations: { p: mark('persName') } })])])),
    })
    replaceWords(findWords(state.doc, { ...ASK, words: 'bukley' }), 'Buckley')(state, (tr) => {
      state = state.apply(tr)
    })
    const tagged: string[] = []
    state.doc.descendants((node) => {
      if (node.marks.some((one) => one.type.name === 'persName')) tagged.push(node.text!)
    })
    expect(tagged).toEqual(['Buckley'])
  })
})
