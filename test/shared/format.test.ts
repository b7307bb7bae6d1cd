import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText, canonicalTranscript } from '../../shared/format/canonical.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { textToSave } from '../../shared/format/text-to-save.ts'
import type { Run, Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { ATOM_NAMES } from '../../shared/vocabulary/atoms.ts'
import { MARGIN_NAMES } from '../../shared/vocabulary/margin.ts'
import { MARK_NAMES } from '../../shared/vocabulary/marks.ts'
import { attributesOf } from '../../shared/vocabulary/vocabulary.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { hostileText } from '../support/hostile-text.ts'

function parsed(text: string): Transcript {
  const result = parseTranscript(text)
  if (!result.ok) throw new Error(`${result.fault.tag}: ${result.fault.sentence} ${result.fault.problems?.join('\n')}`)
  return result.value
}

/** The places of text runs, so that a test can mend one word in one of them. */
function textRuns(transcript: Transcript): { page: number; child: number; run: number }[] {
  return transcript.pages.flatMap((own, page) =>
    own.content.flatMap((block, child) =>
      block.type === 'division'
        ? []
        : block.content.flatMap((piece, run) => (piece.type === 'text' ? [{ page, child, run }] : [])),
    ),
  )
}

function withRun(transcript: Transcript, place: { page: number; child: number; run: number }, text: string): Transcript {
  return {
    ...transcript,
    pages: transcript.pages.map((own, page) => ({
      ...own,
      content: own.content.map((block, child) =>
        block.type === 'division' || page !== place.page || child !== place.child
          ? block
          : { ...block, content: block.content.map((piece, run) => (run === place.run ? { ...piece, text } : piece)) },
      ) as Transcript['pages'][number]['content'],
    })),
  }
}

describe('what is about to be saved', () => {
  test('was read back and found equal', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        expect(textToSave(transcript)).toEqual({ ok: true, value: serialise(transcript) })
      }),
    )
  })

  test('is not written where it could not be read again, and the place is named', () => {
    const [transcript] = fc.sample(arbitraryTranscript, 1)
    const lost = { ...transcript!, unused: [{ id: 'u1', reason: 'deleted', source: [[99, 0, 1]] as const }] }
    expect(textToSave(lost)).toMatchObject({
      ok: false,
      fault: {
        tag: 'unsound',
        sentence: expect.stringContaining('stretch 1 that is set aside: names original 100, which is not there'),
      },
    })
    const twice = { ...transcript!, extra: { status: 'approved' } }
    expect(textToSave(twice)).toMatchObject({ ok: true })
  })
})

describe('a transcript file', () => {
  test('gives back exactly what was saved, unknown keys and hostile words with it', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => void expect(parsed(serialise(transcript))).toEqual(transcript)),
      { numRuns: 400 },
    )
  })

  test('that is opened and saved without a change is the same file, byte for byte', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        const text = serialise(transcript)
        expect(serialise(parsed(text))).toBe(text)
        expect(text.endsWith('}\n')).toBe(true)
        expect(text).not.toContain('\r')
        expect(text.isWellFormed()).toBe(true)
      }),
    )
  })

  test('comes through the editor unchanged', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        const doc = toDocument(transcript)
        doc.check()
        const { paper, pages, tray, unused, refused } = transcript
        expect(fromDocument(doc)).toEqual({ paper, pages, tray, unused, refused })
        expect(serialise({ ...transcript, ...fromDocument(doc) })).toBe(serialise(transcript))
      }),
      { numRuns: 300 },
    )
  })

  test('differs in one line when one word is mended', () => {
    fc.assert(
      fc.property(arbitraryTranscript, fc.nat(), hostileText, (transcript, number, word) => {
        const runs = textRuns(transcript)
        fc.pre(runs.length > 0 && word !== '')
        const before = serialise(transcript)
        const after = serialise(withRun(transcript, runs[number % runs.length]!, `${word}\u0001`))
        const [was, now] = [before.split('\n'), after.split('\n')]
        expect(now.length).toBe(was.length)
        expect(now.filter((line, at) => line !== was[at]).length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('is equal in canonical form whatever order marks and unknown keys were added in', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        const turned: Transcript = {
          ...transcript,
          extra: Object.fromEntries(Object.entries(transcript.extra).reverse()),
          pages: transcript.pages.map((page) => ({
            ...page,
            content: page.content.map((child) =>
              child.type === 'division'
                ? child
                : {
                    ...child,
                    content: child.content.flatMap((run): Run[] => {
                      const ids = [...run.in].reverse()
                      if (run.type === 'atom') return [{ ...run, in: ids }]
                      return [
                        { ...run, text: run.text.slice(0, 1), in: ids },
                        { ...run, text: run.text.slice(1), in: run.in },
                      ]
                    }),
                    annotations: Object.fromEntries(Object.entries(child.annotations).reverse()),
                  },
            ),
          })),
        }
        expect(canonicalText(turned)).toBe(canonicalText(transcript))
        expect(canonicalTranscript(turned)).toBe(canonicalTranscript(transcript))
      }),
    )
  })

  test('is not equal in canonical form when a word differs', () => {
    fc.assert(
      fc.property(arbitraryTranscript, fc.nat(), (transcript, number) => {
        const runs = textRuns(transcript)
        fc.pre(runs.length > 0)
        expect(canonicalText(withRun(transcript, runs[number % runs.length]!, 'mended \u0001'))).not.toBe(
          canonicalText(transcript),
        )
      }),
    )
  })
})

test('no attribute of the vocabulary takes the name of a key that the file needs itself', () => {
  for (const name of MARGIN_NAMES)
    for (const key of ['type', 'id', 'content', 'annotations']) expect(attributesOf(name)).not.toHaveProperty(key)
  for (const name of MARK_NAMES) for (const key of ['type', 'id']) expect(attributesOf(name)).not.toHaveProperty(key)
  for (const name of ATOM_NAMES) {
    expect(['text', 'in']).not.toContain(name)
    expect(attributesOf(name)).not.toHaveProperty('id')
  }
})
