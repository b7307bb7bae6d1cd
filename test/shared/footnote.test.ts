// The paper's own footnotes: stated of words in the text, kept beside it under the paper's own signs, and given back.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { undo } from 'prosemirror-history'
import { TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { footnoteHere, stateCall, stateFootnote } from '../../shared/commands/footnote.ts'
import { liftToMargin } from '../../shared/commands/lift-to-margin.ts'
import { putBack } from '../../shared/commands/put-back.ts'
import { setHand } from '../../shared/commands/set-block.ts'
import { writeBeside } from '../../shared/commands/write-beside.ts'
import { writeReadingEdition } from '../../shared/export/html/write-html.ts'
import { passageWithNotes } from '../../shared/export/passage.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import { typedOnlyBlocks } from '../../shared/export/typed-only.ts'
import { canonicalText } from '../../shared/format/canonical.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { errorRates } from '../../shared/metrics/error-rate.ts'
import { statisticsOf } from '../../shared/metrics/statistics.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { fromDocument } from '../../shared/schema/document.ts'
import type { Query } from '../../shared/search/query.ts'
import { searchTranscript } from '../../shared/search/search-transcript.ts'
import { ledgerFaults } from '../../shared/state/invariants.ts'
import { callsIn, footnoteSign } from '../../shared/text/footnote-signs.ts'
import '../support/property-runs.ts'
import { HANDS_AT_WORK } from '../support/random-deeds.ts'
import { transcriptOf } from '../support/random-transcript.ts'
import { RandomWork } from '../support/random-work.ts'

/** The first two pages of a report: calls in brackets and a star, a footnote that goes on over the page, a numbering that begins anew. */
const REPORT = [
  '1. We were appointed in May to inquire into the purchase of\nthe site at Brackley.[1] The Department had considered two other\nsites, neither of which was in public hands,[2] and the price',
  '[1] Cmnd 8901, para 4.\n[2] The evidence on this point is not satisfactory. It records a meet-',
  '\f',
  'was too high.[1] We do not think that this was possible.*',
  'ing with the owners.\n[1] See the table at Annex C.\n* Mr Lowe dissented from this paragraph.',
]
  .join('\n\n')
  .replace('\n\n\f\n\n', '\f')

const SCHEMA = join(
  resolve(import.meta.dirname, '../..', process.env.SCHOLION_REFERENCE ?? '../shared'),
  'data/schemas/tei_all-4.12.0.rng',
)
const hasJing = existsSync(SCHEMA) && spawnSync('which', ['jing']).status === 0

const CONTEXT = { version: '0.1.0', sha256: 'b'.repeat(64), description: null }

function caretAt(work: RandomWork, words: string, length = 0): void {
  let at: number | null = null
  work.state.doc.descendants((node, pos) => {
    if (node.isText && node.text!.includes(words)) at ??= pos + node.text!.indexOf(words)
  })
  if (at === null) throw new Error(`${words} not in the text`)
  work.dispatch(work.state.tr.setSelection(TextSelection.create(work.state.doc, at, at + length)))
}

function atWork(): RandomWork {
  const work = new RandomWork([REPORT])
  work.dispatch(work.state.tr.setSelection(TextSelection.create(work.state.doc, 3, work.state.doc.firstChild!.nodeSize - 3)))
  for (const words of ['We were', 'Cmnd', 'was too', 'ing with']) {
    caretAt(work, words)
    work.run(setHand('tw'))
  }
  return work
}

/** States the footnote that these words are in, called from the first place that is found. */
function state(work: RandomWork, words: string, joins = false): void {
  caretAt(work, words)
  const { calls, before } = footnoteHere(work.state)!
  expect(work.run(stateFootnote(work.context, { call: joins ? null : (calls[0] ?? null), joins: joins ? before : null }))).toBe(
    true,
  )
}

/** All five footnotes, the second in two pieces. */
function stated(): RandomWork {
  const work = atWork()
  state(work, 'Cmnd')
  state(work, 'The evidence')
  state(work, 'ing with the owners', true)
  state(work, 'See the table')
  state(work, 'Mr Lowe')
  return work
}

const withHands = (work: RandomWork): Transcript => ({ ...transcriptOf(work), hands: HANDS_AT_WORK })
const all = (work: RandomWork) => canonicalText(fromDocument(work.state.doc))
const text = (work: RandomWork) =>
  work.state.doc.firstChild!.textBetween(0, work.state.doc.firstChild!.content.size, '|', (leaf) =>
    leaf.type.name === 'lb' ? '/' : '',
  )

describe('a footnote of the paper', () => {
  it('is found by its sign, with the places that may call it, and nothing is stated by that', () => {
    const work = atWork()
    caretAt(work, 'The evidence')
    const before = all(work)
    const here = footnoteHere(work.state)!
    expect(here.sign).toBe('[2]')
    expect(here.calls.map((call) => work.state.doc.textBetween(call.from - 6, call.to))).toEqual(['hands,[2]'])
    expect(all(work)).toBe(before)
  })

  it('leaves the text for the margin with its own sign, by the hand of its block, while its call stays as typed', () => {
    const work = atWork()
    state(work, 'Cmnd')
    const [note] = work.notes()
    expect(note!.attrs).toMatchObject({ kind: 'footnote', sign: '[1]', hand: 'tw', place: 'foot', function: null, passage: null })
    expect(note!.textContent).toBe('[1] Cmnd 8901, para 4.')
    expect(text(work)).toContain('Brackley.[1] The Department')
    expect(text(work)).not.toContain('Cmnd')
    expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
    work.run(undo)
    expect(work.notes()).toHaveLength(0)
  })

  it('goes on over a page as one note', () => {
    const [first, second, third] = stated().notes()
    expect(third!.attrs).toMatchObject({ kind: 'footnote', sign: '[2]', joins: second!.attrs.id })
    expect(first!.attrs.joins).toBe(null)
  })

  it('is counted apart from the marginal notes, and once where it goes on over a page', () => {
    const work = stated()
    caretAt(work, 'the price', 9)
    work.run(liftToMargin(work.context, { hand: 'mt', as: 'note' }))
    const { notes, footnotes } = statisticsOf(withHands(work))
    expect(notes.map(({ text }) => text)).toEqual(['the price'])
    expect(footnotes).toBe(4)
  })

  it('is found by a search, whole where it goes on over a page, and told with its page', () => {
    const found = (query: Partial<Query>) => [
      ...searchTranscript(withHands(stated()), { words: '', matchCase: false, wholeWords: false, where: 'all', ...query }),
    ]
    expect(found({ words: 'Mr Lowe dissented' })).toMatchObject([
      { kind: 'note', page: 2, before: '* ', words: 'Mr Lowe dissented' },
    ])
    expect(found({ words: 'a meeting with', where: 'notes' })).toMatchObject([{ kind: 'note', page: 1 }])
    expect(found({ words: 'Cmnd 8901', where: 'text' }), 'it is no text of the page any more').toEqual([])
  })

  it('that takes no sign of a line before it, nor one that another footnote has', () => {
    const work = atWork()
    state(work, 'Cmnd')
    caretAt(work, 'See the table')
    const { calls } = footnoteHere(work.state)!
    expect(calls.map((call) => work.state.doc.textBetween(call.from - 5, call.to))).toEqual(['high.[1]'])
  })

  it('may have no call, and be given one later', () => {
    const work = atWork()
    caretAt(work, 'Mr Lowe')
    work.run(stateFootnote(work.context, { call: null, joins: null }))
    const { id } = work.notes()[0]!.attrs
    expect(writeReadingEdition(withHands(work), { queries: false }, CONTEXT).text).toContain('>footnote *</a>')
    caretAt(work, '*', 1)
    expect(work.run(stateCall(work.context, id))).toBe(true)
    const html = writeReadingEdition(withHands(work), { queries: false }, CONTEXT).text
    expect(html).toContain('possible.<a class="call" href="#fn-1" aria-label="footnote *">*</a>')
    expect(html).not.toContain('>footnote *</a>')
  })

  it('put back, is the text that it was, whatever was stated of it', () => {
    fc.assert(
      fc.property(fc.nat(REPORT.length), fc.nat(60), fc.nat(4), fc.boolean(), (at, length, which, join) => {
        const work = atWork()
        const before = all(work)
        const place = Math.min(3 + at, work.state.doc.firstChild!.nodeSize - 4)
        const end = Math.min(place + length, work.state.doc.firstChild!.nodeSize - 4)
        const { doc } = work.state
        work.dispatch(work.state.tr.setSelection(TextSelection.between(doc.resolve(place), doc.resolve(end))))
        const here = footnoteHere(work.state)
        const did = work.run(
          stateFootnote(work.context, { call: here?.calls[which] ?? null, joins: join ? (here?.before ?? null) : null }),
        )
        if (!did) return
        expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
        expect(parseTranscript(serialise(withHands(work)))).toMatchObject({ ok: true })
        work.run(putBack(work.context, work.notes()[0]!.attrs.id))
        expect(all(work)).toBe(before)
      }),
    )
  })
})

describe('editions of a paper with footnotes', () => {
  it('have them after the text, whole, under their own signs and in their order', () => {
    const html = writeReadingEdition(withHands(stated()), { queries: false }, CONTEXT).text
    const notes = html.slice(html.indexOf('class="footnotes"'))
    const words = [...notes.matchAll(/<li id="fn-(\d)">.*?<p dir="auto">(.*?)<\/p>/gs)].map(([, n, own]) => [
      n,
      own!.replace(/<[^>]*>/g, ''),
    ])
    expect(words).toEqual([
      ['1', '[1] Cmnd 8901, para 4.'],
      ['2', '[2] The evidence on this point is not satisfactory. It records a meet-ing with the owners.'],
      ['3', '[1] See the table at Annex C.'],
      ['4', '* Mr Lowe dissented from this paragraph.'],
    ])
    expect(html).not.toContain('Handwriting on the paper')
  })

  it('never give an editor’s note a number that could be the paper’s', () => {
    const work = stated()
    caretAt(work, 'Brackley', 8)
    work.run(writeBeside(work.context, 'editornote'))
    work.dispatch(work.state.tr.insertText('In Northamptonshire.'))
    const html = writeReadingEdition(withHands(work), { queries: false }, CONTEXT).text
    expect(html).toContain('>ed. 1</a>')
    expect(html).not.toMatch(/>1<\/a>/)
    const copied = passageWithNotes(withHands(work), withHands(work), 'PREM 19/1').text
    expect(copied).toContain('Brackley[n. 1].[1] The Department')
    expect(copied).toContain(
      '\n\n[footnote [2] of the paper] [2] The evidence on this point is not satisfactory. It records a meeting with the owners.',
    )
    expect(copied.indexOf('Cmnd')).toBeLessThan(copied.indexOf('In Northamptonshire'))
  })

  it('in TEI have the note at its call, with the paper’s own number', () => {
    const written = writeTei(withHands(stated()), { correction: 'silent', queries: false }, CONTEXT)
    const tei = written.ok ? written.value.text : ''
    expect(tei).toMatch(/Brackley\.\[1\].*?<note type="footnote" n="1" hand="#hand.tw" place="bottom"/s)
    expect(tei).toMatch(/<note type="footnote" n="\*" hand="#hand.tw" place="bottom"[^>]*>\* Mr Lowe/)
  })

  it.skipIf(!hasJing)('in TEI are valid, however they were stated', () => {
    const folder = mkdtempSync(join(tmpdir(), 'scholion-footnotes-'))
    const uncalled = atWork()
    caretAt(uncalled, 'ing with')
    uncalled.run(stateFootnote(uncalled.context, { call: null, joins: null }))
    for (const [at, work] of [stated(), uncalled].entries()) {
      const written = writeTei(withHands(work), { correction: 'apparatus', queries: true }, CONTEXT)
      writeFileSync(join(folder, `${at}.xml`), written.ok ? written.value.text : 'a bug')
    }
    const judged = spawnSync('jing', [SCHEMA, join(folder, '0.xml'), join(folder, '1.xml')], { encoding: 'utf8' })
    rmSync(folder, { recursive: true })
    expect(judged.stdout).toBe('')
    expect(judged.status).toBe(0)
  })

  it('count them as typed text of the paper', () => {
    const work = stated()
    expect(typedOnlyBlocks(withHands(work)).slice(-4)).toEqual([
      '[1] Cmnd 8901, para 4.',
      '[2] The evidence on this point is not satisfactory. It records a meet-\ning with the owners.',
      '[1] See the table at Annex C.',
      '* Mr Lowe dissented from this paragraph.',
    ])
    caretAt(work, 'Annex', 5)
    work.dispatch(work.state.tr.insertText('ANNEX'))
    const rates = errorRates(withHands(work))
    expect(rates.typed.cer).toBeGreaterThan(0)
    expect(rates.handwritten.cer).toBe(0)
  })
})

describe('signs of footnotes', () => {
  it.each([
    ['[1] Cmnd', '[1]'],
    ['* Mr Lowe', '*'],
    ['** Mr', '**'],
    ['¹ See', '¹'],
    ['12. See', '12'],
    ['1) See', '1'],
    ['(a) See', '(a)'],
    ['† ibid.', '†'],
    ['See *', null],
    ['1983 was', null],
    ['Mr Lowe', null],
  ])('%s begins with %s', (words, sign) => {
    expect(footnoteSign(words)).toBe(sign)
  })

  it.each([
    ['time.1 It', '1', ['.1']],
    ['time¹ and 1 or 2', '1', ['¹']],
    ['on 1 June', '1', []],
    ['paragraph 4.1 says', '1', []],
    ['F11 and E1x', '1', []],
    ['June.* They', '*', ['.*']],
    ['June.** They', '*', []],
    ['a[1]\n[1] See', '[1]', ['[1]']],
  ])('in “%s” the calls of %s are %j', (words, sign, calls) => {
    expect(callsIn(words, sign)).toHaveLength(calls.length)
  })
})
