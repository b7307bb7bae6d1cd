import type { Node } from 'prosemirror-model'
import { isBlock } from '../document/access.ts'
import type { SourceRange } from '../model/source.ts'
import { wordsOf } from '../model/source.ts'
import { positionAt, sourceOf, textOf } from '../state/owners.ts'
import { align, placeIn } from '../text/align.ts'
import { isBlank, trimmed } from '../text/blank.ts'
import type { Proposal } from './proposal.ts'

/** The part of a block's words that a proposal is about. Positions count from the beginning of the block's page. */
export interface PlacedPart {
  /** The block's own place. */
  readonly pos: number
  readonly from: number
  readonly to: number
  /** Nothing but blanks stands beside them in the block. */
  readonly whole: boolean
  /** Whether the block states its role or its hand. */
  readonly stated: boolean
}

/** A part of the words of the proposal of this number, with how many of them that are not blank were read here. */
export interface PartOf extends PlacedPart {
  readonly proposal: number
  readonly letters: number
}

/** Proposals by where their words begin in the originals. */
export interface ByPlace {
  /** Of each original, in the order of their starts: the range, and the proposal's number. */
  readonly ranges: readonly (readonly { readonly start: number; readonly end: number; readonly proposal: number }[])[]
  /** The length of the longest of each original. */
  readonly longest: readonly number[]
}

/** The ranges of proposals, to be looked through by place. */
export function byPlace(proposals: readonly Proposal[]): ByPlace {
  const ranges: { start: number; end: number; proposal: number }[][] = []
  for (const [proposal, { source }] of proposals.entries())
    for (const [original, start, end] of source) {
      const own = ranges[original] ?? []
      own.push({ start, end, proposal })
      ranges[original] = own
    }
  const sorted = Array.from(ranges, (some) => (some ?? []).sort((a, b) => a.start - b.start))
  return { ranges: sorted, longest: sorted.map((some) => some.reduce((most, { start, end }) => Math.max(most, end - start), 0)) }
}

/** The parts of proposals that stand on a page, in the order of its blocks. */
export function partsOnPage(page: Node, places: ByPlace, texts: readonly string[]): readonly PartOf[] {
  const parts: PartOf[] = []
  page.forEach((block, offset) => {
    if (isBlock(block)) parts.push(...partsInBlock(block, offset + 1, places, texts))
  })
  return parts
}

interface Reach {
  /** Along the block's source, in UTF-16 units. */
  from: number
  to: number
  letters: number
}

function partsInBlock(block: Node, pos: number, places: ByPlace, texts: readonly string[]): readonly PartOf[] {
  const source = sourceOf(block)
  const reaches = reachesIn(source, places, texts)
  if (reaches.size === 0) return []
  const words = wordsOf(source, texts)
  const text = textOf(block)
  const placed = placing(words, text)
  const stated = block.attrs.role !== null || block.attrs.hand !== null
  const parts: PartOf[] = []
  for (const [proposal, { from, to, letters }] of reaches) {
    const whole = trimmed(words, 0, from) === null && trimmed(words, to, words.length) === null
    const stretch = whole ? trimmed(text, 0, text.length) : trimmed(text, placed(from), placed(to))
    if (!stretch) continue
    const [first, last] = stretch
    const at = positionAt({ node: block, pos }, first + 1) - 1
    parts.push({ proposal, pos, from: at, to: positionAt({ node: block, pos }, last), whole, stated, letters })
  }
  return parts.sort((a, b) => a.from - b.from)
}

/** How far each proposal reaches along a source. */
function reachesIn(source: readonly SourceRange[], places: ByPlace, texts: readonly string[]): ReadonlyMap<number, Reach> {
  const reaches = new Map<number, Reach>()
  let along = 0
  for (const [original, start, end] of source) {
    const ranges = places.ranges[original] ?? []
    const longest = places.longest[original] ?? 0
    for (let n = firstAfter(ranges, start - longest); n < ranges.length && ranges[n]!.start < end; n++) {
      const range = ranges[n]!
      const [first, last] = [Math.max(range.start, start), Math.min(range.end, end)]
      if (first >= last) continue
      const letters = lettersIn(texts[original] ?? '', first, last)
      if (letters === 0) continue
      const [from, to] = [along + first - start, along + last - start]
      const known = reaches.get(range.proposal)
      if (known) {
        known.from = Math.min(known.from, from)
        known.to = Math.max(known.to, to)
        known.letters += letters
      } else reaches.set(range.proposal, { from, to, letters })
    }
    along += end - start
  }
  return reaches
}

function firstAfter(ranges: ByPlace['ranges'][number], start: number): number {
  let [low, high] = [0, ranges.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ranges[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}

/** How many characters of a stretch are not blank. */
export function lettersIn(text: string, start: number, end: number): number {
  let count = 0
  for (let at = start; at < end; at++) if (!isBlank(text.charAt(at))) count++
  return count
}

/** Where a place of the machine's words stands in the text as it reads now. */
function placing(words: string, text: string): (at: number) => number {
  if (words === text) return (at) => at
  let hunks: ReturnType<typeof align> | null = null
  return (at) => {
    hunks ??= align(text, words)
    return placeIn(text, hunks, at, -1)
  }
}
