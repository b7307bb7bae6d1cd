import { history, undo } from 'prosemirror-history'
import { Fragment, type Node, Slice } from 'prosemirror-model'
import { EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { schema } from '../../shared/schema/schema.ts'
import { clipboard, cutSelection, movable, moveSelection, pasteSlice } from '../../shared/state/clipboard.ts'
import { textSelectionBetween } from '../../shared/state/pages-selection.ts'
import { parts } from '../../shared/state/parts.ts'
import { asCopy, asLines, fromPlainText, putIn } from '../../shared/state/pasted.ts'
import { provenance } from '../../shared/state/provenance.ts'
import { build, show, showCaret, showNotes } from './build-document.ts'

const ids = () => {
  let count = 0
  return () => `new${++count}`
}

const name = (id: string, words: string) => schema.text(words, [schema.mark('persName', { id })])
const passage = (note: string, words: string) => schema.text(words, [schema.mark('passage', { id: `to${note}`, note })])
const block = (id: string, ...content: Node[]) => schema.node('block', { id, source: [[0, 0, 3]] }, content)

function open(pages: readonly (readonly string[])[], notes: readonly string[] = []) {
  const { doc, anchor, head } = build(pages, notes)
  const selection = textSelectionBetween(doc.resolve(anchor), doc.resolve(head))
  return EditorState.create({ doc, selection, plugins: [parts(), clipboard(), history({ depth: 1000 })] })
}

const select = (state: EditorState, from: number, to = from) =>
  state.apply(state.tr.setSelection(textSelectionBetween(state.doc.resolve(from), state.doc.resolve(to))))
const caret = (state: EditorState) => showCaret(state.doc, state.selection.anchor, state.selection.head)

/** A state whose text holds the given blocks on one page, and a note n1. */
function holding(...blocks: Node[]) {
  const doc = schema.node('doc', null, [
    schema.node('body', null, [schema.node('page', { id: 'p1' }, blocks)]),
    schema.node('margin', null, [schema.node('note', { id: 'n1' }, schema.text('note'))]),
  ])
  doc.check()
  return EditorState.create({ doc, plugins: [parts(), clipboard(), history({ depth: 1000 })] })
}

function pasted(state: EditorState, slice: Slice, newId = ids()) {
  const next = state.apply(pasteSlice(state, slice, newId)!)
  next.doc.check()
  return { pages: show(next.doc), caret: caret(next), state: next }
}

describe('a copy', () => {
  const slice = new Slice(
    Fragment.from([block('b1', name('m1', 'Ann'), passage('n1', ' said')), block('b2', name('m1', 'Bell'))]),
    1,
    1,
  )
  const copy = asCopy(slice, ids()).content
  test('has new ids, one for each annotation, and owns nothing of the machine transcript', () => {
    expect(copy.content.map(({ attrs }) => [attrs.id, attrs.source])).toEqual([
      ['new1', []],
      ['new3', []],
    ])
    expect(copy.content.map((one) => one.firstChild!.marks[0]!.attrs.id)).toEqual(['new2', 'new2'])
  })
  test('leaves anchors behind', () => {
    expect(copy.child(0).child(1).marks).toEqual([])
    const point = new Slice(Fragment.from(schema.node('point', { note: 'n1' })), 0, 0)
    expect(asCopy(point, ids()).size).toBe(0)
  })
  test('of pages and notes is their words', () => {
    const { doc } = build([['one'], ['two']], ['a note'])
    expect(asCopy(doc.slice(0, doc.content.size), ids()).content.content.map((one) => one.textContent)).toEqual([
      'one',
      'two',
      'a note',
    ])
  })
  test('has nothing that a transcript cannot hold', () => {
    expect(asCopy(new Slice(Fragment.from(schema.text('a\u0000b')), 0, 0), ids()).content.textBetween(0, 2)).toBe('ab')
  })
})

describe('plain text', () => {
  test('blank lines part blocks, line ends are line breaks', () => {
    const slice = fromPlainText('one\r\ntwo\n \nthree\n', [])
    expect(slice.content.content.map((one) => one.textBetween(0, one.content.size))).toEqual(['one\ntwo', 'three'])
  })
  test('in one line takes the annotations around it', () => {
    const marks = [schema.mark('persName', { id: 'm1' })]
    expect(fromPlainText('one', marks).content.firstChild!.marks).toEqual(marks)
  })
})

describe('pasting', () => {
  const blocks = (...words: string[]) =>
    new Slice(Fragment.from(words.map((text) => schema.node('block', { id: `x${text}`, hand: 'mt' }, schema.text(text)))), 1, 1)
  test('words go inside the line', () => {
    expect(pasted(open([['on<e']]), blocks('X'))).toMatchObject({ pages: [['onXe']], caret: 'onX^e' })
  })
  test('blocks divide the block at the caret, whose rest keeps its hand', () => {
    expect(pasted(open([['typist: on<e']]), blocks('X', 'Y', 'Z'))).toMatchObject({
      pages: [['typist: onX', 'mt: Y', 'typist: Ze']],
      caret: 'Z^e',
    })
  })
  test('blocks at the end of a block keep theirs', () => {
    expect(pasted(open([['typist: one<']]), blocks('X', 'Y')).pages).toEqual([['typist: oneX', 'mt: Y']])
  })
  test('blocks take the place of an empty block, hands and all', () => {
    expect(pasted(open([['one', '<']]), blocks('X', 'Y'))).toMatchObject({ pages: [['one', 'mt: X', 'mt: Y']], caret: 'Y^' })
  })
  test('over a page turn it goes where the selection begins', () => {
    expect(pasted(open([['on<e'], ['tw>o']]), blocks('X', 'Y')).pages).toEqual([['onX', 'mt: Y'], ['o']])
  })
  test('into a note it becomes lines', () => {
    const state = open([['<one']], ['note'])
    const note = state.doc.firstChild!.nodeSize + 2
    const { state: after } = pasted(select(state, note + 1, note + 3), blocks('X', 'Y'))
    expect(showNotes(after.doc)).toEqual(['nX\nYe'])
  })
  test('anchors do not come into a note', () => {
    const slice = new Slice(Fragment.from([schema.node('point', { note: 'n1' }), passage('n1', 'one')]), 0, 0)
    expect(asLines(slice).firstChild!.marks).toEqual([])
  })
  test('nothing replaces a division', () => {
    const state = open([['<one', '--', 'two']])
    const picked = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 7)))
    expect([pasteSlice(picked, blocks('X'), ids()), cutSelection(picked, 'token')]).toEqual([null, null])
  })
})

