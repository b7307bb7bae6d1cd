import fc from 'fast-check'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { liftToMargin } from '../../shared/commands/lift-to-margin.ts'
import { setPaper } from '../../shared/commands/paper.ts'
import { putBack } from '../../shared/commands/put-back.ts'
import { writeHeadnote } from '../../shared/commands/write-beside.ts'
import { typedOnlyBlocks } from '../../shared/export/typed-only.ts'
import { canonicalTranscript } from '../../shared/format/canonical.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { joinOriginal } from '../../shared/merge/join-original.ts'
import { idsIn, mapPlaces } from '../../shared/merge/map-places.ts'
import { takeOriginalOut } from '../../shared/merge/take-original-out.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { emptyAttributes } from '../../shared/vocabulary/attribute.ts'
import { attributesOf } from '../../shared/vocabulary/vocabulary.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { asSecond, atWork, FIRST, faults, ids, mine, SECOND, select, sheet, theirs, value } from '../support/joined-sheets.ts'
import { RUNS } from '../support/property-runs.ts'
import { transcriptOf } from '../support/random-transcript.ts'
import { RandomWork } from '../support/random-work.ts'

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
