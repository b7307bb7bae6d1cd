import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalTranscript } from '../../shared/format/canonical.ts'
import { differences, takenOver } from '../../shared/merge/differences.ts'
import { itemsOf } from '../../shared/merge/items.ts'
import { longestRise } from '../../shared/merge/longest-rise.ts'
import { type Merge, merge } from '../../shared/merge/merge.ts'
import { mergeLists } from '../../shared/merge/merge-lists.ts'
import { wordParts } from '../../shared/merge/word-parts.ts'
import type { Block, Transcript } from '../../shared/model/transcript.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { anchorFaults, ledgerFaults } from '../../shared/state/invariants.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { DEEDS, type Deed } from '../support/random-deeds.ts'
import { transcriptOf } from '../support/random-transcript.ts'
import { RandomWork } from '../support/random-work.ts'

const LETTERS = [
  'Foreign Office\n\n12 March\n\nDear John,\n\nMr Buckley will visit Bonn.\n\nThe goverment of France\n\nContent with this?\n\n\fMr Buckley will visit Bonn. 😀 end\n\n/Lord Carrington\n\nYours ever',
  'Second sheet\n\nMr Buckley again\n\nThe last block',
]

const deed: fc.Arbitrary<Deed> = fc.record({ kind: fc.constantFrom(...DEEDS), a: fc.nat(2000), b: fc.nat(200), c: fc.nat(20) })
const day = (most: number) => fc.array(deed, { maxLength: most, size: 'max' })
/** What touches nothing but one block, and a new note beside it. Lifting a whole block is none: its anchor goes into the next one. */
const small = fc.record({
  kind: fc.constantFrom('type', 'overtype', 'delete', 'tag', 'split', 'role', 'correct', 'editor-note', 'gap' as const),
  at: fc.nat(2000),
  b: fc.nat(9),
  c: fc.nat(20),
})

/** Somebody at work on the letters: the common days are the same for everybody, later ids are his own. */
function atWork(common: readonly Deed[], person: number): RandomWork {
  const work = new RandomWork(LETTERS)
  for (const one of common) work.do(one)
  work.rest()
  for (let n = 0; n < person * 1000; n++) work.context.newId()
  return work
}

const prints = (transcript: Transcript) => new Map(itemsOf(transcript).map((item) => [item.key, item.print]))
const wholeness = (transcript: Transcript) => {
  const doc = toDocument(transcript)
  return [
    ...ledgerFaults(
      doc,
      transcript.originals.map(({ text }) => text),
    ),
    ...anchorFaults(doc),
  ]
}

describe('two versions side by side', () => {
  it('that are equal differ in nothing', () => {
    fc.assert(
      fc.property(arbitraryTranscript, (transcript) => {
        const { rows, facts } = differences(transcript, transcript)
        expect(rows.filter(({ state }) => state !== 'same')).toEqual([])
        expect(facts).toEqual([])
      }),
    )
  })

  it('differ in what is listed and in nothing else: taken over, it gives theirs', () => {
    fc.assert(
      fc.property(arbitraryTranscript, arbitraryTranscript, (mine, theirs) => {
        const comparison = differences(mine, theirs)
        expect(canonicalTranscript(takenOver(mine, comparison, theirs))).toBe(canonicalTranscript(theirs))
      }),
    )
  })

  it('of the same letter list every block that somebody changed, and no other', () => {
    let changed = 0
    fc.assert(
      fc.property(day(6), day(8), (common, deeds) => {
        const [base, work] = [atWork(common, 0), atWork(common, 1)]
        for (const one of deeds) work.do(one)
        const [mine, theirs] = [transcriptOf(base), transcriptOf(work)]
        const comparison = differences(mine, theirs)
        expect(canonicalTranscript(takenOver(mine, comparison, theirs))).toBe(canonicalTranscript(theirs))
        const [was, now] = [prints(mine), prints(theirs)]
        for (const row of comparison.rows) {
          if (row.state === 'same' || row.state === 'moved') continue
          changed++
          for (const item of [row.mine, row.theirs]) if (item) expect(was.get(item.key)).not.toBe(now.get(item.key))
        }
      }),
    )
    expect(changed).toBeGreaterThan(100)
  })

  it('whose ids differ, because each was begun anew, are matched by where they stand in the machine transcript', () => {
    const [one, other] = [new RandomWork(LETTERS), new RandomWork(LETTERS)]
    const renamed = JSON.parse(JSON.stringify(transcriptOf(other)).replace(/"id":"(\w+)"/g, '"id":"z$1"')) as Transcript
    const { rows } = differences(transcriptOf(one), renamed)
    const blocks = rows.filter((row) => row.theirs?.kind === 'block')
    expect(blocks.map(({ state }) => state)).toEqual(blocks.map(() => 'changed'))
    for (const row of blocks) expect(row.mine?.words).toBe(row.theirs?.words)
  })
})

