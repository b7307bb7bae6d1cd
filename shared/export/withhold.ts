import { keepUsed, usedEntries } from '../format/references.ts'
import type { Annotations, Block, MarginObject, Page, Run, Transcript } from '../model/transcript.ts'
import { type AttributeSpec, type AttributeTable, emptyValue } from '../vocabulary/attribute.ts'
import { MARGIN, type MarginName } from '../vocabulary/margin.ts'
import { MARKS, type MarkName } from '../vocabulary/marks.ts'
import { factsOf } from '../vocabulary/vocabulary.ts'
import { withheldGap, wordsOf } from './withheld-gap.ts'
import { withoutPapers } from './withhold-papers.ts'

export interface Withheld {
  /** The transcript as it may leave. The same one where nothing is withheld. */
  readonly transcript: Transcript
  /** What readers of the loss report are told. None of it holds a withheld word. */
  readonly losses: readonly string[]
}

/**
 * The transcript as it may leave: a gap stands for every stretch and note that is withheld, and nothing that could tell their words goes
 * with it: what the machine read in those blocks, other readings and free words of annotations on them, register entries that only
 * they name. Every exporter begins with this. Words that are withheld and stand elsewhere too are told of, never changed: only a person
 * knows whether they are the same matter.
 */
export function withhold(transcript: Transcript): Withheld {
  const out: string[] = []
  const open = withoutPapers(transcript, out)
  const objects = withheldObjects(open)
  const pages = open.pages.map((page) => withoutWithheld(page, objects, out))
  if (out.length === 0) return { transcript, losses: [] }
  const kept = keepUsed({ ...open, pages }, usedEntries({ ...open, pages, tray: [] }))
  const many =
    out.length === 1
      ? 'One stretch, note or paper is withheld: a gap stands in its place'
      : `${out.length} stretches, notes or papers are withheld: a gap stands in the place of each`
  const losses = [`${many}, and why is not said.`]
  const again = out.filter((words) => standsIn(words, kept)).length
  if (again > 0)
    losses.push(
      `Look before this edition leaves: the words of ${again === 1 ? 'a stretch that is withheld stand' : `${again} stretches that are withheld stand`} in it elsewhere too.`,
    )
  return { transcript: kept, losses }
}

/** What an exporter does with words that are still marked as withheld: it stops. `withhold` came before it. */
export function withheldWords(): never {
  throw new Error('words that are withheld reached an edition')
}

/** Notes that are withheld; of a note in pieces all of them, where one is. */
function withheldObjects({ pages }: Transcript): ReadonlySet<string> {
  const all = pages.flatMap((page) => page.margin)
  const chosen = new Set(all.filter(({ attrs }) => typeof attrs.withheld === 'string').map(({ id }) => id))
  for (let grown = true; grown; ) {
    grown = false
    for (const { id, attrs } of all) {
      const before = attrs.joins
      if (typeof before !== 'string' || chosen.has(id) === chosen.has(before)) continue
      chosen.add(id).add(before)
      grown = true
    }
  }
  return chosen
}

function withoutWithheld(page: Page, objects: ReadonlySet<string>, out: string[]): Page {
  const content = page.content.map((child) => (child.type === 'block' ? ofBlock(child, out) : child))
  const margin = page.margin.map((object) => ofObject(object, objects.has(object.id), out))
  return { ...page, content, margin }
}

function ofBlock(block: Block, out: string[]): Block {
  const line = withGaps(block, out)
  if (line === null) return block
  // the machine's reading of the block holds the words too
  return { ...block, ...line, source: [], ...(block.facts ? { facts: factsOnly(block.role, block.facts) } : {}) }
}

function ofObject(object: MarginObject, whole: boolean, out: string[]): MarginObject {
  const table: AttributeTable = MARGIN[object.type as MarginName].attributes
  if (!whole) {
    const line = withGaps(object, out)
    return line === null ? object : { ...object, ...line, attrs: chosenOnly(table, object.attrs) }
  }
  // what stands on its words keeps its place
  const passages = Object.fromEntries(Object.entries(object.annotations).filter(([, { type }]) => type === 'passage'))
  const content = inPlaceOf(object.content, object.annotations, out)
  return {
    ...object,
    attrs: chosenOnly(table, object.attrs),
    content: content.map((run) => ({ ...run, in: run.in.filter((id) => Object.hasOwn(passages, id)) })),
    annotations: passages,
  }
}

