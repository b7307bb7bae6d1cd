import { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { afterEach, expect, it, vi } from 'vitest'
import { bodyOf, isBlock, isPage, pagesOf } from '../../shared/document/access.ts'
import { anchorIndexOf } from '../../shared/document/anchor-index.ts'
import { editorNumbers, keepsOrder, marginInOrder } from '../../shared/document/note-order.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { papersIn } from '../../shared/schema/papers.ts'
import { marginTranscript } from '../support/margin-pages.ts'

afterEach(() => vi.restoreAllMocks())

const askAll = (doc: Node) => [anchorIndexOf(doc), marginInOrder(doc), editorNumbers(doc), papersIn(doc)]

function typedIn(doc: Node): Node {
  const state = EditorState.create({ doc })
  let at: number | null = null
  bodyOf(doc).descendants((node, pos) => {
    if (isBlock(node) && node.textContent.length > 3) at ??= pos + 3
  })
  return state.tr.insertText('x', at!).doc
}

it('after a typed letter one page and one block are walked anew, of however many there are', () => {
  const before = toDocument(marginTranscript())
  askAll(before)
  const after = typedIn(before)
  const walked = new Set<Node>()
  const forEach = Node.prototype.forEach
  vi.spyOn(Node.prototype, 'forEach').mockImplementation(function (this: Node, each) {
    walked.add(this)
    forEach.call(this, each)
  })
  const deep = vi.spyOn(Node.prototype, 'nodesBetween')
  askAll(after)
  expect([...walked].filter(isPage)).toHaveLength(1)
  expect([...walked].filter(isBlock)).toHaveLength(1)
  expect(deep).not.toHaveBeenCalled()
  expect(pagesOf(after).length).toBeGreaterThan(1)
})

it('a typed letter keeps the order of the notes, a note that goes does not', () => {
  const before = toDocument(marginTranscript())
  const after = typedIn(before)
  expect(keepsOrder(before, after)).toBe(true)
  const margin = bodyOf(after).nodeSize + 1
  const gone = EditorState.create({ doc: after }).tr.delete(margin, margin + after.nodeAt(margin)!.nodeSize).doc
  expect(keepsOrder(after, gone)).toBe(false)
})