describe('two readings', () => {
  it('word by word are each what was read, and only words that differ are marked', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), fc.lorem({ maxCount: 12 }), (mine, theirs) => {
        const parts = wordParts(mine, theirs)
        expect(parts.map((part) => part.mine).join('')).toBe(mine)
        expect(parts.map((part) => part.theirs).join('')).toBe(theirs)
        const words = (reading: string) => reading.split(/\s+/).join(' ').trim()
        for (const part of parts) expect(words(part.mine) === words(part.theirs)).toBe(part.alike)
      }),
    )
    expect(wordParts('Dear John, common mine', 'Dear Sir John, common')).toEqual([
      { alike: true, mine: 'Dear ', theirs: 'Dear ' },
      { alike: false, mine: '', theirs: 'Sir' },
      { alike: true, mine: 'John, common ', theirs: ' John, common' },
      { alike: false, mine: 'mine', theirs: '' },
    ])
  })
})

describe('orders', () => {
  it('that two people changed in different places are put together; the same place is told', () => {
    expect(mergeLists([...'abcdef'], [...'bacdef'], [...'abcdfe'])).toEqual([...'bacdfe'])
    expect(mergeLists([...'abc'], [...'axbc'], [...'abyc'])).toEqual([...'axbyc'])
    expect(mergeLists([...'abc'], [...'axbc'], [...'aybc'])).toBe(null)
    expect(mergeLists([...'abc'], [...'ac'], [...'ac'])).toEqual([...'ac'])
  })

  it('rise as long as they can', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 30 }), { maxLength: 12 }), (numbers) => {
        const row = longestRise(numbers)
        const values = row.map((at) => numbers[at]!)
        for (let at = 1; at < row.length; at++) {
          expect(row[at]!).toBeGreaterThan(row[at - 1]!)
          expect(values[at]!).toBeGreaterThan(values[at - 1]!)
        }
        const best: number[] = []
        numbers.forEach((number, at) => {
          best[at] = number < 0 ? 0 : 1 + Math.max(0, ...numbers.slice(0, at).map((one, k) => (one < number ? best[k]! : 0)))
        })
        expect(row.length).toBe(Math.max(0, ...best))
      }),
    )
  })
})

