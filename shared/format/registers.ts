import type { Editor } from '../model/editor.ts'
import type { Hand, Person } from '../model/hand.ts'
import type { Named } from '../model/names.ts'
import type { Numbering } from '../model/numbering.ts'
import type { Extra } from '../model/transcript.ts'
import type { COLLECTION_FACTS } from '../vocabulary/collection.ts'
import type { PolicyField } from '../vocabulary/policy.ts'
import { readEditor, readHand, readNamed, readPerson } from './entries-from-file.ts'
import { Fields, Problems } from './fields.ts'
import { mergeNumbering, numberingFrom, numberingToFile } from './numbering.ts'
import { checkVersion, invalid, type Parsed, readTree } from './parse.ts'
import { print } from './printer.ts'
import { editorToFile, handToFile, namedToFile, personToFile } from './to-file.ts'
import { REGISTERS_FORMAT, REGISTERS_VERSION } from './version.ts'

/** What is stated under the names of a table. Other names of the file's, and of later versions, are kept beside. */
export type Statements<Name extends string> = Readonly<Partial<Record<Name, unknown>>>

/** What `collection.json` holds. The order of hands is the order of the digits that choose them. */
export interface Registers {
  readonly hands: readonly Hand[]
  readonly people: readonly Person[]
  readonly names: readonly Named[]
  /** Who works on the collection. */
  readonly editors: readonly Editor[]
  /** What the collection says of itself (ISAD(G)). */
  readonly description: Statements<keyof typeof COLLECTION_FACTS>
  /** Its editorial policy. */
  readonly policy: Statements<PolicyField>
  /** Words that somebody declared right: no machine's error wherever they stand. In small letters, each once. Left out: none. */
  readonly words?: readonly string[]
  /** The numbers of its check list. Left out: none was given. */
  readonly checklist?: Numbering
  readonly extra: Extra
}

export const EMPTY_REGISTERS: Registers = {
  hands: [],
  people: [],
  names: [],
  editors: [],
  description: {},
  policy: {},
  extra: {},
}

/** The registers that a file's text holds; faults as for a transcript. A hand's person must be in the register of people. */
export function parseRegisters(text: string): Parsed<Registers> {
  const read = readTree(text, 'collection file')
  if (!read.ok) return read
  if (read.value.format !== REGISTERS_FORMAT) {
    const sentence = `This file is not a Scholion collection (it does not say “${REGISTERS_FORMAT}”). Nothing was changed.`
    return { ok: false, fault: { tag: 'not-a-transcript', sentence } }
  }
  const version = checkVersion(read.value, REGISTERS_VERSION)
  if (typeof version !== 'number') return version
  const problems = new Problems()
  const fields = new Fields(read.value, 'the collection', problems)
  fields.raw('format')
  fields.raw('version')
  const hands = fields.each('hands', (hand, at) => readHand(hand, `hand ${at + 1}`, problems))
  const people = fields.each('people', (person, at) => readPerson(person, `person ${at + 1}`, problems))
  const names = fields.each('names', (named, at) => readNamed(named, `name ${at + 1}`, problems))
  const editors = fields.each('editors', (editor, at) => readEditor(editor, `editor ${at + 1}`, problems))
  // what is no table of statements stays as it is, and states nothing
  const { description, policy, checklist: numbers, words: list, ...others } = fields.extra()
  const words = isWordList(list) ? list : null
  const checklist = numberingFrom(numbers)
  const extra = {
    ...others,
    ...kept({ description, policy }),
    ...(checklist === null && numbers !== undefined ? { checklist: numbers } : {}),
    ...(words === null && list !== undefined ? { words: list } : {}),
  }
  const registers: Registers = {
    hands,
    people,
    names,
    editors,
    description: tableOf(description),
    policy: tableOf(policy),
    ...(checklist === null ? {} : { checklist }),
    ...(words === null ? {} : { words }),
    extra,
  }
  checkIds(registers, problems)
  return problems.list.length === 0 ? { ok: true, value: registers } : invalid(problems)
}

const isWordList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
const isTable = (value: unknown): value is Extra => typeof value === 'object' && value !== null && !Array.isArray(value)
const tableOf = (value: unknown): Extra => (isTable(value) ? value : {})
const kept = (parts: Extra): Extra =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && !isTable(value)))

