import fc from 'fast-check'
import { AllSelection, type Command, EditorState, NodeSelection, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { idsFrom } from '../../shared/model/ids.ts'
import { breakLine, deleteSelected, enterInBody, enterInMargin, joinAcross } from '../../shared/state/block-keys.ts'
import { deleteWord } from '../../shared/state/delete-word.ts'
import { PagesSelection, textSelectionBetween } from '../../shared/state/pages-selection.ts'
import { edgeOf, partOf, parts, selectionInPart, wholePart } from '../../shared/state/parts.ts'
import { asCopy, putIn } from '../../shared/state/pasted.ts'
import { build, show, showCaret, showNotes } from './build-document.ts'

const ids = () => {
  let count = 0
  return () => `new${++count}`
}

function open(pages: readonly (readonly string[])[], notes: readonly string[] = []) {
  const { doc, anchor, head } = build(pages, notes)
  const plain = EditorState.create({ doc, plugins: [parts()] })
  return plain.apply(plain.tr.setSelection(textSelectionBetween(doc.resolve(anchor), doc.resolve(head))))
}

function inNote(state: EditorState, note: number, offset = 0) {
  let at = state.doc.firstChild!.nodeSize + 1
  for (let index = 0; index < note; index++) at += state.doc.lastChild!.child(index).nodeSize
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, at + 1 + offset)))
}

function press(state: EditorState, command: Command) {
  let next = state
  const used = command(state, (tr) => {
    next = state.apply(tr)
  })
  next.doc.check()
  return { used, state: next, pages: show(next.doc), caret: showCaret(next.doc, next.selection.anchor, next.selection.head) }
}

describe('a selection stays in the part it began in', () => {
  const state = open([['one'], ['t<wo']], ['first', 'second'])
  const body = partOf(state.doc.resolve(4))!
  const note = inNote(state, 0, 2)
  test('from the text into a note it ends at the end of the text', () => {
    const drawn = selectionInPart(state.selection.$anchor, note.selection.$head)!
    expect(showCaret(state.doc, drawn.anchor, drawn.head)).toBe('two#1 two#3')
  })
  test('from a note over the text it ends at the start of the note', () => {
    const drawn = selectionInPart(note.selection.$anchor, state.selection.$head)!
    expect(showCaret(state.doc, drawn.anchor, drawn.head)).toBe('first#2 first#0')
  })
  test('a selection made by code that runs across is drawn back', () => {
    const crossed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, state.selection.head, note.selection.head)))
    expect(showCaret(crossed.doc, crossed.selection.anchor, crossed.selection.head)).toBe('two#1 two#3')
    const all = state.apply(state.tr.setSelection(new AllSelection(state.doc)))
    expect(all.selection).toBeInstanceOf(PagesSelection)
  })
  test('a text selection over a page turn becomes one with a range a page', () => {
    const turned = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 4, state.selection.head)))
    expect(turned.selection).toBeInstanceOf(PagesSelection)
  })
  test('a block cannot be picked up whole', () => {
    const picked = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 2)))
    expect(picked.selection).toBeInstanceOf(TextSelection)
    expect(showCaret(picked.doc, picked.selection.anchor, picked.selection.head)).toBe('one#0 one#3')
  })
  test('everything is the body, or the one note', () => {
    expect(wholePart(state.doc, body)!.ranges).toHaveLength(2)
    const whole = wholePart(state.doc, partOf(note.selection.$head)!)!
    expect(state.doc.textBetween(whole.from, whole.to)).toBe('first')
  })
  test('a part has a first and a last place, and none where it has no text', () => {
    expect(edgeOf(state.doc, body, 'end')!.parent.textContent).toBe('two')
    const bare = build([[], []], ['note']).doc
    expect(edgeOf(bare, partOf(bare.resolve(1))!, 'end')).toBeNull()
  })
})

describe('the safety net', () => {
  const state = open([['one', '--', 'two'], ['three']], ['note'])
  const refused = (tr: EditorState['tr']) => state.apply(tr).doc === state.doc
  const [page, margin] = [state.doc.firstChild!.child(0).nodeSize, state.doc.firstChild!.nodeSize]
  test('refuses to remove or join pages', () => {
    expect(refused(state.tr.delete(1, 1 + page))).toBe(true)
    expect(refused(state.tr.join(1 + page))).toBe(true)
    expect(refused(state.tr.delete(0, state.doc.content.size))).toBe(true)
  })
  test('refuses to remove a division or a note, or to make two notes of one', () => {
    expect(refused(state.tr.delete(7, 8))).toBe(true)
    expect(refused(state.tr.delete(margin + 1, margin + 1 + state.doc.lastChild!.child(0).nodeSize))).toBe(true)
    expect(refused(state.tr.split(margin + 3))).toBe(true)
  })
  test('lets commands do it, and what plugins add to them', () => {
    const tr = state.tr.join(1 + page).setMeta('command', 'join-pages')
    expect(show(state.apply(tr).doc)).toHaveLength(1)
    expect(show(state.apply(state.tr.join(1 + page).setMeta('appendedTransaction', tr)).doc)).toHaveLength(1)
  })
  test('lets words be written in pages and notes', () => {
    expect(refused(state.tr.insertText('x', 4))).toBe(false)
    expect(refused(state.tr.insertText('x', margin + 2))).toBe(false)
  })
})

