import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExportContext } from '../../shared/export/context.ts'
import { setReadingEdition } from '../../shared/export/html/write-html.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { divisionOf, wholeWordsOf } from '../../shared/text/division-of.ts'
import type { XmlNode } from '../../shared/xml/node.ts'
import { imported } from '../support/imported.ts'
import { block, lb, letter, page, said } from './export-letter.ts'

const CONTEXT: ExportContext = { version: '0.1.0', sha256: 'b'.repeat(64), description: null }
const SAMPLE = imported(readFileSync('test/support/cases/hyphens.txt', 'utf8'))

/** The text of an edition in one state, or where lines are kept with each at its end. */
function textIn(transcript: Transcript, state: 'r' | 'a'): string {
  const { root } = setReadingEdition(transcript, { queries: false }, CONTEXT)
  const words = (node: XmlNode): string => {
    if (typeof node === 'string') return node
    const names = (node.attributes.class ?? '').split(' ')
    if (names.includes(`${state}-out`) || names.includes('turn-words')) return ''
    if (node.name === 'br') return '\n'
    const own = node.children.map(words).join('')
    if (names.includes('between') || names.includes('turn')) return state === 'r' ? own : `\n${own}\n`
    return ['p', 'div', 'h2'].includes(node.name) ? `${own}\n` : own
  }
  const sheet = (node: XmlNode): readonly XmlNode[] =>
    typeof node === 'string' ? [] : node.attributes.class === 'sheet' ? [node] : node.children.flatMap(sheet)
  return sheet(root).map(words).join('')
}

function teiOf(transcript: Transcript): string {
  const written = writeTei(transcript, { correction: 'silent', queries: false }, CONTEXT)
  if (!written.ok) throw new Error(written.fault.sentence)
  return written.value.text
}

/** Before and after the line end, and what is made of it; `elsewhere` is what the same paper has elsewhere. */
const KINDS: readonly (readonly [before: string, after: string, division: string, elsewhere?: string])[] = [
  // one word in small letters
  ...[
    're- consider',
    'pro- gramme',
    'Depart- ment',
    'fore- cast',
    'ig- nored',
    'some- thing',
    'co‐ operate',
    'be- coming',
    'Ger- many',
    'six- teen',
    'high- ly',
    'over- seas',
    'under- stand',
    'ex- pected',
    'all- ocation',
  ].map((pair) => [...pair.split(' '), 'joined'] as unknown as [string, string, string]),
  // a sign that only divides, whatever stands about it
  ...['mini¬ ster', 'obli⸗ que', 'hy\u00ad phen', 'Smith\u00ad Jones', 'well¬ known'].map(
    (pair) => [...pair.split(' '), 'joined'] as unknown as [string, string, string],
  ),
  // codes, figures, names
  ...[
    'Vice- President',
    'AB- 1200-X',
    '01- 233',
    '1980- 1990',
    'Smith- Jones',
    'Anglo- French',
    'L- 19',
    'brother-in- law',
    'MIG- 21s',
    'F- 111',
  ].map((pair) => [...pair.split(' '), 'kept'] as unknown as [string, string, string]),
  // not to be known from here: as it is typed
  ...[
    'well- known',
    'over- optimistic',
    'under- secretary',
    'twenty- one',
    'ten- year',
    'non- existent',
    'VICE- PRESIDENT',
    'ADMINI- STRATION',
    'north- west',
    'two- three',
    'self- evident',
    'attorney- general',
  ].map((pair) => [...pair.split(' '), 'open'] as unknown as [string, string, string]),
  // the paper’s own words decide
  ['well-', 'known', 'kept', 'a well-known man'],
  ['over-', 'optimistic', 'joined', 'they were overoptimistic'],
  ['re-', 'elect', 'kept', 'to re-elect him'],
  ['ADMINI-', 'STRATION', 'joined', 'the Administration'],
  ['sub-', 'committee', 'open', 'the committee met'],
  ['sub-', 'committee', 'kept', 'the sub-committee'],
  ['in-', 'to', 'open', 'in it and to it'],
  ['co-', 'operate', 'open', 'they cooperate and co-operate'],
  // no evidence is a half of another divided word
  ['in-', 'vite', 'joined', 'in-\nvite them in'],
]

