import { Fragment, Slice } from 'prosemirror-model'
import { EditorState, Selection, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { schema } from '../../shared/schema/schema.ts'
import { PagesSelection, textSelectionBetween, wholeBody } from '../../shared/state/pages-selection.ts'
import { build, show, showCaret, showNotes } from './build-document.ts'

function selected(pages: readonly (readonly string[])[], notes: readonly string[] = []) {
  const { doc, anchor, head } = build(pages, notes)
  const selection = textSelectionBetween(doc.resolve(anchor), doc.resolve(head))
  return EditorState.create({ doc, selection })
}

const caret = (state: EditorState) => showCaret(state.doc, state.selection.anchor, state.selection.head)
const blocks = (...words: string[]) =>
  Fragment.from(words.map((text) => schema.node('block', { id: `x${text}` }, schema.text(text))))

describe('what kind of selection it is', () => {
  test('words of one page are an ordinary text selection', () => {
    expect(selected([['on<e', 'tw>o']]).selection).toBeInstanceOf(TextSelection)
  })
  test('words on two pages have one range a page', () => {
    const { selection } = selected([['on<e'], ['two', 'thr>ee']])
    expect(selection).toBeInstanceOf(PagesSelection)
    expect(
      selection.ranges.map(({ $from, $to }) => [
        $from.parent.textContent,
        $from.parentOffset,
        $to.parent.textContent,
        $to.parentOffset,
      ]),
    ).toEqual([
      ['one', 2, 'one', 3],
      ['two', 0, 'three', 3],
    ])
  })
  test('a division cuts it, also within one page', () => {
    expect(selected([['on<e', '--', 'tw>o']]).selection.ranges).toHaveLength(2)
  })
  test('a change from one known hand to another cuts it', () => {
    expect(selected([['typist: on<e', 'mt: tw>o']]).selection).toBeInstanceOf(PagesSelection)
    expect(selected([['typist: on<e', 'tw>o']]).selection).toBeInstanceOf(TextSelection)
  })
  test('a page without blocks has no range', () => {
    expect(selected([['on<e'], [], ['t>wo']]).selection.ranges).toHaveLength(2)
  })
  test('the whole body is one such selection', () => {
    const { doc } = build([['one'], ['two']], ['note'])
    expect(wholeBody(doc)?.ranges).toHaveLength(2)
    expect(wholeBody(build([[], []]).doc)).toBeNull()
  })
})

describe('deleting', () => {
  const deleted = (...pages: string[][]) => {
    const state = selected(pages, ['a note'])
    const next = state.apply(state.tr.deleteSelection())
    next.doc.check()
    expect(showNotes(next.doc)).toEqual(['a note'])
    return { pages: show(next.doc), caret: caret(next) }
  }
  test('takes the words and leaves the pages', () => {
    expect(deleted(['one', 'tw<o'], ['th>ree'])).toEqual({ pages: [['one', 'tw'], ['ree']], caret: 'tw^' })
  })
  test('is the same backwards', () => {
    expect(deleted(['one', 'tw>o'], ['th<ree'])).toEqual({ pages: [['one', 'tw'], ['ree']], caret: 'tw^' })
  })
  test('takes blocks that it covers', () => {
    expect(deleted(['on<e', 'two'], ['three', 'four', 'fi>ve'])).toEqual({ pages: [['on'], ['ve']], caret: 'on^' })
  })
  test('keeps one empty block on a page that it empties', () => {
    expect(deleted(['on<e'], ['two', 'three'], ['four>', 'five'])).toEqual({ pages: [['on'], [''], ['five']], caret: 'on^' })
  })
  test('keeps the block where it begins, emptied', () => {
    expect(deleted(['zero', '<one', 'two'], ['th>ree'])).toEqual({ pages: [['zero', ''], ['ree']], caret: '^' })
  })
  test('stops on either side of a division', () => {
    expect(deleted(['on<e', 'two', '--', 'three', 'four'], ['fi>ve'])).toEqual({ pages: [['on', '--'], ['ve']], caret: 'on^' })
    expect(deleted(['<one', '--', 'two>'])).toEqual({ pages: [['', '--']], caret: '^' })
  })
  test('never makes two hands one', () => {
    expect(deleted(['typist: one <two', 'mt: three> four'])).toEqual({ pages: [['typist: one ', 'mt:  four']], caret: 'one ^' })
  })
  test('is undone by inverting its steps', () => {
    const state = selected([['on<e', 'two'], ['three'], ['fo>ur']])
    const tr = state.tr.deleteSelection()
    let doc = tr.doc
    for (let at = tr.steps.length - 1; at >= 0; at--) doc = tr.steps[at]!.invert(tr.docs[at]!).apply(doc).doc!
    expect(doc.eq(state.doc)).toBe(true)
  })
})

describe('writing over it', () => {
  test('letters go where it begins', () => {
    const state = selected([['on<e'], ['tw>o']])
    const next = state.apply(state.tr.insertText('X'))
    expect([show(next.doc), caret(next)]).toEqual([[['onX'], ['o']], 'onX^'])
  })
  test('an inline node goes where it begins', () => {
    const state = selected([['on<e'], ['tw>o']])
    expect(show(state.apply(state.tr.replaceSelectionWith(schema.node('lb'))).doc)).toEqual([['on|'], ['o']])
  })
  test('blocks go to the page where it begins', () => {
    const state = selected([['on<e'], ['tw>o']])
    const next = state.apply(state.tr.replaceSelection(new Slice(blocks('X', 'Y'), 1, 1)))
    expect([show(next.doc), caret(next)]).toEqual([[['onX', 'Y'], ['o']], 'Y^'])
    const closed = state.apply(state.tr.replaceSelection(new Slice(blocks('X', 'Y'), 0, 0)))
    expect(show(closed.doc)[1]).toEqual(['o'])
    expect(caret(closed)).toBe('Y^')
  })
})

describe('copying', () => {
  test('takes the blocks without pages and divisions, open at both ends', () => {
    const { selection } = selected([['on<e', '--', 'two'], ['thr>ee']])
    const { content, openStart, openEnd } = selection.content()
    expect([content.content.map((block) => block.textContent), openStart, openEnd]).toEqual([['e', 'two', 'thr'], 1, 1])
    expect(content.content.every((block) => block.type.name === 'block')).toBe(true)
  })
})

describe('being kept', () => {
  test('it survives JSON', () => {
    const { doc, selection } = selected([['on<e'], ['tw>o']])
    expect(Selection.fromJSON(doc, selection.toJSON()).eq(selection)).toBe(true)
    expect(() => Selection.fromJSON(doc, { type: 'pages' })).toThrow(RangeError)
  })
  test('it follows a change before it, and so does its bookmark', () => {
    const state = selected([['on<e'], ['tw>o']])
    const tr = state.tr.insertText('zz', 3)
    expect(tr.selection.toJSON()).toEqual({ type: 'pages', anchor: state.selection.anchor + 2, head: state.selection.head + 2 })
    expect(state.selection.getBookmark().map(tr.mapping).resolve(tr.doc).eq(tr.selection)).toBe(true)
  })
  test('it becomes a text selection when its second page loses what it held', () => {
    const state = selected([['on<e'], ['two>']])
    expect(state.selection.map(state.doc, state.tr.mapping).eq(state.selection)).toBe(true)
  })
})
