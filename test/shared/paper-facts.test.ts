import { describe, expect, test } from 'vitest'
import { archiveOf, referenceOf } from '../../shared/export/archive.ts'
import type { Description, ExportContext } from '../../shared/export/context.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { statisticsOf } from '../../shared/metrics/statistics.ts'
import { emptyPaper } from '../../shared/model/paper.ts'
import type { Paper, Transcript } from '../../shared/model/transcript.ts'
import { isEmptyValue } from '../../shared/vocabulary/attribute.ts'
import { PAPER_FACTS } from '../../shared/vocabulary/paper.ts'
import { block, division, letter, page } from './export-letter.ts'

const NO_DESCRIPTION: Description = {
  title: null,
  country: null,
  settlement: null,
  repository: null,
  reference: null,
  series: null,
  piece: null,
  rights: null,
  licence: null,
  policy: [],
}

const FACTS = {
  relatedAs: 'Flag A',
  copies: ['Frank Cooper', 'Antony Acland'],
  copyGroups: ['members of OD'],
  subject: 'Poland',
  dateWritten: '12 March 1982',
  notBefore: '1982-03-11',
  notAfter: '1982-03-12',
  cert: 'medium',
  basis: 'context',
  basisNote: 'the answer',
  place: 'London',
  ourReference: 'ENS 014/2',
  yourReference: 'AJC 7',
  fileReference: 'EN 021/1',
  marking: 'none-seen',
  covering: 'secret',
  markingWritten: 'covering SECRET',
  caveats: ['personal'],
  repository: 'Churchill Archives Centre',
  series: 'THCR',
  piece: '1/2',
  item: '3',
  folios: 'f 7',
  rights: 'of the estate',
  licence: 'none',
  recogniser: 'Transkribus Text Titan',
}

const told = (facts: Paper['facts'], first: Partial<Paper> = {}): Transcript =>
  letter(
    [
      page([
        block('paragraph'),
        division('reply', { kind: 'letter', relation: 'answers', relatedTo: 'paper1', facts: facts! }),
        block('paragraph'),
      ]),
    ],
    {
      paper: { ...emptyPaper('paper1'), from: 'Richards', ...first },
    },
  )

const context = (description: Description | null): ExportContext => ({ version: '0.1.0', sha256: null, description })
const flat = (text: string) => text.replace(/\n\s*/g, '')
function tei(transcript: Transcript, description: Description | null = null): string {
  const written = writeTei(transcript, { correction: 'silent', queries: false }, context(description))
  if (!written.ok) throw new Error(written.fault.sentence)
  return flat(written.value.text)
}
const html = (transcript: Transcript, description: Description | null = null) =>
  writeReadingEdition(transcript, { queries: false }, context(description)).text

