import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorIndexOf } from '../../shared/document/anchor-index.ts'
import { editorNumbers, marginInOrder } from '../../shared/document/note-order.ts'
import { numberEditorNotes } from '../../shared/export/numbering.ts'
import { type Placement, placementOf, placeOf } from '../../shared/export/placement.ts'
import type { Block, MarginObject, Transcript } from '../../shared/model/transcript.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { marginTranscript } from '../support/margin-pages.ts'
import { RUNS } from '../support/property-runs.ts'

describe('notes in the window', () => {
  it('stand in the order that editions have', () => {
    const transcript = marginTranscript()
    const order = placementOf(transcript, () => true).order.map(({ id }) => id)
    expect(marginInOrder(toDocument(transcript)).objects.map(({ attrs }) => attrs.id)).toEqual(order)
  })

  it('have the numbers that editions give to the editors’ own', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        const numbers = numberEditorNotes(placementOf(transcript, () => true))
        expect([...editorNumbers(toDocument(transcript))].sort()).toEqual([...numbers].sort())
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    )
  })

  it('stand on the paper and on the note that editions have, and are lost where they are', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        const { order, hosts, paperOf, lost } = placementOf(transcript, () => true)
        const index = anchorIndexOf(toDocument(transcript))
        const inEditions = order.map(({ id }) => [id, hosts.get(id) ?? null, lost.has(id)])
        const inWindow = order.map(({ id }) => {
          const { host, page, paper } = index.get(id)!
          return [id, host, page === null && paper === null && host === null]
        })
        expect(inWindow).toEqual(inEditions)
        for (const [id, { page, paper }] of index) if (page !== null) expect(paper, id).toBe(paperOf.get(id))
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    )
  })

  it('are drawn in editions in the order in which they are numbered', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        const placement = placementOf(transcript, ({ type }) => type !== 'query')
        expect(drawnOrder(transcript, placement)).toEqual(placement.order)
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    )
  })
})

/** What an edition meets on its way through the text: on a paper, on a page, after each run, and on each note what stands on it. */
function drawnOrder({ paper, pages }: Transcript, { on, after }: Placement): readonly MarginObject[] {
  const atRuns = ({ id, content }: Block | MarginObject): readonly MarginObject[] =>
    content.flatMap((_run, at) => (after.get(placeOf(id, at)) ?? []).flatMap(withOwn))
  const withOwn = (object: MarginObject): readonly MarginObject[] => [object, ...atRuns(object)]
  const standing = (id: string) => (on.get(id) ?? []).flatMap(withOwn)
  return [
    ...standing(paper.id),
    ...pages.flatMap(({ id, content: [first, ...rest] }) => [
      ...(first?.type === 'division' ? standing(first.id) : []),
      ...standing(id),
      ...(first?.type === 'block' ? atRuns(first) : []),
      ...rest.flatMap((child) => (child.type === 'division' ? standing(child.id) : atRuns(child))),
    ]),
  ]
}
