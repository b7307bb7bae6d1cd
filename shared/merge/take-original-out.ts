import { keepUsed, usedEntries, visit } from '../format/references.ts'
import type { NewId } from '../model/ids.ts'
import { emptyPaper } from '../model/paper.ts'
import { done, failed, type Result } from '../model/result.ts'
import type { SourceRange } from '../model/source.ts'
import type { Division, MarginObject, Page, Paper, Transcript } from '../model/transcript.ts'
import { anchorPlaces } from '../schema/anchor-places.ts'
import { toDocument } from '../schema/document.ts'
import { settled } from './join-original.ts'
import { mapPlaces, originalsNamed } from './map-places.ts'

export interface TakenOut {
  /** The transcript without the original. */
  readonly rest: Transcript
  /** The original's own transcript, with what was done in its pages. */
  readonly taken: Transcript
}

type Text = Pick<Transcript, 'paper' | 'pages' | 'tray' | 'unused' | 'refused'>
type Side = 'rest' | 'taken'

/**
 * An original that was joined to this transcript has its own again, with its pages as they are now and what the transcript was besides. Nothing
 * is given up: where a page, a note or a reference belongs to both, it is refused with what to do first. Faults: `first` the transcript is named
 * after it, `mixed` a page holds words of both, `tied` something on one side needs something on the other.
 */
export function takeOriginalOut(whole: Transcript, name: string, newId: NewId): Result<TakenOut, 'first' | 'mixed' | 'tied'> {
  const index = whole.originals.findIndex((original) => original.name === name)
  const original = whole.originals[index]
  if (!original || index === 0)
    return failed('first', `This transcript is named after ${name}, so it stays. Take the others out of it instead.`)
  const sides = sidesOf(whole, index)
  if (typeof sides === 'number')
    return failed(
      'mixed',
      `Page ${sides + 1} holds words of ${name} and of another machine transcript. Nothing was changed; begin a new page between them, or move the blocks apart, first.`,
    )
  const taken = { ...partOf(whole, sides, 'taken', index, newId), paper: emptyPaper(original.joined?.paper ?? newId()) }
  const rest = partOf(whole, sides, 'rest', index, newId)
  const tie = tieBetween(rest, taken, index)
  if (tie !== null) return failed('tied', `${tie} Nothing was changed.`)
  const { joined } = original
  const { joined: _, ...alone } = original
  const own = ([, start, end]: SourceRange): SourceRange => [0, start, end]
  const closer = ([at, start, end]: SourceRange): SourceRange => [at > index ? at - 1 : at, start, end]
  return done({
    rest: used({ ...whole, ...told(rest, closer), originals: whole.originals.filter((_one, at) => at !== index) }),
    taken: used({
      ...whole,
      ...told(asOwn(taken, newId), own),
      originals: [alone],
      status: joined?.status ?? whole.status,
      revisions: joined?.revisions ?? [],
      extra: joined?.unknown ?? {},
    }),
  })
}

const told = (text: Text, range: (one: SourceRange) => SourceRange) => settled(mapPlaces(text, { id: (id) => id, range }))
const used = (transcript: Transcript) => keepUsed(transcript, usedEntries(transcript))

/** Each page's side; or the number of a page that has words of both. A page without words of the machine is where it was when it came, else beside the page before. */
function sidesOf({ pages, originals }: Transcript, index: number): readonly Side[] | number {
  const came = new Map<string, Side>()
  originals.forEach(({ joined }, at) => {
    for (const id of joined?.pages ?? []) came.set(id, at === index ? 'taken' : 'rest')
  })
  const sides: Side[] = []
  for (const [at, page] of pages.entries()) {
    const named = new Set(page.content.flatMap((child) => (child.type === 'block' ? child.source.map(([one]) => one) : [])))
    if (named.has(index) && named.size > 1) return at
    if (named.size > 0) sides.push(named.has(index) ? 'taken' : 'rest')
    else sides.push(came.get(page.id) ?? sides.at(-1) ?? 'rest')
  }
  return sides
}

