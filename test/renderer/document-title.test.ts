import { expect, test } from 'vitest'
import { calledApart } from '../../renderer/state/document-title.ts'
import type { DocumentEntry } from '../../shared/api/contract.ts'

const entry = (original: string, words?: string) =>
  ({ original, ...(words ? { title: { words, from: 'stated', date: null } } : {}) }) as unknown as DocumentEntry

test('documents that are called alike are told apart by their files; the others need none', () => {
  const some = [entry('a.txt', 'Bone to Coles'), entry('b.txt', 'Bone to Coles'), entry('c.txt', 'Coles to Bone'), entry('d.txt')]
  expect(some.map(calledApart(some))).toEqual(['Bone to Coles (a.txt)', 'Bone to Coles (b.txt)', 'Coles to Bone', 'd.txt'])
})

test('many places in one document are no reason to name its file', () => {
  const one = entry('a.txt', 'Bone to Coles')
  expect([one, one].map(calledApart([one, one]))).toEqual(['Bone to Coles', 'Bone to Coles'])
})
