import { describe, expect, test } from 'vitest'
import type { ExportContext } from '../../shared/export/context.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import type { Named } from '../../shared/model/names.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { block, letter, mark, object, page, point, said } from './export-letter.ts'

const CONTEXT: ExportContext = { version: '0.1.0', sha256: 'b'.repeat(64), description: null }
const tei = (transcript: Transcript): string => {
  const written = writeTei(transcript, { correction: 'silent', queries: false }, CONTEXT)
  if (!written.ok) throw new Error(written.fault.sentence)
  return written.value.text
}
const names: readonly Named[] = [
  { id: 'fco', kind: 'organisation', name: 'Foreign and Commonwealth Office', says: null, authority: 'https://viaf.org/viaf/1' },
  { id: 'od', kind: 'term', name: 'OD', says: 'Defence and Oversea Policy Committee', authority: null },
  { id: 'tel', kind: 'paper', name: 'Washington tel no 813', says: 'not in this file', authority: null },
]

test('a telegram’s preamble says its precedence, from, to and number, and the wire’s own lines stand outside the text', () => {
  const facts = { precedence: 'immediate', from: 'Washington', to: 'FCO', number: '813' }
  const transcript = letter([
    page([
      block('telegram-wire', 'ZCZC'),
      block('telegram-preamble', 'IMMEDIATE FM WASHINGTON TO FCO TELNO 813', { facts }),
      block('paragraph', 'Your telno 400.'),
      block('telegram-wire', 'NNNN'),
    ]),
  ])
  const text = tei(transcript)
  expect(text).toContain('<fw type="wire" hand="#hand.tw">ZCZC</fw>')
  expect(text).toContain(
    '<seg type="preamble" n="IMMEDIATE; from: Washington; to: FCO; number: 813" hand="#hand.tw">IMMEDIATE FM WASHINGTON TO FCO TELNO 813</seg>',
  )
  const saved = serialise(transcript)
  expect(saved).toContain('"facts": { "precedence": "immediate", "from": "Washington", "to": "FCO", "number": "813" }')
  const read = parseTranscript(saved)
  expect(read.ok && serialise(read.value)).toBe(saved)
})

describe('a protective marking', () => {
  const marking = block('marking', 'covering S E C R E T', {
    facts: { covering: 'secret', caveats: ['strictly-personal', 'uk-eyes-a'], position: 'top' },
  })

  test('leaves as it is printed, with its normal form beside', () => {
    expect(tei(letter([page([marking])]))).toContain(
      '<fw type="classification" n="marking of enclosures: SECRET; STRICTLY PERSONAL, UK EYES A; stands at: the top" place="top" hand="#hand.tw">covering S E C R E T</fw>',
    )
  })

  test('is saved and read back with what was stated of it, and a level that nobody knows is refused', () => {
    const text = serialise(letter([page([marking])]))
    expect(text).toContain('"facts": { "covering": "secret", "caveats": ["strictly-personal", "uk-eyes-a"], "position": "top" }')
    const read = parseTranscript(text)
    expect(read.ok && serialise(read.value)).toBe(text)
    const wrong = parseTranscript(text.replace('"secret"', '"very-secret"'))
    expect(wrong.ok).toBe(false)
  })
})

test('a signature says its kind', () => {
  const signature = block('signature', 'F N Richards', { facts: { kind: 'pp', for: 'Lord Carrington' } })
  const text = tei(letter([page([block('paragraph'), signature])]))
  expect(text).toContain('<signed n="pp, for another; for whom: Lord Carrington" rend="pp" hand="#hand.tw">F N Richards</signed>')
})

test('a pen mark is a note without words, by its hand, at the words that it is drawn at', () => {
  const words = { content: [said('the credits', 'p')], annotations: { p: mark('passage', { note: 'pen', concerns: true }) } }
  const pen = object('penmark', 'pen', { content: [] }, { kind: 'wavy', count: '2', hand: 'mt' })
  const text = tei(letter([page([block('paragraph', words)], [pen])]))
  expect(text).toContain(
    '<note type="mark" hand="#hand.mt" xml:id="pen" target="#p.from" targetEnd="#p.to"><metamark function="mark" rend="wavy times-2"/></note>',
  )
})

test('words in a pen mark are refused in a file: it has none', () => {
  const pen = object('penmark', 'pen', { content: [] })
  const transcript = letter([page([block('paragraph', { content: [point('pen')] })], [pen])])
  const read = parseTranscript(serialise(transcript).replace(/("id": "pen",\s*"content": )\[\]/, '$1["words"]'))
  expect(read.ok ? [] : read.fault.problems).toEqual([expect.stringContaining('should be empty')])
})

test('names lead to their register, with the link to an authority file and the expansion of a term', () => {
  const content = [
    said('the Office', 'a'),
    said(' and '),
    said('OD', 'b'),
    said(', '),
    said('tel no 813', 'c'),
    said(' bon', 'd'),
  ]
  const annotations = {
    a: mark('orgName', { ref: 'fco', cert: 'high' }),
    b: mark('term', { ref: 'od' }),
    c: mark('cited', { ref: 'tel', number: '813', found: 'not-found' }),
    d: mark('foreign', { lang: 'fr' }),
  }
  const transcript = letter([page([block('paragraph', { content, annotations })])], { names })
  const text = tei(transcript)
  expect(text).toContain(
    '<orgName ref="#name.fco" cert="high">the Office</orgName> and <term ref="#name.od">OD</term>, <ref type="cited" subtype="not-found" n="no 813" target="#name.tel">tel no 813</ref><foreign xml:lang="fr"> bon</foreign>',
  )
  expect(text.replace(/\n\s*/g, '')).toContain(
    '<standOff><listOrg><org xml:id="name.fco"><orgName>Foreign and Commonwealth Office</orgName><idno type="URI">https://viaf.org/viaf/1</idno></org></listOrg>',
  )
  expect(text).toContain('<term>OD</term> <gloss>Defence and Oversea Policy Committee</gloss>')
  const html = writeReadingEdition(transcript, { queries: false }, CONTEXT).text
  expect(html).toContain('<abbr class="term" title="Defence and Oversea Policy Committee">OD</abbr>')
})
