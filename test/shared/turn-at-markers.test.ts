import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { undo } from 'prosemirror-history'
import { describe, expect, it, test } from 'vitest'
import { restoreUnused } from '../../shared/commands/restore-unused.ts'
import { type MarkerLine, turnAtMarkers } from '../../shared/commands/turn-at-markers.ts'
import { pagesOf } from '../../shared/document/access.ts'
import { wordsOf } from '../../shared/model/source.ts'
import type { Unused } from '../../shared/model/transcript.ts'
import { type PlacedMarker, placedMarkers, seemsAtFoot } from '../../shared/propose/placed-markers.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { anchorFaults, ledgerFaults } from '../../shared/state/invariants.ts'
import { imported } from '../support/imported.ts'
import { HANDS_AT_WORK } from '../support/random-deeds.ts'
import { RandomWork } from '../support/random-work.ts'

const CASES = join(
  process.env.SCHOLION_REFERENCE ?? join(import.meta.dirname, '../../../shared'),
  'data/cases/14-footnotes-running-heads',
)

const lineOf = ({ pos, from, to, kind, page, onPaper }: PlacedMarker): MarkerLine => ({
  pos,
  from,
  to,
  turns: kind === 'page-number',
  printed: onPaper ? page : null,
  reason: 'page-furniture',
})
const markersOf = (work: RandomWork) => placedMarkers(work.state.doc, [])
const sure = (work: RandomWork) => markersOf(work).filter(({ doubt }) => doubt === null)
const take = (work: RandomWork, markers: readonly PlacedMarker[], side: 'head' | 'foot' = 'head') =>
  work.run(turnAtMarkers(work.context, markers.map(lineOf), side))
const told = (work: RandomWork) =>
  pagesOf(work.state.doc).map(({ attrs, children }) => {
    const words = children.map((child) =>
      child.textBetween(0, child.content.size, '', (leaf) => (leaf.type.name === 'lb' ? '⏎' : '')),
    )
    return [attrs.printed, ...words]
  })
const asides = (work: RandomWork) =>
  (work.state.doc.attrs.unused as readonly Unused[]).map(({ source }) => wordsOf(source, work.texts).trim())
const canonical = (work: RandomWork) => JSON.stringify(fromDocument(work.state.doc))
const whole = (work: RandomWork) => {
  work.state.doc.check()
  expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
  expect(anchorFaults(work.state.doc)).toEqual([])
}

const begun = (text: string) => new RandomWork([text], 1, toDocument(imported(text)))

describe('page numbers and running heads become page turns all at once', () => {
  it('a page begins before each number, which is set aside by itself and stated of its page', () => {
    const work = new RandomWork(['One.\n\n- 2 -\n\nTwo,\ntwo.\n- 3 -\nThree.'])
    const before = canonical(work)
    take(work, sure(work))
    expect(told(work)).toEqual([
      [null, 'One.'],
      ['2', 'Two,⏎two.'],
      ['3', 'Three.'],
    ])
    expect(asides(work)).toEqual(['- 2 -', '- 3 -'])
    whole(work)
    work.run(restoreUnused(work.context, work.state.doc.attrs.unused[1].id))
    whole(work)
    work.run(undo)
    work.run(undo)
    expect(canonical(work)).toBe(before)
  })

  it('a block that a page turns in goes on on the new page, with its role', () => {
    const work = new RandomWork(['The sum\n- 2 -\nwas paid.'])
    take(work, sure(work))
    const [, second] = pagesOf(work.state.doc)
    expect(second!.firstChild!.attrs.continues).toBe(true)
    expect(told(work)).toEqual([
      [null, 'The sum'],
      ['2', 'was paid.'],
    ])
  })

  it('numbers at the foot end their page, and say so by a first one after words', () => {
    const work = new RandomWork(['One.\n- 1 -\nTwo.\n- 2 -\n\nThree.\n\n- 3 -'])
    expect(seemsAtFoot(markersOf(work))).toBe(true)
    take(work, sure(work), 'foot')
    expect(told(work)).toEqual([
      ['1', 'One.'],
      ['2', 'Two.'],
      ['3', 'Three.'],
    ])
    whole(work)
  })

  it('where a page begins already none is made: after a form feed, before one, at both ends of the text', () => {
    const work = new RandomWork(['- 1 -\nOne.\f- 2 -\nTwo.\n\n\fThree.\n- 3 -'])
    expect(seemsAtFoot(markersOf(work))).toBe(false)
    take(work, sure(work))
    expect(told(work)).toEqual([
      ['1', 'One.'],
      ['2', 'Two.'],
      ['3', 'Three.'],
    ])
  })

  it('the number in a sign that is on no paper is not stated as printed; a blank page between two signs stays one', () => {
    const work = new RandomWork(['--- Page 1 ---\nOne.\n--- Page 2 ---\n--- Page 3 ---\nThree.'])
    take(work, sure(work))
    expect(told(work)).toEqual([
      [null, 'One.'],
      [null, ''],
      [null, 'Three.'],
    ])
    whole(work)
  })

  it('a paper that begins at the number begins on its page, and a number that is stated stays', () => {
    const work = new RandomWork(['One.\n\n- 2 -\n\nTwo.\n\f- 3 -\nThree.'])
    let at = 0
    work.state.doc.descendants((node, pos) => {
      if (node.type.name === 'page') at = pos
    })
    work.dispatch(work.state.tr.setNodeAttribute(at, 'printed', 'iii'))
    take(work, sure(work))
    expect(told(work)[2]).toEqual(['iii', 'Three.'])
  })
})

