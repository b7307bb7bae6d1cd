import { describe, expect, test } from 'vitest'
import { NOTE_PLACES } from '../../shared/vocabulary/margin.ts'
import { body, div, SILENT, tei } from '../support/judged-tei.ts'
import { block, type Content, letter, mark, object, page, point, said } from './export-letter.ts'

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
