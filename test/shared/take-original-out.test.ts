import fc from 'fast-check'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { beginPaper } from '../../shared/commands/paper.ts'
import { referTo } from '../../shared/commands/refer.ts'
import { insertPage } from '../../shared/commands/stand-in-page.ts'
import { joinPages } from '../../shared/commands/turn-page.ts'
import { writeBeside, writeHeadnote } from '../../shared/commands/write-beside.ts'
import { canonicalTranscript } from '../../shared/format/canonical.ts'
import { joinOriginal } from '../../shared/merge/join-original.ts'
import { takeOriginalOut } from '../../shared/merge/take-original-out.ts'
import type { Run, Transcript } from '../../shared/model/transcript.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { emptyAttributes } from '../../shared/vocabulary/attribute.ts'
import { attributesOf } from '../../shared/vocabulary/vocabulary.ts'
import {
  asSecond,
  asThird,
  atWork,
  FIRST,
  faults,
  ids,
  mine,
  SECOND,
  select,
  sheet,
  theirs,
  value,
} from '../support/joined-sheets.ts'
import { RUNS } from '../support/property-runs.ts'
import { DEEDS } from '../support/random-deeds.ts'
import { transcriptOf } from '../support/random-transcript.ts'
import { RandomWork } from '../support/random-work.ts'

