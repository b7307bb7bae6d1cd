import { history, undo } from 'prosemirror-history'
import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, it } from 'vitest'
import { schema } from '../../shared/schema/schema.ts'
import { joinAcross } from '../../shared/state/block-keys.ts'
import { blockLimit, TOO_LONG } from '../../shared/state/block-limit.ts'
import { parts } from '../../shared/state/parts.ts'
import { LONGEST_TEXTBLOCK } from '../../shared/text/split-long.ts'

/** An editor over a page of blocks of so many letters, the caret at the start of the last one; what was refused is told. */
function editor(...lengths: readonly number[]) {
  const blocks = lengths.map((length, nth) => schema.node('block', { id: `b${nth}` }, [schema.text('x'.repeat(length))]))
  const page = schema.node('page', { id: 'p1' }, blocks)
  const doc = schema.node('doc', null, [schema.node('body', null, [page]), schema.node('margin')])
  const told: string[] = []
  const plugins = [parts(), blockLimit((sentence) => told.push(sentence)), history()]
  let state = EditorState.create({ doc, plugins })
  const last = state.doc.child(0).content.size - lengths.at(-1)! - 1
  state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, last)))
  const dispatch = (tr: typeof state.tr) => {
    state = state.apply(tr)
  }
  return {
    told,
    backspace: () => joinAcross(-1)(state, dispatch),
    type: (words: string) => dispatch(state.tr.insertText(words)),
    undo: () => undo(state, dispatch),
    lengths: () => state.doc.firstChild!.firstChild!.children.map((block) => block.textContent.length),
  }
}

it('blocks that together hold more than a file takes are not joined by Backspace, and it is said why', () => {
  const { backspace, lengths, told } = editor(LONGEST_TEXTBLOCK - 10, 11)
  backspace()
  expect(lengths()).toEqual([LONGEST_TEXTBLOCK - 10, 11])
  expect(told).toEqual([TOO_LONG])
})

it('blocks that a file just takes are joined, can be had back by Undo, and take no letter more', () => {
  const { backspace, type, undo: back, lengths, told } = editor(LONGEST_TEXTBLOCK - 10, 10)
  backspace()
  expect(lengths()).toEqual([LONGEST_TEXTBLOCK])
  type('y')
  expect(lengths()).toEqual([LONGEST_TEXTBLOCK])
  expect(told).toEqual([TOO_LONG])
  back()
  expect(lengths()).toEqual([LONGEST_TEXTBLOCK - 10, 10])
  type('y')
  expect(lengths()).toEqual([LONGEST_TEXTBLOCK - 10, 11])
  expect(told).toHaveLength(1)
})
