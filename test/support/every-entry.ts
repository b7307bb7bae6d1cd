// One transcript that holds every entry of the vocabulary once, with everything stated that can be stated of it. The same every time.

import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serialise } from '../../shared/format/serialise.ts'
import { NAME_KINDS, type Named } from '../../shared/model/names.ts'
import { emptyPaper } from '../../shared/model/paper.ts'
import type { Annotations, Block, MarginObject, Page, Run, Transcript } from '../../shared/model/transcript.ts'
import { ATOM_NAMES, type AtomName, GAP_REASONS } from '../../shared/vocabulary/atoms.ts'
import { type AttributeSpec, type AttributeTable, type AttributeValue, emptyValue } from '../../shared/vocabulary/attribute.ts'
import { MARGIN, MARGIN_NAMES, NOTE_FUNCTIONS, NOTE_KINDS, NOTE_PLACES, PEN_MARKS } from '../../shared/vocabulary/margin.ts'
import { MARK_NAMES, MARKS, type MarkName } from '../../shared/vocabulary/marks.ts'
import { COPY_STATUSES, PAGE_STATES, PAPER_KINDS, PAPER_RELATIONS } from '../../shared/vocabulary/page.ts'
import { PAPER_FACTS } from '../../shared/vocabulary/paper.ts'
import { type Flow, ROLE_NAMES, ROLES } from '../../shared/vocabulary/roles.ts'
import { UNUSED_REASONS } from '../../shared/vocabulary/unused.ts'
import { attributesOf, factsOf, labelOf } from '../../shared/vocabulary/vocabulary.ts'
import { block, division, gap, HANDS, letter, object, page, point, said } from '../shared/export-letter.ts'

type Attributes = Readonly<Record<string, AttributeValue>>

const NAMES: readonly Named[] = Object.entries(NAME_KINDS).map(([kind, label]) => ({
  id: `name-${kind}`,
  kind: kind as Named['kind'],
  name: `the ${label} of the register`,
  says: `what the ${label} is`,
  authority: kind === 'term' ? null : `https://example.org/${kind}`,
}))

/** Something that can stand for an attribute; a reference to an object is left to whoever knows one. */
function stated(spec: AttributeSpec): AttributeValue {
  switch (spec.kind) {
    case 'choice':
      return Object.keys(spec.values)[0]!
    case 'choices':
      return Object.keys(spec.values).slice(0, 2)
    case 'list':
      return [`one ${spec.label}`, `another ${spec.label}`]
    case 'text':
    case 'words':
      return `${spec.label}, in words`
    case 'date':
      return '1982-03-12'
    case 'number':
      return 2
    case 'flag':
      return true
    case 'reference':
      if (spec.to === 'object') return null
      return { hands: 'mt', people: 'thatcher', names: `name-${spec.of ?? 'term'}` }[spec.to]
    case 'ranges':
    case 'record':
      return emptyValue(spec)
  }
}

const allStated = (table: AttributeTable, leftOut: readonly string[] = []): Attributes =>
  Object.fromEntries(Object.entries(table).flatMap(([name, spec]) => (leftOut.includes(name) ? [] : [[name, stated(spec)]])))

const markOf = (name: MarkName, more: Attributes = {}) => ({
  type: name,
  attrs: { ...allStated(MARKS[name].attributes), ...more },
})

/** Every mark over words that say which it is; the words of a passage are the notes' own. */
function everyMark(): readonly Block[] {
  return MARK_NAMES.filter((name) => name !== 'passage').map((name, at) => {
    const id = `mark-${at}`
    const content = [said('Words that are '), said(`marked as ${MARKS[name].label}`, id), said(' stand here.')]
    return own(`of-${name}`, block('paragraph', { content, annotations: { [id]: markOf(name) } }))
  })
}

/** A block by an id that does not hang on what else a test made. */
const own = (id: string, made: Block): Block => ({ ...made, id })

