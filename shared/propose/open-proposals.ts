import type { Node } from 'prosemirror-model'
import { isBlock, isDivision, pagesOf } from '../document/access.ts'
import type { Paper, Refused } from '../model/transcript.ts'
import { paperIndexAt, papersIn } from '../schema/papers.ts'
import { isValid } from '../vocabulary/attribute.ts'
import { PAPER } from '../vocabulary/paper.ts'
import { factOf } from './offers-of-paper.ts'
import { type ByPlace, byPlace, lettersIn, type PartOf, type PlacedPart, partsOnPage } from './place-in-blocks.ts'
import { type FactProposal, idOfRefused, type Proposal, type StretchProposal } from './proposal.ts'

/** A proposal that waits for an answer, and where its words stand in the document. Positions are the document's. */
export interface OpenProposal {
  readonly proposal: Proposal
  /** Its page, counted from 1. */
  readonly page: number
  readonly from: number
  readonly to: number
  /** Its words block by block, never none. */
  readonly parts: readonly PlacedPart[]
  /** What the same words tell of their paper: stated with it. */
  readonly also: readonly FactProposal[]
}

/** Where proposals stand on a page, by the list that they are of. Pages never change, so each is looked at once. */
const known = new WeakMap<Node, { readonly of: readonly Proposal[]; readonly parts: readonly PartOf[] }>()
const places = new WeakMap<readonly Proposal[], { readonly places: ByPlace; readonly letters: readonly number[] }>()

/**
 * The proposals that wait for an answer, in reading order: those that state something, were not refused, and whose words still stand in the
 * text with nothing stated of them by the person. Looks only at pages that are not known; `texts` are the originals'.
 */
export function openProposals(doc: Node, proposals: readonly Proposal[], texts: readonly string[]): readonly OpenProposal[] {
  if (proposals.length === 0) return []
  const index = indexOf(proposals, texts)
  const refused = new Set((doc.attrs.refused as readonly Refused[]).map(idOfRefused))
  const found = new Map<number, { letters: number; page: number; parts: PlacedPart[] }>()
  let start = 1
  for (const [nth, page] of pagesOf(doc).entries()) {
    for (const { proposal, letters, ...part } of partsOf(page, proposals, index.places, texts)) {
      const moved = { ...part, pos: part.pos + start, from: part.from + start, to: part.to + start }
      const before = found.get(proposal)
      if (!before) found.set(proposal, { letters, page: nth + 1, parts: [moved] })
      else {
        before.letters += letters
        before.parts.push(moved)
      }
    }
    start += page.nodeSize
  }
  const isOpen = opening(doc)
  const papers = papersIn(doc)
  // the kind of a paper is told by all of it, so it is asked after all of it
  const standsAt = ({ proposal, from }: OpenProposal) =>
    proposal.kind === 'fact' && proposal.fact === 'kind' ? (papers[proposal.paper + 1]?.pos ?? doc.content.size) - 0.5 : from
  const open = [...found]
    .flatMap(([number, { letters, page, parts }]): OpenProposal[] => {
      const proposal = proposals[number]!
      if (refused.has(proposal.id) || letters < index.letters[number]! || !isOpen(proposal, parts)) return []
      return [{ proposal, page, from: parts[0]!.from, to: parts.at(-1)!.to, parts, also: [] }]
    })
    .sort((a, b) => standsAt(a) - standsAt(b) || RANK[a.proposal.kind] - RANK[b.proposal.kind])
  return withFacts(open)
}

/** So many before it are asked whether they are about the same words. */
const NEAR = 12

/** Facts stand with the role of the words that tell them, else with the first of the same words. */
function withFacts(open: readonly OpenProposal[]): readonly OpenProposal[] {
  const told: { one: OpenProposal; also: FactProposal[] }[] = []
  for (const one of open) {
    const { proposal } = one
    const home =
      proposal.kind === 'fact' && proposal.fact !== 'kind'
        ? told
            .slice(-NEAR)
            .findLast(({ one: { proposal: other, from, to } }) =>
              other.kind === 'stretch' ? mayTell(other) && from <= one.from && one.to <= to : isOfSameWords(other, proposal),
            )
        : undefined
    if (home && proposal.kind === 'fact') home.also.push(proposal)
    else told.push({ one, also: [] })
  }
  return told.map(({ one, also }) => (also.length > 0 ? { ...one, also } : one))
}

