import fc from 'fast-check'
import { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { afterEach, expect, it, vi } from 'vitest'
import { bodyOf, isBlock, isPage, isPassage, isPoint, pagesOf } from '../../shared/document/access.ts'
import { anchorIndexOf, pageBeside } from '../../shared/document/anchor-index.ts'
import { anchorSelection } from '../../shared/document/anchor-selection.ts'
import { editorNumbers, keepsAnchors, keepsOrder, marginInOrder } from '../../shared/document/note-order.ts'
import { placementOf } from '../../shared/export/placement.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { papersIn } from '../../shared/schema/papers.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { marginTranscript } from '../support/margin-pages.ts'
import { RUNS } from '../support/property-runs.ts'
import { block, division, letter, object, page, point, said } from './export-letter.ts'

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
  expect(keepsAnchors(before, after)).toBe(true)
  const margin = bodyOf(after).nodeSize + 1
  const gone = EditorState.create({ doc: after }).tr.delete(margin, margin + after.nodeAt(margin)!.nodeSize).doc
  expect(keepsOrder(after, gone)).toBe(false)
  expect(keepsAnchors(after, gone)).toBe(false)
})

it('leads from every note to its own words, in the text or in the note that it stands on', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(arbitraryTranscript, (transcript) => {
      const doc = toDocument(transcript)
      for (const [id, { on, page, host }] of anchorIndexOf(doc)) {
        met.add(String(on))
        const caret = anchorSelection(doc, id)?.$from
        if (on === null || caret === undefined) {
          expect([on, caret], id).toEqual([on === 'note' ? on : null, undefined])
          continue
        }
        expect(caret.parent.inlineContent, id).toBe(true)
        expect(caret.node(2).attrs.id, id).toBe(on === 'note' ? host : page)
        if (on === 'page') continue
        const { nodeAfter } = caret
        const anchor =
          isPoint(nodeAfter) && nodeAfter.attrs.note === id
            ? nodeAfter
            : nodeAfter?.marks.find((mark) => isPassage(mark) && mark.attrs.note === id)
        expect(anchor, id).toBeDefined()
      }
    }),
    { numRuns: RUNS },
  )
  expect(met).toEqual(new Set(['text', 'note', 'page', 'null']))
})

it('a page that a note names goes before the note on whose words it is anchored too, in the window and in editions', () => {
  const base = letter([
    page(
      [block('paragraph', { content: [said('The mission'), point('minute'), said(' will visit.')] })],
      [object('note', 'minute', 'Are you content?', { content: [said('Are you content?'), point('ours')] })],
    ),
    page([block('paragraph', { content: [said('Second page')] })], [object('editornote', 'ours', 'A usual question.', {})]),
  ])
  const second = base.pages[1]!
  const stated = { ...second.margin[0]!, attrs: { ...second.margin[0]!.attrs, page: second.id } }
  const transcript = { ...base, pages: [base.pages[0]!, { ...second, margin: [stated] }] }
  const doc = toDocument(transcript)
  expect(anchorIndexOf(doc).get('ours')).toMatchObject({ on: 'page', page: second.id, host: null })
  expect(anchorSelection(doc, 'ours')!.$from.node(2).attrs.id).toBe(second.id)
  expect(placementOf(transcript, () => true).on.get(second.id)).toEqual([stated])
})

it('leads from a headnote to the head of its paper', () => {
  const base = letter([
    page([block('paragraph', { content: [said('First')] })]),
    page(
      [
        block('paragraph', { content: [said('Still the first')] }),
        division('reply'),
        block('salutation', { content: [said('Dear Sir')] }),
      ],
      [object('editornote', 'ours', 'Of the reply.', { paper: 'reply' })],
    ),
  ])
  const doc = toDocument(base)
  expect(anchorSelection(doc, 'ours')!.$from.parent.textContent).toBe('Dear Sir')
  expect(pageBeside(doc, 'ours')).toBe(base.pages[1]!.id)
})
