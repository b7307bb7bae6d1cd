import { describe, expect, test } from 'vitest'
import { CITATIONS, cite } from '../../shared/export/citation.ts'
import { descriptionFrom, type ExportContext } from '../../shared/export/context.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { citationsFrom, citationsText, readCitations } from '../../shared/export/own-citations.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import { emptyPaper } from '../../shared/model/paper.ts'
import { POLICY } from '../../shared/vocabulary/policy.ts'
import { block, letter, page } from './export-letter.ts'

const HOUSES = CITATIONS.map(({ name, template }) => [name, template] as const)
const [TNA, CHURCHILL, FRUS, DBPO, THATCHER] = CITATIONS.map(({ template }) => template) as [
  string,
  string,
  string,
  string,
  string,
]
const PAGE = { printed: '2', folio: null, number: 2 }
const PAPER = {
  ...emptyPaper('p'),
  from: 'F N Richards',
  to: 'A J Coles',
  date: '1982-03-12',
  facts: { dateWritten: '12 March 1982.', place: 'London', marking: 'secret' },
}

describe('a citation', () => {
  const archive = descriptionFrom({
    description: { title: 'Poland', repository: 'The National Archives', series: 'PREM 19', piece: '684' },
  })

  test.each([
    [TNA, 'The National Archives, PREM 19/684, F N Richards to A J Coles, 12 March 1982, p. 2'],
    [CHURCHILL, 'The National Archives, Poland, PREM 19/684, F N Richards to A J Coles, 12 March 1982, p. 2'],
    [FRUS, 'F N Richards to A J Coles, London, 12 March 1982. Source: The National Archives, Poland, PREM 19/684, p. 2. SECRET.'],
    [DBPO, 'F N Richards to A J Coles, London, 12 March 1982, p. 2 (PREM 19/684)'],
  ] as const)('by %s has what was stated, in that order', (style, words) => {
    expect(cite({ paper: PAPER, page: PAGE, note: null }, archive, style)).toBe(words)
  })

  test('that ends with the marking says of what it speaks, where no level stands there', () => {
    const none = { ...PAPER, facts: { ...PAPER.facts, marking: 'none-seen' } }
    expect(cite({ paper: none, page: PAGE, note: null }, archive, FRUS)).toMatch(
      /, p\. 2\. Marking: none seen in the transcript\.$/,
    )
  })

  test.each(HOUSES)('as in %s never prints a reference, a house, a name or a date that nobody typed', (_house, style) => {
    const words = cite({ paper: emptyPaper('p'), page: { printed: null, folio: null, number: 3 }, note: null }, null, style)
    expect(words).toContain('[reference not known]')
    expect(words).toMatch(/\[writer not stated\] to \[recipient not stated\]/)
    expect(words).toContain('date not stated')
    expect(words).toContain('page 3 of the transcript')
    expect(words).not.toMatch(/National|PREM|Kew|Churchill|null|undefined/)
  })

  test('names the folio where the archive has one', () => {
    expect(cite({ paper: PAPER, page: { ...PAGE, folio: '12' }, note: null }, archive, TNA)).toContain('folio 12')
  })
})

describe('a citation in the words of the collection', () => {
  const nothing = { paper: emptyPaper('p'), page: { printed: null, folio: null, number: 3 }, note: null }
  const all = { paper: PAPER, page: PAGE, note: { by: 'MT', words: 'Nigel - tidy up' } }

  test('has the note that the caret is in, by its hand', () => {
    expect(cite(all, null, THATCHER)).toBe(
      'paper from F N Richards to A J Coles [MT: “Nigel - tidy up”], 12 March 1982, [reference not known], p. 2',
    )
    expect(cite({ ...all, note: null }, null, THATCHER)).toContain('to A J Coles, 12 March 1982')
  })

  test.each([
    ['{repository}, {reference}; {place}.', '[reference not known].'],
    ['{place}, {reference}, {title}', '[reference not known]'],
    ['{reference} ({place})', '[reference not known] ([place not stated])'],
    ['At {place}: {reference}', 'At [place not stated]: [reference not known]'],
    ['{reference}, {marking}. {page}', '[reference not known]. page 3 of the transcript'],
    ['Cited as it stands', 'Cited as it stands'],
    ['{reference}, {shelfmark}', '[reference not known], {shelfmark}'],
  ])('%s: what nobody stated is left out with its comma, or said to be not stated', (template, words) => {
    expect(cite(nothing, null, template)).toBe(words)
  })

  test('is written as lines of a name and its words; what stands for nothing is told, and nothing else is lost', () => {
    const text = 'House = {reference}, {page}\n\nHouse = {date}\nno words\n# a remark\nShelf = {shelfmark}\nSame = as ever'
    const { citations, problems } = readCitations(text)
    expect(citations.map(({ name }) => name)).toEqual(['House', 'Shelf', 'Same'])
    expect(problems).toEqual([
      'Line 3: “House” has words already; the first hold.',
      'Line 4: it needs a name, an equals sign and words.',
      'Line 6: {shelfmark} stands for nothing, and will be printed as it is.',
      'Line 7: it names nothing of the paper: every citation will read the same.',
    ])
    expect(readCitations(citationsText(citations)).citations).toEqual(citations)
    expect(citationsFrom({ citations })).toEqual(citations)
    expect(readCitations(citationsText([]))).toEqual({ citations: [], problems: [] })
    expect(citationsFrom({ citations: [null, { name: 'x' }, 'House'] })).toEqual([])
    // named by another program by what would be no name in a line
    const others = citationsFrom({ citations: [{ name: '# a = b', template: '{reference},\n{page}' }] })
    expect(readCitations(citationsText(others)).citations).toEqual(others)
    expect(others).toEqual([{ name: 'a b', template: '{reference}, {page}' }])
  })
})

describe('the editorial policy', () => {
  const context = (policy: unknown): ExportContext => ({
    version: '0.1.0',
    sha256: null,
    description: descriptionFrom({ policy } as never),
  })
  const one = letter([page([block('paragraph')])])

  test('leaves with every edition as it was stated, and no model wording does unless it was', () => {
    const stated = context({ machine: 'Errors of the machine were mended.', unknown: 'kept by others', names: '  ' })
    const tei = writeTei(one, { correction: 'silent', queries: false }, stated)
    expect(tei.ok && tei.value.text).toContain(
      '<p n="Errors of the machine">Errors of the machine: Errors of the machine were mended.</p>',
    )
    expect(tei.ok && tei.value.text.match(/<p n="/g)).toHaveLength(1)
    const html = writeReadingEdition(one, { queries: false }, stated).text
    expect(html).toContain('Errors of the machine were mended.')
    const none = writeTei(one, { correction: 'silent', queries: false }, context(null))
    for (const { model } of Object.values(POLICY)) {
      expect(none.ok && none.value.text).not.toContain(model)
      expect(html).not.toContain(model)
    }
  })
})
