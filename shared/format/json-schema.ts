import { COLOURS, MEDIA, TYPEFACES } from '../model/hand.ts'
import { NAME_KINDS } from '../model/names.ts'
import { ATOM_NAMES, ATOMS } from '../vocabulary/atoms.ts'
import type { AttributeSpec, AttributeTable } from '../vocabulary/attribute.ts'
import { BASIS, HAND_FACTS } from '../vocabulary/certainty.ts'
import { OUTCOMES, QUESTIONS } from '../vocabulary/checklist.ts'
import type { Entry } from '../vocabulary/entry.ts'
import { MARGIN } from '../vocabulary/margin.ts'
import { MARKS } from '../vocabulary/marks.ts'
import {
  COLLATED_WITH,
  COPY_STATUSES,
  PAGE_STATES,
  PAGE_TURNS,
  PAPER_KINDS,
  PAPER_RELATIONS,
  STATUSES,
} from '../vocabulary/page.ts'
import { PAPER_FACTS } from '../vocabulary/paper.ts'
import { ROLES } from '../vocabulary/roles.ts'
import { UNUSED_REASONS } from '../vocabulary/unused.ts'
import { fileNameOf, shortOf } from './run.ts'
import { FORMAT, VERSION } from './version.ts'

type Schema = Readonly<Record<string, unknown>>

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })
const TEXT: Schema = { type: 'string' }
const STATEMENT: Schema = { type: ['string', 'null'] }
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const oneOf = (table: Readonly<Record<string, unknown>>): Schema => ({ enum: [...Object.keys(table), null] })

/** An object with the keys given; `open` ones keep keys of later versions. */
function object(properties: Record<string, Schema>, required: readonly string[], open = true): Schema {
  return { type: 'object', properties, required, ...(open ? {} : { additionalProperties: false }) }
}

function attribute(spec: AttributeSpec): Schema {
  const title = { title: spec.label }
  switch (spec.kind) {
    case 'choice':
      return { ...title, ...oneOf(spec.values) }
    case 'text':
      return { ...title, ...STATEMENT }
    case 'date':
      return { ...title, description: 'Year, month or day: 1982, 1982-03 or 1982-03-12.', ...STATEMENT }
    case 'choices':
      return { ...title, ...listOf({ enum: Object.keys(spec.values) }), uniqueItems: true }
    case 'list':
      return { ...title, ...listOf({ type: 'string', pattern: '\\S' }) }
    case 'words':
      return { ...title, ...TEXT }
    case 'number':
      return { ...title, type: ['number', 'null'] }
    case 'flag':
      return { ...title, type: 'boolean' }
    case 'reference':
      return { ...title, anyOf: [ref('id'), { type: 'null' }] }
    case 'ranges':
      return { ...title, ...ref('source') }
    case 'record':
      return { ...title, type: ['object', 'null'] }
  }
}

const attributes = (table: AttributeTable): Record<string, Schema> =>
  Object.fromEntries(Object.entries(table).map(([name, spec]) => [name, attribute(spec)]))

const CONTENT = { content: ref('content'), annotations: ref('annotations') }

function annotation(name: string, entry: Entry): Schema {
  return { description: entry.says, ...object({ type: { const: name }, ...attributes(entry.attributes) }, ['type'], false) }
}

function marginObject(name: string, entry: Entry): Schema {
  const inside = entry.wordless ? { content: { type: 'array', maxItems: 0 } } : CONTENT
  const properties = { type: { const: name }, id: ref('id'), ...attributes(entry.attributes), ...inside }
  return { description: entry.says, ...object(properties, ['type', 'id', 'content']) }
}

function atom(name: keyof typeof ATOMS): Schema {
  const record = object({ id: ref('id'), ...attributes(ATOMS[name].attributes) }, [], false)
  const short = shortOf(name) === null ? [] : [ref('id')]
  const key = fileNameOf(name)
  return {
    description: ATOMS[name].says,
    ...object({ [key]: { anyOf: [{ const: true }, ...short, record] }, in: ref('in') }, [key], false),
  }
}

