import { EditorState } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { statePaper } from '../../shared/commands/paper.ts'
import { emptyPaper } from '../../shared/model/paper.ts'
import { factOf, factsFromWords, offerFor, PAPER_FIELDS } from '../../shared/propose/offers-of-paper.ts'
import { readPaper } from '../../shared/propose/read-paper.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { papersIn } from '../../shared/schema/papers.ts'
import { block, letter, page } from './export-letter.ts'

const PAPER = emptyPaper('p1')
const READ = readPaper([
  { role: 'dateline', facts: {}, words: 'London, 12 March 1982' },
  { role: 'marking', facts: {}, words: 'S E C R E T' },
  { role: 'signature', facts: {}, words: '(F N Richards)' },
])
const offered = (paper = PAPER, read = READ) =>
  Object.fromEntries(
    PAPER_FIELDS.flatMap((field) => offerFor(field, paper, read) ?? []).map(({ words, facts }) => [words, facts]),
  )

describe('what is offered for the description of a paper', () => {
  it('is what its blocks state, with the words as written', () => {
    expect(offered()).toEqual({
      'F N Richards': { from: 'F N Richards' },
      '12 March 1982': { date: '1982-03-12', dateWritten: '12 March 1982' },
      London: { place: 'London' },
      'S E C R E T': { marking: 'secret', markingWritten: 'S E C R E T' },
    })
  })

  it('is nothing of what is stated already, and nothing where no block states it', () => {
    const paper = { ...PAPER, from: 'G G H Walden', facts: { covering: 'secret' } }
    expect(Object.keys(offered(paper))).toEqual(['12 March 1982', 'London'])
    expect(offered(PAPER, readPaper([]))).toEqual({})
  })

  it('is the date of a dateline of several blocks, whichever tells it', () => {
    const lines = ['Department of Energy', '13 May 1981'].map((words) => ({ role: 'dateline', facts: {}, words }))
    const offer = { '13 May 1981': { date: '1981-05-13', dateWritten: '13 May 1981' } }
    expect(offered(PAPER, readPaper(lines))).toEqual(offer)
    expect(offered(PAPER, readPaper([...lines].reverse()))).toEqual(offer)
  })

  it('is no place of what stands before the year of a date', () => {
    expect(offered(PAPER, readPaper([{ role: 'dateline', facts: {}, words: '1 June, 1982.' }]))).toEqual({
      '1 June, 1982.': { date: '1982-06-01', dateWritten: '1 June, 1982.' },
    })
  })

  it('is the name and the day that are tagged in those blocks, where one is', () => {
    const tag = (type: string, words: string, when: string | null = null) => ({ type, words, when })
    const blocks = [
      { role: 'dateline', facts: {}, words: 'Paris, Friday 12/3', tagged: [tag('date', 'Friday 12/3', '1982-03-12')] },
      { role: 'signature', facts: {}, words: 'Private Secretary: F N Richards', tagged: [tag('persName', 'F N Richards')] },
      { role: 'addressee', facts: {}, words: 'cc for the attention of A J Coles', tagged: [tag('persName', 'A J\nColes')] },
    ]
    expect(offered(PAPER, readPaper(blocks))).toEqual({
      'Friday 12/3 → 12 Mar 1982': { date: '1982-03-12', dateWritten: 'Friday 12/3' },
      Paris: { place: 'Paris' },
      'F N Richards': { from: 'F N Richards' },
      'A J Coles': { to: 'A J Coles' },
    })
    // two names say nothing of who wrote, and a year alone is no day
    const both = { role: 'signature', facts: {}, words: 'A B\nC D', tagged: [tag('persName', 'A B'), tag('persName', 'C D')] }
    const year = { role: 'dateline', facts: {}, words: 'in 1982', tagged: [tag('date', '1982', '1982')] }
    expect(offered(PAPER, readPaper([both, year]))).toEqual({})
  })

  it('takes selected words as they stand; a date and a marking also in their normal form, where they can be read', () => {
    expect(factsFromWords('from', ' F N\n Richards', PAPER)).toEqual({ from: 'F N Richards' })
    expect(factsFromWords('date', '12 March 1982', PAPER)).toEqual({ date: '1982-03-12', dateWritten: '12 March 1982' })
    expect(factsFromWords('date', '15/3', PAPER)).toEqual({ dateWritten: '15/3' })
    expect(factsFromWords('marking', 'covering SECRET', PAPER)).toEqual({ covering: 'secret', markingWritten: 'covering SECRET' })
    expect(factsFromWords('marking', 'Secret and Personal', PAPER)).toEqual({ markingWritten: 'Secret and Personal' })
    const one = { ...PAPER, facts: { copies: ['Frank Cooper'] } }
    expect(factsFromWords('copies', 'Antony Acland', one)).toEqual({ copies: ['Frank Cooper', 'Antony Acland'] })
    expect(factsFromWords('kind', 'letter', PAPER)).toBeNull()
    expect(factsFromWords('to', '  ', PAPER)).toBeNull()
  })

  it('is stated of its paper alone; other facts stay, and an empty value takes one back', () => {
    let state = EditorState.create({ doc: toDocument(letter([page([block('paragraph')])])) })
    const id = papersIn(state.doc)[0]!.paper.id
    const say = (facts: Parameters<typeof statePaper>[1]) =>
      statePaper(id, facts)(state, (tr) => {
        state = state.apply(tr)
      })
    say({ from: 'F N Richards', place: 'London' })
    say({ date: '1982-03-12', dateWritten: '12 March 1982' })
    const { paper } = papersIn(state.doc)[0]!
    expect([factOf(paper, 'from'), factOf(paper, 'date')]).toEqual(['F N Richards', '1982-03-12'])
    expect(paper.facts).toMatchObject({ place: 'London', dateWritten: '12 March 1982' })
    say({ place: null, from: null })
    expect(papersIn(state.doc)[0]!.paper.from).toBeNull()
    expect(papersIn(state.doc)[0]!.paper.facts).not.toHaveProperty('place')
    expect(say({ place: 'Paris' })).toBe(true)
    expect(statePaper('nobody', { place: 'Paris' })(state)).toBe(false)
  })
})
