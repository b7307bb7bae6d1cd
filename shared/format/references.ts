import { UNKNOWN, UNKNOWN_MANUSCRIPT } from '../model/hand.ts'
import type { SourceRange } from '../model/source.ts'
import type { Annotations, Run, Transcript } from '../model/transcript.ts'
import type { AttributeTable, ReferenceTo, RegisterName } from '../vocabulary/attribute.ts'
import { attributesOf } from '../vocabulary/vocabulary.ts'
import type { Problems } from './fields.ts'
import { blockPlace, marginPlace, originalPlace, pagePlace } from './places.ts'
import { printSorted } from './printer.ts'
import { annotationToFile } from './to-file.ts'

type Attributes = Readonly<Record<string, unknown>>

/** Everything of a transcript that names something else or is named, in the order of the file, each with its place in words. */
export interface Visitor {
  /** A page, paper, block, note, atom or stretch set aside that has an id of its own. */
  object?(id: string, place: string): void
  annotations?(annotations: Annotations, content: readonly Run[], place: string): void
  /** `to` is the kind of thing that the vocabulary says `id` names. What may be gone is not told of. */
  reference?(to: ReferenceTo, id: string, place: string): void
  /** As a reference to an object, where this may be gone: the number of another note, told in a note of ours. */
  mention?(id: string): void
  source?(ranges: readonly SourceRange[], place: string): void
}

/** Walks a transcript once and tells the visitor what names what. New attributes are found through the vocabulary. */
export function visit(transcript: Transcript, visitor: Visitor): void {
  const attributes = (table: AttributeTable | null, attrs: Attributes, place: string, objects = true) => {
    for (const [name, spec] of Object.entries(table ?? {})) {
      const value = attrs[name]
      if (spec.kind === 'reference' && spec.mayBeGone && typeof value === 'string') visitor.mention?.(value)
      if (spec.kind === 'reference' && !spec.mayBeGone && typeof value === 'string' && (objects || spec.to !== 'object'))
        visitor.reference?.(spec.to, value, `${place}, ${spec.label}`)
      if (spec.kind === 'ranges' && objects) visitor.source?.((value ?? []) as readonly SourceRange[], place)
    }
  }
  const inside = (holder: { readonly content: readonly Run[]; readonly annotations: Annotations }, place: string) => {
    visitor.annotations?.(holder.annotations, holder.content, place)
    for (const annotation of Object.values(holder.annotations)) attributes(attributesOf(annotation.type), annotation.attrs, place)
    for (const run of holder.content) {
      if (run.type !== 'atom') continue
      if (typeof run.attrs.id === 'string' && run.attrs.id !== '') visitor.object?.(run.attrs.id, place)
      attributes(attributesOf(run.atom), run.attrs, place)
    }
  }
  visitor.object?.(transcript.paper.id, 'the first paper')
  transcript.pages.forEach((page, index) => {
    visitor.object?.(page.id, pagePlace(index))
    page.content.forEach((child, at) => {
      const place = blockPlace(index, at)
      visitor.object?.(child.id, place)
      if (child.type === 'division') return
      if (child.hand !== null) visitor.reference?.('hands', child.hand, `${place}, Hand`)
      visitor.source?.(child.source, place)
      inside(child, place)
    })
    page.margin.forEach((object, at) => {
      const place = marginPlace(index, at)
      visitor.object?.(object.id, place)
      attributes(attributesOf(object.type), object.attrs, place)
      inside(object, place)
    })
  })
  // what a lost annotation once stood on may be gone too; its hand and person must still be known
  transcript.tray.forEach((entry, at) => {
    attributes(attributesOf(entry.type), entry.attrs, `lost anchor ${at + 1}`, false)
  })
  transcript.unused.forEach((entry, at) => {
    visitor.object?.(entry.id, `stretch ${at + 1} that is set aside`)
    visitor.source?.(entry.source, `stretch ${at + 1} that is set aside`)
  })
  transcript.hands.forEach((hand, at) => {
    if (hand.person !== null) visitor.reference?.('people', hand.person, `hand ${at + 1}`)
  })
}

export type UsedEntries = Readonly<Record<RegisterName, ReadonlySet<string>>>

/** Ids of the register entries that a transcript uses, its hands' persons included: what the file must carry to be read elsewhere. */
export function usedEntries(transcript: Transcript): UsedEntries {
  const mentioned: (readonly [ReferenceTo, string])[] = []
  visit({ ...transcript, hands: [] }, { reference: (to, id) => void mentioned.push([to, id]) })
  return withPersons(mentioned, transcript.hands)
}

