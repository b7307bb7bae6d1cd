import fc from 'fast-check'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { liftToMargin } from '../../shared/commands/lift-to-margin.ts'
import { putBack } from '../../shared/commands/put-back.ts'
import { restoreUnused } from '../../shared/commands/restore-unused.ts'
import { setAside } from '../../shared/commands/set-aside.ts'
import { fromDocument } from '../../shared/schema/document.ts'
import { schema } from '../../shared/schema/schema.ts'
import { ledgerFaults } from '../../shared/state/invariants.ts'
import { RandomWork } from '../support/random-work.ts'

const RUNS = { numRuns: Number(process.env.SCHOLION_RUNS ?? 500) }

/** The words in the margin of five lines, as a machine read them in one. */
const FIVE_LINES = `Thank you for your letter of 9 March about the Brackley
inquiry. The Secretary of State has seen it and is con- No!
tent, subject to the point about costs below. I should   not
be grateful to know by Friday whether that is work-     till
able, and what the Treasury will say.                   Pell
BRACKLEY PAPERS has left`

const typed = (work: RandomWork) => work.state.doc.textBetween(0, work.state.doc.firstChild!.nodeSize, '\n\n').trimEnd()
const canonical = (work: RandomWork) => JSON.stringify(fromDocument(work.state.doc))

/** Selects a stretch of the only block, counted in its text. */
function select(work: RandomWork, from: number, to: number) {
  work.dispatch(work.state.tr.setSelection(TextSelection.create(work.state.doc, from + 3, to + 3)))
}

function selectWords(work: RandomWork, words: string) {
  const at = typed(work).lastIndexOf(words)
  let block = -1
  work.state.doc.descendants((node, pos) => {
    if (node.type.name === 'block') block = pos + 1
  })
  // anchors that stand before the words count in positions, not in the text
  let [passed, from] = [0, -1]
  work.state.doc.nodeAt(block - 1)!.forEach((child, offset) => {
    const length = child.isText ? child.text!.length : child.type.name === 'lb' ? 1 : 0
    if (from < 0 && at < passed + length) from = block + offset + at - passed
    passed += length
  })
  work.dispatch(work.state.tr.setSelection(TextSelection.create(work.state.doc, from, from + words.length)))
}

