import fc from 'fast-check'
import { expect, test } from 'vitest'
import { papersOf } from '../../shared/export/reading-order.ts'
import { LONGEST_BLOCK } from '../../shared/text/split-long.ts'
import { blocksOf, imported, withBlock } from '../support/imported.ts'

const line = fc.constantFrom('word '.repeat(300), 'x'.repeat(9000), '😀'.repeat(2500), '  set in', 'a-', 'b\tc ')
const long = fc
  .array(fc.tuple(line, fc.constantFrom('\n', ' ', '')), { minLength: 12, maxLength: 40 })
  .map((parts) => `${parts.flat().join('')}end`)

/** Each block of an edition as it reads, a line end as a line end. */
function read(text: string): readonly string[] {
  const transcript = imported(text)
  const { papers, unjoined } = papersOf(transcript)
  expect(unjoined).toBe(0)
  return papers.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.kind === 'block'
        ? [
            item.pieces
              .map((piece) =>
                piece.type === 'between'
                  ? '[turn]'
                  : piece.content.map((run) => (run.type === 'text' ? run.text : '\n')).join(''),
              )
              .join(''),
          ]
        : [],
    ),
  )
}

test('what was cut at import because it was too long is one in editions, character for character', () => {
  fc.assert(
    fc.property(long, (text) => {
      const blocks = blocksOf(imported(text))
      fc.pre(text.length > LONGEST_BLOCK && !/\n\s*\n/.test(text))
      expect(blocks.length).toBeGreaterThan(1)
      expect(read(text)).toEqual([text])
    }),
  )
})

test('a block that goes on though nothing was cut before it is not joined to its neighbour', () => {
  const transcript = withBlock(imported('one\n\ntwo'), 1, { continues: true })
  expect(papersOf(transcript).unjoined).toBe(1)
})
