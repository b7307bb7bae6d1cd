import fc from 'fast-check'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { peek } from '../../shared/api/peek.ts'
import { collate, takeCollationBack } from '../../shared/commands/collate.ts'
import { joinPages, splitPage } from '../../shared/commands/turn-page.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import type { Collation, Page, Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import {
  collationInWords,
  collationsOf,
  isCollated,
  pagesInWords,
  readPages,
  statedStatusInWords,
  statusInShort,
  statusInWords,
} from '../../shared/vocabulary/collation.ts'
import { STATUSES } from '../../shared/vocabulary/page.ts'
import { block, letter, page } from './export-letter.ts'

const BONE: Collation = { against: 'paper', who: 'R Bone', when: '2026-11-30' }
const COLES: Collation = { against: 'image', who: 'A J Coles', when: '2026-12-01' }

const pages = (...collated: readonly (readonly Collation[])[]): readonly Page[] =>
  collated.map((list) => ({ ...page([block('paragraph')]), ...(list.length > 0 ? { collated: list } : {}) }))
const two = (...collated: readonly (readonly Collation[])[]): Transcript => letter(pages(...collated))

const CONTEXT = { version: '0.1.0', sha256: null, description: null }
const html = (transcript: Transcript) => writeReadingEdition(transcript, { queries: false }, CONTEXT).text
const tei = (transcript: Transcript) => {
  const written = writeTei(transcript, { correction: 'silent', queries: false }, CONTEXT)
  return written.ok ? written.value.text : written.fault.sentence
}

describe('what was collated', () => {
  it('is said with whom, with what and when; of some pages, with which', () => {
    expect(collationInWords(pages([], []))).toBe('not collated')
    expect(collationInWords(pages([BONE], [BONE]))).toBe('collated with the paper by R Bone, 30 Nov 2026')
    expect(collationInWords(pages([BONE], [BONE], []))).toBe(
      'pages 1–2 of 3 collated with the paper by R Bone, 30 Nov 2026, the rest not collated',
    )
    expect(collationInWords(pages([BONE], [BONE, COLES]))).toBe(
      'collated with the paper by R Bone, 30 Nov 2026, page 2 of 2 collated with an image by A J Coles, 1 Dec 2026',
    )
  })

  it('is never claimed by a status alone', () => {
    for (const status of Object.keys(STATUSES)) {
      expect(statusInWords(status, pages([], []))).toContain('not collated')
      expect(statusInWords(status, pages([BONE], [BONE]))).not.toContain('not collated')
      expect(statusInWords(status, pages([BONE], []))).toContain('the rest not collated')
    }
  })

  it('is told in the list of documents by what the file records, whatever its status', () => {
    for (const status of Object.keys(STATUSES)) {
      const seen = (transcript: Transcript) => peek(serialise({ ...transcript, status }))!
      expect([seen(two([BONE], [BONE])).collated, seen(two([BONE], [])).collated]).toEqual([true, false])
      expect(statusInShort(status, true)).not.toContain('not collated')
      const begun = status === 'untouched' || status === 'in-progress'
      expect(statusInShort(status, false).includes('not collated')).toBe(!begun)
    }
  })

  it('asks nothing of a page that is missing', () => {
    const [first, second] = pages([BONE], [])
    expect(isCollated([first!, { ...second!, state: 'missing' }])).toBe(true)
    expect(isCollated([{ ...second!, state: 'missing' }])).toBe(false)
  })

  it('stands in every edition, and in TEI as who did what when', () => {
    const transcript = two([BONE], [BONE])
    for (const edition of [html(transcript), tei(transcript)])
      expect(edition.replace(/\s+/g, ' ')).toContain('collated with the paper by R Bone, 30 Nov 2026')
    expect(tei(transcript)).toMatch(/<resp>collation<\/resp>\s*<name>R Bone<\/name>/)
    expect(tei(transcript)).toMatch(/<change when="2026-11-30" who="#[^"]+">collated with the paper: all pages<\/change>/)
    for (const edition of [html(two([], [])), tei(two([], []))]) expect(edition).toContain('not collated')
  })

  it('is in the file, and comes back from it', () => {
    const transcript = two([BONE], [BONE, COLES])
    const back = parseTranscript(serialise(transcript))
    expect(back.ok && collationsOf(back.value.pages)).toEqual([
      { ...BONE, pages: [0, 1] },
      { ...COLES, pages: [1] },
    ])
    const odd = parseTranscript(serialise(transcript).replace('"against": "image"', '"against": "hearsay"'))
    expect(odd.ok ? 'read' : odd.fault.sentence).toContain('hearsay')
  })
})

describe('the status that an edition states', () => {
  it.each(['untouched', 'in-progress'])(
    'is none where the work was only begun (%s), and what was collated is still said',
    (status) => {
      expect(statedStatusInWords(status, pages([]))).toBe('not collated')
      expect(statedStatusInWords(status, pages([BONE]))).toBe(collationInWords(pages([BONE])))
    },
  )

  it('is what somebody stated, otherwise', () => {
    for (const status of ['corrected', 'collated', 'second-read', 'approved', 'frozen'])
      expect(statedStatusInWords(status, pages([]))).toBe(statusInWords(status, pages([])))
  })
})

describe('recording a collation', () => {
  const begin = (transcript: Transcript) => {
    let state = EditorState.create({ doc: toDocument(transcript) })
    return {
      run: (command: ReturnType<typeof collate>) =>
        command(state, (tr) => {
          state = state.apply(tr)
        }),
      put: (at: number) => {
        state = state.apply(state.tr.setSelection(TextSelection.near(state.doc.resolve(at))))
      },
      pages: () => fromDocument(state.doc).pages,
      state: () => state,
    }
  }

  it('is of the pages that are named, and can be taken back', () => {
    const work = begin(two([], []))
    const [first, second] = work.pages().map(({ id }) => id) as [string, string]
    expect(work.run(collate(new Set([first]), BONE))).toBe(true)
    expect(collationInWords(work.pages())).toContain('page 1 of 2')
    expect(work.run(collate(new Set([first]), BONE))).toBe(false)
    expect(work.run(collate(new Set([first, second]), BONE))).toBe(true)
    expect(isCollated(work.pages())).toBe(true)
    expect(work.run(takeCollationBack(new Set([first, second]), BONE))).toBe(true)
    expect(collationInWords(work.pages())).toBe('not collated')
  })

  it('goes with both pages where one is divided; of two that are joined only what both had stays', () => {
    const work = begin(two([BONE], [BONE, COLES]))
    work.put(6)
    expect(work.run(splitPage({ newId: () => 'n1', texts: () => [] }))).toBe(true)
    expect(work.pages()).toHaveLength(3)
    expect(isCollated(work.pages())).toBe(true)
    const joined = begin(two([BONE], [BONE, COLES]))
    joined.put(6)
    expect(joined.run(joinPages())).toBe(true)
    expect(joined.pages().map(({ collated }) => collated)).toEqual([[BONE]])
  })
})

describe('pages that somebody writes', () => {
  it('are read as numbers and stretches', () => {
    expect(readPages('1, 3-5', 6)).toEqual([0, 2, 3, 4])
    for (const words of ['', '0', '3-2', '7', 'one']) expect(typeof readPages(words, 6)).toBe('string')
  })

  it('come back as they were from how they are said', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(30), { minLength: 1 }), (numbers) => {
        const sorted = [...numbers].sort((a, b) => a - b)
        expect(readPages(pagesInWords(sorted).replace(/^pages? /, ''), 31)).toEqual(sorted)
      }),
    )
  })
})
