import fc from 'fast-check'
import { undo } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { changedPlaces } from '../../shared/commands/changed-places.ts'
import { restoreBlock, restorePlace } from '../../shared/commands/restore-places.ts'
import { whoseError } from '../../shared/commands/whose-error.ts'
import { compare } from '../../shared/compare/compare.ts'
import { machineAt } from '../../shared/compare/machine-at.ts'
import { type OwnerRow, sideBySide } from '../../shared/compare/side-by-side.ts'
import { isChange } from '../../shared/metrics/measure.ts'
import type { SourceRange } from '../../shared/model/source.ts'
import { schema } from '../../shared/schema/schema.ts'
import { ledgerFaults } from '../../shared/state/invariants.ts'
import { seededIds } from '../support/imported.ts'
import { RUNS } from '../support/property-runs.ts'
import { DEEDS, type Deed } from '../support/random-deeds.ts'
import { transcriptOf } from '../support/random-transcript.ts'
import { RandomWork } from '../support/random-work.ts'
import { documentOf } from '../support/sample-document.ts'

const MACHINE = 'In tbis sequence the com mittee met'
const context = { newId: seededIds(), texts: () => [MACHINE] }

type Piece = string | readonly [words: string, mark: string, attrs?: Readonly<Record<string, unknown>>]

/** A text of one block of these pieces, read from the whole of `MACHINE`. */
function text(...pieces: readonly Piece[]): Node {
  const source: readonly SourceRange[] = [[0, 0, MACHINE.length]]
  const content = pieces.map((piece) =>
    typeof piece === 'string'
      ? schema.text(piece)
      : schema.text(piece[0], [schema.mark(piece[1], { id: `m-${piece[1]}`, ...piece[2] })]),
  )
  const page = schema.node('page', { id: 'p1' }, [schema.node('block', { id: 'b1', source }, content)])
  return schema.node('doc', { unused: [], tray: [] }, [schema.node('body', null, [page]), schema.node('margin')])
}

/** Each changed place: what the machine read, what stands, what the editor reads, whose error it is. */
function told(doc: Node): readonly string[] {
  const [row] = sideBySide(doc, [MACHINE]) as readonly OwnerRow[]
  return row!.places.map(({ was, now, reading, whose }) => `${was} | ${now} | ${reading} | ${whose ?? 'not said'}`)
}

/** The text with its marks, after a command. */
function having(doc: Node, command: ReturnType<typeof restorePlace>): string | false {
  let state = EditorState.create({ doc })
  const acted = command(state, (tr) => {
    state = state.apply(tr)
  })
  const pieces: string[] = []
  state.doc.firstChild!.firstChild!.firstChild!.forEach((node) => {
    const marks = node.marks.map(({ type, attrs }) => `${type.name}${attrs.was ?? attrs.corr ?? attrs.suggestion ?? ''}`)
    pieces.push(marks.length === 0 ? node.text! : `[${node.text} ${marks.join()}]`)
  })
  return acted && pieces.join('')
}

describe('where the transcript reads otherwise than the machine', () => {
  test.each<readonly [string, readonly Piece[], readonly string[]]>([
    ['nothing was mended', [MACHINE], []],
    [
      'words that were mended, and nothing says whose error it was',
      ['In this sequence the committee met'],
      ['tbis | this | this | not said', 'com mittee | committee | committee | not said'],
    ],
    [
      'the machine’s error',
      ['In ', ['this', 'correction', { was: 'tbis' }], ' sequence the com mittee met'],
      ['tbis | this | this | machine'],
    ],
    [
      'the paper’s, which stands',
      ['In ', ['tbis', 'emendation', { corr: 'this' }], ' sequence the com mittee met'],
      ['tbis | tbis | this | paper'],
    ],
    [
      'not known whose, without a suggestion',
      ['In ', ['tbis', 'undetermined'], ' sequence the com mittee met'],
      ['tbis | tbis | tbis | unknown'],
    ],
    ['words that came, and words that went', ['In tbis sequence the whole mittee met'], ['com | whole | whole | not said']],
    ['a name alone', ['In tbis ', ['sequence', 'persName'], ' the com mittee met'], []],
    ['a marked correction that reads as the machine did', ['In ', ['tbis', 'correction'], ' sequence the com mittee met'], []],
  ])('%s', (_name, pieces, places) => {
    expect(told(text(...pieces))).toEqual(places)
  })

  test.each([
    ['the goverment.', 'the government.', 'goverment → government'],
    ['“goverment”, and', '“government”, and', 'goverment → government'],
    ['A.T.C. 15/3', 'A.J.C. 15/3', 'A.T.C. → A.J.C.'],
    ['end.', 'end,', 'end. → end,'],
  ])('signs of the sentence are no part of a word that was mended: %s', (machine, now, told) => {
    const doc = documentOf([machine], seededIds())
    const block = doc.firstChild!.firstChild!.firstChild!
    const mended = block.type.create(block.attrs, schema.text(now))
    expect(changedPlaces(mended, [machine]).map(({ was, now }) => `${was} → ${now}`)).toEqual([told])
  })

  test('the letters that differ are told apart from their word', () => {
    const [row] = sideBySide(text('In this sequence the com mittee met'), [MACHINE]) as readonly OwnerRow[]
    expect(row!.places[0]!.hunks).toMatchObject([{ wasFrom: 4, wasTo: 5, nowFrom: 4, nowTo: 5 }])
  })
})

