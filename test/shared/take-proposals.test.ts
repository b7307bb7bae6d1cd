// What is proposed of a machine transcript is taken or refused one by one, by the same commands as the person's own.
import fc from 'fast-check'
import { undo } from 'prosemirror-history'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { setRole } from '../../shared/commands/set-block.ts'
import { objectsOf, pagesOf } from '../../shared/document/access.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { done } from '../../shared/model/result.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { type OpenProposal, openProposals } from '../../shared/propose/open-proposals.ts'
import {
  type FactProposal,
  type Proposal,
  type ProposedRole,
  proposalId,
  type StretchProposal,
} from '../../shared/propose/proposal.ts'
import { proposalsOf } from '../../shared/propose/proposals.ts'
import { isFurniture, refuseProposal, runFrom, takeFurniture, takeProposal, takeRun } from '../../shared/propose/take-proposal.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { papersIn } from '../../shared/schema/papers.ts'
import { anchorFaults, ledgerFaults } from '../../shared/state/invariants.ts'
import { papersOf } from '../judged/papers-of.ts'
import { imported } from '../support/imported.ts'
import { DEEDS } from '../support/random-deeds.ts'
import { RandomWork } from '../support/random-work.ts'

const deed = fc.record({ kind: fc.constantFrom(...DEEDS), a: fc.nat(2000), b: fc.nat(200), c: fc.nat(20) })
const begun = (text: string) => new RandomWork([text], 7, toDocument(imported(text)))
const canonical = (work: RandomWork) => JSON.stringify(fromDocument(work.state.doc))
const whole = (work: RandomWork) => {
  work.state.doc.check()
  expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
  expect(anchorFaults(work.state.doc)).toEqual([])
}
const told = (work: RandomWork) =>
  pagesOf(work.state.doc).flatMap(({ children }) =>
    children.map((child) => {
      const words = child.textBetween(0, child.content.size, '', (leaf) => (leaf.type.name === 'lb' ? '⏎' : ''))
      return `${child.attrs.role ?? ''}: ${words}`
    }),
  )

/** A stretch of a text, by its words. */
function stretch(text: string, words: string, role: ProposedRole | null, more: Partial<StretchProposal> = {}): StretchProposal {
  const start = text.indexOf(words)
  const source = [[0, start, start + words.length]] as const
  return {
    kind: 'stretch',
    id: proposalId('stretch', more.setAside ?? role ?? '', source),
    source,
    role,
    layer: 'typed',
    hand: null,
    setAside: null,
    number: null,
    confidence: 0.9,
    reason: 'It is said so here.',
    ...more,
  }
}
const about = (text: string, words: string) => {
  const start = text.indexOf(words)
  const source = [[0, start, start + words.length]] as const
  return { source, confidence: 0.9, reason: 'It is said so here.' }
}
const openIn = (work: RandomWork, proposals: readonly Proposal[]) => openProposals(work.state.doc, proposals, work.texts)
const take = (work: RandomWork, open: OpenProposal) => work.run(takeProposal(work.context, open))

