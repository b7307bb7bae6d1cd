import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withPlacesTagged } from '../../shared/commands/tag-alike.ts'
import { textToSave } from '../../shared/format/text-to-save.ts'
import { toDocument } from '../../shared/schema/document.ts'
import { alikeIn } from '../../shared/search/alike.ts'
import { mentionsIn } from '../../shared/search/mentions.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { seededIds } from '../support/imported.ts'
import { block, HANDS, lb, letter, mark, object, page, point, said } from './export-letter.ts'

const LETTER = letter([
  page(
    [
      block('paragraph', {
        content: [said('Mr Buckley', 'a'), said(' and Mr'), lb(), said('Buckley, not Buckleys or mr buckley')],
        annotations: { a: mark('persName', { ref: 'b' }) },
      }),
      block('paragraph', { content: [said('Mr '), point('n'), said('Buckley'), point('e')] }),
      block('paragraph', 'Mr Buckley by hand', { hand: 'mt' }),
      block('paragraph', { content: [said('Mr Buckley', 'd')], annotations: { d: mark('placeName') } }),
    ],
    [object('note', 'n', 'Mr Buckley again', { hand: 'mt' }), object('editornote', 'e', 'Mr Buckley was')],
  ),
])
const alike = () => alikeIn(toDocument(LETTER), 'Mr Buckley', 'persName', HANDS)

describe('the same words elsewhere', () => {
  test('are listed in their line: over a line end and an anchor, not those of other capitals, not what is tagged so already', () => {
    expect(alike().map(({ before, words, after, handwritten }) => [before, words, after, handwritten])).toEqual([
      ['Mr Buckley and ', 'Mr Buckley', ', not Buckleys or mr buckley', false],
      ['', 'Mr Buckley', '', false],
      ['', 'Mr Buckley', ' by hand', true],
      ['', 'Mr Buckley', '', false],
      ['', 'Mr Buckley', ' again', true],
      ['', 'Mr Buckley', ' was', false],
    ])
  })

  test('are tagged as one: each by itself, the text and every other annotation as they were', () => {
    const tagged = withPlacesTagged(LETTER, seededIds(), alike(), 'persName', 'b')
    const [before, after] = [toDocument(LETTER), toDocument(tagged)]
    expect(after.textContent).toBe(before.textContent)
    const mentions = mentionsIn(after)
    expect(mentions.filter(({ type }) => type === 'persName')).toHaveLength(7)
    expect(new Set(mentions.map(({ id }) => id)).size).toBe(mentions.length)
    expect(mentions.filter(({ type }) => type === 'placeName')).toHaveLength(1)
    expect(alikeIn(after, 'Mr Buckley', 'persName', HANDS)).toEqual([])
  })
})

test('whatever is tagged can be saved and says nothing else than before', () => {
  fc.assert(
    fc.property(arbitraryTranscript, fc.string({ minLength: 1, maxLength: 2 }), (transcript, words) => {
      const places = alikeIn(toDocument(transcript), words, 'event', transcript.hands)
      const tagged = withPlacesTagged(transcript, seededIds(), places, 'event', null)
      expect(textToSave(tagged).ok).toBe(true)
      expect(toDocument(tagged).textContent).toBe(toDocument(transcript).textContent)
    }),
    { numRuns: 60 },
  )
})
