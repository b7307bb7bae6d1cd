import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { ExportContext } from '../../shared/export/context.ts'
import { pointerFaults } from '../../shared/export/tei/pointers.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import { CORRECTIONS, type TeiOptions } from '../../shared/export/tei/writing.ts'
import type { Run, Transcript } from '../../shared/model/transcript.ts'
import { NOTE_PLACES } from '../../shared/vocabulary/margin.ts'
import { ROLE_NAMES } from '../../shared/vocabulary/roles.ts'
import { element, lined } from '../../shared/xml/node.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { RUNS } from '../support/property-runs.ts'
import { block, type Content, division, gap, lb, letter, mark, object, page, point, said } from './export-letter.ts'

const CHECKOUT = join(import.meta.dirname, '../..')
const SCHEMA = join(resolve(CHECKOUT, process.env.SCHOLION_REFERENCE ?? '../shared'), 'data/schemas/tei_all-4.12.0.rng')
const isThere = (program: string) => spawnSync('which', [program]).status === 0
const CONTEXT: ExportContext = { version: '0.1.0', sha256: 'b'.repeat(64), description: null }
const SILENT: TeiOptions = { correction: 'silent', queries: false }
const MODES = Object.keys(CORRECTIONS) as (keyof typeof CORRECTIONS)[]

