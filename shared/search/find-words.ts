import type { Node } from 'prosemirror-model'
import type { Hand } from '../model/hand.ts'
import { done, type Result } from '../model/result.ts'
import { fold } from './fold.ts'
import { foldingOf, patternOf } from './pattern.ts'
import { type Ink, inkOf, type Query } from './query.ts'
import type { Groups } from './replacement.ts'
import { GAP, placeIn, type RunningText, runningTextsOf, type SearchedPiece } from './running-texts.ts'

export type { Query } from './query.ts'

/** What can stand among words that are found; `letters`: at one end they reach only over a part of a ligature. */
export type Break = 'line-end' | 'page-turn' | 'gap' | 'anchor' | 'hands' | 'letters'

/** Where the words stand, in document positions. */
export interface Hit {
  readonly from: number
  /** Words that go on in another block or piece end with their first one here. */
  readonly to: number
  /** What stands among them that is none of them; null where nothing does. */
  readonly broken: Break | null
  readonly kind: RunningText['kind']
  /** In the file, from 1; null of what stands beside the text, before `indexOf` says where it is drawn. */
  readonly page: number | null
  /** By whom the first of them is. */
  readonly hand: string | null
  /** The words and what stands about them, blanks and line ends as they are. */
  readonly context: () => { readonly before: string; readonly words: string; readonly after: string }
  /** What an expression caught, for a replacement. */
  readonly groups?: Groups
}

/** More of one document than anybody reads: looking ends there, and who shows it says so (`isCapped`). */
export const MOST_HITS = 20_000

/** Whether there may be more than was looked for. */
export function isCapped(hits: readonly unknown[], most = MOST_HITS): boolean {
  return hits.length >= most
}

/**
 * Where a document holds these words, in its order, as `fold` makes them equal unless they are to be exact: over line ends, in words divided
 * at a line end, over a page turn where a block or a word goes on. Asked for one hand or layer, what others wrote between its words is passed over. Nothing for no words, and for what is no expression.
 */
export function findWords(doc: Node, query: Query, hands: readonly Hand[] = []): readonly Hit[] {
  return findIn(runningTextsOf(doc, query.where), query, hands)
}

/** The same in passages that were gathered before. */
export function findIn(passages: readonly RunningText[], query: Query, hands: readonly Hand[], most = MOST_HITS): readonly Hit[] {
  const texts = readables(passages, query, hands)
  const matches = matchesIn(
    texts.map(({ text }) => text),
    query,
    most,
  )
  return matches.ok ? hitsOf(texts, matches.value) : []
}

/** Words of one text of several, in UTF-16 units of it. */
export interface Match {
  readonly text: number
  readonly from: number
  readonly to: number
  /** At an end the words reach only over a part of the letter that is taken in: of a ligature. */
  readonly cut: boolean
  readonly groups?: Groups
}

/**
 * Where texts hold the words, in order, at most so many. Pure letters and numbers in and out: a worker may do it, for a regular
 * expression. What is found covers the words to the letter, whatever was made equal.
 */
export function matchesIn(
  texts: readonly string[],
  query: Query,
  most = MOST_HITS,
): Result<readonly Match[], 'not-an-expression'> {
  const pattern = patternOf(query)
  if (!pattern.ok) return pattern
  const matches: Match[] = []
  if (pattern.value === null) return done(matches)
  const folding = foldingOf(query)
  for (const [index, own] of texts.entries()) {
    if (query.regular) {
      for (const found of own.matchAll(pattern.value)) {
        const [words, ...caught] = found
        if (words === '') continue
        const groups = { caught, named: found.groups ? { ...found.groups } : null }
        matches.push({ text: index, from: found.index, to: found.index + words.length, cut: false, groups })
        if (matches.length >= most) return done(matches)
      }
      continue
    }
    const { text, from, to, isBorder } = fold(own, folding)
    for (const { 0: words, index: at } of text.matchAll(pattern.value)) {
      const end = at + words.length
      matches.push({ text: index, from: from(at), to: to(end - 1), cut: !isBorder(at) || !isBorder(end) })
      if (matches.length >= most) return done(matches)
    }
  }
  return done(matches)
}

/** The passages that a query asks about, each as far as it is by the hands that are asked for. */
export function readables(passages: readonly RunningText[], query: Query, hands: readonly Hand[]): readonly Readable[] {
  const ink = inkOf(query, hands)
  return passages
    .filter(({ kind }) => ink === null || (kind !== 'editornote' && kind !== 'query'))
    .map((passage) => readable(passage, ink))
}

/** The places of matches in the document. */
export function hitsOf(texts: readonly Readable[], matches: readonly Match[]): readonly Hit[] {
  return matches.map((match) => hitAt(texts[match.text]!, match))
}

/** A passage as it is searched. */
export interface Readable {
  readonly passage: RunningText
  readonly text: string
  readonly parts: readonly { readonly at: number; readonly piece: SearchedPiece; readonly from: number }[]
}

function readable(passage: RunningText, ink: Ink): Readable {
  const { pieces } = passage
  let text = ''
  const parts: { at: number; piece: SearchedPiece; from: number }[] = []
  for (const piece of pieces) {
    if (text !== '') text += '\n'
    const whole = ink === null || ink(piece.hand)
    let parted = false
    for (const run of ink === null ? [{ from: 0, to: piece.text.length, hand: null }] : piece.inks) {
      if (ink !== null && !ink(run.hand)) {
        parted = true
        continue
      }
      // additions by one hand to another’s sentence do not read on from each other
      if (parted && !whole) text += GAP
      parts.push({ at: text.length, piece, from: run.from })
      text += piece.text.slice(run.from, run.to)
      parted = false
    }
  }
  return { passage, text, parts }
}

function hitAt({ passage, text, parts }: Readable, { from, to, cut, groups }: Match): Hit {
  const partAt = (unit: number) => parts.findLast((part) => part.at <= unit)!
  const first = partAt(from)
  const { piece } = first
  const lastPart = partAt(to - 1)
  const lastOwn = lastPart.piece === piece ? lastPart : parts.findLast((part) => part.piece === piece)!
  const begin = first.from + (from - first.at)
  const end = lastPart.piece === piece ? lastOwn.from + (to - lastOwn.at) : piece.text.length
  const [start, last] = [placeIn(piece, begin), placeIn(piece, end - 1)]
  const inside = text.slice(from, to)
  const breakIn = (): Break | null => {
    if (lastPart.piece !== piece) return 'page-turn'
    if (first !== lastPart) return 'hands'
    if (inside.includes('\n')) return 'line-end'
    if (inside.includes(GAP)) return 'gap'
    return last - start + 1 !== to - from ? 'anchor' : cut ? 'letters' : null
  }
  return {
    from: start,
    to: last + 1,
    broken: breakIn(),
    kind: passage.kind,
    page: piece.page,
    hand: piece.inks.find((run) => run.to > begin)?.hand ?? piece.hand,
    context: () => ({ before: text.slice(0, from), words: inside, after: text.slice(to) }),
    ...(groups === undefined ? {} : { groups }),
  }
}
