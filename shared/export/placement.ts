import type { Block, MarginObject, Run, Transcript } from '../model/transcript.ts'
import { hostsOf } from '../schema/hosts.ts'

/** Where the objects of the margin stand in the text. Places are named by `placeOf`. */
export interface Placement {
  /** Objects drawn right after a run: at their point, or where the words end that they stand beside. */
  readonly after: ReadonlyMap<string, readonly MarginObject[]>
  /** Where an editor's note is called again, right after a run: it stands at its first place, and is one note. */
  readonly again: ReadonlyMap<string, readonly NoteCall[]>
  /** From how many places an editor's note is called, by its id; once is not told. */
  readonly calls: ReadonlyMap<string, number>
  /** Objects drawn on a page, or anchored nowhere, by the page's id; on a whole paper, by the paper's id. */
  readonly on: ReadonlyMap<string, readonly MarginObject[]>
  /** Passages that an object is about, by the object's id. */
  readonly passages: ReadonlyMap<string, readonly Passage[]>
  /** Where passages begin (before a run) and end (after a run). */
  readonly begins: ReadonlyMap<string, readonly Passage[]>
  readonly ends: ReadonlyMap<string, readonly Passage[]>
  /** Id of the paper on which each object stands. */
  readonly paperOf: ReadonlyMap<string, string>
  /** All that are shown, in reading order. */
  readonly order: readonly MarginObject[]
  /** Of those that are anchored in the words of a note by hand, and nowhere else: the note, by their ids. */
  readonly hosts: ReadonlyMap<string, string>
  /** Ids of those that have lost their anchor. */
  readonly lost: ReadonlySet<string>
}

/** One more place that calls an editor's note: the second, the third … */
export interface NoteCall {
  readonly object: MarginObject
  readonly call: number
}

/** Words that an object is about: one annotation, from its first word to its last. */
export interface Passage {
  readonly annotation: string
  readonly object: string
}

export function placeOf(block: string, run: number): string {
  return `${block}/${run}`
}

/**
 * Finds the place of every object that is shown. Its anchor is the first point or passage in the order of the pages; without one, the
 * page or the paper that it names; without that, the page it is kept with.
 */
export function placementOf(transcript: Transcript, isShown: (object: MarginObject) => boolean): Placement {
  const shown = new Map(transcript.pages.flatMap((page) => page.margin.filter(isShown).map((object) => [object.id, object])))
  const anchored = new Map<string, string>()
  const spans = new Map<string, { passage: Passage; from: string; to: string }>()
  const rank = new Map([...shown.keys()].map((id, at) => [id, at]))
  const after = new Map<string, MarginObject[]>()
  const paperOf = new Map<string, string>()
  const papers = new Set([transcript.paper.id])
  let paper = transcript.paper.id
  const again = new Map<string, NoteCall[]>()
  const calls = new Map<string, number>()
  const anchor = (id: string, place: string) => {
    anchored.set(id, place)
    paperOf.set(id, paper)
    push(after, place, shown.get(id)!)
  }
  const callAgain = (id: string, place: string) => {
    const object = shown.get(id)!
    // handwriting stands in one place; ours may be called from many
    if (object.type !== 'editornote') return
    const call = (calls.get(id) ?? 1) + 1
    calls.set(id, call)
    push(again, place, { object, call })
  }
  const met = new Set<string>()
  const papersOfPages = new Map<string, string>()
  for (const page of transcript.pages) {
    const [first] = page.content
    papersOfPages.set(page.id, first?.type === 'division' ? first.id : paper)
    for (const child of page.content) {
      if (child.type === 'division') {
        paper = child.id
        papers.add(paper)
        continue
      }
      child.content.forEach((run, at) => {
        const place = placeOf(child.id, at)
        for (const id of pointsAt(run)) if (shown.has(id)) (anchored.has(id) ? callAgain : anchor)(id, place)
        for (const annotation of inMarginOrder(run.in, child, rank)) {
          const { type, attrs } = child.annotations[annotation] ?? {}
          const object = attrs?.note
          if (type !== 'passage' || typeof object !== 'string' || !shown.has(object)) continue
          if (!met.has(annotation))
            (anchored.has(object) ? callAgain : anchor)(object, placeOf(child.id, lastRunOf(child, annotation)))
          met.add(annotation)
          const passage = { annotation, object }
          if (isAbout(shown.get(object)!, attrs?.concerns))
            spans.set(annotation, { passage, from: spans.get(annotation)?.from ?? place, to: place })
        }
      })
    }
  }
  const on = new Map<string, MarginObject[]>()
  const lost = new Set<string>()
  const pages = new Set(transcript.pages.map(({ id }) => id))
  const isStated = ({ attrs }: MarginObject) => pages.has(String(attrs.page)) || papers.has(String(attrs.paper))
  const notes = [...shown.values()].filter(({ type }) => type === 'note')
  const candidates = new Map<string, string[]>()
  for (const note of notes)
    for (const { id } of anchorsOf(note)) {
      const object = shown.get(id)
      if (object && object !== note && !anchored.has(id) && !isStated(object)) push(candidates, id, note.id)
    }
  const hosts = hostsOf(candidates)
  for (const note of notes)
    for (const { id, place } of anchorsOf(note)) {
      if (hosts.get(id) !== note.id || anchored.has(id)) continue
      anchored.set(id, place)
      push(after, place, shown.get(id)!)
    }
  for (const note of notes)
    note.content.forEach((run, at) => {
      for (const annotation of run.in) {
        const { type, attrs } = note.annotations[annotation] ?? {}
        const object = shown.get(String(attrs?.note))
        if (type !== 'passage' || !object || object === note || met.has(annotation) || !isAbout(object, attrs?.concerns)) continue
        const place = placeOf(note.id, at)
        const passage = { annotation, object: object.id }
        spans.set(annotation, { passage, from: spans.get(annotation)?.from ?? place, to: place })
      }
    })
  for (const page of transcript.pages) {
    for (const object of page.margin) {
      if (!shown.has(object.id) || anchored.has(object.id)) continue
      const { page: own, paper: whole } = object.attrs
      if (typeof own === 'string' && pages.has(own)) push(on, own, object)
      else if (typeof whole === 'string' && papers.has(whole)) push(on, whole, object)
      else {
        push(on, page.id, object)
        lost.add(object.id)
      }
    }
  }
  for (const [id, objects] of on) for (const object of objects) paperOf.set(object.id, papersOfPages.get(id) ?? id)
  for (const id of hosts.keys()) {
    let host = id
    while (hosts.has(host)) host = hosts.get(host)!
    const paperOfHost = paperOf.get(host)
    if (paperOfHost !== undefined) paperOf.set(id, paperOfHost)
  }
  const begins = new Map<string, Passage[]>()
  const ends = new Map<string, Passage[]>()
  const passages = new Map<string, Passage[]>()
  for (const { passage, from, to } of spans.values()) {
    push(begins, from, passage)
    push(ends, to, passage)
    push(passages, passage.object, passage)
  }
  return { after, again, calls, on, passages, begins, ends, paperOf, order: inOrder(transcript, after, on), hosts, lost }
}