describe('what is not sure is not ticked, with its reason', () => {
  const doubts = (text: string) => markersOf(new RandomWork([text])).map(({ words, doubt }) => `${words}: ${doubt}`)

  it('numbers that do not follow on', () => {
    expect(doubts('One.\n- 2 -\nTwo, less\n- 7 -\nwhich is\n- 3 -\nThree.\n- 3 -\n.')).toEqual([
      '- 2 -: null',
      '- 7 -: number 7 comes after 2',
      '- 3 -: null',
      '- 3 -: number 3 stood before',
    ])
    expect(doubts('a\n- 2 -\n- 3 -\nb')[1]).toBe('- 3 -: the number before it stands in the line above')
  })

  it('heads without a number: a letterhead or a marking stands on many pages too', () => {
    expect(doubts('SECRET\none\f SECRET\ntwo\fSECRET\nthree')).toEqual(
      Array(3).fill('SECRET: no number stands in it: it may be a letterhead, a marking or a salutation'),
    )
  })

  it('handwriting, what is tagged, what has a role', () => {
    const work = new RandomWork(['One.\n\n- 2 -\n\nTwo.\n\n- 3 -\n\nThree.'])
    const [second, third] = markersOf(work)
    work.dispatch(work.state.tr.setNodeAttribute(third!.pos, 'role', 'page-number').setNodeAttribute(second!.pos, 'hand', 'mt'))
    expect(placedMarkers(work.state.doc, HANDS_AT_WORK).map(({ doubt }) => doubt)).toEqual([
      'it is handwriting',
      'its role is stated: page number',
    ])
  })
})

describe.skipIf(!existsSync(CASES))('the cases (skipped where the reference folder is not there)', () => {
  const worked = (name: string) => begun(readFileSync(join(CASES, name), 'utf8'))

  test('ten styles: every true one, and not the false ones', () => {
    const work = worked('page-markers.txt')
    const false_ = markersOf(work).filter(({ doubt }) => doubt !== null)
    expect(false_.map(({ words, doubt }) => `${words}: ${doubt}`)).toEqual(['--- Page 11 ---: number 11 stood before'])
    take(work, sure(work))
    whole(work)
    expect(told(work).map(([printed, first]) => `${printed} ${first!.split('⏎')[0]}`)).toEqual([
      'null The first page of the file.',
      'null The second. A reader has written: [page 3 of the annex is missing]',
      '3 The third page.',
      '4 The fourth.',
      '5 The fifth.',
      'null Six; the sum was',
      'null Seven.',
      'null Eight. --- page torn --- here.',
      'null Nine.',
      'null Ten, after a form feed alone.',
      '11 Eleven, in a telegram.',
      'null Fourteen; two leaves are wanting.',
    ])
    expect(told(work)[5]!.join('¶')).toContain('-7-⏎which is minus seven, not a page, and the list runs⏎7⏎8⏎9')
  })

  test('running heads, a misread one too: the pages stay, their numbers are stated', () => {
    const work = worked('report-running-heads.txt')
    take(work, sure(work))
    whole(work)
    expect(told(work).map(([printed]) => printed)).toEqual(['1', '2', '3', '4'])
    expect(work.state.doc.textContent).not.toMatch(/BRACKLEY [IL]NQU/i)
    expect(asides(work)).toHaveLength(4)
  })
})

it('whatever was worked before, whichever are taken: the ledger is whole, no other letter or line end is lost, nothing loses its anchor, and one undo takes all back', () => {
  const text =
    'REPORT 1\nOne.\n\n[page 2]\nTwo,\ntwo\n- 3 -\nthree.\n\n- 4 -\n\nFour.\fREPORT 5\nFive\n- 6 -\n- 7 -\n\n--- Page 8 ---\n\n=== Page 9 ===\nNine.'
  const deeds = fc.tuple(
    fc.constantFrom('lift', 'split', 'tag', 'begin-paper', 'type', 'editor-note', 'set-aside', 'gap', 'delete', 'move-block'),
    fc.nat(),
    fc.nat(60),
    fc.nat(),
  )
  const solid = (work: RandomWork) => {
    const said = work.state.doc.firstChild!.textBetween(0, work.state.doc.firstChild!.content.size)
    return said.replace(/\s/g, '')
  }
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.array(deeds, { maxLength: 6 }), fc.nat(), fc.boolean(), (seed, worked, chosen, foot) => {
      const work = new RandomWork([text], 1 + seed)
      for (const [kind, a, b, c] of worked) work.do({ kind: kind as 'lift', a, b, c })
      const taken = markersOf(work).filter((_, at) => (chosen >> at) % 2 === 0)
      const before = canonical(work)
      const words = solid(work)
      if (!take(work, taken, foot ? 'foot' : 'head')) return
      whole(work)
      let left = words
      for (const one of taken) {
        const said = one.words.replace(/\s/g, '')
        left = left.replace(said, '')
      }
      expect([...solid(work)].sort().join('')).toBe([...left].sort().join(''))
      work.run(undo)
      expect(canonical(work)).toBe(before)
    }),
    { numRuns: Number(process.env.SCHOLION_RUNS ?? 300) },
  )
})
