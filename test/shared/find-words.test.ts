import fc from 'fast-check'
import { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { replaceWords } from '../../shared/commands/replace-words.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { findWords, type Query } from '../../shared/search/find-words.ts'
import { fold } from '../../shared/search/fold.ts'
import { leftBecause, leftInWords } from '../../shared/search/left-alone.ts'
import { replacementFor } from '../../shared/search/replacement.ts'
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
/** Blanks are one blank; where a word may be divided is nobody’s question. */
const plain = (text: string) =>
  fold(text, { matchCase: true, exact: true })
    .text.replace(/(\p{L}\p{M}*)-?\n(?=\p{L})/gu, '$1')
    .replace(/\s+/gu, ' ')
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
          for (const { from, to } of findWords(doc, { ...ASK, words: ask, matchCase: true, exact: true }))
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
    const causes = all.map((hit) => leftBecause(DOC, hit, handwriting))
    expect(leftInWords(causes)).toBe('2 are left: 2 in handwriting.')
    const some = all.filter((_, at) => causes[at] === null)
    expect(some).toHaveLength(1)
    let state = EditorState.create({ doc: DOC })
    replaceWords(some, () => 'government')(state, (tr) => {
      state = state.apply(tr)
    })
    expect(state.doc.textContent).toContain('The government of France')
    expect(state.doc.textContent).toContain('goverment by hand')
    expect(state.doc.textContent).toContain('a goverment note')
  })

  test('tells of each that is left why, and calls nothing handwriting that is none', () => {
    const content = {
      content: [
        said('Mr Buck'),
        lb(),
        said('ley, Mr Bu'),
        point('n'),
        said('ckley, the oﬃce, Mr '),
        said('Buckley', 'a'),
        said(' here'),
      ],
      annotations: { a: mark('add', { hand: 'mt' }) },
    }
    const doc = toDocument(
      letter([
        page([block('paragraph', content)], [object('note', 'n', 'Buckley'), object('note', 'o', 'Buckley', { hand: 'mt' })]),
      ]),
    )
    const causes = (words: string) => findWords(doc, { ...ASK, words }).map((hit) => leftBecause(doc, hit, handwriting))
    expect(causes('buckley')).toEqual(['line-end', 'anchor', 'handwriting', 'note', 'handwriting'])
    expect(leftInWords(causes('buckley'))).toBe(
      '5 are left: 2 in handwriting, 1 beside the text, 1 over a line end, 1 over the place of a note.',
    )
    expect(causes('off')).toEqual(['letters'])
    expect(causes('office')).toEqual([null])
    expect(leftInWords(causes('office'))).toBe('')
  })

  test('takes what an expression caught, by number and by name; words that were typed stay as they are', () => {
    const text = 'Tel no 813 of 9 March, tel no 914 of 10 March'
    const replaced = (typed: string, query: Partial<Query>) => {
      let state = EditorState.create({ doc: toDocument(letter([page([block('paragraph', text)])])) })
      const ask = { ...ASK, regular: true, words: '(?<what>tel) no (\\d+)( not)?', ...query }
      replaceWords(findWords(state.doc, ask), (hit) => replacementFor(hit, typed))(state, (tr) => {
        state = state.apply(tr)
      })
      return state.doc.textContent
    }
    expect(replaced('$1egram $2', {})).toBe('Telegram 813 of 9 March, telegram 914 of 10 March')
    expect(replaced('$<what>. [$&]', {})).toBe('Tel. [Tel no 813] of 9 March, tel. [tel no 914] of 10 March')
    expect(replaced('$3$20$$1', {})).toBe('8130$1 of 9 March, 9140$1 of 10 March')
    expect(replaced('$9 $<nobody>', {})).toBe('$9  of 9 March, $9  of 10 March')
    expect(replaced('$1', { regular: false, words: 'tel no' })).toBe('$1 813 of 9 March, $1 914 of 10 March')
  })

  test('keeps its annotations', () => {
    const content = [said('Mr '), said('Bukley', 'p'), said(' comes')]
    let state = EditorState.create({
      doc: toDocument(letter([page([block('paragraph', { content, annotations: { p: mark('persName') } })])])),
    })
    replaceWords(findWords(state.doc, { ...ASK, words: 'bukley' }), () => 'Buckley')(state, (tr) => {
      state = state.apply(tr)
    })
    const tagged: string[] = []
    state.doc.descendants((node) => {
      if (node.marks.some((one) => one.type.name === 'persName')) tagged.push(node.text!)
    })
    expect(tagged).toEqual(['Buckley'])
  })
})
