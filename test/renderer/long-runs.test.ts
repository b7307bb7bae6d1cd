import fc from 'fast-check'
import { EditorState } from 'prosemirror-state'
import type { DecorationSet } from 'prosemirror-view'
import { expect, test } from 'vitest'
import { longRuns } from '../../renderer/editor/long-runs.ts'
import { schema } from '../../shared/schema/schema.ts'
import { RUNS } from '../support/property-runs.ts'

const { nodes } = schema

/** A paper of one page with blocks of these words. */
function paper(...words: readonly string[]) {
  const blocks = words.map((text, at) => nodes.block!.create({ id: `b${at}` }, text === '' ? [] : schema.text(text)))
  const page = nodes.page!.create({ id: 'p1' }, blocks)
  return nodes.doc!.create(null, [nodes.body!.create(null, page), nodes.margin!.create()])
}

/** The longest piece of text that the browser gets. */
function longestPiece(state: EditorState): number {
  const ends = longRunsOf(state).flatMap(({ from, to }) => [from, to])
  let longest = 0
  state.doc.descendants((node, pos) => {
    if (!node.isText) return
    const cuts = [pos, ...ends.filter((end) => end > pos && end < pos + node.nodeSize), pos + node.nodeSize]
    cuts.sort((a, b) => a - b)
    for (const [at, cut] of cuts.entries()) if (at > 0) longest = Math.max(longest, cut - cuts[at - 1]!)
  })
  return longest
}

const longRunsOf = (state: EditorState) => (state.plugins[0]!.getState(state) as DecorationSet).find()

test('a line of any length is drawn in pieces, whatever is typed, cut or pasted in it', () => {
  const edit = fc.record({
    at: fc.nat(60_000),
    length: fc.oneof(fc.constant(0), fc.nat(5000)),
    words: fc.oneof(
      fc.constant('x'),
      fc.integer({ min: 0, max: 9000 }).map((size) => 'word '.repeat(size / 5)),
      fc.constant('𝄞'.repeat(3000)),
    ),
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      let state = EditorState.create({ doc: paper('word '.repeat(4000), '', 'x'.repeat(7000)), plugins: [longRuns()] })
      expect(longestPiece(state)).toBeLessThanOrEqual(2000)
      for (const { at, length, words } of edits) {
        const from = at % state.doc.content.size
        const $from = state.doc.resolve(from)
        if (!$from.parent.isTextblock) continue
        const to = Math.min(from + length, $from.end())
        const { tr } = state
        state = state.apply(words === '' ? tr.delete(from, to) : tr.insertText(words, from, to))
        expect(longestPiece(state)).toBeLessThanOrEqual(2000)
      }
    }),
    { numRuns: Math.min(RUNS, 60) },
  )
})

test('no piece begins within one sign', () => {
  const state = EditorState.create({ doc: paper(`a${'𝄞'.repeat(6000)}`), plugins: [longRuns()] })
  const text = state.doc.textContent
  for (const { from } of longRunsOf(state)) expect(text.charAt(from - state.doc.resolve(from).start())).toBe('\ud834')
})

test('a line of usual length is left whole', () => {
  const state = EditorState.create({ doc: paper('word '.repeat(400)), plugins: [longRuns()] })
  expect(longRunsOf(state)).toEqual([])
})
