import { ATOMS, type AtomName } from './atoms.ts'
import type { AttributeTable } from './attribute.ts'
import { HAND_FACTS } from './certainty.ts'
import { MARGIN, type MarginName } from './margin.ts'
import { MARKS, type MarkName } from './marks.ts'
import { ROLES, type RoleName } from './roles.ts'

/** THE table: every phenomenon that Scholion knows, by kind. Adding one is one entry in one of these four. */
const VOCABULARY = { roles: ROLES, marks: MARKS, atoms: ATOMS, margin: MARGIN } as const

/** The attributes of an annotation, an atom or a margin object, or null where the name is none of these. */
export function attributesOf(name: string): AttributeTable | null {
  if (Object.hasOwn(MARKS, name)) return MARKS[name as MarkName].attributes
  if (Object.hasOwn(ATOMS, name)) return ATOMS[name as AtomName].attributes
  if (Object.hasOwn(MARGIN, name)) return MARGIN[name as MarginName].attributes
  return null
}

/** What can be stated of a block by its role: the level of a marking, the kind of a signature. */
export function factsOfRole(role: string | null): AttributeTable {
  return role !== null && Object.hasOwn(ROLES, role) ? ROLES[role as RoleName].attributes : {}
}

/** What can be stated of a block besides its words and its hand: by its role, and how sure its hand is. */
export function factsOf(role: string | null): AttributeTable {
  return { ...factsOfRole(role), ...HAND_FACTS }
}

/** What a phenomenon is called in the interface; the name itself where it is unknown. */
export function labelOf(name: string): string {
  for (const table of Object.values(VOCABULARY) as Readonly<Record<string, { readonly label: string }>>[]) {
    if (Object.hasOwn(table, name)) return table[name]!.label
  }
  return name
}
