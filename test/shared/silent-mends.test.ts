import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { silentMends } from '../../shared/compare/silent-mends.ts'
import { schema } from '../../shared/schema/schema.ts'
import { textOf } from '../../shared/state/owners.ts'
import { RUNS } from '../support/property-runs.ts'

const MACHINE = 'In tbis sequence the com mittee met'

/** A block of these pieces: words, or a node; its source is the whole of `MACHINE`, unless another is given. */
function block(pieces: readonly (string | Node)[], source = [[0, 0, MACHINE.length]]): Node {
  const content = pieces.map((piece) => (typeof piece === 'string' ? schema.text(piece) : piece))
  return schema.node('block', { id: 'b1', source }, content)
}

const marked = (words: string, name: 'correction' | 'supplied' | 'persName' | 'emendation') =>
  schema.text(words, [schema.mark(name, { id: 'm1' })])

/** Each mended stretch as `words: what the machine read`. */
const told = (node: Node, machine = MACHINE) =>
  silentMends(node, [machine]).map(({ from, to, says }) => `${textOf(node).slice(from, to)}: ${says}`)

test.each([
  ['nothing was mended', ['In tbis sequence the com mittee met'], []],
  ['a letter', ['In this sequence the com mittee met'], ['this: The machine read “tbis”.']],
  ['a word that was divided', ['In tbis sequence the committee met'], ['committee: The machine read “com mittee”.']],
  ['a word that came', ['In tbis sequence the whole com mittee met'], ['whole: The machine read nothing here.']],
  ['a word that is gone', ['In tbis sequence com mittee met'], ['sequence: Beside this the machine read “the”.']],
  ['the first word that is gone', ['tbis sequence the com mittee met'], ['tbis: Beside this the machine read “In”.']],
  ['blanks alone', ['In  tbis sequence the com mittee met '], []],
  [
    'a name on a mended word',
    ['In ', marked('this', 'persName'), ' sequence the com mittee met'],
    ['this: The machine read “tbis”.'],
  ],
  [
    'the paper’s own error, mended before',
    ['In ', marked('thiss', 'emendation'), ' sequence the com mittee met'],
    ['thiss: The machine read “tbis”.'],
  ],
  ['a correction that is marked', ['In ', marked('this', 'correction'), ' sequence the com mittee met'], []],
  ['words that are marked as supplied', ['In tbis sequence the ', marked('whole ', 'supplied'), 'com mittee met'], []],
  ['a gap in place of a word', ['In ', schema.node('gap', { id: 'g1' }), ' sequence the com mittee met'], []],
] as const)('%s', (_name, pieces, ticks) => {
  expect(told(block(pieces))).toEqual(ticks)
})

test('words that the editor wrote have no reading of the machine, and no tick', () => {
  expect(told(block(['A paragraph of ours'], []))).toEqual([])
})

test('what the machine read is told in one line, shortened where it is very long', () => {
  const machine = `x${'y '.repeat(400)}\nz`
  const [tick] = told(block(['short'], [[0, 0, machine.length]]), machine)
  expect(tick).not.toContain('\n')
  expect(tick!.length).toBeLessThan(260)
})

test('a tick stands at whole words, in order; where the words are the machine’s there is none, and where they are not there is one', () => {
  const words = fc.array(fc.stringMatching(/^[a-c𝄞é.]{1,4}$/u), { minLength: 1, maxLength: 12 })
  const blanks = fc.constantFrom(' ', '  ', '\n')
  fc.assert(
    fc.property(words, words, blanks, (machine, now, blank) => {
      const was = machine.join(' ')
      const node = block([now.join(blank)], [[0, 0, was.length]])
      const text = textOf(node)
      const mends = silentMends(node, [was])
      let last = 0
      for (const { from, to, says } of mends) {
        expect(from).toBeGreaterThanOrEqual(last)
        expect(to).toBeGreaterThan(from)
        expect(text.slice(from, to)).toBe(text.slice(from, to).trim())
        expect(says).not.toBe('')
        expect(`${text.charAt(from - 1)}${text.charAt(to)}`).toMatch(/^\s*$/)
        last = to
      }
      expect(mends.length > 0).toBe(machine.join(' ') !== now.join(' '))
    }),
    { numRuns: RUNS },
  )
})