describe('a proposal that is taken', () => {
  it('gives a block its role, and is open no more; one undo opens it again', () => {
    const text = 'SECRET\n\nDear John,\n\nThank you for your letter.'
    const work = begun(text)
    const before = canonical(work)
    const proposals = [stretch(text, 'SECRET', 'marking'), stretch(text, 'Dear John,', 'salutation')]
    take(work, openIn(work, proposals)[1]!)
    expect(told(work)).toEqual([': SECRET', 'salutation: Dear John,', ': Thank you for your letter.'])
    expect(openIn(work, proposals).map(({ proposal }) => proposal)).toEqual([proposals[0]])
    work.run(undo)
    expect(canonical(work)).toBe(before)
    expect(openIn(work, proposals)).toHaveLength(2)
  })

  it('makes a block of its own of lines that share one, and of the end of a line; the other words stay as they were', () => {
    const text = '10 Downing Street\nWhitehall\n  Dear John,\nThank you.   Yours ever'
    const work = begun(text)
    const proposals = [
      stretch(text, '10 Downing Street\nWhitehall', 'letterhead'),
      stretch(text, 'Dear John,', 'salutation'),
      stretch(text, 'Thank you.', 'paragraph'),
      stretch(text, 'Yours ever', 'close'),
    ]
    const before = canonical(work)
    expect(openIn(work, proposals)).toHaveLength(4)
    for (let left = 4; left > 0; left--) {
      const open = openIn(work, proposals)
      expect(open).toHaveLength(left)
      take(work, open[left === 4 ? 1 : 0]!)
      whole(work)
    }
    expect(told(work)).toEqual([
      'letterhead: 10 Downing Street⏎Whitehall',
      'salutation:   Dear John,',
      'paragraph: Thank you.   ',
      'close: Yours ever',
    ])
    for (let n = 0; n < 4; n++) work.run(undo)
    expect(canonical(work)).toBe(before)
  })

  it('lifts handwriting out of its line, writer not known, and says of a manuscript close who wrote it just so', () => {
    const text = 'I should be grateful No, wait. for your advice.\n\nYours ever'
    const work = begun(text)
    const proposals = [
      stretch(text, 'No, wait.', 'note', { layer: 'handwritten', hand: 'unknown-manuscript' }),
      stretch(text, 'Yours ever', 'close', { layer: 'handwritten', hand: 'unknown-manuscript' }),
    ]
    for (const proposal of proposals) take(work, openIn(work, [proposal])[0]!)
    whole(work)
    expect(told(work)).toEqual([': I should be grateful for your advice.', 'close: Yours ever'])
    const [note] = objectsOf(work.state.doc)
    expect([note!.textContent, note!.attrs.hand, note!.attrs.place ?? null]).toEqual(['No, wait.', 'unknown-manuscript', null])
    expect(work.state.doc.firstChild!.firstChild!.lastChild!.attrs.hand).toBe('unknown-manuscript')
    expect(openIn(work, proposals)).toEqual([])
  })

  it('sets noise aside with its reason', () => {
    const text = 'Dear John,\n\n~~ ;; ~~\n\nYours'
    const work = begun(text)
    take(work, openIn(work, [stretch(text, '~~ ;; ~~', null, { setAside: 'scanner-noise', layer: 'unknown' })])[0]!)
    whole(work)
    expect(told(work)).toEqual([': Dear John,', ': Yours'])
    expect((work.state.doc.attrs.unused as { reason: string }[]).map(({ reason }) => reason)).toEqual(['scanner-noise'])
  })

  it('begins a page with its number, or leaves open on which side a marking stands', () => {
    const text = 'One goes\non here.\n\nSECRET\n\nTwo.'
    const work = begun(text)
    const first: Proposal = { kind: 'turn', id: 'turn 0:9-17', ...about(text, 'on here.'), decided: true, printed: '2' }
    const second: Proposal = { kind: 'turn', id: 'turn 0:19-25', ...about(text, 'SECRET'), decided: false, printed: null }
    for (const proposal of [first, second]) take(work, openIn(work, [proposal])[0]!)
    whole(work)
    expect(pagesOf(work.state.doc).map(({ attrs, textContent }) => [textContent, attrs.printed, attrs.turn])).toEqual([
      ['One goes\n', null, null],
      ['on here.', '2', null],
      ['SECRETTwo.', null, 'undecided'],
    ])
    expect(openIn(work, [first, second])).toEqual([])
  })

  it('begins a paper, and states its facts of that paper alone', () => {
    const text = 'Dear John,\n\nYours, Ada\n\nMINUTE\n\n3 May 1981'
    const work = begun(text)
    const division: Proposal = {
      kind: 'division',
      id: 'division 0:24-30',
      ...about(text, 'MINUTE'),
      paperKind: 'minute',
      relation: 'encloses',
    }
    const fact = (paper: number, name: FactProposal['fact'], value: string, words: string): FactProposal => ({
      kind: 'fact',
      id: `fact ${name} ${paper}`,
      ...about(text, words),
      paper,
      fact: name,
      value,
    })
    const facts = [fact(0, 'from', 'Ada', 'Ada'), fact(1, 'date', '1981-05-03', '3 May 1981')]
    const proposals = [...facts, division]
    // of a paper that is not begun nothing can be stated
    expect(openIn(work, proposals).map(({ proposal }) => proposal.kind)).toEqual(['fact', 'division'])
    take(work, openIn(work, proposals)[1]!)
    for (const proposal of facts) take(work, openIn(work, [proposal])[0]!)
    expect(papersIn(work.state.doc).map(({ paper }) => [paper.kind, paper.relation, paper.from, paper.date])).toEqual([
      [null, null, 'Ada', null],
      ['minute', 'encloses', null, '1981-05-03'],
    ])
    expect(openIn(work, proposals)).toEqual([])
  })
})

describe('a proposal is not made', () => {
  const text = 'Dear John,\n\nThank you.'
  const proposals = [stretch(text, 'Dear John,', 'heading'), stretch(text, 'Thank you.', null)]

  it('where it abstains, or where the person has stated something herself', () => {
    const work = begun(text)
    expect(openIn(work, proposals).map(({ proposal }) => proposal.kind)).toEqual(['stretch'])
    work.run((state, dispatch) => {
      dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, 4)))
      return true
    })
    work.run(setRole('salutation'))
    expect(openIn(work, proposals)).toEqual([])
  })

  it('again where it was refused: not after saving and opening the file; undo takes the refusal back', () => {
    const work = begun(text)
    work.run(refuseProposal(openIn(work, proposals)[0]!))
    expect(openIn(work, proposals)).toEqual([])
    const saved: Transcript = { ...imported(text), ...fromDocument(work.state.doc) }
    const read = parseTranscript(serialise(saved))
    expect(read.ok && openProposals(toDocument(read.value), proposals, work.texts)).toEqual([])
    expect(read).toEqual(done(saved))
    work.run(undo)
    expect(openIn(work, proposals)).toHaveLength(1)
    expect(serialise({ ...imported(text), ...fromDocument(work.state.doc) })).not.toContain('refused')
  })
})

