import type { Node } from 'prosemirror-model'
import { bodyOf, isNote, marginOf, marginStart, pagesOf } from '../document/access.ts'
import { type AnchorIndex, anchorIndexOf } from '../document/anchor-index.ts'
import { marginInOrder } from '../document/note-order.ts'
import type { Block, MarginObject, Page, Run, Transcript } from '../model/transcript.ts'
import { type Anchor, anchorsIn } from '../schema/anchor-places.ts'
import { toDocument } from '../schema/document.ts'
import { paperIndexAt, papersIn } from '../schema/papers.ts'
import { isByHand } from '../vocabulary/margin.ts'

/** Where the objects of the margin stand in the text. Places are named by `placeOf`. */
export interface Placement {
  /** Objects drawn right after a run: at their point, or after the last of the words that they stand beside, of handwriting the last on its page. */
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
 * Tells where every object that is shown stands by the runs that an edition is written from. Page, paper, host and order are those of the
 * AnchorIndex; what has lost its anchor stands on the page that it is kept with, before what is drawn on it.
 */
export function placementOf(transcript: Transcript, isShown: (object: MarginObject) => boolean): Placement {
  const pages = transcript.pages.map((page) => ({ ...page, margin: page.margin.filter(isShown) }))
  const doc = toDocument({ ...transcript, pages: pages.map(anchorsOnly) })
  const index = anchorIndexOf(doc)
  const objects = new Map(pages.flatMap(({ margin }) => margin.map((object) => [object.id, object] as const)))
  const drawn = drawnAtRuns(linesOf(pages, doc), objects, index, endingsOf(transcript))
  const on = new Map<string, MarginObject[]>()
  const keptOn = new Map<string, string>()
  const paperOf = new Map<string, string>()
  const papers = papersIn(doc)
  let start = 2
  pages.forEach(({ id: kept, margin }, at) => {
    const paper = papers[paperIndexAt(papers, start)]!.paper.id
    start += pagesOf(doc)[at]!.nodeSize
    for (const { id } of margin) {
      const stands = index.get(id)!
      if (stands.paper !== null) paperOf.set(id, stands.paper)
      if (stands.on !== null) continue
      keptOn.set(id, kept)
      paperOf.set(id, paper)
      push(on, kept, objects.get(id)!)
    }
  })
  const hosts = new Map<string, string>()
  for (const [id, stands] of index) {
    if (stands.host !== null) hosts.set(id, stands.host)
    else if (stands.on === 'page' || stands.on === 'paper') push(on, stands.page ?? stands.paper!, objects.get(id)!)
  }
  // what stands on a note that is lost is kept where that note is
  for (const id of hosts.keys()) if (!paperOf.has(id)) paperOf.set(id, paperOf.get(lastHost(id, hosts))!)
  const order = marginInOrder(doc, keptOn).objects.map(({ attrs }) => objects.get(attrs.id)!)
  return { ...drawn, on, paperOf, order, hosts, lost: new Set(keptOn.keys()) }
}

/**
 * A page with the length of its words and with its anchors, and nothing else. An edition holds what no document may: the gap of what is
 * withheld.
 */
function anchorsOnly(page: Page): Page {
  const bare = <Holder extends Block | MarginObject>(holder: Holder): Holder => {
    const isPassage = (id: string) => holder.annotations[id]?.type === 'passage'
    const content = holder.content.map((run): Run => {
      if (run.type === 'atom' && run.atom === 'point') return run
      return { type: 'text', text: run.type === 'text' ? run.text : '\ufffc', in: run.in.filter(isPassage) }
    })
    const passages = Object.entries(holder.annotations).filter(([id]) => isPassage(id))
    return { ...holder, content, annotations: Object.fromEntries(passages) }
  }
  const content = page.content.map((child) => (child.type === 'block' ? bare(child) : child))
  return { ...page, content, margin: page.margin.map(bare) }
}

function lastHost(id: string, hosts: ReadonlyMap<string, string>): string {
  const host = hosts.get(id)
  return host === undefined ? id : lastHost(host, hosts)
}

/** A block or a note, with its node and the position of its words in the document. */
interface AnchoringLine {
  readonly holder: Block | MarginObject
  readonly node: Node
  readonly start: number
}

/** Every block, then every note by hand: what may be an anchor. */
function linesOf(pages: readonly Page[], doc: Node): readonly AnchoringLine[] {
  const lines: AnchoringLine[] = []
  bodyOf(doc).forEach((page, pageAt, index) => {
    page.forEach((node, at, child) => {
      const holder = pages[index]!.content[child]
      if (holder?.type === 'block') lines.push({ holder, node, start: pageAt + at + 3 })
    })
  })
  const objects = pages.flatMap(({ margin }) => margin)
  marginOf(doc).forEach((node, at, index) => {
    if (isNote(node)) lines.push({ holder: objects[index]!, node, start: marginStart(doc) + at + 1 })
  })
  return lines
}

type Drawn = Pick<Placement, 'after' | 'again' | 'calls' | 'passages' | 'begins' | 'ends'>

function drawnAtRuns(
  lines: readonly AnchoringLine[],
  objects: ReadonlyMap<string, MarginObject>,
  index: AnchorIndex,
  endings: ReadonlyMap<string, Ending>,
): Drawn {
  const anchored = new Set<string>()
  const after = new Map<string, MarginObject[]>()
  const again = new Map<string, NoteCall[]>()
  const calls = new Map<string, number>()
  const spans = new Map<string, { readonly passage: Passage; readonly from: string; to: string }>()
  /** Passages that were met in the text. */
  const met = new Set<string>()
  const rank = new Map([...objects.keys()].map((id, at) => [id, at]))
  for (const { holder, node, start } of lines) {
    const isBlock = holder.type === 'block'
    for (const { note, passage, at, from, to } of anchoredRuns(holder, node, isBlock ? rank : null)) {
      const object = objects.get(note)
      if (!object) continue
      const stands = index.get(note)!
      const ending = isBlock ? endings.get(passage ?? '') : undefined
      const end = ending ? (isByHand(object.type) ? ending.onPage : ending.inText) : to
      const isItsPlace = stands.on === 'text' ? stands.pos === start + at : stands.host === holder.id
      if (isItsPlace && !anchored.has(note)) {
        anchored.add(note)
        push(after, end, object)
      } else if (isBlock && object.type === 'editornote' && !met.has(passage ?? '')) {
        // handwriting stands in one place; ours may be called from many
        const call = (calls.get(note) ?? 1) + 1
        calls.set(note, call)
        push(again, end, { object, call })
      }
      if (passage === null || object === holder || (!isBlock && met.has(passage))) continue
      if (isBlock) met.add(passage)
      if (!isAbout(object, holder.annotations[passage]?.attrs.concerns)) continue
      const span = spans.get(passage)
      if (span) span.to = to
      else spans.set(passage, { passage: { annotation: passage, object: note }, from, to })
    }
  }
  const begins = new Map<string, Passage[]>()
  const ends = new Map<string, Passage[]>()
  const passages = new Map<string, Passage[]>()
  for (const { passage, from, to } of spans.values()) {
    push(begins, from, passage)
    push(ends, to, passage)
    push(passages, passage.object, passage)
  }
  return { after, again, calls, passages, begins, ends }
}

/** A note is about words only where a person said so; our own notes are about what they stand beside. */
function isAbout(object: MarginObject, concerns: unknown): boolean {
  return object.type !== 'note' || concerns === true
}

/** Where the words of a passage end. */
interface Ending {
  /** The page on which it begins, and where it ends there: handwriting stands on its own sheet. */
  readonly page: string
  readonly onPage: string
  readonly inText: string
}

/** Where every passage ends, over blocks and page turns, by its annotation. */
function endingsOf({ pages }: Transcript): ReadonlyMap<string, Ending> {
  const endings = new Map<string, Ending>()
  for (const { id: page, content } of pages)
    for (const child of content) {
      if (child.type === 'division') continue
      child.content.forEach((run, at) => {
        for (const annotation of run.in) {
          if (child.annotations[annotation]?.type !== 'passage') continue
          const place = placeOf(child.id, at)
          const before = endings.get(annotation) ?? { page, onPage: place }
          endings.set(annotation, { ...before, onPage: before.page === page ? place : before.onPage, inText: place })
        }
      })
    }
  return endings
}

/** A point, or a passage as far as it lies in one line: from its first run to its last. */
interface AnchoredRuns extends Anchor {
  readonly from: string
  to: string
}

/**
 * What a line anchors, in the order of its runs. Where `rank` is given, what begins together is put in the order in which the notes stand in
 * the margin: by ids alone it would be chance.
 */
function anchoredRuns(
  { id, content }: Block | MarginObject,
  node: Node,
  rank: ReadonlyMap<string, number> | null,
): readonly AnchoredRuns[] {
  const anchors = anchorsIn(node)
  if (anchors.length === 0) return []
  const runs = runsByPlace(content)
  const placeAt = (at: number) => placeOf(id, runs[at]!)
  const found: AnchoredRuns[] = []
  const going = new Map<string, AnchoredRuns>()
  for (const anchor of anchors) {
    const to = placeAt(anchor.at + node.childAfter(anchor.at).node!.nodeSize - 1)
    const before = anchor.passage === null ? undefined : going.get(anchor.passage)
    if (before) before.to = to
    else {
      const one = { ...anchor, from: placeAt(anchor.at), to }
      if (anchor.passage !== null) going.set(anchor.passage, one)
      found.push(one)
    }
  }
  if (rank === null) return found
  const rankOf = ({ note, passage }: Anchor) => (passage === null ? -1 : (rank.get(note) ?? -1))
  return found.sort((a, b) => a.at - b.at || rankOf(a) - rankOf(b))
}

/** The number of the run that each place of a line lies in. */
function runsByPlace(content: readonly Run[]): readonly number[] {
  return content.flatMap((run, at) => new Array<number>(run.type === 'text' ? run.text.length : 1).fill(at))
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
