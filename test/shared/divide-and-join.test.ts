import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { schema } from '../../shared/schema/schema.ts'
import { divideBlock, joinWithBefore } from '../../shared/state/block-keys.ts'

/** An editor over one page of these blocks, each its words and its hand; the caret in the block of that number, after so many letters. */
function editor(blocks: readonly (readonly [words: string, hand: string | null])[], at: number, letters: number) {
  const nodes = blocks.map(([words, hand], nth) =>
    schema.node('block', { id: `b${nth}`, hand }, words === '' ? [] : [schema.text(words)]),
  )
  const doc = schema.node('doc', null, [
    schema.node('body', null, [schema.node('page', { id: 'p1' }, nodes)]),
    schema.node('margin'),
  ])
  const before = nodes.slice(0, at).reduce((size, node) => size + node.nodeSize, 0)
  let state = EditorState.create({ doc })
  state = state.apply(state.tr.setSelection(TextSelection.create(doc, 3 + before + letters)))
  const dispatch = (tr: typeof state.tr) => {
    state = state.apply(tr)
  }
  return {
    join: () => joinWithBefore(state, dispatch),
    divide: () => divideBlock(() => 'fresh')(state, dispatch),
    select: () =>
      dispatch(state.tr.setSelection(TextSelection.create(state.doc, state.selection.from - 1, state.selection.from))),
    words: () => state.doc.firstChild!.firstChild!.children.map((block) => block.textContent),
  }
}

describe('the actions that divide and join blocks', () => {
  test('divide the block at the caret, and join it again wherever the caret stands in it', () => {
    const { join, divide, words } = editor([['Yours ever Roger', 'tw']], 0, 11)
    expect(divide()).toBe(true)
    expect(words()).toEqual(['Yours ever ', 'Roger'])
    expect(join()).toBe(true)
    expect(words()).toEqual(['Yours ever Roger'])
  })

  test('join from the middle of a block', () => {
    const { join, words } = editor(
      [
        ['Yours ', 'tw'],
        ['ever', null],
      ],
      1,
      2,
    )
    expect(join()).toBe(true)
    expect(words()).toEqual(['Yours ever'])
  })

  test('refuse to join what two known hands wrote, and where no block stands before', () => {
    const two = editor(
      [
        ['Yours', 'tw'],
        ['Roger', 'ph'],
      ],
      1,
      2,
    )
    expect(two.join()).toBe(false)
    expect(two.words()).toEqual(['Yours', 'Roger'])
    expect(editor([['Yours', 'tw']], 0, 2).join()).toBe(false)
  })

  test('never take away what is selected', () => {
    const { divide, select, words } = editor([['Yours', 'tw']], 0, 3)
    select()
    expect(divide()).toBe(false)
    expect(words()).toEqual(['Yours'])
  })
})