describe('whose error it is, by one press and back', () => {
  const place = (from: number, to: number) => ({ owner: 'b1', from, to })
  const mended = text('In this sequence the com mittee met')
  const [machine, paper, unknown] = [
    'In [this correctiontbis] sequence the com mittee met',
    'In [tbis emendationthis] sequence the com mittee met',
    'In [tbis undeterminedthis] sequence the com mittee met',
  ]
  const readings: readonly (readonly [string, Node])[] = [
    ['not said', mended],
    ['machine', text('In ', ['this', 'correction', { was: 'tbis' }], ' sequence the com mittee met')],
    ['paper', text('In ', ['tbis', 'emendation', { corr: 'this' }], ' sequence the com mittee met')],
    ['unknown', text('In ', ['tbis', 'undetermined', { suggestion: 'this' }], ' sequence the com mittee met')],
  ]

  test.each(readings)('from %s to each of the others', (is, doc) => {
    const to = (whose: 'machine' | 'paper' | 'unknown') => having(doc, whoseError(context, place(3, 7), whose))
    expect([to('machine'), to('paper'), to('unknown')]).toEqual([
      is !== 'machine' && machine,
      is !== 'paper' && paper,
      is !== 'unknown' && unknown,
    ])
    expect(having(doc, restorePlace(context, place(3, 7)))).toBe(MACHINE)
    expect(having(doc, restoreBlock(context, 'b1'))).toBe(MACHINE)
  })

  test('keeps how sure it was, and a name on the word', () => {
    const doc = text(
      'In ',
      ['this', 'correction', { was: 'tbis', cert: 'medium', basis: 'image' }],
      ' sequence the com mittee met',
    )
    let state = EditorState.create({ doc })
    whoseError(
      context,
      place(3, 7),
      'paper',
    )(state, (tr) => {
      state = state.apply(tr)
    })
    expect(state.doc.firstChild!.firstChild!.firstChild!.child(1).marks[0]!.attrs).toMatchObject({
      id: 'm-correction',
      cert: 'medium',
      basis: 'image',
      corr: 'this',
    })
    const named = text('In ', ['this', 'persName'], ' sequence the com mittee met')
    expect(having(named, whoseError(context, place(3, 7), 'paper'))).toBe(
      'In [tbis emendationthis,persName] sequence the com mittee met',
    )
  })

  test('is not said of words that the machine did not read, or that are gone: there is no word to carry it', () => {
    const came = text('In tbis whole sequence the com mittee met')
    expect(having(came, whoseError(context, place(8, 13), 'paper'))).toBe(false)
    expect(having(came, restorePlace(context, place(8, 13)))).not.toContain('whole')
    const went = text('In tbis sequence the met')
    const [row] = sideBySide(went, [MACHINE]) as readonly OwnerRow[]
    const [gone] = row!.places
    expect(having(went, whoseError(context, { owner: 'b1', ...gone! }, 'machine'))).toBe(false)
    expect(having(went, restorePlace(context, { owner: 'b1', ...gone! }))).toBe(MACHINE)
  })

  test('is refused of a place that has gone', () => {
    expect(having(mended, whoseError(context, place(0, 2), 'paper'))).toBe(false)
    expect(having(mended, restorePlace(context, { owner: 'nobody', from: 3, to: 7 }))).toBe(false)
  })
})

