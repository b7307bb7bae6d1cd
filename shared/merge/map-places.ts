import type { SourceRange } from '../model/source.ts'
import type { Annotations, Block, Division, MarginObject, Page, Paper, Run, Transcript } from '../model/transcript.ts'
import type { AttributeTable } from '../vocabulary/attribute.ts'
import { attributesOf } from '../vocabulary/vocabulary.ts'

/** What becomes of each id of a page, paper, block, note, atom, annotation or stretch set aside, and of each stretch of an original. */
export interface Places {
  readonly id: (id: string) => string
  readonly range: (range: SourceRange) => SourceRange
}

type Attributes = Readonly<Record<string, unknown>>
type Text = Pick<Transcript, 'paper' | 'pages' | 'tray' | 'unused' | 'refused'>

/** The same text with its ids and the stretches of its originals told anew, wherever the vocabulary says that one stands. Register entries keep theirs. */
export function mapPlaces(text: Text, places: Places): Text {
  const { id, range } = places
  const named = (one: string) => (one === '' ? one : id(one))
  const ranges = (list: readonly SourceRange[]) => list.map(range)
  const toldAnew = (name: string, spec: AttributeTable[string], value: unknown): unknown => {
    if (spec.kind === 'reference' && spec.to === 'object' && typeof value === 'string') return named(value)
    if (spec.kind === 'ranges') return ranges((value ?? []) as readonly SourceRange[])
    return name === 'seam' ? seamOf(value, places) : value
  }
  const attributes = (table: AttributeTable | null, attrs: Attributes): Attributes =>
    Object.fromEntries(
      Object.entries(attrs).map(([name, value]) => {
        const spec = table?.[name]
        return [name, spec ? toldAnew(name, spec, value) : value]
      }),
    )
  const annotations = (map: Annotations): Annotations =>
    Object.fromEntries(
      Object.entries(map).map(([key, { type, attrs }]) => [id(key), { type, attrs: attributes(attributesOf(type), attrs) }]),
    )
  const run = (one: Run): Run => {
    const lies = one.in.map(id)
    if (one.type === 'text') return { ...one, in: lies }
    const attrs = attributes(attributesOf(one.atom), one.attrs)
    return { ...one, attrs: typeof attrs.id === 'string' ? { ...attrs, id: named(attrs.id) } : attrs, in: lies }
  }
  const inside = <Holder extends Block | MarginObject>(holder: Holder): Holder => ({
    ...holder,
    id: id(holder.id),
    content: holder.content.map(run),
    annotations: annotations(holder.annotations),
  })
  const paper = <One extends Paper | Division>(one: One): One => ({
    ...one,
    id: id(one.id),
    relatedTo: one.relatedTo === null ? null : id(one.relatedTo),
  })
  const page = (one: Page): Page => ({
    ...one,
    id: id(one.id),
    ...(one.answers ? { answers: one.answers.map((answer) => ({ ...answer, place: named(answer.place) })) } : {}),
    content: one.content.map((child) =>
      child.type === 'division' ? paper(child) : { ...inside(child), source: ranges(child.source) },
    ),
    margin: one.margin.map((object) => {
      const told = inside(object)
      return { ...told, attrs: attributes(attributesOf(object.type), object.attrs) }
    }),
  })
  return {
    paper: paper(text.paper),
    pages: text.pages.map(page),
    tray: text.tray.map((entry) => ({
      ...entry,
      id: id(entry.id),
      blocks: entry.blocks.map(named),
      attrs: attributes(attributesOf(entry.type), entry.attrs),
    })),
    unused: text.unused.map((entry) => ({ ...entry, id: id(entry.id), source: ranges(entry.source) })),
    ...(text.refused ? { refused: text.refused.map(({ what, source }) => ({ what, source: ranges(source) })) } : {}),
  }
}

/** What put-back needs of a lifted piece: its point, the block that it was, and where its words began. Whatever else a file may hold there stays. */
function seamOf(seam: unknown, { id, range }: Places): unknown {
  if (!isRecord(seam)) return seam
  const { point, block, begins } = seam
  const [original, start] = Array.isArray(begins) ? begins : []
  const counts = Number.isSafeInteger(original) && Number.isSafeInteger(start)
  const [there, at] = counts ? range([original, start, start]) : []
  return {
    ...seam,
    ...(typeof point === 'string' ? { point: id(point) } : {}),
    ...(isRecord(block) && typeof block.id === 'string' ? { block: { ...block, id: id(block.id) } } : {}),
    ...(counts ? { begins: [there, at] } : {}),
  }
}

const isRecord = (value: unknown): value is Attributes => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every id of a text but those of registers, also where it only names something that has gone. */
export function idsIn(text: Text): ReadonlySet<string> {
  const ids = new Set<string>()
  const id = (one: string) => {
    ids.add(one)
    return one
  }
  mapPlaces(text, { id, range: (range) => range })
  return ids
}

/** The originals that a text, or a part of it, names stretches of. */
export function originalsNamed(text: Text): ReadonlySet<number> {
  const named = new Set<number>()
  const range = (one: SourceRange) => {
    named.add(one[0])
    return one
  }
  mapPlaces(text, { id: (one) => one, range })
  return named
}
