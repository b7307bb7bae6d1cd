import fc from 'fast-check'
import { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { replaceReference } from '../../shared/commands/replace-reference.ts'
import { canonicalText } from '../../shared/format/canonical.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { mentionsIn } from '../../shared/search/mentions.ts'
import { mergedName, mergedPerson, registerOf } from '../../shared/search/register.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { block, gap, lb, letter, mark, object, page, point, said } from './export-letter.ts'

const PEOPLE = [
  { id: 'pym', name: 'Pym', offices: [] },
  { id: 'carrington', name: 'Lord Carrington', offices: [] },
]
const NAMES = [{ id: 'bonn', kind: 'place', name: 'Bonn', says: null, authority: null }] as const
const content = {
  content: [
    said('Dear '),
    said('Lord', 'a'),
    lb('a'),
    said('Carrington', 'a'),
    said(', '),
    gap(),
    said(' in '),
    said('Bonn', 'b', 'c'),
  ],
  annotations: { a: mark('persName', { ref: 'carrington' }), b: mark('placeName', { ref: 'bonn' }), c: mark('orgName') },
}
const DOC = toDocument(
  letter([
    page(
      [
        block('paragraph', content),
        block('paragraph', { content: [said('and ', 'd'), point('n')], annotations: { d: mark('persName', { ref: 'pym' }) } }),
        block('paragraph', { content: [said('Pym', 'd')], annotations: { d: mark('persName', { ref: 'pym' }) } }),
      ],
      [
        object(
          'note',
          'n',
          { content: [said('Pym!', 'e')], annotations: { e: mark('persName', { ref: 'pym' }) } },
          { hand: 'mt' },
        ),
      ],
    ),
  ]),
)

test('a mention is told once, in its line, wherever it stands: over a line end, overlapping, over two blocks, in a note', () => {
  expect(mentionsIn(DOC).map(({ type, ref, before, words, after, beside }) => [type, ref, before, words, after, beside])).toEqual(
    [
      ['persName', 'carrington', 'Dear ', 'Lord Carrington', ', […] in Bonn', false],
      ['orgName', null, 'Dear Lord Carrington, […] in ', 'Bonn', '', false],
      ['placeName', 'bonn', 'Dear Lord Carrington, […] in ', 'Bonn', '', false],
      ['persName', 'pym', '', 'and ', '', false],
      ['persName', 'pym', '', 'Pym!', '', true],
    ],
  )
  for (const { from, to, words } of mentionsIn(DOC)) expect(DOC.textBetween(from, to, '', ' ')).toBe(words)
})

describe('the register', () => {
  test('goes by kind and name, has what nothing names too, and what names nobody at the end of its kind', () => {
    const rows = registerOf(PEOPLE, NAMES, [{ document: 1, mentions: mentionsIn(DOC) }])
    expect(rows.map(({ kind, entry, mentions }) => [kind, entry?.name ?? null, mentions.length])).toEqual([
      ['person', 'Lord Carrington', 1],
      ['person', 'Pym', 2],
      ['organisation', null, 1],
      ['place', 'Bonn', 1],
    ])
    expect(registerOf(PEOPLE, NAMES, []).map(({ mentions }) => mentions.length)).toEqual([0, 0, 0])
  })

  test('makes one entry of two: what the first states stands, what only the other states is kept', () => {
    const held = [{ office: 'Secretary', from: '1982-04-06', to: null }]
    expect(
      mergedPerson(
        { id: 'a', name: 'A', offices: ['X'] },
        { id: 'b', name: 'B', offices: ['X', 'Secretary'], held, authority: 'https://b' },
      ),
    ).toEqual({
      id: 'a',
      name: 'A',
      offices: ['X', 'Secretary'],
      held,
      authority: 'https://b',
    })
    expect(
      mergedName({ ...NAMES[0], says: 'the seat' }, { ...NAMES[0], id: 'b', says: 'no', authority: 'https://b' }),
    ).toMatchObject({
      id: 'bonn',
      says: 'the seat',
      authority: 'https://b',
    })
  })
})

test('what named one names another: every mention is conserved, the tags stay, no word changes, and one undo is one step', () => {
  fc.assert(
    fc.property(arbitraryTranscript, fc.boolean(), (transcript, away) => {
      const before = EditorState.create({ doc: toDocument(transcript) })
      const to = away ? null : 'person1'
      let steps = 0
      let after = before
      replaceReference('person0', to)(before, (tr) => {
        steps += 1
        after = before.apply(tr)
      })
      after.doc.check()
      const [was, now] = [mentionsIn(before.doc), mentionsIn(after.doc)]
      expect(now.map(({ id, type, words }) => [id, type, words])).toEqual(was.map(({ id, type, words }) => [id, type, words]))
      expect(now.map(({ ref, type }) => (type === 'persName' ? ref : 0))).toEqual(
        was.map(({ ref, type }) => (type === 'persName' ? (ref === 'person0' ? to : ref) : 0)),
      )
      expect(after.doc.textContent).toBe(before.doc.textContent)
      expect(steps).toBeLessThanOrEqual(1)
      expect(canonicalText(fromDocument(after.doc))).not.toMatch(/"ref": ?"person0"/)
    }),
    { numRuns: 60 },
  )
})