interface Holder {
  readonly content: readonly Run[]
  readonly annotations: Annotations
}

/** The line with a gap for each stretch that is withheld, or null where none is. */
function withGaps({ content, annotations }: Holder, out: string[]): Holder | null {
  const isOut = (run: Run) => run.in.some((id) => annotations[id]?.type === 'withheld')
  if (!content.some(isOut)) return null
  const runs: Run[] = []
  for (let at = 0; at < content.length; ) {
    if (!isOut(content[at]!)) {
      runs.push(content[at]!)
      at++
      continue
    }
    let end = at
    while (end < content.length && isOut(content[end]!)) end++
    runs.push(...inPlaceOf(content.slice(at, end), annotations, out))
    at = end
  }
  const left = new Set(content.filter((run) => !isOut(run)).flatMap((run) => run.in))
  return keepAnnotations(runs, annotations, new Set(content.filter(isOut).flatMap((run) => run.in)), left)
}

/** One gap, in whatever lies over the whole stretch and in the passages of notes; the points of notes after it, so that none loses its place. */
function inPlaceOf(stretch: readonly Run[], annotations: Annotations, out: string[]): readonly Run[] {
  const words = wordsOf(stretch)
  out.push(words)
  const over = stretch.map((run) => run.in).reduce((all, ids) => all.filter((id) => ids.includes(id)), stretch[0]?.in ?? [])
  const passages = stretch.flatMap((run) => run.in.filter((id) => annotations[id]?.type === 'passage'))
  const points = stretch.filter((run) => run.type === 'atom' && run.atom === 'point')
  return [withheldGap(words, [...new Set([...over, ...passages])].sort()), ...points]
}

/**
 * Annotations that touch what is withheld go where they lie on nothing else, or hold another reading of its words; of the others only what
 * was chosen from a list stays.
 */
function keepAnnotations(
  runs: readonly Run[],
  annotations: Annotations,
  touched: ReadonlySet<string>,
  left: ReadonlySet<string>,
): Holder {
  const kept = Object.entries(annotations).flatMap(([id, annotation]): readonly [string, Annotations[string]][] => {
    if (annotation.type === 'passage') return [[id, annotation]]
    if (annotation.type === 'withheld') return []
    if (!touched.has(id)) return [[id, annotation]]
    const table: AttributeTable = MARKS[annotation.type as MarkName].attributes
    const isReading = Object.values(table).some((spec) => spec.kind === 'words')
    return left.has(id) && !isReading ? [[id, { ...annotation, attrs: chosenOnly(table, annotation.attrs) }]] : []
  })
  const ids = new Set(kept.map(([id]) => id))
  return {
    content: runs.map((run) => ({ ...run, in: run.in.filter((id) => ids.has(id)) })),
    annotations: Object.fromEntries(kept),
  }
}

const CHOSEN: ReadonlySet<AttributeSpec['kind']> = new Set(['choice', 'choices', 'flag', 'reference', 'number'])

/** Attributes without free words and without what the machine read. */
function chosenOnly(table: AttributeTable, attrs: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept = Object.entries(table).map(([name, spec]) => [name, CHOSEN.has(spec.kind) ? attrs[name] : emptyValue(spec)])
  return Object.fromEntries(kept)
}

function factsOnly(role: string | null, facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const table: AttributeTable = factsOf(role)
  return Object.fromEntries(Object.entries(facts).filter(([name]) => CHOSEN.has(table[name]?.kind ?? 'text')))
}

/** Whether words of more than a letter or two stand in what is left, however it is broken into lines. */
function standsIn(words: string, { pages, paper, people, names, hands, revisions }: Transcript): boolean {
  const sought = plain(words)
  if (sought.replace(/[^\p{L}\p{N}]/gu, '').length < 4) return false
  const lines = pages
    .flatMap((page) => [...page.content, ...page.margin])
    .map((child) => {
      if (child.type === 'division') return said(child)
      return `${wordsOf((child as Block).content)}\n${said((child as Block).annotations)}${said((child as MarginObject).attrs ?? {})}`
    })
  return [...lines, said(paper), said(people), said(names), said(hands), said(revisions)].some((text) =>
    plain(text).includes(sought),
  )
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLocaleLowerCase('en')

/** Every string that a value holds. */
function said(value: unknown): string {
  if (typeof value === 'string') return `${value}\n`
  if (typeof value !== 'object' || value === null) return ''
  return Object.values(value).map(said).join('')
}
