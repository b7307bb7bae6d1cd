import { UNKNOWN, UNKNOWN_MANUSCRIPT } from '../model/hand.ts'
import { emptyPaper } from '../model/paper.ts'
import type { SourceRange } from '../model/source.ts'
import type { MarginObject, Page, Transcript } from '../model/transcript.ts'
import type { ReferenceTo } from '../vocabulary/attribute.ts'
import { printSorted } from './printer.ts'
import { visit } from './references.ts'
import { annotationToFile } from './to-file.ts'

/** What a piece of a transcript names and is named: enough to know, over all pieces, whether every reference leads somewhere. */
export interface Mentions {
  /** Ids of its pages, papers, blocks, notes, atoms and stretches set aside. */
  readonly objects: readonly string[]
  /** Ids of its annotations, each with what it says. */
  readonly annotations: readonly (readonly [id: string, says: string])[]
  readonly references: readonly (readonly [to: ReferenceTo, id: string])[]
  /** For each original that it names, the last character named. */
  readonly ends: readonly (readonly [original: number, end: number])[]
  /** The piece of a note that a margin object goes on from. */
  readonly joins: readonly (readonly [id: string, before: string])[]
  /** Whether words lie in an annotation that is not there, or an annotation on no words. */
  readonly torn: boolean
}

export const NO_MENTIONS: Mentions = { objects: [], annotations: [], references: [], ends: [], joins: [], torn: false }

const NOWHERE = 'nothing of a piece is called so'
const EMPTY: Transcript = {
  originals: [],
  status: 'untouched',
  paper: emptyPaper(NOWHERE),
  pages: [],
  tray: [],
  unused: [],
  hands: [],
  people: [],
  names: [],
  revisions: [],
  extra: {},
}
const PAGE: Page = {
  id: NOWHERE,
  printed: null,
  folio: null,
  image: null,
  state: null,
  content: [],
  margin: [],
  extra: {},
}

/** The mentions of a block or division, or of a margin object. */
export function mentionsOfChild(child: Page['content'][number]): Mentions {
  return mentionsOf({ ...EMPTY, pages: [{ ...PAGE, content: [child] }] })
}

export function mentionsOfObject(object: MarginObject): Mentions {
  const joins = typeof object.attrs.joins === 'string' ? [[object.id, object.attrs.joins] as const] : []
  return { ...mentionsOf({ ...EMPTY, pages: [{ ...PAGE, margin: [object] }] }), joins }
}

/** The mentions of everything but pages. Originals name nothing. */
export function mentionsOfRest(rest: Omit<Transcript, 'pages' | 'originals'>): Mentions {
  return mentionsOf({ ...rest, pages: [], originals: [] })
}

function mentionsOf(part: Transcript): Mentions {
  const objects: string[] = []
  const annotations: (readonly [string, string])[] = []
  const references: (readonly [ReferenceTo, string])[] = []
  const ends = new Map<number, number>()
  let torn = false
  visit(part, {
    object: (id) => void (id !== NOWHERE && objects.push(id)),
    reference: (to, id) => void references.push([to, id]),
    source(ranges: readonly SourceRange[]) {
      for (const [original, , end] of ranges) ends.set(original, Math.max(end, ends.get(original) ?? 0))
    },
    annotations(map, content) {
      const used = new Set(content.flatMap((run) => run.in))
      torn ||= [...used].some((id) => !Object.hasOwn(map, id))
      for (const [id, annotation] of Object.entries(map)) {
        torn ||= !used.has(id)
        annotations.push([id, printSorted(annotationToFile(annotation))])
      }
    },
  })
  return { objects, annotations, references, ends: [...ends], joins: [], torn }
}

/**
 * Whether ids stand once, references lead somewhere, sources lie in their originals and pieces of notes make no ring: what
 * `checkReferences` says in words, as a plain yes or no over pieces that were gathered before.
 */
export function holdTogether(
  pieces: Iterable<Mentions>,
  { hands, people, names, originals }: Pick<Transcript, 'hands' | 'people' | 'names' | 'originals'>,
): boolean {
  const objects = new Set<string>()
  const says = new Map<string, string>()
  const before = new Map<string, string>()
  const references: Mentions['references'][] = []
  const known = { hands: idsOf(hands), people: idsOf(people), names: idsOf(names), object: objects }
  if (!known.hands || !known.people || !known.names || new Set(originals.map(({ name }) => name)).size < originals.length)
    return false
  for (const piece of pieces) {
    if (piece.torn) return false
    for (const id of piece.objects) {
      if (objects.has(id)) return false
      objects.add(id)
    }
    for (const [id, text] of piece.annotations) {
      if ((says.get(id) ?? text) !== text) return false
      says.set(id, text)
    }
    for (const [original, end] of piece.ends) if (end > (originals[original]?.text.length ?? -1)) return false
    for (const [id, first] of piece.joins) before.set(id, first)
    references.push(piece.references)
  }
  for (const id of says.keys()) if (objects.has(id)) return false
  known.hands.add(UNKNOWN.id).add(UNKNOWN_MANUSCRIPT.id)
  for (const list of references) for (const [to, id] of list) if (!known[to]?.has(id)) return false
  return !hasRing(before)
}

function idsOf(entries: readonly { readonly id: string }[]): Set<string> | null {
  const ids = new Set(entries.map(({ id }) => id))
  return ids.size === entries.length ? ids : null
}

function hasRing(before: ReadonlyMap<string, string>): boolean {
  const sound = new Set<string>()
  for (const start of before.keys()) {
    const path = new Set<string>()
    for (let id: string | undefined = start; id !== undefined && !sound.has(id); id = before.get(id)) {
      if (path.has(id)) return true
      path.add(id)
    }
    for (const passed of path) sound.add(passed)
  }
  return false
}