const folder = mkdtempSync(join(tmpdir(), 'scholion-tei-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
/** Every document that a test makes is judged by jing at the end. */
function tei(transcript: Transcript, options: TeiOptions = SILENT, context: ExportContext = CONTEXT) {
  const written = writeTei(transcript, options, context)
  if (!written.ok) throw new Error(written.fault.sentence)
  files += 1
  writeFileSync(join(folder, `${files}.xml`), written.value.text)
  return written.value
}

/** The body without the layout between elements, and without hands: the tests below are about other things. */
function body(transcript: Transcript, options: TeiOptions = SILENT) {
  const { text } = tei(transcript, options)
  return text
    .slice(text.indexOf('<body>') + 6, text.indexOf('</body>'))
    .replace(/\n\s*/g, '')
    .replace(/ hand="#hand.tw"/g, '')
    .replace(/ xml:id="[a-z0-9]+"/g, '')
}

const of = (...blocks: ReturnType<typeof block>[]) => letter([page(blocks)])
const div = (inside: string) => `<div><pb/>${inside}</div>`

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

describe('the traps of TEI', () => {
  test('a signature in a note is no signed', () => {
    const note = object('note', 'n', 'A.J.C.', { hand: 'ajc' })
    expect(body(letter([page([block('paragraph', { content: [point('n'), said('x')] })], [note])]))).toBe(
      div('<note type="marginal" hand="#hand.ajc">A.J.C.</note><p>x</p>'),
    )
  })

  test('a stamp is carried by fw, not put into the division', () => {
    expect(body(of(block('paragraph', 'x'), block('received-stamp', '14 OCT 1982')))).toBe(
      div('<p>x</p><fw type="stamp"><stamp type="date">14 OCT 1982</stamp></fw>'),
    )
  })

  test('a heading within the text is a label: a second head cannot stand there', () => {
    expect(body(of(block('paragraph', 'x'), block('heading', 'Next'), block('paragraph', 'y')))).toBe(
      div('<p>x</p><label type="heading">Next</label><p>y</p>'),
    )
  })

  test('a paragraph after the close keeps its place: the close stands as a block of that type', () => {
    expect(body(of(block('paragraph', 'x'), block('close', 'Yours'), block('paragraph', 'y'), block('close', 'Ever')))).toBe(
      div('<p>x</p><ab type="close">Yours</ab><p>y</p><closer><salute>Ever</salute></closer>'),
    )
  })

  test('a salutation after a paragraph is no opener', () => {
    const { losses } = tei(of(block('paragraph', 'x'), block('salutation', 'Dear John'), block('paragraph', 'y')))
    expect(body(of(block('paragraph', 'x'), block('salutation', 'Dear John'), block('paragraph', 'y')))).toBe(
      div('<p>x</p><ab type="salutation">Dear John</ab><p>y</p>'),
    )
    expect(losses.some((loss) => loss.includes('“salutation”'))).toBe(true)
  })

  test('a gap, which has no hand, and a doubtful reading, which has none either', () => {
    const words: Content = {
      content: [said('it is '), gap({ reason: 'illegible', unit: 'word', quantity: 2, hand: 'mt' }), said('unsure', 'u')],
      annotations: { u: mark('unclear', { cert: 'low', reason: 'ink blot' }) },
    }
    expect(body(of(block('paragraph', words)))).toBe(
      div(
        '<p>it is <seg hand="#hand.mt"><gap reason="illegible" unit="word" quantity="2"/></seg><unclear cert="low">' +
          '<certainty locus="value" cert="low"><desc>ink blot</desc></certainty>unsure</unclear></p>',
      ),
    )
  })

  test('an error of the paper: sic has no type', () => {
    const words: Content = {
      content: [said('goverment', 'e')],
      annotations: { e: mark('emendation', { corr: 'government', cert: 'high', basis: 'image' }) },
    }
    expect(body(of(block('paragraph', words)))).toBe(
      div(
        '<p><choice><sic>goverment</sic><corr cert="high" evidence="external"><certainty locus="value" cert="high">' +
          '<desc>basis: an image</desc></certainty>government</corr></choice></p>',
      ),
    )
  })

  test('an address holds lines, never bare text', () => {
    expect(body(of(block('address', { content: [said('70 Whitehall'), lb(), said('London')] }, { hand: null })))).toBe(
      div('<opener><address><addrLine>70 Whitehall</addrLine><addrLine>London</addrLine></address></opener>'),
    )
  })

  test('a division with only a close: a closer needs text before it', () => {
    expect(body(of(block('close', 'Yours'), block('signature', 'RA')))).toBe(
      div('<ab type="close">Yours</ab><ab type="signature">RA</ab>'),
    )
  })

  test('a date that is none of the calendar stands in words, not in when', () => {
    const words: Content = {
      content: [said('14/10', 'd'), said(' and '), said('15 March', 'e')],
      annotations: { d: mark('date', { when: '14/10/1982' }), e: mark('date', { when: '1982-03-15', notAfter: '1982-02-30' }) },
    }
    expect(body(of(block('paragraph', words)))).toBe(
      div(
        '<p><date><certainty locus="value"><desc>when: 14/10/1982</desc></certainty>14/10</date> and <date when="1982-03-15">' +
          '<certainty locus="value"><desc>notAfter: 1982-02-30</desc></certainty>15 March</date></p>',
      ),
    )
  })

  test('a postscript holds paragraphs and stands after the closer, a distribution list anywhere', () => {
    const blocks = [
      block('paragraph', 'x'),
      block('close', 'Yours'),
      block('postscript', 'PS'),
      block('telegram-distribution', 'FCO'),
      block('signature', 'RA'),
    ]
    expect(body(of(...blocks))).toBe(
      div(
        '<p>x</p><closer><salute>Yours</salute></closer><postscript><p>PS</p></postscript>' +
          '<note type="distribution">FCO</note><closer><signed>RA</signed></closer>',
      ),
    )
  })

  test('an enclosure after the letter is a division of its own', () => {
    const enclosed = division('enc', { relation: 'encloses', relatedTo: 'paper1', copyStatus: 'conformed' })
    const { text } = tei(letter([page([block('paragraph', 'x'), block('close', 'Yours'), enclosed, block('paragraph', 'y')])]))
    expect(text).toContain('<ref type="encloses" target="#paper1">is enclosed with</ref>')
    expect(text).not.toContain('floatingText')
  })
})

describe('handwriting beside the text', () => {
  const beside = (attrs: Record<string, unknown>, words: Content = { content: [said('x '), point('n'), said('y')] }) =>
    body(letter([page([block('paragraph', words)], [object('note', 'n', 'No.', attrs)])]))

  test('is a note where it is anchored, with what was stated and nothing else', () => {
    expect(beside({})).toBe(div('<p>x <note type="marginal">No.</note>y</p>'))
    expect(
      beside({
        hand: 'mt',
        place: 'left',
        function: 'comment',
        function2: 'question',
        cert: 'medium',
        readingCert: 'low',
        basis: 'context',
        date: '15/3',
        notBefore: '1982-03-15',
        authority: 'thatcher',
        passage: 'paper',
      }),
    ).toBe(
      div(
        '<p>x <note type="comment" subtype="question" hand="#hand.mt" place="margin left" target="#paper1">' +
          '<certainty match="@hand" locus="value" cert="medium"><desc>basis: context</desc></certainty>' +
          '<certainty match="." locus="value" cert="low"/><persName type="authority" ref="#person.thatcher"/>' +
          '<date type="note" n="15/3" notBefore="1982-03-15"/>No.</note>y</p>',
      ),
    )
    for (const place of Object.keys(NOTE_PLACES)) expect(beside({ place })).toContain(' place="')
  })

  test('points to words only where a person said that it is about them', () => {
    const words = (concerns: boolean): Content => ({
      content: [said('the '), said('goverment', 'p'), said(' thinks')],
      annotations: { p: mark('passage', { note: 'n', concerns }) },
    })
    expect(beside({}, words(false))).toBe(div('<p>the goverment<note type="marginal">No.</note> thinks</p>'))
    const { text } = tei(letter([page([block('paragraph', words(true))], [object('note', 'n', 'No.')])]))
    expect(text).toContain(
      'the <anchor xml:id="p.from"/>goverment<anchor xml:id="p.to"/><note type="marginal" xml:id="n" target="#p.from" targetEnd="#p.to">No.</note> thinks',
    )
  })

  test('in pieces is joined by next and prev', () => {
    const words: Content = { content: [said('a'), point('n1'), said('b'), point('n2'), said('c')] }
    const margin = [object('note', 'n1', 'I do'), object('note', 'n2', 'not think', { joins: 'n1' })]
    const { text } = tei(letter([page([block('paragraph', words)], margin)]))
    expect(text).toContain('xml:id="n1" next="#n2"')
    expect(text).toContain('xml:id="n2" prev="#n1"')
  })

  test('that has lost its anchor stands at the head of its page, and the loss report says so', () => {
    const { text, losses } = tei(letter([page([block('paragraph', 'x')], [object('note', 'n', 'No.')])]))
    expect(text).toMatch(/<pb\/>\s*<note type="marginal" xml:id="n">No\.<\/note>/)
    expect(losses.some((loss) => loss.includes('lost its anchor'))).toBe(true)
  })
})

describe('our own notes', () => {
  const words: Content = { content: [said('x'), point('q'), point('e1'), said('y'), point('e2')] }
  const margin = [
    object('query', 'q', 'secret doubt', { state: 'open', assigned: 'Anna' }),
    object('editornote', 'e1', 'See No. 12.', { kind: 'explanatory' }),
    object('editornote', 'e2', 'Sic.'),
    object('editornote', 'h', 'About this letter.', { paper: 'paper1' }),
  ]
  const own = letter([page([block('paragraph', words)], margin)])

  test('are numbered in reading order, the headnote apart', () => {
    expect(body(own)).toBe(
      '<div><note type="headnote" target="#paper1">About this letter.</note><pb/><p>x<note type="editorial" subtype="explanatory" n="1">See No. 12.</note>' +
        'y</p><note type="editorial" n="2">Sic.</note></div>',
    )
  })

  test('are not given where they are queries, unless that is asked', () => {
    const { text, losses } = tei(own)
    expect(text).not.toMatch(/secret doubt|Anna|query"/)
    expect(text).toContain('1 open query')
    expect(losses).toContain('One query is left out, as was asked.')
    expect(tei(own, { ...SILENT, queries: true }).text).toContain(
      '<note type="query" subtype="open" xml:id="q"><label>For Anna: </label>secret doubt</note>',
    )
  })
})

test('what is set aside, and what has lost its place, stays in the transcript file, and the loss report says so', () => {
  const base = letter([page([block('paragraph', 'words')])])
  const { text, losses } = tei({
    ...base,
    tray: [{ id: 't', type: 'unclear', attrs: {}, was: 'lost words', blocks: [] }],
    originals: base.originals.map((original) => ({ ...original, text: 'machine loop' })),
    unused: [{ id: 'u', reason: 'machine-loop', source: [[0, 0, 12]] }],
    extra: { later: 'unknown key' },
  })
  expect(text).not.toMatch(/lost words|machine loop|unknown key/)
  expect(losses).toEqual([
    'Which words of the machine transcript each block and note was read from stays in the transcript file.',
    'One stretch of the machine transcript that is set aside stays in the transcript file.',
    'One annotation that has lost its words stays in the transcript file.',
    'One part of the file has keys that this version does not know; they stay in the transcript file.',
  ])
})

describe('what the machine misread', () => {
  const misread = (hand: string, attrs = {}) => {
    const text = 'the value of it'
    const base = letter([page([block('paragraph', 'the virtue of it', { hand, source: [[0, 0, text.length]] })])], attrs)
    return { ...base, originals: base.originals.map((original) => ({ ...original, text })) }
  }

  test('is corrected silently in typed text', () => {
    expect(body(misread('tw'))).toBe(div('<p>the virtue of it</p>'))
  })

  test('is never corrected silently in handwriting', () => {
    expect(body(misread('mt'))).toBe(
      div('<p hand="#hand.mt">the <choice><sic>value</sic><corr type="ocr">virtue</corr></choice> of it</p>'),
    )
  })

  test('is marked, or stands in an apparatus, where that is asked', () => {
    expect(body(misread('tw'), { ...SILENT, correction: 'marked' })).toBe(
      div('<p>the <choice><sic>value</sic><corr type="ocr">virtue</corr></choice> of it</p>'),
    )
    expect(body(misread('tw'), { ...SILENT, correction: 'apparatus' })).toBe(
      div('<p>the <app><lem>virtue</lem><rdg wit="#ocr">value</rdg></app> of it</p>'),
    )
    expect(tei(misread('tw'), { ...SILENT, correction: 'apparatus' }).text).toContain('<witness xml:id="ocr">')
  })

  test('is told as it was marked, with its certainty and basis', () => {
    const words: Content = {
      content: [said('A.J.C.', 'c'), said(' 15/3')],
      annotations: { c: mark('correction', { was: 'A.T.C.', cert: 'medium', basis: 'conjecture' }) },
    }
    const marked = '<choice><sic>A.T.C.</sic><corr type="ocr" cert="medium" evidence="conjecture">A.J.C.</corr></choice> 15/3'
    expect(body(of(block('paragraph', words, { hand: 'ajc' })))).toBe(div(`<p hand="#hand.ajc">${marked}</p>`))
    expect(body(of(block('paragraph', words)))).toBe(div('<p>A.J.C. 15/3</p>'))
  })

  test('and what cannot be told without the paper stays undetermined, the text as it stands first', () => {
    const words: Content = {
      content: [said('exlude', 'u')],
      annotations: { u: mark('undetermined', { suggestion: 'exclude', cert: 'medium' }) },
    }
    expect(body(of(block('paragraph', words)))).toBe(
      div(
        '<p><choice><unclear reason="undetermined" cert="unknown">exlude</unclear><unclear reason="undetermined" cert="medium">exclude</unclear></choice></p>',
      ),
    )
  })
})

describe('annotations that overlap', () => {
  test('are cut where they cross, and their elements name each other', () => {
    const words: Content = {
      content: [said('a', 'x'), said('b', 'x', 'y'), said('c', 'y')],
      annotations: { x: mark('persName'), y: mark('unclear') },
    }
    expect(tei(of(block('paragraph', words))).text).toContain(
      '<persName>a<unclear xml:id="y.1" next="#y.2">b</unclear></persName><unclear xml:id="y.2" prev="#y.1">c</unclear>',
    )
  })

  test('never cut a choice of readings that can stay whole', () => {
    const words: Content = {
      content: [said('a', 'x'), said('b', 'x', 'y'), said('c', 'y')],
      annotations: { x: mark('persName'), y: mark('emendation', { corr: 'BC' }) },
    }
    expect(tei(of(block('paragraph', words))).text).toContain(
      '<persName xml:id="x.1" next="#x.2">a</persName><choice><sic><persName xml:id="x.2" prev="#x.1">b</persName>c</sic><corr>BC</corr></choice>',
    )
  })

  test('over two blocks tell the other reading once', () => {
    const annotations = { e: mark('emendation', { corr: 'begun to exist' }) }
    const { text } = tei(
      of(
        block('paragraph', { content: [said('begun', 'e')], annotations }),
        block('paragraph', { content: [said('too exist', 'e')], annotations }),
      ),
    )
    expect(text).toContain('<choice><sic>begun</sic><corr xml:id="e.1" next="#e.2">begun to exist</corr></choice>')
    expect(text).toContain('<choice><sic>too exist</sic><corr xml:id="e.2" prev="#e.1"/></choice>')
  })
})

test('a postscript, a signature and another postscript are three things, one after the other', () => {
  const roles = ['paragraph', 'postscript', 'signature', 'postscript'] as const
  const { text } = tei(of(...roles.map((role) => block(role))))
  expect(text.replace(/\n\s*| hand="#hand\.tw"/g, '')).toContain(
    '<postscript><p>words</p></postscript><closer><signed>words</signed></closer><postscript><p>words</p></postscript>',
  )
})

describe('the header', () => {
  test('invents no reference, and says that this is a draft', () => {
    const { text } = tei(of(block('paragraph')))
    expect(text).toContain('<bibl>[reference not known]</bibl>')
    expect(text).toContain('<edition>DRAFT</edition>')
    expect(text).toContain(
      `DRAFT, not approved. Status: in progress; no open queries; no places marked as doubtful or not read; transcript sha256 ${'b'.repeat(64)}.`,
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

const isJudged = isThere('jing') && existsSync(SCHEMA)
test(`${RUNS} transcripts of any kind, and roles in any order, leave as TEI without a dangling pointer${isJudged ? '' : ' (not judged by jing: it or the reference folder is not there)'}`, () => {
  const write = (transcript: Transcript, correction: (typeof MODES)[number], queries: boolean) => {
    const { text } = tei(transcript, { correction, queries })
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
  }
  fc.assert(fc.property(arbitraryTranscript, fc.constantFrom(...MODES), fc.boolean(), write))
  fc.assert(fc.property(anyOrder, fc.constantFrom(...MODES), fc.boolean(), write))
  const all = readdirSync(folder).map((name) => join(folder, name))
  expect(all.length).toBeGreaterThan(RUNS)
  const list = join(folder, 'list')
  writeFileSync(list, all.join('\n'))
  if (isJudged) {
    const judged = spawnSync('xargs', ['-a', list, '-n', '100000', 'jing', SCHEMA], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    expect(judged.stdout.split('\n').slice(0, 10).join('\n')).toBe('')
    expect(judged.status).toBe(0)
  }
  if (isThere('xmllint')) {
    const read = spawnSync('xargs', ['-a', list, 'xmllint', '--noout'], { encoding: 'utf8' })
    expect(read.stderr).toBe('')
  }
})
