import { describe, expect, test } from 'vitest'
import { body, div, of, SILENT, tei } from '../support/judged-tei.ts'
import { block, type Content, letter, mark, page, said } from './export-letter.ts'

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