describe('what is stated of a paper', () => {
  test('is every fact that there is: none is forgotten here', () => {
    // what is withheld leaves in no edition: its own tests
    const { withheld, ...facts } = PAPER_FACTS
    expect([withheld.kind, ...Object.keys(FACTS)]).toEqual(['text', ...Object.keys(facts)])
    for (const [name, spec] of Object.entries(facts))
      expect(isEmptyValue(spec, FACTS[name as keyof typeof FACTS]), name).toBe(false)
  })

  test('is saved under its own names and read back, and nothing stands in the file where nothing is stated', () => {
    const text = serialise(told(FACTS))
    const read = parseTranscript(text)
    expect(read.ok && serialise(read.value)).toBe(text)
    expect(read.ok && read.value.pages[0]?.content[1]).toMatchObject({ type: 'division', facts: FACTS })
    expect(text.match(/"facts"/g)).toHaveLength(1)
    expect(serialise(told({}))).not.toContain('facts')
  })

  test.each([
    ['a marking that nobody knows', '"none-seen"', '"cosmic"'],
    ['a copy to nobody', '"members of OD"', '""'],
    ['a fact of another name', '"place"', '"weather"'],
  ])('%s is refused in a file', (_, good, bad) => {
    const text = serialise(told(FACTS))
    expect(text).toContain(good)
    expect(parseTranscript(text.replace(good, bad)).ok).toBe(false)
  })

  test('leaves as TEI, each in its place', () => {
    const text = tei(told(FACTS))
    const desc = text.slice(text.indexOf('<correspDesc corresp="#reply">'))
    expect(desc.slice(0, desc.indexOf('</correspDesc>'))).toBe(
      '<correspDesc corresp="#reply"><correspAction type="sent"><placeName>London</placeName>' +
        '<date notBefore="1982-03-11" notAfter="1982-03-12" cert="medium" evidence="internal"><certainty locus="value" cert="medium"><desc>the answer</desc></certainty>12 March 1982</date></correspAction>' +
        '<correspAction type="copied"><name>Frank Cooper</name><name>Antony Acland</name><name type="group">members of OD</name></correspAction>' +
        '<correspContext><ref type="answers" target="#paper1">answers as Flag A</ref></correspContext>' +
        '<note type="our-reference">ENS 014/2</note><note type="your-reference">AJC 7</note><note type="file-reference">EN 021/1</note>' +
        '<note type="subject">Poland</note>' +
        '<note type="marking">none seen in the transcript; covering SECRET; PERSONAL; as printed: covering SECRET</note><note type="recogniser">Transkribus Text Titan</note>' +
        '<note type="archive">Churchill Archives Centre, THCR/1/2/3, f 7</note><note type="rights">of the estate</note><note type="licence">none</note>',
    )
  })

  test('stands before its text in the reading edition, and nothing does where nothing is stated', () => {
    const text = html(told(FACTS))
    for (const words of [
      'as Flag A',
      'Frank Cooper; Antony Acland; members of OD',
      '12 March 1982, not before 11 Mar 1982',
      'none seen in the transcript',
      'THCR/1/2/3',
    ])
      expect(text).toContain(words)
    expect(html(letter([page([block('paragraph')])]))).not.toContain('<p class="source-note')
  })

  test('is told by stats for each paper', () => {
    const two = told(FACTS, { kind: 'letter', to: 'Coles', date: '1982-03-12' })
    expect(statisticsOf(two).divisions).toEqual([
      { kind: 'letter', from: 'Richards', to: 'Coles', date: '1982-03-12' },
      { kind: 'letter', from: null, to: null, date: null },
    ])
  })
})

describe('where a paper is kept', () => {
  const tna = { ...NO_DESCRIPTION, repository: 'The National Archives', series: 'PREM 19', piece: '684', rights: 'Crown' }
  const paper = (facts: Paper['facts']) => ({ ...emptyPaper('p'), facts: facts! })

  test('is what the collection says where the paper says nothing', () => {
    expect(archiveOf(paper({}), tna)).toMatchObject({ repository: 'The National Archives', rights: 'Crown' })
    expect(referenceOf(paper({}), tna)).toBe('PREM 19/684')
    expect(referenceOf(paper({ piece: '685', folios: 'f 12' }), tna)).toBe('PREM 19/685, f 12')
  })

  test('never mixes one house’s series with another’s', () => {
    expect(referenceOf(paper({ repository: 'Churchill Archives Centre' }), tna)).toBe('[reference not known]')
    expect(referenceOf(paper({ series: 'FCO 28' }), tna)).toBe('FCO 28')
    expect(referenceOf(paper({ repository: 'Churchill Archives Centre' }), { ...tna, reference: 'PREM 19/684' })).toBe(
      '[reference not known]',
    )
  })

  test('is not known where nobody typed it', () => {
    expect(referenceOf(paper({}), null)).toBe('[reference not known]')
    expect(tei(told({}), NO_DESCRIPTION)).toContain('<bibl>[reference not known]</bibl>')
    expect(html(told({}), NO_DESCRIPTION)).toContain('[reference not known]')
  })

  test('a marking is never had from the collection or from another paper', () => {
    const first = told({}, { facts: { marking: 'secret' } })
    expect(tei(first).match(/type="marking"/g)).toHaveLength(1)
  })
})
