import { isBareName } from '../model/bare-name.ts'
import type { SourceRange } from '../model/source.ts'
import type {
  Annotation,
  Annotations,
  Answer,
  Block,
  Collation,
  Division,
  Joined,
  MarginObject,
  Original,
  Page,
  Paper,
  Refused,
  Revision,
  Run,
  TextRanges,
  Transcript,
  TrayEntry,
  Unused,
} from '../model/transcript.ts'
import { type AttributeTable, isRanges } from '../vocabulary/attribute.ts'
import { BASIS } from '../vocabulary/certainty.ts'
import { OUTCOMES, QUESTIONS } from '../vocabulary/checklist.ts'
import { isWordless, MARGIN } from '../vocabulary/margin.ts'
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
import { attributesOf, factsOf } from '../vocabulary/vocabulary.ts'
import { attributesFromFile, statedOf } from './attributes.ts'
import { canonicalRuns } from './canonical.ts'
import { readHand, readNamed, readPerson } from './entries-from-file.ts'
import { Fields, isSafeId, type Problems, shown } from './fields.ts'
import { blockPlace, marginPlace, originalPlace, pagePlace } from './places.ts'
import { runFromFile } from './run.ts'
import { LIMITS } from './version.ts'

/** Reads the tree of a version 1 file. Whatever is not as it must be is told to `problems`; references are checked afterwards. */
export function transcriptFromFile(tree: unknown, problems: Problems): Transcript {
  const fields = new Fields(tree, 'the file', problems)
  fields.raw('format')
  fields.raw('version')
  const pages = fields.each('pages', (page, index) => readPage(page, index, problems))
  if (pages.length === 0) fields.wrong('pages', 'is empty; a transcript has at least one page')
  const status = fields.choice('status', STATUSES)
  if (status === null) fields.wrong('status', 'is not stated')
  return {
    status: status ?? 'untouched',
    paper: readPaper(fields.raw('paper'), 'the first paper', problems),
    pages,
    tray: fields.each('tray', (entry, index) => readTray(entry, `lost anchor ${index + 1}`, problems)),
    unused: fields.each('unused', (entry, index) => readUnused(entry, `stretch ${index + 1} that is set aside`, problems)),
    ...refusedFrom(fields, problems),
    hands: fields.each('hands', (hand, index) => readHand(hand, `hand ${index + 1}`, problems)),
    people: fields.each('people', (person, index) => readPerson(person, `person ${index + 1}`, problems)),
    names: fields.each('names', (named, index) => readNamed(named, `name ${index + 1}`, problems)),
    revisions: fields.each('revisions', (revision, index) => readRevision(revision, `revision ${index + 1}`, problems)),
    originals: fields.each('originals', (original, index) => readOriginal(original, originalPlace(index), problems)),
    extra: fields.extra(),
  }
}

function paperFields(fields: Fields, place: string, problems: Problems): Omit<Paper, 'extra'> {
  const facts = readFacts(fields, PAPER_FACTS, place, problems)
  return {
    id: fields.id('id'),
    kind: fields.choice('kind', PAPER_KINDS),
    relation: fields.choice('relation', PAPER_RELATIONS),
    relatedTo: fields.statement('relatedTo'),
    copyStatus: fields.choice('copyStatus', COPY_STATUSES),
    from: fields.statement('from'),
    to: fields.statement('to'),
    date: fields.statement('date'),
    language: fields.statement('language'),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
  }
}

function readPaper(value: unknown, place: string, problems: Problems): Paper {
  const fields = new Fields(value, place, problems)
  return { ...paperFields(fields, place, problems), extra: fields.extra() }
}

export function readPage(value: unknown, index: number, problems: Problems): Page {
  const place = pagePlace(index)
  const fields = new Fields(value, place, problems)
  const turn = fields.choice('turn', PAGE_TURNS)
  const collated = fields.each('collated', (one, at) => readCollation(one, `${place}, collation ${at + 1}`, problems))
  const answers = fields.each('answers', (one, at) => readAnswer(one, `${place}, answer ${at + 1}`, problems))
  const right = fields.texts('right')
  return {
    id: fields.id('id'),
    printed: fields.statement('printed'),
    folio: fields.statement('folio'),
    image: fields.statement('image'),
    state: fields.choice('state', PAGE_STATES),
    ...(turn === null ? {} : { turn }),
    ...(collated.length > 0 ? { collated } : {}),
    ...(answers.length > 0 ? { answers } : {}),
    ...(right.length > 0 ? { right } : {}),
    content: fields.each('content', (child, at) => readChild(child, blockPlace(index, at), problems)),
    margin: fields.each('margin', (object, at) => readMargin(object, marginPlace(index, at), problems)),
    extra: fields.extra(),
  }
}