/** A paragraph or a note tells much; what it tells of its paper is looked at by itself. */
const mayTell = ({ role }: StretchProposal) => role !== null && role !== 'note' && role !== 'paragraph'

const isOfSameWords = (some: Proposal, other: FactProposal) =>
  some.kind === 'fact' &&
  some.fact !== 'kind' &&
  some.paper === other.paper &&
  JSON.stringify(some.source) === JSON.stringify(other.source)

/** Of those at one place: what parts the text first, then what the words are, then what they say. */
const RANK: Readonly<Record<Proposal['kind'], number>> = { order: 0, turn: 1, division: 2, stretch: 3, fact: 4, name: 5 }

function indexOf(proposals: readonly Proposal[], texts: readonly string[]) {
  const before = places.get(proposals)
  if (before) return before
  const letters = proposals.map(({ source }) =>
    source.reduce((sum, [original, from, to]) => sum + lettersIn(texts[original] ?? '', from, to), 0),
  )
  const made = { places: byPlace(proposals), letters }
  places.set(proposals, made)
  return made
}

function partsOf(page: Node, proposals: readonly Proposal[], at: ByPlace, texts: readonly string[]): readonly PartOf[] {
  const before = known.get(page)
  if (before?.of === proposals) return before.parts
  const parts = partsOnPage(page, at, texts)
  known.set(page, { of: proposals, parts })
  return parts
}

/** Tells whether a proposal would still state something of the words in these parts that nobody stated. */
function opening(doc: Node): (proposal: Proposal, parts: readonly PlacedPart[]) => boolean {
  const papers = papersIn(doc)
  return (proposal, parts) => {
    const first = parts[0]!
    switch (proposal.kind) {
      case 'stretch':
        return (proposal.role !== null || proposal.setAside !== null) && parts.every(({ stated }) => !stated)
      case 'turn':
        return beginsWith(doc, first) !== 'page'
      case 'division':
        return beginsWith(doc, first) === 'nothing' || isLaterPage(doc, first)
      case 'fact':
        return (
          paperIndexAt(papers, first.from) === proposal.paper && statementOf(papers[proposal.paper]!.paper, proposal) !== null
        )
      // pages in another order, and names, have lists of their own
      case 'order':
      case 'name':
        return false
    }
  }
}

/** What begins at the first words of a part: the page that it is on, a paper, or nothing. */
function beginsWith(doc: Node, { pos, from }: PlacedPart): 'page' | 'paper' | 'nothing' {
  const $pos = doc.resolve(pos)
  if (doc.textBetween(pos + 1, from, '', '').trim() !== '') return 'nothing'
  for (let n = $pos.index() - 1; n >= 0; n--) {
    const before = $pos.parent.child(n)
    if (isDivision(before)) return 'paper'
    if (isBlock(before) && before.content.size > 0) return 'nothing'
  }
  return 'page'
}

/** Whether it begins a page that is not the first, where no paper begins. */
function isLaterPage(doc: Node, part: PlacedPart): boolean {
  return beginsWith(doc, part) === 'page' && doc.resolve(part.pos).index(1) > 0
}

/** What a proposed fact would state of a paper, or null where it is stated, or cannot be. */
export function statementOf(paper: Paper, { fact, value }: Pick<FactProposal, 'fact' | 'value'>): Record<string, unknown> | null {
  const spec = PAPER[fact]
  const stated = factOf(paper, fact)
  const list = Array.isArray(stated) ? (stated as readonly string[]) : []
  if (spec.kind === 'list') return list.includes(value) ? null : { [fact]: [...list, value] }
  return (stated === undefined || stated === null) && isValid(spec, value) ? { [fact]: value } : null
}