function checkIds({ hands, people, names, editors }: Registers, problems: Problems): void {
  const persons = new Set<string>()
  people.forEach(({ id }, at) => {
    if (persons.has(id)) problems.add(`person ${at + 1}`, `the id “${id}” stands twice`)
    persons.add(id)
  })
  const named = new Set<string>()
  names.forEach(({ id }, at) => {
    if (named.has(id)) problems.add(`name ${at + 1}`, `the id “${id}” stands twice`)
    named.add(id)
  })
  const team = new Set<string>()
  editors.forEach(({ id }, at) => {
    if (team.has(id)) problems.add(`editor ${at + 1}`, `the id “${id}” stands twice`)
    team.add(id)
  })
  const ids = new Set<string>()
  hands.forEach(({ id, person }, at) => {
    if (ids.has(id)) problems.add(`hand ${at + 1}`, `the id “${id}” stands twice`)
    ids.add(id)
    if (person !== null && !persons.has(person)) problems.add(`hand ${at + 1}`, `names person “${person}”, who is not there`)
  })
}

/** The text of `collection.json`, in the layout of a transcript file. */
export function serialiseRegisters(registers: Registers): string {
  const known = {
    format: REGISTERS_FORMAT,
    version: REGISTERS_VERSION,
    hands: registers.hands.map(handToFile),
    people: registers.people.map(personToFile),
    ...(registers.names.length > 0 ? { names: registers.names.map(namedToFile) } : {}),
    ...(registers.editors.length > 0 ? { editors: registers.editors.map(editorToFile) } : {}),
    ...(Object.keys(registers.description).length > 0 ? { description: registers.description } : {}),
    ...(Object.keys(registers.policy).length > 0 ? { policy: registers.policy } : {}),
    ...((registers.words ?? []).length > 0 ? { words: registers.words } : {}),
    ...(registers.checklist === undefined ? {} : { checklist: numberingToFile(registers.checklist) }),
  }
  const extra = Object.entries(registers.extra).filter(([key]) => !Object.hasOwn(known, key))
  return `${print(Object.fromEntries([...Object.entries(known), ...extra]))}\n`
}

/**
 * Both registers as one: every entry of either, by id; where both have one, `later` wins, and unknown keys of both are kept. Order is
 * that of `earlier`, new entries after it. Nothing is ever dropped (two people may save on a shared folder).
 */
export function mergeRegisters(earlier: Registers, later: Registers): Registers {
  return {
    hands: mergeEntries(earlier.hands, later.hands),
    people: mergeEntries(earlier.people, later.people),
    names: mergeEntries(earlier.names, later.names),
    editors: mergeEntries(earlier.editors, later.editors),
    description: { ...earlier.description, ...later.description },
    policy: { ...earlier.policy, ...later.policy },
    ...(earlier.words || later.words ? { words: withWords(earlier.words, later.words) } : {}),
    ...(earlier.checklist || later.checklist ? { checklist: mergeNumbering(earlier.checklist, later.checklist) } : {}),
    extra: { ...earlier.extra, ...later.extra },
  }
}

/** The words of both lists, each once, in the order of the alphabet: so that two who add words seldom change the same line. */
function withWords(some: readonly string[] = [], others: readonly string[] = []): readonly string[] {
  return [...new Set([...some, ...others])].sort((a, b) => (a < b ? -1 : 1))
}

/** The registers with a word (small letters) declared right, or not any more. */
export function withWord(registers: Registers, word: string, isRight: boolean): Registers {
  const others = (registers.words ?? []).filter((one) => one !== word)
  return { ...registers, words: isRight ? withWords(others, [word]) : others }
}

function mergeEntries<Entry extends Hand | Person | Named | Editor>(
  earlier: readonly Entry[],
  later: readonly Entry[],
): readonly Entry[] {
  const merged = new Map(earlier.map((entry) => [entry.id, entry]))
  for (const entry of later) {
    const extra = { ...merged.get(entry.id)?.extra, ...entry.extra }
    merged.set(entry.id, Object.keys(extra).length > 0 ? { ...entry, extra } : entry)
  }
  return [...merged.values()]
}