function readCollation(value: unknown, place: string, problems: Problems): Collation {
  const fields = new Fields(value, place, problems)
  const out = { against: stated(fields, 'against', COLLATED_WITH), who: fields.text('who'), when: fields.text('when') }
  fields.end()
  return out
}

function readAnswer(value: unknown, place: string, problems: Problems): Answer {
  const fields = new Fields(value, place, problems)
  const out = {
    number: fields.count('number'),
    place: fields.id('place'),
    question: stated(fields, 'question', QUESTIONS),
    was: fields.text('was'),
    outcome: stated(fields, 'outcome', OUTCOMES),
    words: fields.text('words'),
    basis: stated(fields, 'basis', BASIS),
    who: fields.text('who'),
    when: fields.text('when'),
  }
  fields.end()
  return out
}

/** A choice that must be made. */
function stated(fields: Fields, key: string, table: Readonly<Record<string, unknown>>): string {
  const value = fields.choice(key, table)
  if (value === null) fields.wrong(key, 'is not stated')
  return value ?? ''
}

export function readChild(value: unknown, place: string, problems: Problems): Block | Division {
  const fields = new Fields(value, place, problems)
  const type = fields.raw('type')
  if (type === 'division') return { type, ...paperFields(fields, place, problems), extra: fields.extra() }
  if (type !== 'block') fields.wrong('type', `is ${shown(type)}, which this version does not know`)
  const role = fields.choice('role', ROLES)
  const facts = readFacts(fields, factsOf(role), place, problems)
  return {
    type: 'block',
    id: fields.id('id'),
    role,
    hand: fields.reference('hand'),
    ...(Object.keys(facts).length > 0 ? { facts } : {}),
    continues: fields.flag('continues'),
    source: readRanges(fields, 'source'),
    ...readContent(fields, place, problems),
    extra: fields.extra(),
  }
}

function readFacts(fields: Fields, table: AttributeTable, place: string, problems: Problems): Readonly<Record<string, unknown>> {
  const own = new Fields(fields.tree('facts'), `${place}, facts`, problems)
  const facts = statedOf(table, readAttributes(own, table))
  own.end()
  return facts
}

export function readMargin(value: unknown, place: string, problems: Problems): MarginObject {
  const fields = new Fields(value, place, problems)
  const type = fields.choice('type', MARGIN)
  if (type === null) fields.wrong('type', 'is not stated')
  const table = (type && attributesOf(type)) || {}
  const inside = readContent(fields, place, problems)
  if (type !== null && isWordless(type) && inside.content.length > 0) fields.wrong('content', 'should be empty: it has no words')
  return {
    type: type ?? 'note',
    id: fields.id('id'),
    attrs: readAttributes(fields, table),
    ...inside,
    extra: fields.extra(),
  }
}

const isTextRanges = (value: unknown): value is TextRanges =>
  Array.isArray(value) &&
  value.every((one) => Array.isArray(one) && one.length === 2 && one.every((at) => Number.isSafeInteger(at) && at >= 0))

function readRanges(fields: Fields, key: string): readonly SourceRange[] {
  const value = fields.raw(key) ?? []
  if (isRanges(value)) return value as readonly SourceRange[]
  fields.wrong(key, 'is not a list of [original, start, end]')
  return []
}

function readContent(
  fields: Fields,
  place: string,
  problems: Problems,
): { readonly content: readonly Run[]; readonly annotations: Annotations } {
  const runs: Run[] = []
  for (const written of fields.list('content')) {
    // what is too long is told below; reading on would only take memory
    if (problems.isFull || runs.length > 2 * LIMITS.blockLength) break
    const run = runFromFile(written)
    if (typeof run === 'string') problems.add(place, run)
    else runs.push(run)
  }
  if (runs.length > 2 * LIMITS.blockLength) problems.add(place, `more than ${2 * LIMITS.blockLength} pieces`)
  const content = canonicalRuns(runs)
  const length = content.reduce((sum, run) => sum + (run.type === 'text' ? run.text.length : 1), 0)
  if (length > LIMITS.blockLength) problems.add(place, `longer than ${LIMITS.blockLength} characters`)
  const entries: [string, Annotation][] = []
  for (const [id, annotation] of Object.entries(fields.tree('annotations'))) {
    if (!isSafeId(id)) problems.add(place, `${shown(id)} is no id of an annotation`)
    else entries.push([id, readAnnotation(annotation, `${place}, annotation ${id}`, problems)])
  }
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return { content, annotations: Object.fromEntries(entries) }
}

