import fc from 'fast-check'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { liftToMargin } from '../../shared/commands/lift-to-margin.ts'
import { beginPaper, setPaper } from '../../shared/commands/paper.ts'
import { putBack } from '../../shared/commands/put-back.ts'
import { referTo } from '../../shared/commands/refer.ts'
import { insertPage } from '../../shared/commands/stand-in-page.ts'
import { joinPages } from '../../shared/commands/turn-page.ts'
import { writeBeside, writeHeadnote } from '../../shared/commands/write-beside.ts'
import { checkCoverage } from '../../shared/compare/coverage.ts'
import { typedOnlyBlocks } from '../../shared/export/typed-only.ts'
import { canonicalTranscript } from '../../shared/format/canonical.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { keepUsed, usedEntries } from '../../shared/format/references.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { joinOriginal, settled } from '../../shared/merge/join-original.ts'
import { idsIn, mapPlaces } from '../../shared/merge/map-places.ts'
import { takeOriginalOut } from '../../shared/merge/take-original-out.ts'
import { idsFrom } from '../../shared/model/ids.ts'
import type { Run, Transcript } from '../../shared/model/transcript.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { anchorFaults, ledgerFaults } from '../../shared/state/invariants.ts'
import { emptyAttributes } from '../../shared/vocabulary/attribute.ts'
import { attributesOf } from '../../shared/vocabulary/vocabulary.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { RUNS } from '../support/property-runs.ts'
import { DEEDS } from '../support/random-deeds.ts'
import { transcriptOf } from '../support/random-transcript.ts'
import { RandomWork } from '../support/random-work.ts'

const FIRST = 'Dear John,\n\nContent with this approach?\n\nI do not think that this\f/will\n\nwill fit.'
const SECOND = 'Dear Francis:\n\nDear Francis:\n\n- Now that I have had time\f\n\nSincerely yours,\n\n[Handwritten signature]'

const ids = (seed: number) => {
  let last = seed
  return idsFrom(() => {
    last = (last * 48271) % 2147483647
    return last / 2147483647
  })
}

/** The work on one original, under its name. */
function sheet(work: RandomWork, name: string, more: Partial<Transcript> = {}): Transcript {
  const made = transcriptOf(work, [{ when: '1982-03-12T09:00:00Z', who: name, what: 'edited' }])
  const own = { ...made, originals: made.originals.map((original) => ({ ...original, name })), ...more }
  return keepUsed({ ...own, ...settled(own) }, usedEntries(own))
}

/** Its paper named otherwise: the texts of the tests all begin with the same one. */
const asSecond = (transcript: Transcript): Transcript => ({
  ...transcript,
  ...mapPlaces(transcript, { id: (id) => (id === 'paper001' ? 'paper002' : id), range: (range) => range }),
})

const asThird = (transcript: Transcript): Transcript => ({
  ...transcript,
  ...mapPlaces(transcript, { id: (id) => (id === 'paper001' ? 'paper003' : id), range: (range) => range }),
})

function value<Value>(result: { readonly ok: boolean; readonly value?: Value; readonly fault?: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value!
}

const faults = (transcript: Transcript) => {
  const doc = toDocument(transcript)
  doc.check()
  const back = parseTranscript(serialise(transcript))
  const same = back.ok && canonicalTranscript(back.value) === canonicalTranscript(transcript)
  return [
    ...ledgerFaults(
      doc,
      transcript.originals.map(({ text }) => text),
    ),
    ...anchorFaults(doc),
    ...checkCoverage(transcript).map(({ sentence }) => sentence),
    ...(same ? [] : [back.ok ? 'reads back otherwise' : back.fault.sentence]),
  ]
}

function atWork(text: string, seed: number, words: string | null = null): RandomWork {
  const work = new RandomWork([text], seed)
  if (words !== null) {
    select(work, words)
    work.run(liftToMargin(work.context, { hand: 'mt', as: 'note' }))
  }
  return work
}

/** Puts the caret at the start of the last block that begins with these words. */
function select(work: RandomWork, words: string): void {
  let at = 0
  work.state.doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent.startsWith(words)) at = pos + 1
  })
  work.state = work.state.apply(work.state.tr.setSelection(TextSelection.create(work.state.doc, at)))
}

const mine = () => sheet(atWork(FIRST, 1, 'Content'), 'one.txt')
const theirs = () => asSecond(sheet(atWork(SECOND, 2, '[Handwritten'), 'two.txt'))

