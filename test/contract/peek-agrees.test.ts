import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peek } from '../../shared/api/peek.ts'
import { serialise } from '../../shared/format/serialise.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'

function hasWords({ pages }: Transcript): boolean {
  const parts = pages.flatMap((page) => [...page.content.flatMap((one) => (one.type === 'block' ? [one] : [])), ...page.margin])
  return parts.some((part) => part.content.some((run) => run.type === 'text' && /[\p{L}\p{N}]/u.test(run.text)))
}

const withoutWords = (whole: Transcript): Transcript => ({
  ...whole,
  pages: whole.pages.map((page) => ({
    ...page,
    extra: {},
    content: page.content.map((one) =>
      one.type === 'block' ? { ...one, content: [], annotations: {}, extra: {} } : { ...one, extra: {} },
    ),
    margin: page.margin.map((one) => ({ ...one, content: [], annotations: {}, extra: {} })),
  })),
})

describe('the little that a host reads of a transcript file', () => {
  it('is what the format wrote: the names of its originals, and words where there are words', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (whole) => {
        fc.pre(whole.originals.length > 0)
        const seen = peek(serialise(whole))
        expect(seen?.originals).toEqual(whole.originals.map((one) => one.name))
        if (hasWords(whole)) expect(seen?.hasWords).toBe(true)
      }),
    )
  })

  it('finds no words in a file whose words are all gone, whatever else it holds', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (whole) => {
        fc.pre(whole.originals.length > 0)
        expect(peek(serialise(withoutWords(whole)))?.hasWords).toBe(false)
      }),
    )
  })
})