/** The register entries that these references lead to, with the persons of the hands among them. */
export function withPersons(
  references: Iterable<readonly [to: ReferenceTo, id: string]>,
  hands: Transcript['hands'],
): UsedEntries {
  const used = { hands: new Set<string>(), people: new Set<string>(), names: new Set<string>() }
  for (const [to, id] of references) if (to !== 'object') used[to].add(id)
  for (const hand of hands) if (used.hands.has(hand.id) && hand.person !== null) used.people.add(hand.person)
  return used
}

/** The same with only those register entries that are used. */
export function keepUsed<Registers extends Pick<Transcript, RegisterName>>(whole: Registers, used: UsedEntries): Registers {
  return {
    ...whole,
    hands: whole.hands.filter(({ id }) => used.hands.has(id)),
    people: whole.people.filter(({ id }) => used.people.has(id)),
    names: whole.names.filter(({ id }) => used.names.has(id)),
  }
}

/** Tells `problems` of ids that stand twice, references that lead nowhere, annotations without words and ranges outside their original. */
export function checkReferences(transcript: Transcript, problems: Problems): void {
  const objects = new Map<string, string>()
  const annotations = new Map<string, { readonly place: string; readonly text: string }>()
  const known = {
    hands: registered(transcript.hands, 'hand', problems),
    people: registered(transcript.people, 'person', problems),
    names: registered(transcript.names, 'name', problems),
    object: objects,
  }
  known.hands.add(UNKNOWN.id).add(UNKNOWN_MANUSCRIPT.id)
  visit(transcript, {
    object(id, place) {
      const first = objects.get(id)
      if (first !== undefined) problems.add(place, `has the id “${id}”, which ${first} has already`)
      else objects.set(id, place)
    },
    annotations(map, content, place) {
      const used = new Set(content.flatMap((run) => run.in))
      for (const id of used)
        if (!Object.hasOwn(map, id)) problems.add(place, `words lie in annotation “${id}”, which is not there`)
      for (const [id, annotation] of Object.entries(map)) {
        if (!used.has(id)) problems.add(place, `annotation “${id}” lies on no words`)
        const text = printSorted(annotationToFile(annotation))
        const first = annotations.get(id)
        if (first && first.text !== text) problems.add(place, `annotation “${id}” says something else than in ${first.place}`)
        if (!first) annotations.set(id, { place, text })
      }
    },
    source(ranges, place) {
      for (const [original, , end] of ranges) {
        const text = transcript.originals[original]?.text
        if (text === undefined) problems.add(place, `names original ${original + 1}, which is not there`)
        else if (end > text.length)
          problems.add(place, `names character ${end} of original ${original + 1}, which has ${text.length}`)
      }
    },
  })
  for (const [id, { place }] of annotations)
    if (objects.has(id)) problems.add(place, `the id “${id}” belongs to ${objects.get(id)} too`)
  visit(transcript, {
    reference(to, id, place) {
      if (!known[to].has(id)) problems.add(place, `names “${id}”, which is not there`)
    },
  })
  checkJoins(transcript, problems)
  const names = new Set<string>()
  transcript.originals.forEach(({ name }, at) => {
    if (names.has(name)) problems.add(originalPlace(at), `the name “${name}” stands twice`)
    names.add(name)
  })
}

function registered(entries: readonly { readonly id: string }[], kind: string, problems: Problems): Set<string> {
  const ids = new Set<string>()
  entries.forEach(({ id }, at) => {
    if (ids.has(id)) problems.add(`${kind} ${at + 1}`, `the id “${id}” stands twice`)
    ids.add(id)
  })
  return ids
}

/** A note in pieces is a chain. A ring would have no first piece. */
function checkJoins(transcript: Transcript, problems: Problems): void {
  const before = new Map<string, string>()
  const places = new Map<string, string>()
  transcript.pages.forEach((page, index) => {
    page.margin.forEach(({ id, attrs }, at) => {
      if (typeof attrs.joins !== 'string') return
      before.set(id, attrs.joins)
      places.set(id, marginPlace(index, at))
    })
  })
  const sound = new Set<string>()
  for (const start of before.keys()) {
    const path = new Set<string>()
    let id: string | undefined = start
    while (id !== undefined && !sound.has(id)) {
      if (path.has(id)) {
        problems.add(places.get(id) ?? 'the margin', 'the pieces of this note go on from each other in a ring')
        break
      }
      path.add(id)
      id = before.get(id)
    }
    for (const passed of path) sound.add(passed)
  }
}