describe('headings and furniture of a page are taken at once', () => {
  it('in one step, and never a hand, a date, a note or what is set aside', () => {
    const text = 'OFFICE\nSECRET\n3 May 1981\n\nThe Inquiry\n\nNo.\n\n- 2 -\n\nTwo.'
    const work = begun(text)
    const proposals: Proposal[] = [
      stretch(text, 'OFFICE', 'letterhead'),
      stretch(text, 'SECRET', 'marking'),
      stretch(text, '3 May 1981', 'dateline'),
      stretch(text, 'The Inquiry', 'heading'),
      stretch(text, 'No.', 'note', { layer: 'handwritten', hand: 'unknown-manuscript' }),
      stretch(text, '- 2 -', 'page-number'),
      { kind: 'turn', id: 'turn', ...about(text, '- 2 -'), decided: true, printed: '2' },
    ]
    const before = canonical(work)
    const open = openIn(work, proposals)
    expect(open.filter(isFurniture)).toHaveLength(5)
    work.run(takeFurniture(work.context, open))
    whole(work)
    expect(told(work)).toEqual([
      'letterhead: OFFICE',
      'marking: SECRET',
      ': 3 May 1981',
      'heading: The Inquiry',
      ': No.',
      'page-number: - 2 -',
      ': Two.',
    ])
    expect(pagesOf(work.state.doc).map(({ attrs }) => attrs.printed)).toEqual([null, '2'])
    work.run(undo)
    expect(canonical(work)).toBe(before)
  })
})

describe('a run of the same role', () => {
  it('is taken in one step, on its page, as far as nothing else is said of its words', () => {
    const text = 'One.\n\nTwo.\n\nYours\n\nThree.'
    const work = begun(text)
    const proposals = [
      ...['One.', 'Two.', 'Three.'].map((words) => stretch(text, words, 'paragraph')),
      stretch(text, 'Yours', 'close'),
    ]
    const open = openIn(work, proposals)
    expect(runFrom(open, open[0]!)).toEqual(open.slice(0, 2))
    expect(runFrom(open, open[2]!)).toEqual([open[2]])
    const before = canonical(work)
    work.run(takeRun(work.context, runFrom(open, open[0]!)))
    expect(told(work)).toEqual(['paragraph: One.', 'paragraph: Two.', ': Yours', ': Three.'])
    work.run(undo)
    expect(canonical(work)).toBe(before)
  })
})

describe('whatever is taken or refused', () => {
  const texts = papersOf('seen').map(({ text }) => text)

  it('undone as often, the papers are as they were; in between, every word has one owner', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.record({ at: fc.nat(), deed: fc.constantFrom('take', 'take', 'take', 'refuse', 'furniture') }), {
          minLength: 1,
          maxLength: 8,
        }),
        (text, deeds) => {
          const work = begun(text)
          const proposals = proposalsOf(imported(text))
          const before = canonical(work)
          let steps = 0
          for (const { at, deed } of deeds) {
            const open = openIn(work, proposals)
            const one = open[at % Math.max(open.length, 1)]
            if (!one) break
            const acted =
              deed === 'take'
                ? take(work, one)
                : deed === 'refuse'
                  ? work.run(refuseProposal(one))
                  : work.run(takeFurniture(work.context, open))
            if (acted) steps++
            if (deed !== 'furniture')
              expect(openIn(work, proposals).map(({ proposal }) => proposal.id)).not.toContain(one.proposal.id)
          }
          whole(work)
          for (; steps > 0; steps--) work.run(undo)
          expect(canonical(work)).toBe(before)
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)

  it('stretches of any words can be taken in any order, also after the text was worked on', () => {
    const text = 'Dear  John,\r\n Thank you 🙂 for it.\r\nYours\r\n\r\nNext page,\r\n  and more\r\n\r\n- 2 -\r\n'
    const role = fc.constantFrom<ProposedRole>('heading', 'paragraph', 'note', 'page-number')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 1, max: 20 }), role), { minLength: 1, maxLength: 6 }),
        fc.array(deed, { maxLength: 4 }),
        (ranges, deeds) => {
          const work = begun(text)
          for (const one of deeds) work.do(one)
          work.rest()
          const proposals = ranges
            .map(([start, length, one]) => [start, Math.min(start + length, text.length), one] as const)
            .filter(([start, end]) => text.slice(start, end).trim() !== '')
            .map(([start, end, one]): StretchProposal => {
              const source = [[0, start, end]] as const
              return { ...stretch(text, 'Dear', one), id: proposalId('stretch', one, source), source }
            })
          const before = canonical(work)
          let steps = 0
          for (let open = openIn(work, proposals); open.length > 0 && steps < 10; open = openIn(work, proposals)) {
            if (!take(work, open.at(-1)!)) break
            steps++
            whole(work)
          }
          for (; steps > 0; steps--) work.run(undo)
          expect(canonical(work)).toBe(before)
        },
      ),
    )
  }, 60_000)
})