describe('side by side', () => {
  const TEXT = 'one\n\ntwo\n\nnoise noise\n\nthree\n\nfour'
  const begin = () => new RandomWork([TEXT])
  const rows = (work: RandomWork) =>
    sideBySide(work.state.doc, work.texts).map(
      (row) => `${row.kind}: ${row.was} (line ${row.machine?.line})${row.kind !== 'aside' && row.goesBack ? ', earlier' : ''}`,
    )

  test('each block stands beside its own words of the machine, also where blocks were moved', () => {
    const work = begin()
    expect(rows(work)).toEqual([
      'block: one (line 1)',
      'block: two (line 3)',
      'block: noise noise (line 5)',
      'block: three (line 7)',
      'block: four (line 9)',
    ])
    work.do({ kind: 'move-block', a: 0, b: 0, c: 0 })
    expect(rows(work).slice(0, 2)).toEqual(['block: two (line 3)', 'block: one (line 1), earlier'])
  })

  test('and where pages were', () => {
    const work = new RandomWork(['one\n\ntwo\f\nthree\n\nfour'])
    const pages = () =>
      sideBySide(work.state.doc, work.texts).map(({ was, pageNumber, machine }) => `${was} ${pageNumber} ${machine?.line}`)
    expect(pages()).toEqual(['one 1 1', 'two 1 3', 'three 2 4', 'four 2 6'])
    work.do({ kind: 'move-page', a: 0, b: 0, c: 0 })
    expect(pages()).toEqual(['three 1 4', 'four 1 6', 'one 2 1', 'two 2 3'])
    expect(sideBySide(work.state.doc, work.texts).map((row) => row.kind === 'block' && row.goesBack)).toEqual([
      false,
      false,
      true,
      false,
    ])
    expect(sideBySide(work.state.doc, work.texts).every((row) => row.kind === 'block' && row.places.length === 0)).toBe(true)
  })

  test('what was set aside stands where the machine had it, with its reason, and signs of the file do not', () => {
    const doc = documentOf([TEXT], seededIds())
    const page = doc.firstChild!.firstChild!
    const kept = page.children.filter((_, at) => at !== 2)
    const unused = [
      { id: 'u1', reason: 'scanner-noise', source: [[0, 10, 21]] },
      { id: 'u2', reason: 'markup', source: [[0, 3, 5]] },
    ]
    const body = schema.node('body', null, [page.type.create(page.attrs, kept)])
    const told = sideBySide(doc.type.create({ ...doc.attrs, unused }, [body, doc.lastChild!]), [TEXT])
    expect(told.map(({ kind, was }) => `${kind}: ${was}`)).toEqual([
      'block: one',
      'block: two',
      'aside: noise noise',
      'block: three',
      'block: four',
    ])
    expect(told[2]).toMatchObject({ reason: 'scanner-noise', pageNumber: 1, machine: { line: 5 } })
  })
})

test('everything restored reads as the import, whatever was done, and undo brings the work back', () => {
  const LETTER =
    'Foreign Office\n\nDear John,\n\nMr Buckley will visit Bonn. The goverment\nof France\n\n\fA.T.C. 15/3\n\nYours ever'
  const deed: fc.Arbitrary<Deed> = fc.record({ kind: fc.constantFrom(...DEEDS), a: fc.nat(2000), b: fc.nat(200), c: fc.nat(20) })
  const words = (text: string) => text.match(/\S+/gu) ?? []
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 20, size: 'max' }), (deeds) => {
      const work = new RandomWork([LETTER])
      for (const one of deeds) work.do(one)
      const worked = JSON.stringify(work.state.doc.toJSON())
      let steps = 0
      for (const { attrs } of work.state.doc.firstChild!.children) if (work.restorePage(attrs.id)) steps++
      const rows = sideBySide(work.state.doc, work.texts)
      for (const row of rows) {
        expect(row.kind).not.toBe('aside')
        if (row.kind !== 'aside') expect(words(row.now)).toEqual(words(row.was))
      }
      expect(compare(transcriptOf(work)).filter(isChange)).toEqual([])
      expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
      const letters = (text: string) => [...text.replaceAll(/\s/gu, '')].sort().join('')
      expect(letters(rows.map(({ was }) => was).join(''))).toBe(letters(LETTER))
      for (let step = 0; step < steps; step++) work.run(undo)
      expect(JSON.stringify(work.state.doc.toJSON())).toBe(worked)
    }),
    { numRuns: RUNS },
  )
})

describe('what the machine read at a place', () => {
  const at = (doc: Node, from: number, to: number, texts = [MACHINE]) =>
    machineAt(doc.firstChild!.firstChild!.firstChild!, from, to, texts)

  test('is its word, in its line', () => {
    expect(at(text('In this sequence the committee met'), 3, 7)).toEqual({
      original: 0,
      line: 1,
      before: 'In ',
      words: 'tbis',
      after: ' sequence the com mittee met',
      differs: true,
    })
    expect(at(text('In this sequence the committee met'), 21, 30)).toMatchObject({ words: 'com mittee', differs: true })
    expect(at(text(MACHINE), 8, 16)).toMatchObject({ words: 'sequence', differs: false })
  })

  test('is nothing where words came, and null where the block is ours', () => {
    expect(at(text('In tbis whole sequence the com mittee met'), 8, 13)).toMatchObject({ words: '', differs: true })
    const ours = schema.node('block', { id: 'b2', source: [] }, [schema.text('ours')])
    expect(machineAt(ours, 0, 4, [MACHINE])).toBeNull()
  })

  test('is told with the number of its line', () => {
    const doc = documentOf(['one\r\ntwo\r\n\r\nthree four'], seededIds())
    const block = doc.firstChild!.firstChild!.child(1)
    expect(machineAt(block, 6, 10, ['one\r\ntwo\r\n\r\nthree four'])).toMatchObject({ line: 4, before: 'three ', words: 'four' })
  })
})
