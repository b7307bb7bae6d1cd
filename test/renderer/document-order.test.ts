import { describe, expect, it } from 'vitest'
import { arranged, progressOf, stateInWords } from '../../renderer/features/documents/document-order.ts'
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

  it('finds by words of the name, of a further original, and of the state', () => {
    expect(names(arranged(ALL, 'RICH', 'name'))).toBe('r')
    expect(names(arranged(ALL, 'second-page', 'name'))).toBe('r')
    expect(names(arranged(ALL, 'never opened', 'name'))).toBe('p')
    expect(names(arranged(ALL, 'conflict wal', 'name'))).toBe('w')
    expect(arranged(ALL, 'nobody', 'name')).toEqual([])
  })

  it('says how far each has come, and how far all of them', () => {
    expect(stateInWords(ALL[0]!, false)).toBe('● corrected, not collated with the paper')
    expect(stateInWords(ALL[3]!, false)).toBe('● approved · 1 conflict copy')
    expect(stateInWords(ALL[1]!, true)).toBe('◐ open, nothing saved yet')
    expect(progressOf(ALL)).toBe('4 documents · 1 corrected · 1 never opened · 1 in progress · 1 approved')
  })
})