describe('Enter', () => {
  test('divides a block: the second half has a new id, the same role and hand', () => {
    const { state, pages, caret } = press(open([['mt: on<e']]), enterInBody(ids()))
    expect([pages, caret]).toEqual([[['mt: on', 'mt: e']], '^e'])
    expect(state.doc.firstChild!.child(0).children.map((block) => block.attrs.id)).toEqual(['b1', 'new1'])
  })
  test('at the start of a block the words keep their id', () => {
    const { state, pages, caret } = press(open([['<one']]), enterInBody(ids()))
    expect([pages, caret]).toEqual([[['', 'one']], '^one'])
    expect(state.doc.firstChild!.child(0).children.map((block) => block.attrs.id)).toEqual(['new1', 'b1'])
  })
  test('over a page turn it deletes and divides on the first page', () => {
    expect(press(open([['on<e'], ['tw>o']]), enterInBody(ids())).pages).toEqual([['on', ''], ['o']])
  })
  test('over a page turn alone, where no text is selected, the caret goes on where the turn was', () => {
    expect(press(open([['one<'], ['>two']]), enterInBody(ids()))).toMatchObject({ pages: [['one', ''], ['two']], caret: '^' })
  })
  test('in a note it is a line break, and no note is divided', () => {
    const note = inNote(open([['<one']], ['note']), 0, 2)
    expect(enterInBody(ids())(note)).toBe(false)
    expect(showNotes(press(note, enterInMargin).state.doc)).toEqual(['no\nte'])
  })
  test('with Shift it is a line break in the text too', () => {
    expect(press(open([['on<e']]), breakLine).pages).toEqual([['on|e']])
  })
})

describe('Backspace and Delete at the edge of a block', () => {
  const back = (...pages: string[][]) => press(open(pages), joinAcross(-1))
  const forward = (...pages: string[][]) => press(open(pages), joinAcross(1))
  test('join two blocks of a page', () => {
    expect(back(['one', '<two'])).toMatchObject({ pages: [['onetwo']], caret: 'one^two' })
    expect(forward(['one<', 'two'])).toMatchObject({ pages: [['onetwo']], caret: 'one^two' })
  })
  test('do nothing at a page turn, a division, or the edges of the text, and use up the key', () => {
    for (const [result, pages] of [
      [back(['one'], ['<two']), [['one'], ['two']]],
      [back(['one', '--', '<two']), [['one', '--', 'two']]],
      [back(['<one']), [['one']]],
      [forward(['one<'], ['two']), [['one'], ['two']]],
      [forward(['one<', '--']), [['one', '--']]],
    ] as const)
      expect(result).toMatchObject({ used: true, pages })
  })
  test('never mix two known hands, but take away an empty block', () => {
    expect(back(['typist: one', 'mt: <two']).pages).toEqual([['typist: one', 'mt: two']])
    expect(back(['typist: one', 'mt: <']).pages).toEqual([['typist: one']])
    expect(back(['typist: ', 'mt: <two'])).toMatchObject({ pages: [['mt: two']], caret: '^two' })
    expect(back(['one', 'mt: <two']).pages).toEqual([['onetwo']])
  })
  test('are not stopped by an anchor that nobody sees', () => {
    expect(back(['one', '*<two']).pages).toEqual([['one*two']])
    expect(forward(['one<*', 'two']).pages).toEqual([['one*two']])
  })
  test('leave the inside of a block to the editor', () => {
    expect(back(['one', 't<wo']).used).toBe(false)
    expect(forward(['on<e', 'two']).used).toBe(false)
  })
  test('do nothing at the edges of a note', () => {
    const note = inNote(open([['<one']], ['first', 'second']), 1)
    expect(press(note, joinAcross(-1))).toMatchObject({ used: true, caret: '^second' })
    expect(showNotes(press(inNote(note, 0, 5), joinAcross(1)).state.doc)).toEqual(['first', 'second'])
  })
  test('end a selection that runs over a page turn alone: nothing goes, and the key is used up', () => {
    const turn = open([['one<'], ['>two']])
    expect(press(turn, deleteSelected)).toMatchObject({ used: true, pages: [['one'], ['two']], caret: 'one^' })
  })
  test('a selected division stays', () => {
    const state = open([['one', '--', 'two']])
    const picked = state.apply(state.tr.setSelection(NodeSelection.create(state.doc, 7)))
    expect(press(picked, deleteSelected)).toMatchObject({ used: true, pages: [['one', '--', 'two']] })
  })
})

