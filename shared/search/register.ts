import type { Person } from '../model/hand.ts'
import type { Named } from '../model/names.ts'
import { type EntryKind, NAMING } from '../vocabulary/naming.ts'
import type { Mention } from './mentions.ts'

/** What one document names. */
export interface MentionsOf<Document> {
  readonly document: Document
  readonly mentions: readonly Mention[]
}

/** An entry of the registers with every place that names it; `entry` is null for places where nobody is stated. */
export interface Registered<Document> {
  readonly kind: EntryKind
  readonly entry: Person | Named | null
  readonly mentions: readonly { readonly document: Document; readonly mention: Mention }[]
}

const ORDER: readonly EntryKind[] = Object.values(NAMING)

/**
 * The entries by kind and name, each with its mentions in the order of the documents; at the end of a kind the places that name nobody who
 * is stated. An entry that nothing names is there too; where two registers have one of the same id, the first is taken.
 */
export function registerOf<Document>(
  people: readonly Person[],
  names: readonly Named[],
  documents: readonly MentionsOf<Document>[],
): readonly Registered<Document>[] {
  const rows = new Map<
    string,
    { kind: EntryKind; entry: Person | Named | null; mentions: { document: Document; mention: Mention }[] }
  >()
  for (const entry of people) if (!rows.has(`p ${entry.id}`)) rows.set(`p ${entry.id}`, { kind: 'person', entry, mentions: [] })
  for (const entry of names) if (!rows.has(`n ${entry.id}`)) rows.set(`n ${entry.id}`, { kind: entry.kind, entry, mentions: [] })
  for (const { document, mentions } of documents) {
    for (const mention of mentions) {
      const kind = NAMING[mention.type]
      const known = mention.ref === null ? undefined : rows.get(`${kind === 'person' ? 'p' : 'n'} ${mention.ref}`)
      const row = known ?? rows.get(`none ${kind}`) ?? { kind, entry: null, mentions: [] }
      if (!known) rows.set(`none ${kind}`, row)
      row.mentions.push({ document, mention })
    }
  }
  return [...rows.values()].sort(
    (a, b) =>
      ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
      Number(a.entry === null) - Number(b.entry === null) ||
      inOrder(a.entry?.name ?? '', b.entry?.name ?? ''),
  )
}

/** By letters, whatever the capitals and accents: the same on every machine. */
function inOrder(a: string, b: string): number {
  const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const [one, other] = [plain(a), plain(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

/** Two entries as one: what the first states stands, and what only the other states is kept. Their ids are not compared. */
export function mergedPerson(into: Person, from: Person): Person {
  const held = [...(into.held ?? []), ...(from.held ?? [])]
  const unique = [...new Map(held.map((one) => [JSON.stringify(one), one])).values()]
  const authority = into.authority ?? from.authority
  return {
    ...into,
    offices: [...new Set([...into.offices, ...from.offices])],
    ...(unique.length > 0 ? { held: unique } : {}),
    ...(authority === undefined ? {} : { authority }),
  }
}

/** The same for an entry of the register of names. */
export function mergedName(into: Named, from: Named): Named {
  return { ...into, says: into.says ?? from.says, authority: into.authority ?? from.authority }
}
