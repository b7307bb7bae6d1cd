import fc from 'fast-check'
import { Fragment, type Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { PageParts } from '../../renderer/editor/page-parts.ts'
import { schema } from '../../shared/schema/schema.ts'
import { RUNS } from '../support/property-runs.ts'

let made = 0
const block = (size: number) =>
  schema.nodes.block!.create({ id: `b${++made}` }, size === 0 ? [] : schema.text('word '.repeat(Math.ceil(size / 5))))
const page = (blocks: readonly Node[]) => schema.nodes.page!.create({ id: 'p1' }, blocks as Node[])
const partOf = (node: Node) => node.marks[0]?.attrs.nth as number | undefined
/** How many parts are drawn one after the other: more than there are parts where one is torn in two. */
const drawn = (node: Node) => node.children.filter((child, at) => at === 0 || partOf(child) !== partOf(node.child(at - 1))).length

test('a page of usual length is drawn whole', () => {
  const typed = page(Array.from({ length: 12 }, () => block(300)))
  expect(new PageParts().of(typed)).toBe(typed)
})

test('thousands of blocks of one line are drawn in some two hundred parts: each is asked for at every change of the selection', () => {
  const lines = page(Array.from({ length: 11_348 }, () => block(56)))
  const parts = new Set(new PageParts().of(lines).children.map(partOf))
  expect(parts.size).toBeGreaterThan(100)
  expect(parts.size).toBeLessThan(220)
})

test('each block of a long page is in one part, parts are no longer than some screens, and an edit leaves the other parts alone', () => {
  const edit = fc.record({
    at: fc.nat(999),
    out: fc.nat(200),
    sizes: fc.array(fc.constantFrom(0, 60, 700, 25_000), { maxLength: 130 }),
  })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      const parts = new PageParts()
      let blocks: readonly Node[] = Array.from({ length: 300 }, () => block(200))
      let before = parts.of(page(blocks))
      for (const { at, out, sizes } of edits) {
        const from = at % (blocks.length + 1)
        blocks = blocks.toSpliced(from, out, ...sizes.map(block))
        const now = parts.of(page(blocks))
        expect(now.content.size).toBe(page(blocks).content.size)
        const numbers = new Set(now.children.map(partOf))
        expect(drawn(now)).toBe(numbers.size)
        // all in parts, or, when it was emptied, none
        expect(numbers.has(undefined)).toBe(now.children.every((child) => partOf(child) === undefined) && blocks.length > 0)
        for (const number of numbers) {
          const own = now.children.filter((child) => partOf(child) === number)
          expect(own.length).toBeLessThanOrEqual(96)
          if (number !== undefined && own.length > 1) expect(Fragment.from(own).size).toBeLessThanOrEqual(2 * 96 * 600)
        }
        // a part in which nothing changed is drawn from the same nodes as before
        const same = new Set(before.children)
        const touched = new Set(
          [...before.children, ...now.children].filter((child) => !same.has(child) || !now.children.includes(child)).map(partOf),
        )
        for (const child of before.children) if (!touched.has(partOf(child))) expect(now.children.includes(child)).toBe(true)
        before = now
      }
    }),
    { numRuns: Math.min(RUNS, 60) },
  )
})

test('asked again it gives the same nodes, so that nothing is drawn anew', () => {
  const parts = new PageParts()
  const blocks = Array.from({ length: 400 }, () => block(100))
  const first = parts.of(page(blocks))
  const letter = blocks[200]!.type.create(blocks[200]!.attrs, schema.text('another word'))
  const second = parts.of(page(blocks.with(200, letter)))
  const changed = second.children.flatMap((child, at) => (child === first.child(at) ? [] : [at]))
  expect(changed).toEqual([200])
})