describe('two people at work on one letter', () => {
  it('in different blocks: both keep all that they did, and the ledger is whole', () => {
    let kept = 0
    fc.assert(
      fc.property(
        day(5),
        fc.array(small, { minLength: 1, maxLength: 4 }),
        fc.array(small, { minLength: 1, maxLength: 4 }),
        (common, one, two) => {
          const base = atWork(common, 0)
          const [ours, other] = [atWork(common, 1), atWork(common, 2)]
          const blocks = itemsOf(transcriptOf(base)).flatMap((item) => (item.kind === 'block' ? [item.child.id] : []))
          // mine are blocks 0, 4, 8 …, theirs 2, 6 …: never the same one, and never with a common joint
          const share = (nth: number) => blocks.filter((_, at) => at % 4 === nth)
          if (share(0).length === 0 || share(2).length === 0) return
          for (const step of one) doIn(ours, share(0), step)
          for (const step of two) doIn(other, share(2), step)
          const [was, mine, theirs] = [transcriptOf(base), transcriptOf(ours), transcriptOf(other)]
          const merged = merge(was, mine, theirs)
          expect(merged).toMatchObject({ ok: true })
          if (!merged.ok) return
          expect(wholeness(merged.transcript)).toEqual([])
          const [before, a, b, now] = [was, mine, theirs, merged.transcript].map(prints)
          for (const [side, unchanged] of [
            [a!, b!],
            [b!, a!],
          ] as const)
            for (const key of new Set([...before!.keys(), ...side.keys()])) {
              if (side.get(key) === before!.get(key)) continue
              kept++
              expect(now!.get(key), `${key}, which ${unchanged === a ? 'they' : 'I'} changed`).toBe(side.get(key))
            }
          expect(merge(was, theirs, mine), 'it does not matter who comes first').toMatchObject({ ok: true })
        },
      ),
    )
    expect(kept).toBeGreaterThan(500)
  })

  it('anywhere: what is put together is whole and loses nothing; what is not, both changed', () => {
    const seen = { merged: 0, told: 0 }
    fc.assert(
      fc.property(day(5), day(4), day(4), (common, one, two) => {
        const base = atWork(common, 0)
        const [ours, other] = [atWork(common, 1), atWork(common, 2)]
        for (const step of one) ours.do(step)
        for (const step of two) other.do(step)
        const [was, mine, theirs] = [transcriptOf(base), transcriptOf(ours), transcriptOf(other)]
        const merged = merge(was, mine, theirs)
        const [before, a, b] = [was, mine, theirs].map(prints)
        if (!merged.ok) {
          seen.told++
          expect(canonicalTranscript(mine)).not.toBe(canonicalTranscript(was))
          expect(canonicalTranscript(theirs)).not.toBe(canonicalTranscript(was))
          for (const key of merged.keys) {
            expect(a!.get(key)).not.toBe(before!.get(key))
            expect(b!.get(key)).not.toBe(before!.get(key))
          }
          return
        }
        seen.merged++
        expect(wholeness(merged.transcript)).toEqual([])
        const now = prints(merged.transcript)
        for (const key of new Set([...before!.keys(), ...a!.keys(), ...b!.keys()])) {
          const changed = [a!, b!].filter((side) => side.get(key) !== before!.get(key))
          for (const side of changed) expect(now.get(key)).toBe(side.get(key))
          if (changed.length === 0) expect(now.get(key)).toBe(before!.get(key))
        }
      }),
    )
    expect(Math.min(seen.merged, seen.told)).toBeGreaterThan(20)
  })

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
  const base = () => transcriptOf(new RandomWork(LETTERS))
  const said = (merged: Merge) => (merged.ok ? 'merged' : merged.both)

  it('who changed the same block in different ways are told', () => {
    expect(said(merge(base(), change(base(), 2, 'mine'), change(base(), 2, 'theirs')))).toBe('text')
    expect(said(merge(base(), change(base(), 2, 'the same'), change(base(), 2, 'the same')))).toBe('merged')
  })

  it('who both changed the order of pages are told, though each moved another', () => {
    const order = (...pages: number[]) => ({ ...base(), pages: pages.map((at) => base().pages[at]!) })
    expect(base().pages.length).toBe(3)
    expect(said(merge(base(), order(1, 0, 2), order(0, 2, 1)))).toBe('order')
    expect(said(merge(base(), order(1, 0, 2), change(base(), 4, 'theirs')))).toBe('merged')
  })

  it('of whom one took a block away that the other changed are told', () => {
    const without = {
      ...base(),
      pages: base().pages.map((page, at) => (at > 0 ? page : { ...page, content: page.content.slice(1) })),
    }
    expect(said(merge(base(), change(base(), 0, 'mine'), without))).toBe('text')
  })

  it('whose machine transcripts differ are never put together', () => {
    const other = { ...base(), originals: base().originals.map((original) => ({ ...original, text: `${original.text}!` })) }
    expect(said(merge(base(), change(base(), 0, 'mine'), other))).toBe('original')
  })

  it('are never put together to a text that is not whole: a stretch that both brought back has two owners', () => {
    const gone: Transcript = {
      ...base(),
      pages: base().pages.map((page, at) => (at > 0 ? page : { ...page, content: page.content.slice(1) })),
      unused: [{ id: 'gone', reason: 'deleted', source: (base().pages[0]!.content[0] as Block).source }],
    }
    const back = (id: string, before: number): Transcript => ({
      ...gone,
      unused: [],
      pages: gone.pages.map((page, at) => {
        const block = { ...(base().pages[0]!.content[0] as (typeof page.content)[number]), id }
        return at > 0 ? page : { ...page, content: page.content.toSpliced(before, 0, block) }
      }),
    })
    expect(said(merge(gone, back('mine', 0), back('theirs', 3)))).toBe('whole')
  })

  it('are named, with how much was taken from the other', () => {
    const line = { when: '2026-11-21T09:00:00.000Z', who: 'Ruth', what: 'edited' }
    const theirs = { ...change(change(base(), 1, 'theirs'), 4, 'theirs too'), revisions: [line] }
    const merged = merge(base(), change(base(), 0, 'mine'), theirs)
    expect(merged).toMatchObject({ ok: true, taken: { blocks: 2, notes: 0, more: false, who: ['Ruth'] } })
    expect(merged.ok && merged.transcript.revisions).toEqual([line])
  })
})

/** One small step of work in one of the blocks, wherever it stands now. */
function doIn(
  work: RandomWork,
  ids: readonly string[],
  { kind, at, b, c }: { kind: Deed['kind']; at: number; b: number; c: number },
): void {
  const id = ids[at % ids.length]!
  const places: number[] = []
  let count = -1
  // the carets that `RandomWork` counts: of the text and, for what selects in one block, of the margin
  work.state.doc.descendants((node, pos) => {
    if (!node.isTextblock) return true
    for (let place = 0; place <= node.content.size; place++) {
      const { nodeBefore, nodeAfter } = work.state.doc.resolve(pos + 1 + place)
      if (/[\ud800-\udbff]$/.test(nodeBefore?.text ?? '') && /^[\udc00-\udfff]/.test(nodeAfter?.text ?? '')) continue
      count++
      if (node.attrs.id === id && place + b <= node.content.size) places.push(count)
    }
    return false
  })
  const a = places[(at * 7) % Math.max(places.length, 1)]
  if (a !== undefined) work.do({ kind, a, b: kind === 'tag' && b > 0 ? b - 1 : b, c })
}
