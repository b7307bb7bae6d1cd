import fc from 'fast-check'
import { undo } from 'prosemirror-history'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { liftToMargin } from '../../shared/commands/lift-to-margin.ts'
import { movePage } from '../../shared/commands/move.ts'
import { beginPaper } from '../../shared/commands/paper.ts'
import { canTakeAway, insertPage, takePageAway } from '../../shared/commands/stand-in-page.ts'
import { setPage } from '../../shared/commands/turn-page.ts'
import { writeBeside } from '../../shared/commands/write-beside.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import { typedOnlyBlocks } from '../../shared/export/typed-only.ts'
import { canonicalText } from '../../shared/format/canonical.ts'
import { statisticsOf } from '../../shared/metrics/statistics.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { fromDocument } from '../../shared/schema/document.ts'
import { ledgerFaults } from '../../shared/state/invariants.ts'
import { PAGE_STATES, type PageState } from '../../shared/vocabulary/page.ts'
import '../support/property-runs.ts'
import { DEEDS } from '../support/random-deeds.ts'
import { transcriptOf } from '../support/random-transcript.ts'
import { RandomWork } from '../support/random-work.ts'
import { block, letter, page } from './export-letter.ts'

const SHEETS = 'Dear John,\n\nI do not think\n\nthat this will fit.\f/present\n\nYours ever,'

const all = (work: RandomWork) => canonicalText(fromDocument(work.state.doc))
const pages = (work: RandomWork) =>
  work.state.doc.firstChild!.children.map((one) => [one.attrs.state, one.children.map((child) => child.textContent)] as const)

function goTo(work: RandomWork, words: string, offset = 0): void {
  let at: number | null = null
  work.state.doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent.startsWith(words)) at = pos + 1 + offset
  })
  if (at === null) throw new Error(`${words} not in the text`)
  work.dispatch(work.state.tr.setSelection(TextSelection.create(work.state.doc, at)))
}

function atWork(): RandomWork {
  const work = new RandomWork([SHEETS])
  goTo(work, 'I do not')
  work.run(liftToMargin(work.context, { hand: 'mt', as: 'note' }))
  return work
}