/** A note is about words only where a person said so; our own notes are about what they stand beside. */
function isAbout(object: MarginObject, concerns: unknown): boolean {
  return object.type !== 'note' || concerns === true
}

function pointsAt(run: Run): readonly string[] {
  return run.type === 'atom' && run.atom === 'point' && typeof run.attrs.note === 'string' ? [run.attrs.note] : []
}

/** Every anchor in the words of a note, with its place. */
function anchorsOf(note: MarginObject): readonly { readonly id: string; readonly place: string }[] {
  const met = new Set<string>()
  return note.content.flatMap((run, at) => [
    ...pointsAt(run).map((id) => ({ id, place: placeOf(note.id, at) })),
    ...run.in.flatMap((annotation) => {
      const { type, attrs } = note.annotations[annotation] ?? {}
      if (type !== 'passage' || typeof attrs?.note !== 'string' || met.has(annotation)) return []
      met.add(annotation)
      return [{ id: attrs.note, place: placeOf(note.id, lastRunOf(note, annotation)) }]
    }),
  ])
}

/** Annotations that begin together, those of notes in the order in which the notes stand in the margin: by ids alone it would be chance. */
function inMarginOrder(ids: readonly string[], { annotations }: Block, rank: ReadonlyMap<string, number>): readonly string[] {
  if (ids.length < 2) return ids
  const rankOf = (id: string) => rank.get(String(annotations[id]?.attrs.note)) ?? -1
  return [...ids].sort((a, b) => rankOf(a) - rankOf(b))
}

function lastRunOf(block: Block | MarginObject, annotation: string): number {
  return block.content.findLastIndex((run) => run.in.includes(annotation))
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function inOrder(
  { paper, pages }: Transcript,
  after: ReadonlyMap<string, readonly MarginObject[]>,
  on: ReadonlyMap<string, readonly MarginObject[]>,
): readonly MarginObject[] {
  const order: MarginObject[] = []
  const put = (objects: readonly MarginObject[] = []) => {
    for (const object of objects) {
      order.push(object)
      // what stands on a note follows it
      for (let at = 0; at < object.content.length; at++) put(after.get(placeOf(object.id, at)))
    }
  }
  put(on.get(paper.id))
  for (const page of pages) {
    const [first] = page.content
    // a new paper begins before the page that it begins on
    if (first?.type === 'division') put(on.get(first.id))
    put(on.get(page.id))
    page.content.forEach((child, index) => {
      if (child.type === 'division') {
        if (index > 0) put(on.get(child.id))
        return
      }
      child.content.forEach((_run, at) => {
        put(after.get(placeOf(child.id, at)))
      })
    })
  }
  return order
}