describe('an original that is taken out again', () => {
  it('has its own transcript back with what was done in its pages, stand-in pages too, and its status as it was', () => {
    const joined = value(joinOriginal(mine(), { ...theirs(), status: 'collated' }, ids(3)))
    const work = new RandomWork([FIRST, SECOND], 5, toDocument(joined))
    select(work, 'Sincerely')
    work.run(insertPage(work.context, 'missing'))
    const { rest, taken } = value(
      takeOriginalOut({ ...joined, ...transcriptOf(work), originals: joined.originals }, 'two.txt', ids(6)),
    )
    expect(taken.pages.map(({ state }) => state)).toEqual([null, 'missing', null])
    expect(taken).toMatchObject({ status: 'collated', revisions: [{ who: 'two.txt' }] })
    expect(taken.originals).toEqual(theirs().originals)
    expect(rest.pages).toHaveLength(2)
    expect([...faults(rest), ...faults(taken)]).toEqual([])
  })

  it('has its own back from between two others, which stay as they were', () => {
    const third = asThird(sheet(atWork(SECOND, 21, 'Sincerely'), 'three.txt'))
    const joined = value(joinOriginal(value(joinOriginal(mine(), theirs(), ids(3))), third, ids(4)))
    const { rest, taken } = value(takeOriginalOut(joined, 'two.txt', ids(5)))
    expect(canonicalTranscript(taken)).toBe(canonicalTranscript(theirs()))
    expect([...faults(rest), ...faults(taken)]).toEqual([])
    expect(canonicalTranscript(value(takeOriginalOut(rest, 'three.txt', ids(6))).taken)).toBe(canonicalTranscript(third))
  })

  it('takes a headnote with it that was written on a paper of its own while it was joined, and what the tray keeps of its notes', () => {
    const joined = value(joinOriginal(mine(), theirs(), ids(3)))
    const work = new RandomWork([FIRST, SECOND], 5, toDocument(joined))
    select(work, 'Sincerely')
    work.run(beginPaper(work.context))
    work.run(writeHeadnote(work.context))
    const done = { ...joined, ...transcriptOf(work), originals: joined.originals }
    const lifted = joined.pages[3]!.margin[0]!.id
    const attrs = { ...emptyAttributes(attributesOf('passage')!), note: lifted }
    const lost = { id: 'lost0001', type: 'passage', attrs, was: 'words', blocks: ['gone0001'] }
    const { rest, taken } = value(takeOriginalOut({ ...done, tray: [lost] }, 'two.txt', ids(6)))
    expect(taken.pages.flatMap(({ margin }) => margin.map(({ type }) => type)).sort()).toEqual(['editornote', 'note'])
    expect(rest.pages.flatMap(({ margin }) => margin.map(({ type }) => type))).toEqual(['note'])
    expect([rest.tray, taken.tray]).toEqual([[], [lost]])
    expect(faults(rest)).toEqual([])
  })

  it('takes a note of ours with it that stands on the words of one of its notes', () => {
    const joined = value(joinOriginal(mine(), theirs(), ids(3)))
    const work = new RandomWork([FIRST, SECOND], 5, toDocument(joined))
    select(work, '[Handwritten')
    const { from } = work.state.selection
    work.state = work.state.apply(work.state.tr.setSelection(TextSelection.create(work.state.doc, from, from + 12)))
    expect(work.run(writeBeside(work.context, 'editornote'))).toBe(true)
    const { rest, taken } = value(
      takeOriginalOut({ ...joined, ...transcriptOf(work), originals: joined.originals }, 'two.txt', ids(6)),
    )
    expect(taken.pages.flatMap(({ margin }) => margin.map(({ type }) => type)).sort()).toEqual(['editornote', 'note'])
    expect([...faults(rest), ...faults(taken)]).toEqual([])
  })

  it('is refused where a note of ours on one side refers to the other: the number would be lost', () => {
    const joined = value(joinOriginal(mine(), theirs(), ids(3)))
    const work = new RandomWork([FIRST, SECOND], 5, toDocument(joined))
    select(work, 'Dear Francis')
    expect(work.run(writeBeside(work.context, 'editornote'))).toBe(true)
    const parted = () => takeOriginalOut({ ...joined, ...transcriptOf(work), originals: joined.originals }, 'two.txt', ids(6))
    expect(parted().ok).toBe(true)
    expect(work.run(referTo(work.context, joined.pages[0]!.id))).toBe(true)
    expect(parted()).toMatchObject({ fault: { tag: 'tied', sentence: expect.stringContaining('refers to') } })
  })

  it('is refused where a page holds words of both, and where it is the one that the transcript is named after', () => {
    const joined = value(joinOriginal(mine(), theirs(), ids(3)))
    const work = new RandomWork([FIRST, SECOND], 5, toDocument(joined))
    select(work, '/will')
    work.run(joinPages())
    const mixed = { ...joined, ...transcriptOf(work), originals: joined.originals }
    expect(takeOriginalOut(mixed, 'two.txt', ids(6))).toMatchObject({
      fault: { tag: 'mixed', sentence: expect.stringContaining('Page 2 holds words of two.txt') },
    })
    expect(takeOriginalOut(joined, 'one.txt', ids(6))).toMatchObject({ fault: { tag: 'first' } })
  })

  const deed = fc.record({ kind: fc.constantFrom(...DEEDS), a: fc.nat(2000), b: fc.nat(200), c: fc.nat(20) })
  const days = fc.array(deed, { maxLength: 14, size: 'max' })

  it('leaves both as they were before they were joined, whatever was done in each', () => {
    let notes = 0
    fc.assert(
      fc.property(days, days, fc.boolean(), (here, there, twins) => {
        const [first, second] = [new RandomWork([FIRST]), new RandomWork([SECOND], twins ? 1 : 2)]
        for (const one of here) first.do(one)
        for (const one of there) second.do(one)
        const [a, b] = [sheet(first, 'one.txt'), asSecond(sheet(second, 'two.txt', { extra: { later: 1 } }))]
        const joined = value(joinOriginal(a, b, ids(7)))
        expect(faults(joined)).toEqual([])
        notes += b.pages.flatMap(({ margin }) => margin).length
        const { rest, taken } = value(takeOriginalOut(joined, 'two.txt', ids(8)))
        expect(canonicalTranscript(rest)).toBe(canonicalTranscript(a))
        const told = (transcript: Transcript) => (twins ? withoutIds(transcript) : canonicalTranscript(transcript))
        expect(told(taken)).toEqual(told(b))
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    )
    expect(notes).toBeGreaterThan(0)
  })

  it('is parted so that every word, note and loss is on one side, or is refused with what to do, whatever was done after', () => {
    let parted = 0
    fc.assert(
      fc.property(days, (after) => {
        const joined = value(joinOriginal(mine(), theirs(), ids(7)))
        const work = new RandomWork([FIRST, SECOND], 9, toDocument(joined))
        for (const one of after) work.do(one)
        const whole = { ...joined, ...transcriptOf(work), originals: joined.originals }
        const out = takeOriginalOut(whole, 'two.txt', ids(10))
        if (!out.ok) return void expect(out.fault.sentence).toMatch(/first\.( Nothing was changed\.)?$/)
        parted++
        const { rest, taken } = out.value
        expect([...faults(rest), ...faults(taken)]).toEqual([])
        const count = (of: (one: Transcript) => number) => expect(of(rest) + of(taken)).toBe(of(whole))
        count(({ pages }) => pages.flatMap(({ margin }) => margin).length)
        count(({ tray }) => tray.length)
        count(({ pages }) => pages.flatMap(({ content }) => content.filter(({ type }) => type === 'block')).length)
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    )
    expect(parted).toBeGreaterThan(0)
  })
})

/** What a transcript says, without ids and without what is ordered by them alone. */
function withoutIds(transcript: Transcript): unknown {
  const said = (one: { readonly content: readonly Run[] }) =>
    one.content.map((run) => (run.type === 'text' ? run.text : run.atom))
  return {
    ...transcript,
    paper: null,
    pages: transcript.pages.map(({ content, margin }) => [
      content.map((child) => (child.type === 'block' ? [said(child), child.role, child.hand, child.source] : child.kind)),
      margin.map((one) => JSON.stringify([one.type, said(one), one.attrs.source, one.attrs.hand])).sort(),
    ]),
    tray: transcript.tray.map(({ type, was }) => `${type} ${was}`).sort(),
    unused: transcript.unused.map(({ reason, source }) => ({ reason, source })),
  }
}
