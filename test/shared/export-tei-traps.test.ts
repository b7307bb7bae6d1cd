import { describe, expect, test } from 'vitest'
import { body, div, of, tei } from '../support/judged-tei.ts'
import { block, type Content, division, gap, lb, letter, mark, object, page, point, said } from './export-letter.ts'

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

test('a postscript, a signature and another postscript are three things, one after the other', () => {
  const roles = ['paragraph', 'postscript', 'signature', 'postscript'] as const
  const { text } = tei(of(...roles.map((role) => block(role))))
  expect(text.replace(/\n\s*| hand="#hand\.tw"/g, '')).toContain(
    '<postscript><p>words</p></postscript><closer><signed>words</signed></closer><postscript><p>words</p></postscript>',
  )
})