const ATOM_RUNS: Readonly<Record<AtomName, readonly Run[]>> = {
  gap: Object.keys(GAP_REASONS).flatMap((reason) => [
    said(` ${reason} `),
    gap({ ...allStated(attributesOf('gap')!), reason, unit: 'word', evidence: [[0, 0, 8]] }),
  ]),
  lb: [said('one line'), { type: 'atom', atom: 'lb', attrs: { id: '', seam: null }, in: [] }, said('and the next')],
  point: [said('beside which notes stand'), point('note-point')],
  // within a note of the editors': they alone refer
  ref: [],
}

const FLOWS: readonly Flow[] = ['furniture', 'opener', 'text', 'closer', 'archive']

/** Every role once, and no role, each where it stands in a letter. */
function everyRole(): readonly Block[] {
  const inOrder = FLOWS.flatMap((flow) => ROLE_NAMES.filter((name) => ROLES[name].flow === flow))
  return [...inOrder, null].map((role) =>
    own(
      `role-${role ?? 'none'}`,
      block(role, `A block that is ${role === null ? 'of no role' : labelOf(role)}.`, {
        facts: allStated(factsOf(role)),
        hand: role === 'close' ? 'ajc' : 'tw',
      }),
    ),
  )
}

interface Beside {
  readonly block: Block
  readonly objects: readonly MarginObject[]
}

/** An object of the margin beside words that say which it is. */
function beside(id: string, type: (typeof MARGIN_NAMES)[number], words: string, attrs: Attributes = {}): Beside {
  // a note that is a footnote of the paper stands by itself below
  const table = allStated(MARGIN[type].attributes, type === 'note' ? ['withheld', 'kind', 'sign'] : ['withheld'])
  const annotations: Annotations = { [`${id}-at`]: markOf('passage', { note: id }) }
  const said_ = 'wordless' in MARGIN[type] ? { content: [] } : `What the ${words} says.`
  return {
    block: own(
      `beside-${id}`,
      block('paragraph', { content: [said('Here are '), said(`the words of the ${words}`, `${id}-at`)], annotations }),
    ),
    objects: [object(type, id, said_, { ...table, ...attrs })],
  }
}

function everyObject(): readonly Beside[] {
  const places = Object.entries(NOTE_PLACES).map(([place, label]) => beside(`note-${place}`, 'note', `note, ${label}`, { place }))
  const functions = Object.entries(NOTE_FUNCTIONS).map(([name, label]) =>
    beside(`note-for-${name}`, 'note', `note, ${label}`, { function: name, function2: null }),
  )
  const pens = Object.entries(PEN_MARKS).flatMap(([kind, label]) =>
    ['1', '2', '3'].map((count) => beside(`pen-${kind}-${count}`, 'penmark', `${label}, ${count}`, { kind, count })),
  )
  const refers: MarginObject = object(
    'editornote',
    'ours-refers',
    { content: [said('See '), { type: 'atom', atom: 'ref', attrs: { id: '', to: 'note-left' }, in: [] }] },
    { kind: 'explanatory' },
  )
  return [
    ...MARGIN_NAMES.map((name) => beside(`only-${name}`, name, MARGIN[name].label)),
    ...places,
    ...functions,
    beside('note-reply', 'note', 'reply', { answers: 'note-left' }),
    beside('note-next', 'note', 'next piece', { joins: 'note-right' }),
    beside('note-held', 'note', 'note that is withheld', { withheld: 'closed until 2030' }),
    ...Object.entries(NOTE_KINDS).map(([kind, label]) =>
      beside(`note-${kind}`, 'note', label, { kind, sign: '[1]', hand: 'tw', place: 'foot' }),
    ),
    ...pens,
    {
      block: own('refers', block('paragraph', { content: [said('Here a note of ours refers'), point('ours-refers')] })),
      objects: [refers],
    },
  ]
}

/** Struck out and written in by one hand, with nothing between: one stands for the other. */
function inPlaceOf(): Block {
  const annotations = { 'swap-1': markOf('del'), 'swap-2': markOf('add') }
  const content = [said('The '), said('first', 'swap-1'), said('second', 'swap-2'), said(' answer.')]
  return own('of-swap', block('paragraph', { content, annotations }))
}