const PAPER = {
  id: ref('id'),
  kind: oneOf(PAPER_KINDS),
  relation: oneOf(PAPER_RELATIONS),
  relatedTo: STATEMENT,
  copyStatus: oneOf(COPY_STATUSES),
  from: STATEMENT,
  to: STATEMENT,
  date: STATEMENT,
  language: STATEMENT,
  facts: ref('paperFacts'),
}

const DEFINITIONS: Readonly<Record<string, Schema>> = {
  id: { type: 'string', pattern: '^(?!__proto__$)[A-Za-z_][A-Za-z0-9_.-]{0,63}$' },
  in: { description: 'Ids of the annotations that the run lies in.', ...listOf(ref('id')) },
  source: {
    description:
      'Stretches of the originals: [index of the original, start, end], in UTF-16 units of its decoded text, end exclusive.',
    ...listOf({ type: 'array', items: { type: 'integer', minimum: 0 }, minItems: 3, maxItems: 3 }),
  },
  paper: object(PAPER, ['id']),
  paperFacts: {
    description: 'What else is stated of a paper.',
    ...object(attributes(PAPER_FACTS), [], false),
  },
  page: object(
    {
      id: ref('id'),
      printed: STATEMENT,
      folio: STATEMENT,
      image: STATEMENT,
      state: oneOf(PAGE_STATES),
      turn: oneOf(PAGE_TURNS),
      collated: {
        description: 'What the page was compared with, word for word, each time anew.',
        ...listOf(ref('collation')),
      },
      answers: {
        description: 'What was looked up on the paper for places of this page, off the check list.',
        ...listOf(ref('answer')),
      },
      right: {
        description: 'Places of this page that looked misread, and that somebody declared right.',
        ...listOf(TEXT),
      },
      content: listOf({ anyOf: [ref('block'), ref('division')] }),
      margin: listOf(ref('marginObject')),
    },
    ['id', 'content'],
  ),
  collation: object({ against: { enum: Object.keys(COLLATED_WITH) }, who: TEXT, when: TEXT }, ['against', 'who', 'when'], false),
  answer: object(
    {
      number: { type: 'integer', minimum: 0 },
      place: ref('id'),
      question: { enum: Object.keys(QUESTIONS) },
      was: TEXT,
      outcome: { enum: Object.keys(OUTCOMES) },
      words: TEXT,
      basis: { enum: Object.keys(BASIS) },
      who: TEXT,
      when: TEXT,
    },
    ['number', 'place', 'question', 'was', 'outcome', 'words', 'basis', 'who', 'when'],
    false,
  ),
  division: {
    description: 'Where a second or later paper of the file begins.',
    ...object({ type: { const: 'division' }, ...PAPER }, ['type', 'id']),
  },
  block: object(
    {
      type: { const: 'block' },
      id: ref('id'),
      role: oneOf(ROLES),
      hand: { anyOf: [ref('id'), { type: 'null' }] },
      facts: ref('facts'),
      continues: { type: 'boolean' },
      source: ref('source'),
      ...CONTENT,
    },
    ['type', 'id', 'content'],
  ),
  facts: {
    description: 'What is stated of a block by its role, and how sure its hand is.',
    anyOf: [
      { title: 'no role', ...object(attributes(HAND_FACTS), [], false) },
      ...Object.entries(ROLES)
        .filter(([, { attributes: table }]) => Object.keys(table).length > 0)
        .map(([name, { attributes: table }]) => ({ title: name, ...object(attributes({ ...table, ...HAND_FACTS }), [], false) })),
    ],
  },
  content: listOf(ref('run')),
  run: { anyOf: [TEXT, object({ text: TEXT, in: ref('in') }, ['text'], false), ...ATOM_NAMES.map(atom)] },
  annotations: {
    type: 'object',
    propertyNames: ref('id'),
    additionalProperties: { anyOf: Object.entries(MARKS).map(([name, entry]) => annotation(name, entry)) },
  },
  marginObject: { anyOf: Object.entries(MARGIN).map(([name, entry]) => marginObject(name, entry)) },
  trayEntry: {
    description: 'An annotation whose words went, or a note whose anchor went.',
    ...object(
      { id: ref('id'), type: TEXT, was: TEXT, blocks: listOf(TEXT), attrs: { type: 'object' } },
      ['id', 'type', 'was'],
      false,
    ),
  },
  unusedEntry: {
    description: 'A stretch of an original that is not text of the paper.',
    ...object({ id: ref('id'), reason: { enum: Object.keys(UNUSED_REASONS) }, source: ref('source') }, ['id', 'reason'], false),
  },
  refusedEntry: {
    description: 'A proposal that was refused, and the words that it was about: it is not made again.',
    ...object({ what: TEXT, source: ref('source') }, ['what', 'source'], false),
  },
  hand: object(
    {
      id: ref('id'),
      name: TEXT,
      badge: TEXT,
      medium: { enum: [...MEDIA] },
      person: { anyOf: [ref('id'), { type: 'null' }] },
      identifiedBy: TEXT,
      colour: { enum: Object.keys(COLOURS) },
      typeface: { enum: Object.keys(TYPEFACES) },
    },
    ['id', 'name', 'badge', 'medium'],
  ),
  person: object(
    {
      id: ref('id'),
      name: TEXT,
      offices: listOf(TEXT),
      held: listOf(object({ office: TEXT, from: STATEMENT, to: STATEMENT }, ['office'], false)),
      authority: STATEMENT,
    },
    ['id', 'name'],
  ),
  named: object({ id: ref('id'), kind: { enum: Object.keys(NAME_KINDS) }, name: TEXT, says: STATEMENT, authority: STATEMENT }, [
    'id',
    'kind',
    'name',
  ]),
  revision: object({ when: TEXT, who: TEXT, what: TEXT }, ['when', 'who', 'what'], false),
  joined: {
    description: 'What the transcript of an original was, besides its words, before it was joined to this one.',
    ...object(
      {
        revision: STATEMENT,
        paper: ref('id'),
        status: { enum: Object.keys(STATUSES) },
        pages: listOf(ref('id')),
        lost: listOf(ref('id')),
        revisions: listOf(ref('revision')),
        unknown: { type: 'object' },
      },
      ['paper', 'status'],
      false,
    ),
  },
  original: object(
    {
      name: { description: 'A bare file name in the transcript’s own folder.', type: 'string', minLength: 1 },
      sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      bytes: { type: 'integer', minimum: 0 },
      encoding: TEXT,
      bom: { type: 'boolean' },
      second: {
        description:
          'Of a file that is read in two encodings: the stretches of the text that are in the second, [start, end], in UTF-16 units.',
        ...listOf({ type: 'array', items: { type: 'integer', minimum: 0 }, minItems: 2, maxItems: 2 }),
      },
      importer: object(
        { name: TEXT, version: { type: 'integer', minimum: 0 }, options: { type: 'object' } },
        ['name', 'version'],
        false,
      ),
      text: { description: 'The decoded text as lines, each with its line end. Joined they are the text.', ...listOf(TEXT) },
      joined: ref('joined'),
    },
    ['name', 'sha256', 'bytes', 'encoding', 'importer', 'text'],
  ),
}

/**
 * JSON Schema (2020-12) of a transcript file, derived from the vocabulary. It says the shape; that ids are unique and references lead
 * somewhere only `parseTranscript` checks.
 */
function jsonSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Scholion transcript, format version 1',
    ...object(
      {
        format: { const: FORMAT },
        version: { const: VERSION },
        status: { enum: Object.keys(STATUSES) },
        paper: ref('paper'),
        pages: { ...listOf(ref('page')), minItems: 1 },
        tray: listOf(ref('trayEntry')),
        unused: listOf(ref('unusedEntry')),
        refused: listOf(ref('refusedEntry')),
        hands: listOf(ref('hand')),
        people: listOf(ref('person')),
        names: listOf(ref('named')),
        revisions: listOf(ref('revision')),
        originals: listOf(ref('original')),
      },
      ['format', 'version', 'status', 'paper', 'pages'],
    ),
    $defs: DEFINITIONS,
  }
}

/** The schema file's text. */
export function jsonSchemaText(): string {
  return `${JSON.stringify(jsonSchema(), null, 2)}\n`
}
