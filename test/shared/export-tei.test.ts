import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pointerFaults } from '../../shared/export/tei/pointers.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import { CORRECTIONS } from '../../shared/export/tei/writing.ts'
import type { Run, Transcript } from '../../shared/model/transcript.ts'
import { ROLE_NAMES } from '../../shared/vocabulary/roles.ts'
import { element, lined } from '../../shared/xml/node.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { body, CONTEXT, div, IS_JUDGED, judge, of, SILENT, tei } from '../support/judged-tei.ts'
import { RUNS } from '../support/property-runs.ts'
import { block, type Content, division, gap, lb, letter, mark, object, page, point, said } from './export-letter.ts'

const MODES = Object.keys(CORRECTIONS) as (keyof typeof CORRECTIONS)[]

describe('a letter leaves as TEI', () => {
  test('words struck out with words of the same hand right after them are one substitution; apart, or of two hands, they are two things', () => {
    const pair = (other: string, between: readonly Run[] = []) =>
      block('paragraph', {
        content: [said('was '), said('a', 'd'), ...between, said('b', 'a')],
        annotations: { d: mark('del', { hand: 'mt' }), a: mark('add', { hand: other }) },
      })
    const del = '<del hand="#hand.mt">a</del>'
    const add = (hand: string) => `<add hand="#hand.${hand}">b</add>`
    expect(body(of(pair('mt')))).toContain(`<subst>${del}${add('mt')}</subst>`)
    expect(body(of(pair('ajc')))).toContain(`${del}${add('ajc')}`)
    expect(body(of(pair('mt', [said(' ')])))).toContain(`${del} ${add('mt')}`)
  })

  test('with opener, head, text and closer in the order that TEI wants', () => {
    const blocks = [
      block('letterhead', 'CABINET OFFICE'),
      block('dateline', '1 June'),
      block('salutation', 'Dear John,'),
      block('heading', 'Exocet'),
      block('paragraph', 'Text.'),
      block('item', 'one'),
      block('item', 'two'),
      block('close', 'Yours'),
      block('signature', 'RA'),
      block('office', 'Cabinet Office'),
      block('addressee', { content: [said('John Coles'), lb(), said('No. 10')] }),
    ]
    expect(body(of(...blocks))).toBe(
      div(
        '<fw type="letterhead">CABINET OFFICE</fw><opener><dateline>1 June</dateline><salute>Dear John,</salute></opener>' +
          '<head type="subject">Exocet</head><p>Text.</p><list><item><p>one</p></item><item><p>two</p></item></list>' +
          '<closer><salute>Yours</salute><signed>RA</signed><signed><seg type="office">Cabinet Office</seg></signed>' +
          '<address><addrLine><seg>John Coles</seg></addrLine><addrLine><seg>No. 10</seg></addrLine></address></closer>',
      ),
    )
  })

  test('with no hand where none is stated, and a hand on what carries one', () => {
    const { text } = tei(of(block('salutation', 'Dear John', { hand: 'mt' }), block('paragraph', 'Text.', { hand: null })))
    expect(text).toContain('<salute hand="#hand.mt">Dear John</salute>')
    expect(text).toContain('<p>Text.</p>')
    expect(text).toContain('<handNote xml:id="hand.mt" n="MT" medium="felt-tip" scribeRef="#person.thatcher">')
    expect(text).not.toContain('hand.unknown')
  })

  test('as one division for each paper, the page it begins on with it', () => {
    const second = division('reply', { kind: 'minute', language: 'en', date: '1982-03-17', from: 'Alexander' })
    const papers = letter([page([block('paragraph', 'one')]), page([second, block('paragraph', 'two')], [], { printed: '2' })])
    expect(body(papers)).toBe('<div><pb/><p>one</p></div><div type="minute" xml:lang="en"><pb n="2"/><p>two</p></div>')
    expect(tei(papers).text).toContain(
      '<correspDesc corresp="#reply">\n      <correspAction type="sent">\n        <name>Alexander</name>\n        <date when="1982-03-17">1982-03-17</date>',
    )
  })

  test('with what runs over a page turn joined around it, the furniture between', () => {
    const turned = letter([
      page([block('paragraph', 'We must'), block('catchword', '/present')]),
      page([block('page-number', '2'), block('paragraph', 'present it', { continues: true })], [], {
        folio: '12',
        image: 'p 2.jpg',
        state: 'present',
      }),
    ])
    expect(body(turned)).toBe(
      div(
        '<p>We must<fw type="catch">/present</fw><pb type="present" facs="p%202.jpg"/><milestone unit="folio" n="12"/>' +
          '<fw type="pageNum">2</fw>present it</p>',
      ),
    )
  })

  test('as a block by itself where it says that it goes on and there is nothing to go on from', () => {
    const { losses } = tei(letter([page([block('item', 'a')]), page([block('paragraph', 'b', { continues: true })])]))
    expect(losses.some((loss) => loss.includes('goes on from the page before'))).toBe(true)
  })
})