/** A word that a line end divides, and the same word whole: so it is known to be one. */
function divided(): Block {
  const lb: Run = { type: 'atom', atom: 'lb', attrs: { id: '', seam: null }, in: [] }
  const content = [said('The commit-'), lb, said('tee met; the committee rose.')]
  return own('of-divided', block('paragraph', { content }))
}

function everyAtom(): readonly Block[] {
  return ATOM_NAMES.filter((name) => ATOM_RUNS[name].length > 0).map((name) =>
    own(`atom-${name}`, block('paragraph', { content: [said(`Here is a ${labelOf(name)}:`), ...ATOM_RUNS[name]] })),
  )
}

const turn = (id: string, made: Page): Page => ({ ...made, id })

/** The original's whole text: all of it is set aside. */
const TEXT = 'machine words that no block has\n'

/** The name of the original. */
export const EVERY_ENTRY = 'every-entry.txt'

/** Puts the transcript and its original into a collection. */
export function putEveryEntry(collection: string): void {
  writeFileSync(join(collection, EVERY_ENTRY), TEXT)
  writeFileSync(join(collection, `${EVERY_ENTRY}.tei.json`), serialise(everyEntry()))
}

/** A transcript with every entry of the vocabulary: each mark, atom, role, object of the margin, pen mark, state of a page, reason. */
export function everyEntry(): Transcript {
  const margin = everyObject()
  const notes = margin.flatMap(({ objects }) => objects)
  const facts = allStated(PAPER_FACTS, ['withheld'])
  const papers = Object.keys(PAPER_KINDS).map((kind, at) => ({
    ...division(`paper-${kind}`, {
      kind,
      relation: Object.keys(PAPER_RELATIONS)[at % Object.keys(PAPER_RELATIONS).length]!,
      copyStatus: Object.keys(COPY_STATUSES)[at % Object.keys(COPY_STATUSES).length]!,
      relatedTo: 'paper1',
      from: 'A J Coles',
      to: 'the Prime Minister',
      date: '1982-03-12',
      language: 'en',
      facts,
    }),
  }))
  return letter(
    [
      turn('page-marks', page([...everyMark(), inPlaceOf(), divided()], [], { printed: '1', folio: '41', image: '0001.jpg' })),
      turn('page-atoms', page(everyAtom(), [object('note', 'note-point', 'A note at a point.', { hand: 'mt', place: 'left' })])),
      turn('page-roles', page([division('paper-roles', { kind: 'letter' }), ...everyRole()])),
      turn(
        'page-notes',
        page(
          margin.map(({ block: one }) => one),
          notes,
        ),
      ),
      ...Object.entries(PAGE_STATES).map(([state, label]) =>
        turn(`page-${state}`, page([own(`on-${state}`, block('paragraph', `Words on a page that is ${label}.`))], [], { state })),
      ),
      ...papers.map((paper) =>
        turn(`page-of-${paper.kind}`, page([paper, own(`in-${paper.kind}`, block('paragraph', `Words of a ${paper.kind}.`))])),
      ),
    ],
    {
      paper: { ...emptyPaper('paper1'), kind: 'letter', facts },
      names: NAMES,
      revisions: [{ when: '2026-01-05T09:00:00Z', who: 'An Editor', what: 'Marginalia separated from typed text.' }],
      hands: HANDS,
      unused: Object.keys(UNUSED_REASONS).map((reason, at) => ({
        id: `aside-${reason}`,
        reason,
        source: [[0, at * 3, at * 3 + 3]],
      })),
      originals: [
        {
          name: EVERY_ENTRY,
          sha256: createHash('sha256').update(TEXT).digest('hex'),
          bytes: TEXT.length,
          encoding: 'utf-8',
          bom: false,
          importer: { name: 'text', version: 1, options: {} },
          text: TEXT,
          extra: {},
        },
      ],
    },
  )
}
