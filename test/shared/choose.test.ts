import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalTranscript } from '../../shared/format/canonical.ts'
import { type Chosen, choose, keyOfRow, togetherIn } from '../../shared/merge/choose.ts'
import { differences } from '../../shared/merge/differences.ts'
import { itemsOf } from '../../shared/merge/items.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { anchorFaults, ledgerFaults } from '../../shared/state/invariants.ts'
import { DEEDS, type Deed } from '../support/random-deeds.ts'
import { transcriptOf } from '../support/random-transcript.ts'
import { RandomWork } from '../support/random-work.ts'

const LETTERS = [
  'Foreign Office\n\n12 March\n\nDear John,\n\nMr Buckley will visit Bonn.\n\nThe goverment of France\n\nContent with this?\n\n\fMr Buckley will visit Bonn. 😀 end\n\n/Lord Carrington\n\nYours ever',
  'Second sheet\n\nMr Buckley again\n\nThe last block',
]
const deed: fc.Arbitrary<Deed> = fc.record({ kind: fc.constantFrom(...DEEDS), a: fc.nat(2000), b: fc.nat(200), c: fc.nat(20) })
const day = (most: number) => fc.array(deed, { maxLength: most, size: 'max' })

/** Two people at work on the same letters after some common days: ids of later things are each one's own. */
function twoVersions(common: readonly Deed[], one: readonly Deed[], two: readonly Deed[]): readonly [Transcript, Transcript] {
  const at = (own: readonly Deed[], person: number) => {
    const work = new RandomWork(LETTERS)
    for (const each of common) work.do(each)
    work.rest()
    for (let n = 0; n < person * 1000; n++) work.context.newId()
    for (const each of own) work.do(each)
    return transcriptOf(work)
  }
  return [at(one, 1), at(two, 2)]
}

function counter(): () => string {
  let n = 0
  return () => `new${++n}`
}

const wholeness = (transcript: Transcript) => {
  const doc = toDocument(transcript)
  doc.check()
  const texts = transcript.originals.map(({ text }) => text)
  return [...ledgerFaults(doc, texts), ...anchorFaults(doc)]
}

describe('a text made of two, difference by difference', () => {
  it('is mine where all is mine, and theirs where all is theirs', () => {
    fc.assert(
      fc.property(day(5), day(4), day(4), (common, one, two) => {
        const [mine, theirs] = twoVersions(common, one, two)
        for (const [whole, version] of [
          ['mine', mine],
          ['theirs', theirs],
        ] as const) {
          const made = choose(mine, theirs, { whole, other: new Set(), newId: counter() })
          expect(made.ok && canonicalTranscript(made.value)).toBe(canonicalTranscript(version))
        }
      }),
    )
  })

  it('has of every difference the side that was chosen, is whole, and says so where it cannot be', () => {
    const seen = { made: 0, told: 0, taken: 0 }
    fc.assert(
      fc.property(
        day(5),
        day(4),
        day(4),
        fc.constantFrom<Chosen>('mine', 'theirs'),
        fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
        (common, one, two, whole, picks) => {
          const [mine, theirs] = twoVersions(common, one, two)
          const groups = togetherIn(differences(mine, theirs).rows).filter((_, at) => picks[at])
          if (groups.length === 0) return
          const rows = groups.flat()
          const made = choose(mine, theirs, { whole, other: new Set(rows.map(keyOfRow)), newId: counter() })
          if (!made.ok) {
            seen.told++
            expect(made.fault.sentence).toContain('cannot stand together')
            return
          }
          seen.made++
          expect(wholeness(made.value)).toEqual([])
          const now = new Map(itemsOf(made.value).map((item) => [item.key, item.print]))
          const away = whole === 'mine' ? ('theirs' as const) : ('mine' as const)
          for (const row of rows) {
            seen.taken++
            if (row[away]) expect(now.get(row[away].key)).toBe(row[away].print)
            else expect(now.has(row[whole]!.key)).toBe(false)
          }
          const changed = new Set(rows.flatMap((row) => [row.mine?.key, row.theirs?.key]))
          for (const item of itemsOf(whole === 'mine' ? mine : theirs))
            if (!changed.has(item.key)) expect(now.get(item.key)).toBe(item.print)
        },
      ),
    )
    expect(seen.taken).toBeGreaterThan(100)
    expect(seen.told, 'what cannot stand together is rare').toBeLessThan(seen.made / 10)
  })

  const base = () => transcriptOf(new RandomWork(LETTERS))
  const change = (letter: Transcript, nth: number, words: string): Transcript => {
    let at = 0
    const pages = letter.pages.map((page) => ({
      ...page,
      content: page.content.map((child) =>
        child.type === 'block' && at++ === nth ? { ...child, content: [{ type: 'text' as const, text: words, in: [] }] } : child,
      ),
    }))
    return { ...letter, pages }
  }

  it('lets two blocks be chosen apart, and keeps the lines of revisions of both', () => {
    const line = (who: string) => ({ when: '2026-11-21T09:00:00.000Z', who, what: 'edited' })
    const mine = { ...change(change(base(), 0, 'mine'), 2, 'mine too'), revisions: [line('Ruth')] }
    const theirs = { ...change(change(base(), 0, 'theirs'), 2, 'theirs too'), revisions: [line('Max')] }
    const [first, second, ...more] = togetherIn(differences(mine, theirs).rows)
    expect(more).toEqual([])
    const made = choose(mine, theirs, { whole: 'mine', other: new Set(second!.map(keyOfRow)), newId: counter() })
    expect(made.ok && itemsOf(made.value).map(({ words }) => words)).toEqual(expect.arrayContaining(['mine', 'theirs too']))
    expect(made.ok && made.value.revisions.map(({ who }) => who)).toEqual(['Max', 'Ruth'])
    expect(first).toHaveLength(1)
  })

  it('cannot have the order of pages chosen by itself: it is that of the whole', () => {
    const turned = { ...change(base(), 0, 'theirs'), pages: [1, 0, 2].map((at) => change(base(), 0, 'theirs').pages[at]!) }
    const groups = togetherIn(differences(base(), turned).rows)
    expect(groups.flat().every(({ state }) => state === 'changed')).toBe(true)
    const other = new Set(groups.flat().map(keyOfRow))
    for (const [whole, order] of [
      ['mine', base()],
      ['theirs', turned],
    ] as const) {
      const made = choose(base(), turned, { whole, other, newId: counter() })
      expect(made.ok && made.value.pages.map(({ id }) => id)).toEqual(order.pages.map(({ id }) => id))
    }
  })
})
