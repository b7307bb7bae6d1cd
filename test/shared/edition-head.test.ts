import { describe, expect, test } from 'vitest'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { block, division, letter, page } from './export-letter.ts'

const CONTEXT = { version: '0.1.0', sha256: null, description: null }
const html = (transcript: Transcript, context = {}) =>
  writeReadingEdition(transcript, { queries: false }, { ...CONTEXT, ...context }).text
const tei = (transcript: Transcript, context = {}) => {
  const written = writeTei(transcript, { correction: 'silent', queries: false }, { ...CONTEXT, ...context })
  return written.ok ? written.value.text : written.fault.sentence
}
const named = (transcript: Transcript): Transcript => ({
  ...transcript,
  paper: { ...transcript.paper, kind: 'letter', from: 'F N Richards', to: 'A J Coles' },
})
const TITLE = 'Letter from F N Richards to A J Coles'
const headings = (page: string) =>
  [...page.matchAll(/<h([12])[^>]*>(?:<bdi>)?([^<]*)/g)].map(([, level, words]) => `${level} ${words}`)

describe('the head of an edition', () => {
  test('of one paper is that paper’s title', () => {
    expect(headings(html(named(letter([page([block('paragraph')])]))))[0]).toBe(`1 ${TITLE}`)
  })

  test('of several papers says how many; the title of each stands once, at the paper', () => {
    const two = html(named(letter([page([block('paragraph'), division('d2'), block('paragraph')])])))
    expect(headings(two).slice(0, 3)).toEqual(['1 2 papers', `2 ${TITLE}`, '2 Paper 2'])
  })
})

describe('what an edition says of the file it was made from', () => {
  const one = letter([page([block('paragraph')])])
  test.each([
    ['a saved transcript', { sha256: '0'.repeat(64) }, `transcript sha256 ${'0'.repeat(64)}.`],
    ['work with changes since', { changed: true }, 'made before the last changes were saved.'],
    ['a letter that nobody worked on', {}, 'no transcript was saved yet.'],
  ])('%s', (_what, context, words) => {
    for (const edition of [html(one, context), tei(one, context)]) expect(edition).toContain(words)
  })
})
