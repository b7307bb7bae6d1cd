import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ExportContext } from '../../shared/export/context.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { hasBlanksToKeep, isLaidOut } from '../../shared/text/layout.ts'
import { imported } from '../support/imported.ts'
import { block, lb, letter, object, page, point, said } from './export-letter.ts'

const CONTEXT: ExportContext = { version: '0.1.0', sha256: 'b'.repeat(64), description: null }
const html = (transcript: Transcript) => writeReadingEdition(transcript, { queries: false }, CONTEXT).text
const tei = (transcript: Transcript) => {
  const written = writeTei(transcript, { correction: 'silent', queries: false }, CONTEXT)
  if (!written.ok) throw new Error(written.fault.sentence)
  return written.value.text
}

describe('blanks and tabs', () => {
  for (const name of ['telegram', 'table-tabs-and-leaders'])
    test(`of a ${name} stand in HTML and TEI as they are typed, line by line`, () => {
      const typed = readFileSync(`test/support/cases/${name}.txt`, 'utf8')
      const sample = imported(typed)
      const words = (text: string) =>
        text
          .replace(/<br[^>]*>|<lb\/>/gu, '\n')
          .replace(/<[^>]*>/gu, '')
          .replaceAll('&gt;', '>')
      for (const line of typed.split('\n').filter((one) => /\S.*(?:\t| {2})/u.test(one))) {
        expect(words(html(sample))).toContain(line.trim())
        expect(words(tei(sample))).toContain(line.trim())
      }
      expect(tei(sample)).toMatch(/<ab[^>]* xml:space="preserve"/u)
      for (const what of ['\\.block', '\\.note \\.words, \\.notes \\.words'])
        expect(html(sample), what).toMatch(new RegExp(`^${what} \\{[^}]*white-space: pre-wrap`, 'mu'))
    })

  test('keep the lines of a table in the text to read too; a letter’s lines, with two blanks after a full stop, are joined', () => {
    const both = html(
      letter([
        page([
          block('paragraph', { content: [said('Estimate\t1982\t1983'), lb(), said('Land\t\t1,900')] }),
          block('paragraph', { content: [said('     1.   We met.  He'), lb(), said('agreed.')] }),
        ]),
      ]),
    )
    expect(both).toContain('<p class="block paragraph laid-out" dir="auto">Estimate\t1982\t1983<br>Land\t\t1,900</p>')
    expect(both).toContain('We met.  He<br class="r-out"><span class="sign t-out a-out"> </span>agreed.')
  })

  test('are told apart: what is laid out, and what only has a blank too many', () => {
    for (const text of ['a\tb', 'Works ..... 310     290', 'THAT --\n     (A)  ONE\n          (B)  TWO\nEND'])
      expect(isLaidOut(text)).toBe(true)
    for (const text of ['one.  Two', '1.   PRESTON CALLED', '     We met\nagain', 'a\nb\nc']) expect(isLaidOut(text)).toBe(false)
    for (const text of ['a\tb', 'a  b', ' a', 'a\n b']) expect(hasBlanksToKeep(text)).toBe(true)
    for (const text of ['a b', 'a\nb']) expect(hasBlanksToKeep(text)).toBe(false)
  })
})

test('a note in five pieces is called once, and is one note', () => {
  const ids = ['n1', 'n2', 'n3', 'n4', 'n5']
  const content = ids.flatMap((id) => [said(`line ${id}`), point(id), lb()])
  const margin = ids.map((id, at) => object('note', id, `piece${at + 1}`, { hand: 'mt', joins: at === 0 ? null : ids[at - 1] }))
  const text = html(letter([page([block('paragraph', { content })], margin)]))
  expect(text.match(/class="key sign/gu)).toHaveLength(1)
  expect(text.match(/role="note"/gu)).toHaveLength(1)
  const beside = /role="note".*?<span class="facts">/u.exec(text)![0].replace(/<[^>]*>/gu, '')
  expect(beside).toContain('piece1 ‖ piece2 ‖ piece3 ‖ piece4 ‖ piece5')
})

describe('paragraphs within a note', () => {
  const paragraphs = (type: 'note' | 'editornote') =>
    letter([
      page(
        [block('paragraph', { content: [said('words'), point('n')] })],
        [object(type, 'n', { content: [said('First, in'), lb(), said('two lines.'), lb(), lb(), said('Second.')] })],
      ),
    ])

  test('stay paragraphs in HTML', () => {
    for (const type of ['note', 'editornote'] as const)
      expect(html(paragraphs(type))).toMatch(
        /<div class="words"><p dir="auto">First, in<br[^>]*>.*?two lines\.<\/p><p dir="auto">Second\.<\/p><\/div>/u,
      )
  })

  test('and in TEI, where a line end alone makes none', () => {
    for (const type of ['note', 'editornote'] as const)
      expect(tei(paragraphs(type))).toContain('<p>First, in<lb/>two lines.</p><p>Second.</p></note>')
    const one = letter([page([block('paragraph', 'x')], [object('note', 'n', { content: [said('a'), lb(), said('b')] })])])
    expect(tei(one)).toContain('>a<lb/>b</note>')
  })

  test('and so does each block that was lifted into one note', () => {
    const seam = { point: 'p', blank: '', block: { role: null }, side: 'after', begins: null }
    const lifted = { ...lb(), attrs: { seam } } as ReturnType<typeof lb>
    const two = letter([page([block('paragraph', 'x')], [object('note', 'n', { content: [said('a'), lifted, said('b')] })])])
    expect(tei(two)).toContain('<p>a</p><p>b</p></note>')
  })
})
