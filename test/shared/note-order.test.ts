import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberEditorNotes } from '../../shared/export/numbering.ts'
import { placementOf } from '../../shared/export/placement.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { editorNumbers, marginInOrder } from '../../shared/state/note-order.ts'
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
})