const pieces = fc
  .array(
    fc.tuple(fc.constantFrom('con-', 'No!', 'tent', 'a', 'B.15/3'), fc.constantFrom(' ', '   ', '\n', ' \n', '\n  ', '  \n ')),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((list) => list.flat().join('').trim())

/** A text of one block, and a stretch of whole letters of it. */
const stretches = fc.tuple(pieces, fc.nat(), fc.nat()).map(([text, a, b]) => {
  const [from, to] = [a % text.length, b % text.length].sort((one, other) => one - other) as [number, number]
  return { text, from, to: to + 1 }
})

/** What a person expects to be left: the lines without the words, and without a line that held nothing else. Blanks beside them not counted. */
function linesLeft(text: string, from: number, to: number): readonly string[] {
  const words = text.slice(from, to)
  const [start, end] = [from + words.length - words.trimStart().length, to - (words.length - words.trimEnd().length)]
  const [before, after] = [text.slice(0, start).split('\n'), text.slice(end).split('\n')]
  const joint = `${before.pop()} ${after.shift()}`
  return [...before, ...(joint.trim() === '' ? [] : [joint]), ...after].map(bare)
}

const bare = (line: string) => line.replace(/\s/g, '')

describe('words that leave a line', () => {
  it('a word at the end of a line is lifted without the line end', () => {
    const work = new RandomWork(['is con- No!\ntent, subject'])
    selectWords(work, 'No!')
    work.run(liftToMargin(work.context, { hand: null, as: 'note' }))
    expect(typed(work)).toBe('is con-\ntent, subject')
  })

  it('five words in the margin of five lines are lifted one after the other, and the typed lines stay as they are on the paper', () => {
    const work = new RandomWork([FIVE_LINES])
    const before = canonical(work)
    let joins: string | null = null
    for (const words of ['No!', 'not', 'till', 'Pell', 'has left']) {
      selectWords(work, words)
      work.run(liftToMargin(work.context, { hand: 'mt', as: 'note', joins }))
      joins = work.notes().at(-1)!.attrs.id
    }
    expect(typed(work)).toBe(
      FIVE_LINES.split('\n')
        .map((line) => line.replace(/ +(No!|not|till|Pell|has left)$/, ''))
        .join('\n'),
    )
    expect(work.notes().map((note) => note.textContent)).toEqual(['No!', 'not', 'till', 'Pell', 'has left'])
    expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
    for (const note of [...work.notes()].reverse()) work.run(putBack(work.context, note.attrs.id))
    expect(canonical(work)).toBe(before)
  })

  it('leave every line end that is not their own, wherever line ends and blanks stand', () => {
    fc.assert(
      fc.property(stretches, fc.boolean(), ({ text, from, to }, aside) => {
        const work = new RandomWork([text])
        select(work, from, to)
        fc.pre(text.slice(from, to).trim() !== '')
        work.run(aside ? setAside(work.context, 'scanner-noise') : liftToMargin(work.context, { hand: null, as: 'note' }))
        const expected = linesLeft(text, from, to)
        expect(typed(work).split('\n').map(bare)).toEqual(expected.length === 0 ? [''] : expected)
      }),
      RUNS,
    )
  })

  it('come back with what went with them: a lift and its put-back, or setting aside and restoring, change nothing', () => {
    fc.assert(
      fc.property(stretches, fc.boolean(), ({ text, from, to }, aside) => {
        const work = new RandomWork([text])
        const before = canonical(work)
        select(work, from, to)
        fc.pre(text.slice(from, to).trim() !== '')
        if (aside) {
          work.run(setAside(work.context, 'scanner-noise'))
          work.run(restoreUnused(work.context, work.state.doc.attrs.unused[0].id))
          expect(typed(work)).toBe(text)
        } else {
          work.run(liftToMargin(work.context, { hand: null, as: 'note' }))
          work.run(putBack(work.context, work.notes()[0]!.attrs.id))
          expect(canonical(work)).toBe(before)
        }
        expect(ledgerFaults(work.state.doc, work.texts)).toEqual([])
      }),
      RUNS,
    )
  })

  it('two lifted one after the other come back in either order', () => {
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), fc.boolean(), (text, a, b, turned) => {
        const words = [...new Set(text.split(/\s+/))].filter((word) => text.split(word).length === 2)
        fc.pre(text.split(/\s+/).length > 2 && words.length > 1 && a % words.length !== b % words.length)
        const work = new RandomWork([text])
        for (const word of [words[a % words.length]!, words[b % words.length]!]) {
          selectWords(work, word)
          work.run(liftToMargin(work.context, { hand: null, as: 'note' }))
        }
        const notes = turned ? [...work.notes()].reverse() : work.notes()
        for (const note of notes) work.run(putBack(work.context, note.attrs.id))
        expect(typed(work)).toBe(text)
      }),
      RUNS,
    )
  })
})

describe('what an earlier version lifted', () => {
  it('comes back as it did, the line end that went with it too', () => {
    const context = { newId: () => 'new00001', texts: () => ['is con- No!\ntent'] }
    const block = schema.node(
      'block',
      {
        id: 'block001',
        source: [
          [0, 0, 8],
          [0, 12, 16],
        ],
      },
      [
        // biome-ignore format: one line
        schema.text('is con- '),
        schema.node('point', { note: 'note0001', id: 'point001' }),
        schema.text('tent'),
      ],
    )
    const seam = { point: 'point001', blank: '\n', block: null, side: 'before', begins: [0, 8] }
    const note = schema.node('note', { id: 'note0001', hand: 'mt', source: [[0, 8, 12]], seam }, schema.text('No!'))
    const page = schema.node('page', { id: 'page0001' }, block)
    let state = EditorState.create({
      doc: schema.node('doc', null, [schema.node('body', null, page), schema.node('margin', null, note)]),
    })
    putBack(context, 'note0001')(state, (tr) => {
      state = state.apply(tr)
    })
    expect(state.doc.firstChild!.textBetween(0, state.doc.firstChild!.content.size)).toBe('is con- No!\ntent')
  })
})
