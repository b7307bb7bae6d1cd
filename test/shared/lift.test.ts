import fc from 'fast-check'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { correctMarked } from '../../shared/commands/annotate.ts'
import { insertGap } from '../../shared/commands/insert-gap.ts'
import { liftToMargin } from '../../shared/commands/lift-to-margin.ts'
import { putBack } from '../../shared/commands/put-back.ts'
import { restoreUnused } from '../../shared/commands/restore-unused.ts'
import { setAside } from '../../shared/commands/set-aside.ts'
import { fromDocument } from '../../shared/schema/document.ts'
import { ledgerFaults } from '../../shared/state/invariants.ts'
import { RandomWork } from '../support/random-work.ts'

const LETTER =
  'Dear John,\n\nWe have now heard that Mr Buckley\nwill visit Bonn, we not weight to our views, next week.\n\nContent with this approach?\n\nA.T.C. 15/3\n\nYours ever,'

const canonical = (work: RandomWork) => JSON.stringify(fromDocument(work.state.doc))

function select(work: RandomWork, words: string) {
  let at: number | null = null
  const [first, last] = [words.split('…')[0]!, words.split('…').at(-1)!]
  let end = 0
  work.state.doc.descendants((node, pos) => {
    if (!node.isText) return
    const [start, stop] = [node.text!.indexOf(first), node.text!.indexOf(last)]
    if (start >= 0) at ??= pos + start
    if (stop >= 0) end = pos + stop + last.length
  })
  if (at === null) throw new Error(`${words} not in the text`)
  work.dispatch(work.state.tr.setSelection(TextSelection.create(work.state.doc, at, end)))
}

describe('a correction that a lift parted', () => {
  it('is not corrected anew in one of its parts: nothing between the two is replaced', () => {
    const work = new RandomWork([LETTER])
    select(work, 'not weight')
    work.run(correctMarked(work.context, 'no weight', { cert: 'medium' }))
    select(work, ', we …no')
    work.run(liftToMargin(work.context, { hand: 'mt', as: 'note' }))
    select(work, 'Content')
    work.run(liftToMargin(work.context, { hand: 'mt', as: 'note' }))
    const before = canonical(work)
    select(work, 'weight')
    expect(work.run(correctMarked(work.context, 'freight', {}))).toBe(false)
    expect(canonical(work)).toBe(before)
  })
})

describe('lifting to the margin', () => {
  it('takes the words, the one blank after them and nothing else out of the typed text', () => {
    const work = new RandomWork([LETTER])
    select(work, 'we not weight to our views,')
    expect(work.run(liftToMargin(work.context, { hand: null, as: 'note' }))).toBe(true)
    expect(work.state.doc.textBetween(0, work.state.doc.firstChild!.nodeSize, '|')).toContain('visit Bonn, next week.')
    const [note] = work.notes()
    expect(note!.textContent).toBe('we not weight to our views,')
    expect(note!.attrs).toMatchObject({ hand: null, place: null, function: null, passage: null, cert: null })
    expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
  })

  it('lifts several blocks as one note, and put-back makes them the blocks they were', () => {
    const work = new RandomWork([LETTER])
    const before = canonical(work)
    select(work, 'Content with this approach?…A.T.C. 15/3')
    work.run(liftToMargin(work.context, { hand: 'ajc', as: 'note' }))
    expect(work.notes()).toHaveLength(1)
    expect(work.notes()[0]!.textBetween(0, work.notes()[0]!.content.size)).toBe('Content with this approach?\nA.T.C. 15/3')
    work.run(putBack(work.context, work.notes()[0]!.attrs.id))
    expect(canonical(work)).toBe(before)
  })

  it('lifts several blocks as pieces of one note, each going on from the one before', () => {
    const work = new RandomWork([LETTER])
    select(work, 'Content with this approach?…A.T.C. 15/3')
    work.run(liftToMargin(work.context, { hand: 'ajc', as: 'pieces' }))
    const [first, second] = work.notes()
    expect(first!.attrs.joins).toBe(null)
    expect(second!.attrs.joins).toBe(first!.attrs.id)
  })

  it('whatever is lifted, putting it back at once gives the same document', () => {
    const size = new RandomWork([LETTER]).state.doc.firstChild!.nodeSize
    fc.assert(
      fc.property(fc.nat(size - 4), fc.nat(size - 4), fc.boolean(), (a, b, pieces) => {
        const work = new RandomWork([LETTER])
        const before = canonical(work)
        const doc = work.state.doc
        work.dispatch(
          work.state.tr.setSelection(TextSelection.between(doc.resolve(3 + Math.min(a, b)), doc.resolve(3 + Math.max(a, b)))),
        )
        fc.pre(work.run(liftToMargin(work.context, { hand: null, as: pieces ? 'pieces' : 'note' })))
        for (const note of work.notes()) work.run(putBack(work.context, note.attrs.id))
        expect(canonical(work)).toBe(before)
      }),
      { numRuns: 500 },
    )
  })

  it('whatever is set aside, restoring it gives back every word', () => {
    const size = new RandomWork([LETTER]).state.doc.firstChild!.nodeSize
    const words = (work: RandomWork) =>
      work.state.doc.textBetween(0, work.state.doc.content.size, ' ').replace(/\s+/g, ' ').trim()
    fc.assert(
      fc.property(fc.nat(size - 4), fc.nat(size - 4), (a, b) => {
        const work = new RandomWork([LETTER])
        const before = words(work)
        const doc = work.state.doc
        work.dispatch(
          work.state.tr.setSelection(TextSelection.between(doc.resolve(3 + Math.min(a, b)), doc.resolve(3 + Math.max(a, b)))),
        )
        fc.pre(work.run(setAside(work.context, 'machine-loop')))
        const ids = work.state.doc.attrs.unused.map((entry: { id: string }) => entry.id)
        for (const id of ids) work.run(restoreUnused(work.context, id))
        expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
        expect(work.state.doc.attrs.unused).toEqual([])
        expect(words(work).replace(/ /g, '')).toBe(before.replace(/ /g, ''))
      }),
      { numRuns: 500 },
    )
  })

  it('a gap over misread words keeps what the machine read there as evidence', () => {
    const work = new RandomWork([LETTER])
    select(work, 'we not weight to our views')
    work.run(insertGap(work.context, { reason: 'illegible' }))
    const start = LETTER.indexOf('we not weight')
    const range = [0, start, start + 'we not weight to our views'.length]
    expect(work.state.doc.attrs.unused).toMatchObject([{ reason: 'not-determined', source: [range] }])
    let evidence: unknown
    work.state.doc.descendants((node) => {
      if (node.type.name === 'gap') evidence = node.attrs.evidence
    })
    expect(evidence).toEqual([range])
  })
})
