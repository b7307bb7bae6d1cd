import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNcName } from '../../shared/xml/characters.ts'
import { element, lined, type XmlElement } from '../../shared/xml/node.ts'
import { writeXml } from '../../shared/xml/writer.ts'
import { hostileText } from '../support/hostile-text.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
const written = (node: XmlElement) => writeXml(node).text.slice(DECLARATION.length, -1)
const hasXmllint = spawnSync('xmllint', ['--version']).status === 0

describe('the XML writer', () => {
  test('keeps what looks like markup as text', () => {
    expect(written(element('p', {}, ['<script>alert("x")</script> & ]]>']))).toBe(
      '<p>&lt;script&gt;alert("x")&lt;/script&gt; &amp; ]]&gt;</p>',
    )
    expect(written(element('p', { n: '"<&\'>' }))).toBe(`<p n="&quot;&lt;&amp;'&gt;"/>`)
  })

  test('keeps line ends and tabs that a parser would change', () => {
    expect(written(element('p', { n: 'a\tb\nc\rd' }, ['a\tb\nc\rd']))).toBe('<p n="a&#9;b&#10;c&#13;d">a\tb\nc&#13;d</p>')
  })

  test('replaces what XML cannot hold by U+FFFD, and says what and how often', () => {
    const { text, replaced } = writeXml(element('p', { n: '\ud800' }, ['a\u0000b\u0000\udc00\ufffe \u{1f600}\u0085\u202e']))
    expect(text).toBe(`${DECLARATION}<p n="\ufffd">a\ufffdb\ufffd\ufffd\ufffd \u{1f600}\u0085\u202e</p>\n`)
    expect([...replaced].sort(([a], [b]) => a - b)).toEqual([
      [0, 2],
      [0xd800, 1],
      [0xdc00, 1],
      [0xfffe, 1],
    ])
  })

  test('refuses a name that XML does not allow, and text between elements that are laid out', () => {
    expect(() => writeXml(element('p onclick'))).toThrow('no XML name')
    expect(() => writeXml(element('p', { '1a': '' }))).toThrow('no XML name')
    expect(() => writeXml({ ...lined('div', {}, []), children: ['words'] })).toThrow('holds elements only')
    expect(['a', '_', 'xml', 'ü1', 'a.b-c'].every(isNcName)).toBe(true)
    expect(['', '1', '-a', 'a b', 'a:b', 'a"'].some(isNcName)).toBe(false)
  })

  test('lays out elements that hold elements only, and touches no other white space', () => {
    const tree = lined('div', { type: 'letter', n: null }, [element('p', {}, [' a ', element('lb'), '\n']), lined('div', {}, [])])
    expect(written(tree)).toBe('<div type="letter">\n  <p> a <lb/>\n</p>\n  <div/>\n</div>')
  })

  test.skipIf(!hasXmllint)('is read back by another parser as it was (skipped where xmllint is not installed)', () => {
    const legal = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    const folder = mkdtempSync(join(tmpdir(), 'scholion-xml-'))
    const texts = fc.sample(fc.tuple(hostileText, hostileText), 300)
    const tree = lined(
      'div',
      {},
      texts.map(([n, text]) => element('p', { n }, [text])),
    )
    const file = join(folder, 'all.xml')
    writeFileSync(file, writeXml(tree).text)
    const ask = (path: string) => execFileSync('xmllint', ['--xpath', path, file], { encoding: 'utf8' }).replace(/\n$/, '')
    expect(ask('count(//p)')).toBe(String(texts.length))
    for (const at of [0, 50, 100, 200, 299]) {
      expect(ask(`string(//p[${at + 1}])`)).toBe(legal(texts[at]![1]))
      expect(ask(`string(//p[${at + 1}]/@n)`)).toBe(legal(texts[at]![0]))
    }
    rmSync(folder, { recursive: true })
  })
})