describe('a sign at a line end', () => {
  for (const [first, after, division, elsewhere = ''] of KINDS)
    test(`${first}⏎${after}${elsewhere && `, with “${elsewhere}”`}: ${division}`, () => {
      const [before, sign] = [first.slice(0, -1), first.slice(-1)]
      expect(divisionOf(before, sign, after, new Set(wholeWordsOf(elsewhere)), true)).toBe(division)
    })

  test('in a paper in another language is open, unless the sign or the paper’s own words tell', () => {
    const none = new Set<string>()
    expect(divisionOf('peut', '-', 'être', none, false)).toBe('open')
    expect(divisionOf('gou', '¬', 'vernement', none, false)).toBe('joined')
    expect(divisionOf('gou', '-', 'vernement', new Set(['gouvernement']), false)).toBe('joined')
  })
})

describe('the sample of divided words', () => {
  test('reads joined where it is proved, and keeps every other hyphen', () => {
    const text = textIn(SAMPLE, 'r')
    for (const word of 'reconsider programme forecast ignored hyphen minister oblique cooperate Department'.split(' '))
      expect(text).toMatch(new RegExp(`\\b${word}\\b`, 'u'))
    for (const word of [
      'Vice-President',
      'AB-1200-X',
      '01-233 3000',
      '1980-1990',
      'over-optimistic',
      'well-known',
      'Smith-Jones',
    ])
      expect(text).toContain(word)
    // a dash is no hyphen
    expect(text).toContain('He said so twice - and was not heard -- not even')
    expect(text).toContain('no hy phen at all')
    expect(text).not.toContain('- 2 -')
  })

  test('keeps every sign and every line as typed', () => {
    const typed = textIn(SAMPLE, 'a')
    const lines = readFileSync('test/support/cases/hyphens.txt', 'utf8')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    expect(
      typed
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ).toEqual(lines)
  })

  test('tells in TEI which line ends do not end a word, and which sign only divides', () => {
    const tei = teiOf(SAMPLE)
    expect(tei).toContain('re<pc force="weak">-</pc><lb break="no"/>consider')
    expect(tei).toContain('mini<pc force="weak">¬</pc><lb break="no"/>ster')
    expect(tei).toContain('Vice-<lb break="no"/>President')
    expect(tei).toContain('AB-<lb break="no"/>1200-X')
    expect(tei).toContain('well-<lb break="maybe"/>known')
    expect(tei).toContain('twice -<lb/>and')
    expect(tei).toMatch(
      /Depart<pc force="weak">-<\/pc>(?:<pb break="no"\/>)?<fw[^>]*> *- 2 -<\/fw>(?:<lb break="no"\/>)?ment of Trade/,
    )
  })
})

test('a word divided over a page turn is one word, with blanks about the turn or not', () => {
  const turned = letter([
    page([block('paragraph', 'to the Depart-  ')]),
    page([block('page-number', '- 2 -'), block('paragraph', ' ment of Trade', { continues: true })]),
  ])
  expect(textIn(turned, 'r').trim()).toBe('to the Department of Trade')
  expect(teiOf(turned)).toMatch(
    /Depart<pc force="weak">-<\/pc> {2}<pb break="no"\/><fw type="pageNum"[^>]*>- 2 -<\/fw> ment of Trade/,
  )
})

test('nothing is lost: without what stands only where lines are kept, each text is what was typed less line ends, signs and blanks', () => {
  const half = fc.constantFrom('re', 'consider', 'Vice', 'President', 'AB', '1200', 'well', 'known', 'mini', 'ster')
  const end = fc.constantFrom('-', '¬', '\u00ad', '‐', ' -', '', '- ', '¬  ')
  fc.assert(
    fc.property(fc.array(fc.tuple(half, end), { minLength: 1, maxLength: 12 }), fc.nat(2), (parts, indent) => {
      const content = parts.flatMap(([word, sign]) => [said(`${word}${sign}`), lb(), said(' '.repeat(indent))])
      const typed = letter([page([block('paragraph', { content: [...content, said('end')] })])])
      const bare = (text: string) => text.replace(/[\s\-¬\u00ad‐]/gu, '')
      expect(bare(textIn(typed, 'r'))).toBe(`${bare(parts.map(([word]) => word).join(''))}end`)
      const lines = [...parts.map(([word, sign]) => word + sign), 'end'].map(
        (line, at) => (at === 0 ? '' : ' '.repeat(indent)) + line,
      )
      expect(textIn(typed, 'a').trim().split('\n')).toEqual(
        lines.map((line, at) => (at + 1 === lines.length ? line.trimEnd() : line)),
      )
    }),
  )
})