describe('cut and paste', () => {
  const start = () =>
    holding(
      block('b1', schema.text('one '), name('m1', 'Ann'), schema.text(' '), schema.node('point', { note: 'n1' })),
      block('b2', schema.text('two')),
    )
  const cutName = (state: EditorState) => {
    const chosen = select(state, 7, 12)
    return chosen.apply(cutSelection(chosen, 'token')!)
  }
  const idsIn = (doc: Node) => {
    const found: string[] = []
    doc.firstChild!.descendants((node) => {
      if (node.type.name === 'point') found.push(`point of ${node.attrs.note}`)
      for (const mark of node.marks) found.push(mark.attrs.id)
    })
    return found
  }
  test('keep annotations and anchors with their ids', () => {
    const state = cutName(start())
    const there = select(state, state.doc.firstChild!.nodeSize - 3)
    const after = there.apply(pasteSlice(there, movable(there, 'token')!, ids(), 'token')!)
    expect([show(after.doc), idsIn(after.doc)]).toEqual([[['one ', 'twoAnn *']], ['m1', 'point of n1']])
  })
  test('a second paste is a copy', () => {
    const state = cutName(start())
    const after = state.apply(pasteSlice(state, movable(state, 'token')!, ids(), 'token')!)
    expect(movable(after, 'token')).toBeNull()
  })
  test('after the cut was undone it is a copy', () => {
    let state = cutName(start())
    undo(state, (tr) => (state = state.apply(tr)))
    expect(movable(state, 'token')).toBeNull()
  })
  test('an undo of something else does not make it a copy', () => {
    let state = cutName(start())
    state = state.apply(state.tr.insertText('x', 3).setTime(Date.now() + 10_000))
    undo(state, (tr) => (state = state.apply(tr)))
    expect(movable(state, 'token')).not.toBeNull()
  })
  test('another cut, or another text, is not known', () => {
    expect(movable(cutName(start()), 'other')).toBeNull()
    expect(movable(cutName(start()), null)).toBeNull()
  })
  test('a block that partly stays behind keeps its id; the moved part has a new one', () => {
    const state = open([['on<e', 'two'], ['th>ree']])
    const cut = state.apply(cutSelection(state, 't')!)
    const after = cut.apply(pasteSlice(cut, movable(cut, 't')!, ids(), 't')!)
    expect(show(after.doc)).toEqual([['one', 'two', 'th'], ['ree']])
    expect(after.doc.firstChild!.children.flatMap((page) => page.children.map((one) => one.attrs.id))).toEqual([
      'b1',
      'b2',
      'new2',
      'b3',
    ])
  })
})

describe('dragging words elsewhere', () => {
  const text = 'one two three'
  const start = () => {
    const { doc, anchor, head } = build([['one <two> three'], ['four']], ['note'])
    const owned = schema.nodeFromJSON(
      JSON.parse(JSON.stringify(doc.toJSON()).replace('"source":[]', `"source":[[0,0,${text.length}]]`)),
    )
    const plugins = [parts(), clipboard(), provenance(() => [text], ids()), history({ depth: 1000 })]
    return EditorState.create({ doc: owned, selection: TextSelection.create(owned, anchor, head), plugins })
  }
  test('moves them with what they own, and one undo brings them back', () => {
    const before = start()
    const end = before.doc.firstChild!.nodeSize - 3
    const move = moveSelection(before, end, 'token')!
    let state = before.apply(move.cut)
    state = state.apply(move.paste(state, ids())!)
    expect([show(state.doc), caret(state)]).toEqual([[['one  three'], ['fourtwo']], 'fourtwo^'])
    expect(state.doc.firstChild!.child(1).child(0).attrs.source).toEqual([[0, 4, 7]])
    undo(state, (tr) => (state = state.apply(tr)))
    expect(show(state.doc)).toEqual(show(before.doc))
    expect(state.doc.toJSON()).toEqual(before.doc.toJSON())
  })
  test('into themselves does nothing', () => {
    const state = start()
    expect(moveSelection(state, state.selection.from + 1, 'token')).toBeNull()
  })
  test('into a note leaves their anchors behind', () => {
    const tr = start().tr
    putIn(
      tr.setSelection(TextSelection.create(tr.doc, tr.doc.firstChild!.nodeSize + 2)),
      new Slice(Fragment.from(schema.text('x')), 0, 0),
      ids(),
    )
    expect(showNotes(tr.doc)).toEqual(['xnote'])
  })
})