describe('an original that is joined', () => {
  it('brings its pages, notes and what is set aside after those that are there, with a ledger of its own', () => {
    const joined = value(joinOriginal(mine(), theirs(), ids(3)))
    expect(joined.originals.map(({ name }) => name)).toEqual(['one.txt', 'two.txt'])
    expect(joined.originals[1]!.text).toBe(SECOND)
    expect(joined.pages.map(({ id }) => id)).toEqual([...mine().pages, ...theirs().pages].map(({ id }) => id))
    expect(joined.pages.flatMap(({ margin }) => margin).map(({ attrs }) => attrs.source)).toEqual([
      [[0, 12, 39]],
      [[1, SECOND.indexOf('['), SECOND.length]],
    ])
    expect(faults(joined)).toEqual([])
    expect(typedOnlyBlocks(joined)).toEqual([...typedOnlyBlocks(mine()), ...typedOnlyBlocks(theirs())])
  })

  it('goes on in the paper that is there where nothing is stated of its own, and begins a new one where something is', () => {
    const divisions = (transcript: Transcript) =>
      value(joinOriginal(mine(), transcript, ids(3))).pages.flatMap(({ content }) =>
        content.filter(({ type }) => type === 'division'),
      )
    expect(divisions(theirs())).toEqual([])
    const work = atWork(SECOND, 2)
    work.run(setPaper('paper001', { kind: 'message' }))
    expect(divisions(asSecond(sheet(work, 'two.txt')))).toMatchObject([{ id: 'paper002', kind: 'message' }])
  })

  it('has ids of its own where the same stand here already, in every reference to them too', () => {
    const twin = sheet(atWork(SECOND, 1, '[Handwritten'), 'two.txt')
    const clashes = [...idsIn(twin)].filter((id) => idsIn(mine()).has(id))
    expect(clashes.length).toBeGreaterThan(3)
    const joined = value(joinOriginal(mine(), twin, ids(3)))
    expect(faults(joined)).toEqual([])
    expect(joined.pages.flatMap(({ margin }) => margin)).toHaveLength(2)
  })

  it('gives handwriting back to its places, block and words, as if it had never been joined', () => {
    const work = atWork(SECOND, 1)
    select(work, '- Now')
    const { from } = work.state.selection
    const end = from + '- Now that'.length
    work.state = work.state.apply(work.state.tr.setSelection(TextSelection.create(work.state.doc, from - 8, end)))
    work.run(liftToMargin(work.context, { hand: 'mt', as: 'note' }))
    const lifted = sheet(work, 'two.txt')
    const joined = value(joinOriginal(mine(), lifted, ids(3)))
    const note = joined.pages
      .flatMap(({ margin }) => margin)
      .find(({ attrs }) => JSON.stringify(attrs.source).startsWith('[[1,'))!
    const there = new RandomWork([FIRST, SECOND], 5, toDocument(joined))
    expect(there.run(putBack(there.context, note.id))).toBe(true)
    const back = { ...joined, ...transcriptOf(there), originals: joined.originals }
    const blocks = (transcript: Transcript) =>
      transcript.pages.flatMap(({ content }) => content.flatMap((child) => (child.type === 'block' ? [child] : [])))
    const alone = asSecond(sheet(atWork(SECOND, 1), 'two.txt'))
    expect(faults(back)).toEqual([])
    expect(
      blocks(back)
        .slice(-5)
        .map(({ content }) => content),
    ).toEqual(blocks(alone).map(({ content }) => content))
    expect(
      blocks(back)
        .slice(-5)
        .map(({ source }) => source.map(([, ...at]) => at)),
    ).toEqual(blocks(alone).map(({ source }) => source.map(([, ...at]) => at)))
    const seam = note.attrs.seam as { readonly point: string; readonly begins: unknown }
    expect(JSON.stringify(joined.pages.slice(2).map(({ content }) => content))).toContain(`"id":"${seam.point}"`)
    expect(seam.begins).toEqual([1, expect.any(Number)])
  })

  it('has its lost notes back too, though no word tells whose they were', () => {
    const nothing = emptyAttributes(attributesOf('editornote')!)
    const note = { type: 'editornote', id: 'lostnote', attrs: nothing, content: [], annotations: {}, extra: {} }
    const entry = { id: 'lostnote', type: 'editornote', attrs: nothing, was: '', blocks: ['gone0001'] }
    const [first, ...more] = theirs().pages
    const lost = { ...theirs(), pages: [{ ...first!, margin: [note] }, ...more], tray: [entry] }
    const joined = value(joinOriginal(mine(), lost, ids(3)))
    expect(joined.tray).toEqual([entry])
    expect(canonicalTranscript(value(takeOriginalOut(joined, 'two.txt', ids(4))).taken)).toBe(canonicalTranscript(lost))
  })

  it('begins a paper of its own where a headnote stands on the whole of it, and has it back', () => {
    const work = atWork(SECOND, 2)
    work.run(writeHeadnote(work.context))
    const noted = asSecond(sheet(work, 'two.txt'))
    const joined = value(joinOriginal(mine(), noted, ids(3)))
    expect(joined.pages[2]!.content[0]).toMatchObject({ type: 'division', id: 'paper002', kind: null })
    expect(canonicalTranscript(value(takeOriginalOut(joined, 'two.txt', ids(4))).taken)).toBe(canonicalTranscript(noted))
  })

  it('reads back as it stands, over the whole vocabulary', () => {
    let joinedAny = 0
    fc.assert(
      fc.property(arbitraryTranscript, arbitraryTranscript, (here, there) => {
        const [original, ...more] = there.originals
        const other = { ...there, originals: [{ ...original!, name: 'other.txt' }, ...more] }
        const joined = joinOriginal(here, other, ids(3))
        if (!joined.ok) return
        joinedAny++
        const back = parseTranscript(serialise(joined.value))
        expect(back.ok ? canonicalTranscript(back.value) : back.fault).toBe(canonicalTranscript(joined.value))
        const anew = mapPlaces(here, { id: (id) => `z-${id}`, range: (range) => range })
        expect(JSON.stringify(anew)).not.toMatch(/"(?:note|page|block|atom|unused|tray|a|paper)\d+"/)
      }),
      { numRuns: Math.ceil(RUNS / 4) },
    )
    expect(joinedAny).toBeGreaterThan(0)
  })

  it('is refused where it is part of this already, and where its transcript is made from several itself', () => {
    const joined = value(joinOriginal(mine(), theirs(), ids(3)))
    expect(joinOriginal(joined, theirs(), ids(4))).toMatchObject({ fault: { tag: 'twice' } })
    const third = { ...mine(), originals: mine().originals.map((one) => ({ ...one, name: 'three.txt' })) }
    expect(joinOriginal(third, joined, ids(4))).toMatchObject({ fault: { tag: 'several' } })
  })
})

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