describe('a page that is missing, or a dummy', () => {
  it('stands after the block of the caret, wherever in its words the caret is, and one undo takes it away', () => {
    const work = atWork()
    const before = all(work)
    goTo(work, 'Dear John', 4)
    expect(work.run(insertPage(work.context, 'missing'))).toBe(true)
    expect(pages(work)).toEqual([
      [null, ['Dear John,']],
      ['missing', ['']],
      [null, ['that this will fit.']],
      [null, ['/present', 'Yours ever,']],
    ])
    expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
    work.run(undo)
    expect(all(work)).toBe(before)
  })

  it('stands before the block where the caret is at its very beginning, and divides no page at whose edge it stands', () => {
    const work = atWork()
    goTo(work, '/present')
    work.run(insertPage(work.context, 'missing'))
    goTo(work, 'Dear John')
    work.run(insertPage(work.context, 'target'))
    goTo(work, 'Yours ever', 11)
    work.run(insertPage(work.context, 'blank'))
    expect(pages(work).map(([state]) => state)).toEqual(['target', null, 'missing', null, 'blank'])
  })

  it('says of itself what was stated and no more: how many pages there were is not known until somebody says so', () => {
    const work = atWork()
    goTo(work, 'Dear John', 10)
    work.run(insertPage(work.context, 'dummy', 'retained-3-4'))
    const gap = work.state.selection.$from.nodeBefore!
    expect(gap.type.name).toBe('gap')
    expect(gap.attrs).toMatchObject({ reason: 'retained-3-4', unit: 'page', quantity: null, cert: null, basis: null })
    const sheet = work.state.selection.$from.node(2)
    expect(sheet.attrs).toMatchObject({ state: 'dummy', printed: null, folio: null, image: null })
    expect(sheet.child(0).attrs).toMatchObject({ role: null, hand: null, source: [] })
    expect(sheet.child(0).child(0).type.spec.toDOM!(gap)).toEqual([
      'span',
      expect.anything(),
      '[retained under section 3(4), number of pages not known]',
    ])
  })

  it('leaves a paper’s beginning with the paper', () => {
    const work = atWork()
    goTo(work, 'that this')
    work.run(beginPaper(work.context))
    work.run(insertPage(work.context, 'missing'))
    const [, , third] = work.state.doc.firstChild!.children
    expect(third!.children.map((child) => child.type.name)).toEqual(['division', 'block'])
  })

  it('is moved among the pages like any other', () => {
    const work = atWork()
    goTo(work, 'Yours ever', 11)
    work.run(insertPage(work.context, 'missing'))
    work.run(movePage('up'))
    expect(pages(work).map(([state]) => state)).toEqual([null, 'missing', null])
  })

  it('is not taken away while something is drawn beside it, nor is a page with words of the machine transcript', () => {
    const work = atWork()
    goTo(work, 'Yours ever', 11)
    expect(canTakeAway(work.state)).toBe('no')
    expect(work.run(takePageAway())).toBe(false)
    work.run(setPage(work.state.selection.$from.node(2).attrs.id, { state: 'dummy' }))
    expect(canTakeAway(work.state), 'a card that the machine has read').toBe('no')
    work.run(insertPage(work.context, 'missing'))
    const place = work.state.selection.from
    expect(canTakeAway(work.state)).toBe('yes')
    work.run(writeBeside(work.context, 'editornote'))
    // one in which nothing is written goes when the caret leaves it
    work.dispatch(work.state.tr.insertText('A card.'))
    work.dispatch(work.state.tr.setSelection(TextSelection.create(work.state.doc, place)))
    expect(canTakeAway(work.state)).toBe('notes')
    expect(work.run(takePageAway())).toBe(false)
  })

  it('inserted and taken away leaves text, notes, tray and ledger as they were, whatever was done before', () => {
    const deed = fc.record({ kind: fc.constantFrom(...DEEDS), a: fc.nat(2000), b: fc.nat(200), c: fc.nat(20) })
    const state = fc.constantFrom(...(Object.keys(PAGE_STATES) as PageState[]))
    let done = 0
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12, size: 'max' }), fc.nat(2000), state, (deeds, a, stated) => {
        const work = new RandomWork([SHEETS])
        for (const one of deeds) work.do(one)
        work.do({ kind: 'role', a, b: 0, c: 0 })
        const kept = (without: string | null = null) => {
          const { pages, ...rest } = fromDocument(work.state.doc)
          const margin = pages.flatMap((one) => one.margin).sort((x, y) => (x.id < y.id ? -1 : 1))
          const content = pages.filter(({ id }) => id !== without).flatMap((one) => one.content)
          return JSON.stringify({ ...rest, content, margin })
        }
        const before = kept()
        const typed = typedOnlyBlocks(transcriptOf(work)).join('\n')
        if (!work.run(insertPage(work.context, stated))) return
        done++
        const inserted: string = work.state.selection.$head.node(2).attrs.id
        expect(kept(inserted)).toBe(before)
        expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
        expect(typedOnlyBlocks(transcriptOf(work)).join('\n')).toBe(typed)
        expect(work.run(takePageAway())).toBe(true)
        expect(kept()).toBe(before)
        expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
      }),
    )
    expect(done).toBeGreaterThan(0)
  })
})

describe('in an edition', () => {
  const missing = page([block(null, { content: [] }, { hand: null })], [], { state: 'blank' })
  const first = page([block('paragraph', 'I do not think that this')])
  const rest = page([block('paragraph', 'will fit.', { continues: true })])
  const context = { version: '0.1.0', sha256: 'b'.repeat(64), description: null }

  const teiOf = (transcript: Transcript) => {
    const written = writeTei(transcript, { correction: 'silent', queries: false }, context)
    return written.ok ? written.value.text : written.fault.sentence
  }

  it('a paragraph goes on over a blank page, which is told', () => {
    const tei = teiOf(letter([first, missing, rest]))
    expect(tei).toMatch(/this\s*<pb[^>]*type="blank"\/>\s*<pb\/>\s*will fit/)
    expect(tei).not.toContain('<ab')
  })

  it('a missing page stands in the text to read too, with its reason, and nothing is joined over it', () => {
    const gap = {
      type: 'atom',
      atom: 'gap',
      attrs: { id: '', reason: 'retained-3-4', unit: 'page', quantity: 2 },
      in: [],
    } as const
    const gone = page([block(null, { content: [gap] }, { hand: null })], [], { state: 'missing' })
    const whole = letter([first, gone, rest])
    const { text } = writeReadingEdition(whole, { queries: false }, context)
    expect(text).toContain('<span class="sign turn-words"><bdi>missing</bdi></span>')
    expect(text).toContain('[retained under section 3(4), 2 pages]')
    const tei = teiOf(whole)
    expect(tei).toMatch(/<pb type="missing"\/>\s*<ab[^>]*><gap [^>]*unit="page"[^>]*\/><\/ab>/)
    expect(typedOnlyBlocks(whole)).toEqual(['I do not think that this', 'will fit.'])
    expect(statisticsOf(whole).corrections).toBe(0)
  })
})
