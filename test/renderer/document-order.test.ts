import { describe, expect, it } from 'vitest'
import { arranged, progressOf, stateInWords } from '../../renderer/features/documents/document-order.ts'
import { calledIn } from '../../renderer/state/document-title.ts'
import type { DocumentEntry } from '../../shared/api/contract.ts'

const entry = (original: string, status: string | null, more: Partial<DocumentEntry> = {}): DocumentEntry => ({
  id: original,
  original,
  others: [],
  bytes: 1,
  missing: false,
  transcript: status === null ? null : { name: `${original}.tei.json`, revision: '0' },
  status,
  blocked: null,
  copies: [],
  damaged: [],
  ...more,
})
const ALL = [
  entry('bone.txt', 'corrected'),
  entry('palliser.txt', null),
  entry('richards.txt', 'in-progress', { others: ['second-page.txt'] }),
  entry('walden.txt', 'approved', { copies: ['one'] }),
]
const names = (all: readonly DocumentEntry[]) => all.map(({ original }) => original.slice(0, 1)).join('')

describe('the list of documents', () => {
  it('is ordered by name, by what is least far, or by what is furthest', () => {
    expect(names(arranged(ALL, '', 'name'))).toBe('bprw')
    expect(names(arranged(ALL, '', 'least'))).toBe('prbw')
    expect(names(arranged(ALL, '', 'most'))).toBe('wbrp')
  })

  it('is ordered by the papers’ dates, as far as they are known, and each is called by its title', () => {
    const title = (words: string, date: string | null) => ({ title: { words, from: 'stated', date } as const })
    const all = [
      entry('a.txt', 'corrected', title('Bone to Coles, 14 Oct 1982', '1982-10-14')),
      entry('b.txt', null),
      entry('c.txt', 'corrected', title('Walden to Alexander, 16 Mar 1981', '1981-03-16')),
    ]
    expect(names(arranged(all, '', 'date'))).toBe('cab')
    expect(names(arranged(all, 'alexander mar', 'name'))).toBe('c')
    expect(calledIn(all[0]!).title).toBe('Bone to Coles, 14 Oct 1982')
    expect(calledIn(all[1]!).title).toBe('b.txt')
  })

  it('says of a title that it is only read, not stated', () => {
    const called = (from: 'stated' | 'roles' | 'line') =>
      calledIn(entry('a.txt', 'corrected', { title: { words: 'Bone to Coles', from, date: null } }))
    expect(called('stated').title).toBe('Bone to Coles')
    expect(called('roles').title).toBe('Bone to Coles?')
    expect(called('roles').tip).toContain('not stated of the paper yet')
    expect(called('line').title, 'its first line is no title').toBe('a.txt')
  })

  it('finds by words of the name, of a further original, and of the state', () => {
    expect(names(arranged(ALL, 'RICH', 'name'))).toBe('r')
    expect(names(arranged(ALL, 'second-page', 'name'))).toBe('r')
    expect(names(arranged(ALL, 'never opened', 'name'))).toBe('p')
    expect(names(arranged(ALL, 'conflict wal', 'name'))).toBe('w')
    expect(arranged(ALL, 'nobody', 'name')).toEqual([])
  })

  it('says how far each has come, and how far all of them', () => {
    expect(stateInWords(ALL[0]!, false)).toBe('● corrected, not collated with the paper')
    expect(stateInWords(ALL[3]!, false)).toBe('● approved, not collated · 1 conflict copy')
    expect(stateInWords(ALL[1]!, true)).toBe('◐ open, nothing saved yet')
    const waits = entry('coal.txt', 'corrected', { waiting: true })
    expect(stateInWords(waits, false)).toContain('⚠ unsaved work waits')
    expect(stateInWords(waits, true)).not.toContain('waits')
    expect(progressOf(ALL)).toBe('4 documents · 1 corrected · 1 never opened · 1 in progress · 1 approved')
  })
})