function readAnnotation(value: unknown, place: string, problems: Problems): Annotation {
  const fields = new Fields(value, place, problems)
  const type = fields.choice('type', MARKS)
  if (type === null) fields.wrong('type', 'is not stated')
  const attrs = readAttributes(fields, (type && attributesOf(type)) || {})
  fields.end()
  return { type: type ?? 'unclear', attrs }
}

function readAttributes(fields: Fields, table: AttributeTable): Readonly<Record<string, unknown>> {
  const written = Object.keys(table).map((name) => [name, fields.raw(name)] as const)
  return attributesFromFile(table, Object.fromEntries(written.filter(([, value]) => value !== undefined)), (name, value) =>
    fields.wrong(name, `is ${shown(value)}, which it must not be`),
  )
}

function readTray(value: unknown, place: string, problems: Problems): TrayEntry {
  const fields = new Fields(value, place, problems)
  const id = fields.id('id')
  const type = fields.text('type')
  const table = attributesOf(type)
  if (!table) fields.wrong('type', `is ${shown(type)}, which this version does not know`)
  const attrs = new Fields(fields.tree('attrs'), place, problems)
  const entry = { id, type, was: fields.text('was'), blocks: fields.texts('blocks'), attrs: readAttributes(attrs, table ?? {}) }
  attrs.end()
  fields.end()
  return entry
}

function readUnused(value: unknown, place: string, problems: Problems): Unused {
  const fields = new Fields(value, place, problems)
  const reason = fields.choice('reason', UNUSED_REASONS)
  if (reason === null) fields.wrong('reason', 'is not stated')
  const entry = { id: fields.id('id'), reason: reason ?? 'not-determined', source: readRanges(fields, 'source') }
  fields.end()
  return entry
}

function refusedFrom(fields: Fields, problems: Problems): Pick<Transcript, 'refused'> {
  const refused = fields.each('refused', (entry, index): Refused => {
    const own = new Fields(entry, `refused proposal ${index + 1}`, problems)
    const read = { what: own.text('what'), source: readRanges(own, 'source') }
    own.end()
    return read
  })
  return refused.length > 0 ? { refused } : {}
}

function readRevision(value: unknown, place: string, problems: Problems): Revision {
  const own = new Fields(value, place, problems)
  const out = { when: own.text('when'), who: own.text('who'), what: own.text('what') }
  own.end()
  return out
}

function readJoined(value: unknown, place: string, problems: Problems): Joined {
  const fields = new Fields(value, place, problems)
  const ids = (key: string) => {
    const list = fields.texts(key)
    if (!list.every(isSafeId)) fields.wrong(key, 'should be a list of ids')
    return list
  }
  const joined = {
    revision: fields.statement('revision'),
    paper: fields.id('paper'),
    status: fields.choice('status', STATUSES) ?? 'untouched',
    pages: ids('pages'),
    lost: ids('lost'),
    revisions: fields.each('revisions', (revision, at) => readRevision(revision, `${place}, revision ${at + 1}`, problems)),
    unknown: fields.tree('unknown'),
  }
  fields.end()
  return joined
}

export function readOriginal(value: unknown, place: string, problems: Problems): Original {
  const fields = new Fields(value, place, problems)
  const name = fields.text('name')
  if (!isBareName(name)) fields.wrong('name', `is ${shown(name)}, which is not a bare file name`)
  const sha256 = fields.text('sha256')
  if (!/^[0-9a-f]{64}$/.test(sha256)) fields.wrong('sha256', 'is not 64 signs of 0-9 and a-f')
  const importer = new Fields(fields.raw('importer'), `${place}, importer`, problems)
  const joined = fields.raw('joined')
  const second = fields.raw('second')
  if (second !== undefined && !isTextRanges(second)) fields.wrong('second', 'is not a list of [start, end]')
  const original = {
    name,
    sha256,
    bytes: fields.count('bytes'),
    encoding: fields.text('encoding'),
    bom: fields.flag('bom'),
    ...(isTextRanges(second) ? { second } : {}),
    importer: { name: importer.text('name'), version: importer.count('version'), options: importer.tree('options') },
    text: fields.texts('text').join(''),
    ...(joined === undefined ? {} : { joined: readJoined(joined, `${place}, joined`, problems) }),
    extra: fields.extra(),
  }
  importer.end()
  return original
}
