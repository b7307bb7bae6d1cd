import { EditorState } from 'prosemirror-state'
import { expect, test } from 'vitest'
import { setGap } from '../../shared/commands/insert-gap.ts'
import { schema } from '../../shared/schema/schema.ts'

const gap = (id: string) => schema.node('gap', { id })
const block = (id: string, ...gaps: string[]) => schema.node('block', { id }, [schema.text('x'), ...gaps.map(gap)])
const documentOf = (...blocks: ReturnType<typeof block>[]) =>
  schema.node('doc', null, [schema.node('body', null, [schema.node('page', { id: 'p' }, blocks)]), schema.node('margin')])

/** Which gaps are said to be illegible after that was stated of the gap `g1`, which stood at position 4 when its facts were shown. */
function stated(state: EditorState): readonly string[] {
  let after = state
  setGap('g1', 4, { reason: 'illegible' })(state, (tr) => {
    after = state.apply(tr)
  })
  const found: string[] = []
  after.doc.descendants((node) => {
    if (node.type.name === 'gap' && node.attrs.reason === 'illegible') found.push(node.attrs.id)
  })
  return found
}

test('what is stated of a gap is stated of that one, wherever it stands now, and of no other that came in its place', () => {
  expect(stated(EditorState.create({ doc: documentOf(block('a', 'g1', 'g2')) }))).toEqual(['g1'])
  expect(stated(EditorState.create({ doc: documentOf(block('a', 'g2', 'g1')) }))).toEqual(['g1'])
  expect(stated(EditorState.create({ doc: documentOf(block('a', 'g2')) }))).toEqual([])
  expect(stated(EditorState.create({ doc: documentOf(schema.node('block', { id: 'a' })) }))).toEqual([])
})
