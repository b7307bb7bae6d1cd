import { EditorState } from 'prosemirror-state'
import { DecorationSet } from 'prosemirror-view'
import { expect, test } from 'vitest'
import { MEND_TICKS, mendTicks, withTicks } from '../../renderer/editor/mend-ticks.ts'
import { schema } from '../../shared/schema/schema.ts'

const MACHINE = 'the com mittee met in tbe room'
const FIRST = [0, 0, 18] as const
const SECOND = [0, 19, 30] as const

/** Two blocks that read so, and the pieces of the machine’s line that they are of. */
function paper(first: string, second: string) {
  const block = (id: string, words: string, source: unknown) => schema.node('block', { id, source: [source] }, schema.text(words))
  const page = schema.node('page', { id: 'p1' }, [block('b1', first, FIRST), block('b2', second, SECOND)])
  return schema.node('doc', null, [schema.node('body', null, page), schema.node('margin')])
}

const drawn = (set: DecorationSet, doc: ReturnType<typeof paper>) =>
  set.find(undefined, undefined, (spec) => spec.tick).map(({ from, to, spec }) => `${doc.textBetween(from, to)}: ${spec.says}`)

const always = () => true

test('a letter that is typed moves the ticks and asks for nothing of the machine: what was mended is looked for later', () => {
  const texts = () => {
    throw new Error('the machine’s words were asked for at a key')
  }
  const doc = paper('the committee met', 'in the room')
  let state = EditorState.create({
    doc,
    plugins: [mendTicks({ texts, ticks: { shown: always, subscribe: () => () => undefined } })],
  })
  const { now } = withTicks(DecorationSet.empty, doc, [MACHINE], new WeakMap(), always)
  state = state.apply(state.tr.setMeta(MEND_TICKS, now))
  expect(drawn(MEND_TICKS.getState(state)!, state.doc)).toHaveLength(2)
  for (const letter of 'Now ') state = state.apply(state.tr.insertText(letter, 3))
  expect(drawn(MEND_TICKS.getState(state)!, state.doc)).toEqual([
    'committee: The machine read “com mittee”.',
    'the: The machine read “tbe”.',
  ])
})

test('only blocks that changed are looked at again, and what stands rightly is left standing', () => {
  const known = new WeakMap()
  const doc = paper('the committee met', 'in the room')
  const { now: first } = withTicks(DecorationSet.empty, doc, [MACHINE], known, always)
  expect(withTicks(first, doc, ['other words'], known, always)).toEqual({ now: first, whole: true })
  const again = EditorState.create({ doc })
  const { tr } = again
  tr.insertText('tbe', doc.content.size - 4 - 'the room'.length - 1, doc.content.size - 4 - ' room'.length - 1)
  expect(tr.doc.textContent).toBe('the committee metin tbe room')
  const { now } = withTicks(first.map(tr.mapping, tr.doc), tr.doc, [MACHINE], known, always)
  expect(drawn(now, tr.doc)).toEqual(['committee: The machine read “com mittee”.'])
})

test('a long document is looked at a few blocks at a time, and the rest is still to come', () => {
  const doc = paper('the committee met', 'in the room')
  const known = new WeakMap()
  const first = withTicks(DecorationSet.empty, doc, [MACHINE], known, () => false)
  expect(first.whole).toBe(false)
  expect(drawn(first.now, doc)).toHaveLength(1)
  const second = withTicks(first.now, doc, [MACHINE], known, () => false)
  expect(drawn(second.now, doc)).toHaveLength(2)
})

test('a word that is tagged in part has one tick, at its end, and its tip on all of it', () => {
  const tagged = schema.text('commit', [schema.mark('persName', { id: 'm1' })])
  const block = schema.node('block', { id: 'b1', source: [FIRST] }, [schema.text('the '), tagged, schema.text('tee met')])
  const page = schema.node('page', { id: 'p1' }, [block])
  const doc = schema.node('doc', null, [schema.node('body', null, page), schema.node('margin')])
  const { now } = withTicks(DecorationSet.empty, doc, [MACHINE], new WeakMap(), always)
  expect(drawn(now, doc)).toEqual(['tee: The machine read “com mittee”.'])
  expect(now.find().map(({ from, to }) => doc.textBetween(from, to))).toEqual(['commit', 'tee'])
})
