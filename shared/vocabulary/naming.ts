import type { NameKind } from '../model/names.ts'
import type { MARKS } from './marks.ts'

/** Annotations that lead to an entry of a register, and the kind of entry: people, or names of one kind. */
export const NAMING = {
  persName: 'person',
  orgName: 'organisation',
  placeName: 'place',
  title: 'work',
  event: 'event',
  term: 'term',
  cited: 'paper',
} as const satisfies Partial<Record<keyof typeof MARKS, NameKind | 'person'>>

export type Naming = keyof typeof NAMING
export type EntryKind = (typeof NAMING)[Naming]

export function isNaming(type: string): type is Naming {
  return Object.hasOwn(NAMING, type)
}

/** The annotation that leads to entries of a kind. */
export function namingOf(kind: EntryKind): Naming {
  return (Object.keys(NAMING) as Naming[]).find((type) => NAMING[type] === kind)!
}
