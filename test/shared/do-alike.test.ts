import fc from 'fast-check'
import { undo } from 'prosemirror-history'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { type Deed, doAlike } from '../../shared/commands/do-alike.ts'
import { restoreUnused } from '../../shared/commands/restore-unused.ts'
import { fromDocument } from '../../shared/schema/document.ts'
import { blocksAlike, shapeOf } from '../../shared/search/alike-blocks.ts'
import { ledgerFaults } from '../../shared/state/invariants.ts'
import { RandomWork } from '../support/random-work.ts'

const HEAD = 'BRACKLEY PAPERS'
const LETTER = `${HEAD}\n\nDear John,\n\nThank you.\n\n- 2 -\n\n${HEAD}\n\nThe inquiry\nwent on.\n\n- 13 -\n\nBRACKLEY  PAPERS\n\nYours ever,`

const words = (work: RandomWork) =>
  work.state.doc.firstChild!.children.map((page) => page.children.map((block) => block.textContent))
const canonical = (work: RandomWork) => JSON.stringify(fromDocument(work.state.doc))
const alike = (work: RandomWork, like: string, likeness: 'words' | 'begins' | 'shape') =>
  blocksAlike(work.state.doc, like, likeness).map(({ pos }) => pos)

describe('blocks alike', () => {
  it('are found by their words, their first words, or their shape, in reading order', () => {
    const { doc } = new RandomWork([LETTER]).state
    expect(blocksAlike(doc, HEAD, 'words').map((one) => one.words)).toEqual([HEAD, HEAD, HEAD])
    expect(blocksAlike(doc, '- 2 -', 'shape').map((one) => one.words)).toEqual(['- 2 -', '- 13 -'])
    expect(blocksAlike(doc, 'The inquiry began.', 'begins').map((one) => one.words)).toEqual(['The inquiry went on.'])
    expect(blocksAlike(doc, '', 'words')).toEqual([])
  })

  it('are told apart by the lines next to them, the page’s edge being none', () => {
    const { doc } = new RandomWork([LETTER]).state
    expect(blocksAlike(doc, HEAD, 'words').map(({ before, after }) => [before, after])).toEqual([
      ['', 'Dear John,'],
      ['- 2 -', 'The inquiry'],
      ['- 13 -', 'Yours ever,'],
    ])
    expect(blocksAlike(doc, '- 13 -', 'words').map(({ before }) => before)).toEqual(['went on.'])
  })

  it('have one shape where only figures and letters differ', () => {
    expect(shapeOf('PREM 19/588 f. 4')).toBe(shapeOf('FCO 7/12 f. 118'))
    expect(shapeOf('- 2 -')).not.toBe(shapeOf('2'))
    expect(shapeOf('Élysée')).toBe('Aa')
  })
})

describe('what was done to one block is done to all alike', () => {
  it('a role is given to each, the words stay, and one undo takes it back', () => {
    const work = new RandomWork([LETTER])
    const before = canonical(work)
    work.run(doAlike(work.context, alike(work, HEAD, 'words'), { kind: 'role', role: 'running-head' }))
    expect(blocksAlike(work.state.doc, HEAD, 'words').map(({ role }) => role)).toEqual(Array(3).fill('running-head'))
    work.run(undo)
    expect(canonical(work)).toBe(before)
  })

  it('a hand is given to each, the words stay, and one undo takes it back', () => {
    const work = new RandomWork([LETTER])
    const before = canonical(work)
    const hands = () => {
      const found: (string | null)[] = []
      work.state.doc.descendants((node) => {
        if (node.type.name === 'block' && node.textContent.replace(/ +/, ' ') === HEAD) found.push(node.attrs.hand)
      })
      return found
    }
    work.run(doAlike(work.context, alike(work, HEAD, 'words'), { kind: 'hand', hand: 'mt' }))
    expect(hands()).toEqual(['mt', 'mt', 'mt'])
    work.run(undo)
    expect(canonical(work)).toBe(before)
  })

  it('each is set aside by itself, so that each can be restored alone', () => {
    const work = new RandomWork([LETTER])
    work.run(doAlike(work.context, alike(work, HEAD, 'words'), { kind: 'aside', reason: 'not-part' }))
    expect(words(work)).toEqual([['Dear John,', 'Thank you.', '- 2 -', 'The inquiry\nwent on.', '- 13 -', 'Yours ever,']])
    expect(work.state.doc.attrs.unused).toHaveLength(3)
    expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
    work.run(restoreUnused(work.context, work.state.doc.attrs.unused[1].id))
    expect(words(work)[0]!.filter((one) => one === HEAD)).toHaveLength(1)
    expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
  })

  it('a page begins before each, and none twice', () => {
    const work = new RandomWork([LETTER])
    work.run(doAlike(work.context, alike(work, '- 2 -', 'shape'), { kind: 'page' }))
    expect(words(work)).toEqual([
      [HEAD, 'Dear John,', 'Thank you.'],
      ['- 2 -', HEAD, 'The inquiry\nwent on.'],
      ['- 13 -', 'BRACKLEY  PAPERS', 'Yours ever,'],
    ])
    const ids = work.state.doc.firstChild!.children.map((page) => page.attrs.id)
    expect(new Set(ids).size).toBe(3)
    expect(work.run(doAlike(work.context, alike(work, '- 2 -', 'shape'), { kind: 'page' }))).toBe(false)
  })

  it('whatever was worked before, whichever blocks: the ledger is whole, no word is lost, and one undo takes all of it back', () => {
    const deeds: readonly Deed[] = [
      { kind: 'role', role: 'heading' },
      { kind: 'hand', hand: 'mt' },
      { kind: 'aside', reason: 'duplicate' },
      { kind: 'page' },
    ]
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.tuple(fc.constantFrom('lift', 'split', 'tag', 'begin-paper', 'type'), fc.nat(), fc.nat(60), fc.nat()), {
          maxLength: 6,
        }),
        fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8]),
        fc.constantFrom(...deeds),
        (seed, worked, chosen, deed) => {
          const work = new RandomWork([LETTER], 1 + seed)
          for (const [kind, a, b, c] of worked) work.do({ kind: kind as 'lift', a, b, c })
          const positions: number[] = []
          work.state.doc.firstChild!.descendants((node, pos) => {
            if (node.type.name === 'block') positions.push(pos + 1)
            return node.type.name === 'page'
          })
          const before = canonical(work)
          const all = work.state.doc.textContent
          work.state = work.state.apply(work.state.tr.setSelection(TextSelection.near(work.state.doc.resolve(3))))
          if (
            !work.run(
              doAlike(
                work.context,
                chosen.flatMap((index) => positions[index] ?? []),
                deed,
              ),
            )
          )
            return
          work.state.doc.check()
          expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
          if (deed.kind !== 'aside') expect(work.state.doc.textContent).toBe(all)
          work.run(undo)
          expect(canonical(work)).toBe(before)
        },
      ),
      { numRuns: Number(process.env.SCHOLION_RUNS ?? 300) },
    )
  })
})
