import fc from 'fast-check'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { annotate } from '../../shared/commands/annotate.ts'
import { liftToMargin } from '../../shared/commands/lift-to-margin.ts'
import { setRole } from '../../shared/commands/set-block.ts'
import { setObject } from '../../shared/commands/set-object.ts'
import { writeBeside } from '../../shared/commands/write-beside.ts'
import { objectsOf } from '../../shared/document/access.ts'
import { nextPlace, openPlaces, PLACE_KINDS } from '../../shared/document/open-places.ts'
import { DEEDS, type Deed } from '../support/random-deeds.ts'
import { RandomWork } from '../support/random-work.ts'

const deed: fc.Arbitrary<Deed> = fc.record({ kind: fc.constantFrom(...DEEDS), a: fc.nat(), b: fc.nat(), c: fc.nat() })

const LETTER = 'Dear John,\n\nThe mission will go to Bonn.\n\nNot now.\n\nYours ever,'

function select(work: RandomWork, words: string): void {
  let at = -1
  work.state.doc.descendants((node, pos) => {
    const found = at < 0 ? (node.text?.indexOf(words) ?? -1) : -1
    if (found >= 0) at = pos + found
  })
  const { tr, doc } = work.state
  work.state = work.state.apply(tr.setSelection(TextSelection.create(doc, at, at + words.length)))
}

const words = (work: RandomWork, kind: (typeof PLACE_KINDS)[number]) =>
  openPlaces(work.state.doc, kind).map(({ from, to }) => {
    const $from = work.state.doc.resolve(from)
    return from === to ? $from.parent.textContent : work.state.doc.textBetween(from, to)
  })

describe('what waits for a decision', () => {
  it('blocks without a role are gone through until each has one', () => {
    const work = new RandomWork([LETTER])
    expect(words(work, 'without-role')).toEqual(['Dear John,', 'The mission will go to Bonn.', 'Not now.', 'Yours ever,'])
    select(work, 'Dear John')
    work.run(setRole('salutation'))
    expect(words(work, 'without-role')).toEqual(['The mission will go to Bonn.', 'Not now.', 'Yours ever,'])
  })

  it('a note is come to where its anchor is, not after all of the text; once it has its hand, no more', () => {
    const work = new RandomWork([LETTER])
    select(work, 'Yours ever')
    work.run(writeBeside(work.context, 'query'))
    work.dispatch(work.state.tr.insertText('Autograph?'))
    select(work, 'Not now.')
    work.run(liftToMargin(work.context, { hand: null, as: 'note' }))
    select(work, 'Bonn')
    work.run(annotate(work.context, 'unclear'))
    select(work, 'Yours')
    work.run(annotate(work.context, 'unclear'))
    expect(words(work, 'without-hand')).toEqual(['Not now.'])
    expect(words(work, 'uncertain')).toEqual(['Bonn', 'Yours'])
    expect(words(work, 'query')).toEqual(['Autograph?'])
    select(work, 'Not now.')
    work.run(annotate(work.context, 'unclear'))
    expect(words(work, 'uncertain')).toEqual(['Bonn', 'Not now.', 'Yours'])
    const note = objectsOf(work.state.doc).find(({ textContent }) => textContent === 'Not now.')!
    work.run(setObject(note.attrs.id, { hand: 'mt', cert: 'low' }))
    expect(words(work, 'without-hand')).toEqual([])
    // what is only possible is a doubt
    expect(words(work, 'uncertain')).toEqual(['Bonn', 'Not now.', 'Not now.', 'Yours'])
  })

  it('going on from each to the next comes through all and back to the first, and the same way back', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
        const work = new RandomWork([LETTER])
        for (const one of deeds) work.do(one)
        for (const kind of PLACE_KINDS) {
          const { doc } = work.state
          const places = openPlaces(doc, kind)
          const ways = [places, places.toReversed()] as const
          for (const [at, way] of ways.entries()) {
            const step = at === 0 ? 1 : -1
            for (const [index, place] of way.entries()) {
              const found = nextPlace(doc, places, place, step)!
              expect(found.place).toEqual(way[(index + 1) % way.length])
              expect(found.wrapped).toBe(index === way.length - 1)
            }
          }
          if (places.length === 0) expect(nextPlace(doc, places, { from: 1, to: 1 }, 1)).toBe(null)
        }
      }),
      { numRuns: 40 },
    )
  })
})
