import { describe, expect, test } from 'vitest'
import { CITATIONS, type CitationStyle, cite } from '../../shared/export/citation.ts'
import { descriptionFrom, type ExportContext } from '../../shared/export/context.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import { emptyPaper } from '../../shared/model/paper.ts'
import { POLICY } from '../../shared/vocabulary/policy.ts'
import { block, letter, page } from './export-letter.ts'

const STYLES = Object.keys(CITATIONS) as CitationStyle[]
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
    ['tna', 'The National Archives, PREM 19/684, F N Richards to A J Coles, 12 March 1982, p. 2'],
    ['churchill', 'The National Archives, Poland, PREM 19/684, F N Richards to A J Coles, 12 March 1982, p. 2'],
    [
      'frus',
      'F N Richards to A J Coles, London, 12 March 1982. Source: The National Archives, Poland, PREM 19/684, p. 2. SECRET.',
    ],
    ['dbpo', 'F N Richards to A J Coles, London, 12 March 1982, p. 2 (PREM 19/684)'],
  ] as const)('as in %s has what was stated, in that house’s order', (style, words) => {
    expect(cite({ paper: PAPER, page: PAGE }, archive, style)).toBe(words)
  })

  test('that ends with the marking says of what it speaks, where no level stands there', () => {
    const none = { ...PAPER, facts: { ...PAPER.facts, marking: 'none-seen' } }
    expect(cite({ paper: none, page: PAGE }, archive, 'frus')).toMatch(/, p\. 2\. Marking: none seen in the transcript\.$/)
  })

  test.each(STYLES)('as in %s never prints a reference, a house, a name or a date that nobody typed', (style) => {
    const words = cite({ paper: emptyPaper('p'), page: { printed: null, folio: null, number: 3 } }, null, style)
    expect(words).toContain('[reference not known]')
    expect(words).toContain('[writer not stated] to [recipient not stated]')
    expect(words).toContain('date not stated')
    expect(words).toContain('page 3 of the transcript')
    expect(words).not.toMatch(/National|PREM|Kew|Churchill|null|undefined/)
  })

  test('names the folio where the archive has one', () => {
    expect(cite({ paper: PAPER, page: { ...PAGE, folio: '12' } }, archive, 'tna')).toContain('folio 12')
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