function partOf(whole: Transcript, sides: readonly Side[], side: Side, index: number, newId: NewId): Text {
  const lost = new Set(whole.originals[index]?.joined?.lost)
  const here = whole.pages.filter((_page, at) => sides[at] === side)
  const anchored = anchorPlaces(toDocument(whole))
  const homes = homesIn(whole.pages, sides)
  const sideOfObject = (object: MarginObject): Side => {
    const place = anchored.get(object.id)
    if (place) return sides[place.page]!
    const paper = homes.get(String(object.attrs.paper))
    if (paper !== undefined) return paper
    if (object.attrs.paper === whole.paper.id) return 'rest'
    if (lost.has(object.id)) return 'taken'
    const source = (object.attrs.source ?? []) as readonly SourceRange[]
    if (source.length > 0) return source.some(([one]) => one === index) ? 'taken' : 'rest'
    const entry = whole.tray.find(({ id }) => id === object.id)
    return (entry && byBlocks(entry.blocks, homes)) ?? 'rest'
  }
  const objects = new Map<string, Side>()
  for (const page of whole.pages) for (const object of page.margin) objects.set(object.id, sideOfObject(object))
  const margin = whole.pages.flatMap((page) => page.margin).filter(({ id }) => objects.get(id) === side)
  const tray = whole.tray.filter(({ id, attrs, blocks }) => {
    const known = objects.get(id) ?? objects.get(String(attrs.note)) ?? (lost.has(id) ? 'taken' : byBlocks(blocks, homes))
    return (known ?? 'rest') === side
  })
  const unused = whole.unused.flatMap(({ id, reason, source }) => {
    const own = source.filter(([one]) => (one === index) === (side === 'taken'))
    if (source.length === 0) return lost.has(id) === (side === 'taken') ? [{ id, reason, source }] : []
    if (own.length === 0) return []
    const shared = own.length < source.length
    return [{ id: shared && side === 'taken' ? newId() : id, reason, source: own }]
  })
  const pages = here.map((page, at) => ({ ...page, margin: at === 0 ? margin : [] }))
  const refused = (whole.refused ?? []).filter(({ source }) => source.every(([one]) => (one === index) === (side === 'taken')))
  return { paper: whole.paper, pages, tray, unused, refused }
}

/** The side of every block and paper that stands on a page. */
function homesIn(pages: readonly Page[], sides: readonly Side[]): ReadonlyMap<string, Side> {
  return new Map(pages.flatMap((page, at) => page.content.map(({ id }) => [id, sides[at]!] as const)))
}

function byBlocks(blocks: readonly string[], homes: ReadonlyMap<string, Side>): Side | undefined {
  const found = new Set(blocks.flatMap((id) => homes.get(id) ?? []))
  return found.size === 1 ? [...found][0] : undefined
}

/** Why the two cannot be parted, or null: every note with its words, every reference with what it names. */
function tieBetween(rest: Text, taken: Text, index: number): string | null {
  if ([...originalsNamed(taken)].some((one) => one !== index) || originalsNamed(rest).has(index))
    return 'A note, or what it cites as evidence, was read by the machine in one original and stands beside a page of the other. Put it back, or take the citation off, first.'
  const [own, other] = [objectsIn(rest), objectsIn(taken)]
  if ([...own.named].some((id) => other.there.has(id)) || [...other.named].some((id) => own.there.has(id)))
    return 'A note beside one original answers, goes on from, refers to or concerns something on the other. Take that statement off first.'
  const related = papersIn(rest).some(({ relatedTo }) => other.papers.has(relatedTo ?? ''))
  if (related || papersIn(taken).some(({ relatedTo }) => own.papers.has(relatedTo ?? '')))
    return 'A paper of one original is stated to belong to a paper of the other. Take that statement off first.'
  return null
}

function objectsIn(text: Text) {
  const there = new Set<string>()
  const named = new Set<string>()
  const nothing = { originals: [], hands: [], people: [], names: [], revisions: [], status: 'untouched', extra: {} }
  const pages = { ...nothing, ...text }
  visit(pages, {
    object: (id) => void there.add(id),
    reference: (to, id) => void (to === 'object' && named.add(id)),
    mention: (id) => void named.add(id),
  })
  return { there, named, papers: new Set(papersIn(text).map(({ id }) => id)) }
}

function papersIn({ paper, pages }: Text): readonly (Paper | Division)[] {
  return [paper, ...pages.flatMap(({ content }) => content.filter((child) => child.type === 'division'))]
}

/** Its first paper begins where its text begins; a text without pages has an empty one. */
function asOwn(text: Text, newId: NewId): Text {
  const [first, ...more] = text.pages
  if (!first) {
    const page = { printed: null, folio: null, image: null, state: null, content: [], margin: [], extra: {} }
    return { ...text, pages: [{ id: newId(), ...page }] }
  }
  const [begins, ...content] = first.content
  if (begins?.type !== 'division') return text
  const { type: _, ...stated } = begins
  return { ...text, paper: stated, pages: [{ ...first, content }, ...more] }
}
