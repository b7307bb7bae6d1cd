import { describe, expect, it } from 'vitest'
import { isBlock } from '../../shared/document/access.ts'
import { blockBeside } from '../../shared/document/block-beside.ts'
import { likelyRoles } from '../../shared/propose/likely-roles.ts'
import { schema } from '../../shared/schema/schema.ts'
import { build } from './build-document.ts'

const places = (doc: Parameters<typeof blockBeside>[0]) => {
  const found: number[] = []
  doc.descendants((node, pos) => {
    if (isBlock(node)) found.push(pos)
  })
  return found
}

describe('the next block', () => {
  const { doc } = build([['One', '--', 'Two'], [], ['Three']])

  it('is gone to in the order of the text, over divisions, empty pages and page turns, and back', () => {
    const blocks = places(doc)
    expect(blocks.map((pos) => blockBeside(doc, pos, 1))).toEqual([...blocks.slice(1), null])
    expect(blocks.map((pos) => blockBeside(doc, pos, -1))).toEqual([null, ...blocks.slice(0, -1)])
  })
})

describe('the roles that a block may have', () => {
  const doc = schema.node('doc', null, [
    schema.node('body', null, [
      schema.node(
        'page',
        { id: 'p1' },
        ['heading', 'paragraph', 'item', 'paragraph', 'paragraph', 'close', null].map((role, index) =>
          schema.node('block', { id: `b${index}`, role }, [schema.text('words')]),
        ),
      ),
    ]),
    schema.node('margin'),
  ])
  const at = (index: number) => likelyRoles(doc, places(doc)[index]!)

  it('are those that follow the role before it elsewhere, the most frequent first', () => {
    expect(at(3)).toEqual([])
    expect(at(4)).toEqual(['item', 'close'])
    expect(at(5)).toEqual(['item', 'paragraph'])
  })

  it('are not known at the beginning, and where nothing follows such a role', () => {
    expect(at(0)).toEqual([])
    expect(at(6)).toEqual([])
  })
})