describe('the header', () => {
  test('invents no reference, and says that this is a draft', () => {
    const { text } = tei(of(block('paragraph')))
    expect(text).toContain('<bibl>[reference not known]</bibl>')
    expect(text).toContain('<edition>DRAFT</edition>')
    expect(text).toContain(
      `DRAFT, not approved. Status: not collated; no open queries; no places marked as doubtful or not read; transcript sha256 ${'b'.repeat(64)}.`,
    )
    expect(text).not.toMatch(/PREM 19|Kew|licence/)
  })

  test('names the archive and the rights as far as they were typed', () => {
    const description = {
      title: 'Letters',
      country: null,
      series: null,
      piece: null,
      licence: null,
      policy: [],
      settlement: 'Kew',
      repository: 'TNA',
      reference: null,
      rights: 'Crown',
    }
    const { text } = tei(of(block('paragraph')), SILENT, { ...CONTEXT, description })
    expect(text.replace(/\n\s*/g, '')).toContain(
      '<msIdentifier><settlement>Kew</settlement><repository>TNA</repository><idno>[reference not known]</idno></msIdentifier>',
    )
    expect(text).toContain('<p>Rights: Crown</p>')
  })

  test('lists who worked on the transcript, as its own list has it', () => {
    const revisions = [
      { when: '2026-11-21T02:51:56.869Z', who: 'Anna', what: 'corrected' },
      { when: 'last week', who: 'Anna', what: 'read' },
    ]
    const { text } = tei(letter([page([block('paragraph')])], { revisions }))
    expect(text).toContain('<change when="2026-11-21T02:51:56.869Z" who="#editor.1">corrected</change>')
    expect(text).toContain('<change who="#editor.1">last week: read</change>')
    expect(text.match(/<name>Anna<\/name>/g)).toHaveLength(1)
  })
})

describe('the check of pointers', () => {
  test('finds what no validator finds: an id that is not there, and one that stands twice', () => {
    const a = { 'xml:id': 'a' }
    const tree = lined('div', {}, [element('p', a), element('p', { ...a, corresp: '#a #b', facs: '#c' })])
    expect(pointerFaults(tree)).toEqual([
      'the id “a” stands twice, the second time on p',
      'p/@corresp points to “#b”, which is not there',
    ])
  })

  test('holds for ids that meet: a hand and a person, a note and an annotation', () => {
    const hands = [{ id: 'coles', name: 'Coles', badge: 'C', medium: 'ink' as const, person: 'coles' }]
    const words: Content = {
      content: [point('hand.coles'), said('x', 'hand')],
      annotations: { hand: mark('persName', { ref: 'coles' }) },
    }
    const { text } = tei(
      letter([page([block('paragraph', words, { hand: 'coles' })], [object('note', 'hand.coles')])], { hands }),
    )
    expect(text.match(/xml:id="hand\.coles_?"/g)).toHaveLength(2)
  })
})

test('hostile text stays text', () => {
  const hostile = `<script>alert("1")</script> & ']]>' \u0000 \ud800 \u202e \ufffe --> <?xml?>`
  const kept = `&lt;script&gt;alert("1")&lt;/script&gt; &amp; ']]&gt;' \ufffd \ufffd \u202e \ufffd --&gt; &lt;?xml?&gt;`
  const words: Content = { content: [said(hostile), gap({ description: hostile }), point('n')] }
  const { text, losses } = tei(
    letter([page([block('paragraph', words)], [object('note', 'n', hostile, { date: hostile })], { printed: hostile })]),
  )
  expect(text.split(kept).length - 1).toBe(3)
  expect(text).not.toMatch(/<script|<\?xml\?/)
  expect(losses).toContain('The character U+0000 cannot be written; U+FFFD stands in its place. (5 times)')
})

test('the same transcript gives the same bytes', () => {
  fc.assert(
    fc.property(arbitraryTranscript, fc.constantFrom(...MODES), (transcript, correction) => {
      const options = { correction, queries: true }
      expect(writeTei(transcript, options, CONTEXT)).toEqual(writeTei(structuredClone(transcript), options, CONTEXT))
    }),
    { numRuns: 50 },
  )
})

/** A paper of blocks in any order of roles: what no paper looks like, and a half-done transcript does. */
const anyOrder = fc
  .array(fc.tuple(fc.constantFrom(null, ...ROLE_NAMES), fc.constantFrom(null, 'tw', 'mt'), fc.boolean()), { maxLength: 14 })
  .map((roles) => {
    const blocks = roles.map(([role, hand, continues]) => block(role, 'words', { hand, continues }))
    return letter([page(blocks.slice(0, 7)), page(blocks.slice(7))])
  })

test(`${RUNS} transcripts of any kind, and roles in any order, leave as TEI without a dangling pointer${IS_JUDGED ? '' : ' (not judged by jing: it or the reference folder is not there)'}`, () => {
  const write = (transcript: Transcript, correction: (typeof MODES)[number], queries: boolean) => {
    const { text } = tei(transcript, { correction, queries })
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  }
  fc.assert(fc.property(arbitraryTranscript, fc.constantFrom(...MODES), fc.boolean(), write))
  fc.assert(fc.property(anyOrder, fc.constantFrom(...MODES), fc.boolean(), write))
  expect(judge()).toBeGreaterThan(RUNS)
})