describe('Ctrl+Backspace and Ctrl+Delete', () => {
  const word = (direction: -1 | 1, ...blocks: string[]) => press(open([blocks]), deleteWord(direction)).pages[0]
  test('take the word beside the caret and the blanks between', () => {
    expect(word(-1, 'one two <three')).toEqual(['one three'])
    expect(word(1, 'one< two, three')).toEqual(['one, three'])
    expect(word(-1, 'Mr A.J.C.<')).toEqual(['Mr A.J.C'])
  })
  test('leave anchors where they are', () => {
    expect(word(-1, 'one t*wo<')).toEqual(['one *'])
    expect(word(-1, 'one *<two')).toEqual(['*two'])
  })
  test('stop at a line break, and take one by itself', () => {
    expect(word(-1, 'one|two<')).toEqual(['one|'])
    expect(word(-1, 'one|<two')).toEqual(['onetwo'])
  })
  test('leave the edge of a block to joining', () => {
    expect(press(open([['one', '<two']]), deleteWord(-1)).used).toBe(false)
  })
})

describe('whatever is selected and done', () => {
  const line = fc.constantFrom('one', 'two words', '', 'mt: by hand', 'typist: typed', '--', 'with * anchor', 'a|b')
  const page = fc.array(line, { maxLength: 5 })
  const deeds = fc.array(
    fc.tuple(fc.constantFrom('delete', 'type', 'paste', 'enter', 'back', 'forward', 'break'), fc.nat(), fc.nat()),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  test('pages, divisions and notes stay as many as they were, and no id stands twice', () => {
    fc.assert(
      fc.property(fc.array(page, { minLength: 1, maxLength: 5 }), deeds, fc.nat(1_000_000), (pages, work, seed) => {
        let random = seed + 1
        const newId = idsFrom(() => {
          random = (random * 48271) % 2147483647
          return random / 2147483647
        })
        const { doc } = build(pages, ['first', '', 'third'])
        let state = EditorState.create({ doc, plugins: [parts()] })
        const shape = () => [
          state.doc.firstChild!.children.map((one) => [
            one.attrs.id,
            one.children.filter((child) => child.type.name === 'division').length,
          ]),
          state.doc.lastChild!.children.map((note) => note.attrs.id),
        ]
        const before = shape()
        for (const [deed, a, b] of work) {
          const places: number[] = []
          state.doc.descendants((node, pos) => {
            if (node.isTextblock) for (let at = 0; at <= node.content.size; at++) places.push(pos + 1 + at)
          })
          const [$a, $b] = [state.doc.resolve(places[a % places.length]!), state.doc.resolve(places[b % places.length]!)]
          state = state.apply(state.tr.setSelection(selectionInPart($a, $b)!))
          const run = (command: Command) => command(state, (tr) => (state = state.apply(tr)))
          const had = shape()
          const filled = state.doc.firstChild!.children.map((one) => one.children.some((child) => child.type.name === 'block'))
          if (deed === 'delete') run(deleteSelected)
          else if (deed === 'type') state = state.apply(state.tr.insertText('x'))
          else if (deed === 'paste') {
            const tr = state.tr
            putIn(tr, asCopy(doc.slice(2, Math.min(doc.content.size, 2 + (a % 40)), true), newId), newId)
            state = state.apply(tr)
          } else if (deed === 'enter') run(enterInBody(newId)) || run(enterInMargin)
          else if (deed === 'break') run(breakLine)
          else run(joinAcross(deed === 'back' ? -1 : 1))
          state.doc.check()
          expect(shape()).toEqual(had)
          state.doc.firstChild!.children.forEach((one, at) => {
            if (filled[at]) expect(one.children.some((child) => child.type.name === 'block')).toBe(true)
          })
        }
        expect(shape()).toEqual(before)
        const blocks = state.doc.firstChild!.children.flatMap((one) => one.children.map((child) => child.attrs.id))
        const named = blocks.filter((id, index) => blocks.indexOf(id) !== index && !/^d\d/.test(id))
        expect(named).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })
})
