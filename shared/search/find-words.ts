import type { Node } from 'prosemirror-model'
import type { Hand } from '../model/hand.ts'
import { done, type Result } from '../model/result.ts'
import { GAP, type Passage, type Piece, passagesOf, placeIn } from './passages.ts'
import { foldDivided, patternOf } from './pattern.ts'
import { type Ink, inkOf, type Query } from './query.ts'

export type { Query } from './query.ts'

/** Where the words stand, in document positions. */
export interface Hit {
  readonly from: number
  /** Words that go on in another block or piece end with their first one here. */
  readonly to: number
  /** An anchor, a gap, a line end, a page turn or another hand’s words stand among them. */
  readonly broken: boolean
  readonly kind: Passage['kind']
  /** In the file, from 1; null of what stands beside the text, before `indexOf` says where it is drawn. */
  readonly page: number | null
  /** By whom the first of them is. */
  readonly hand: string | null
  /** The words and what stands about them, blanks and line ends as they are. */
  readonly context: () => { readonly before: string; readonly words: string; readonly after: string }
}

/** More of one document than anybody reads. */
export const MOST_HITS = 20_000

/**
 * Where a document holds these words, in its order: over line ends, in words divided at a line end, over a page turn where a block goes on.
 * Asked for one hand or layer, what others wrote between its words is passed over. Nothing for no words, and for what is no expression.
 */
export function findWords(doc: Node, query: Query, hands: readonly Hand[] = []): readonly Hit[] {
  return findIn(passagesOf(doc, query.where), query, hands)
}

/** The same in passages that were gathered before. */
export function findIn(passages: readonly Passage[], query: Query, hands: readonly Hand[]): readonly Hit[] {
  const texts = readables(passages, query, hands)
  const matches = matchesIn(
    texts.map(({ text }) => text),
    query,
  )
  return matches.ok ? hitsOf(texts, matches.value) : []
}

/** Words of one text of several. */
export interface Match {
  readonly text: number
  readonly from: number
  readonly to: number
}

/** Where texts hold the words, in order. Pure letters and numbers in and out: a worker may do it, for a regular expression. */
export function matchesIn(texts: readonly string[], query: Query): Result<readonly Match[], 'not-an-expression'> {
  const pattern = patternOf(query)
  if (!pattern.ok) return pattern
  const matches: Match[] = []
  if (pattern.value === null) return done(matches)
  for (const [index, own] of texts.entries()) {
    const { text, at } = query.regular ? { text: own, at: (unit: number) => unit } : foldDivided(own)
    for (const { 0: words, index: from } of text.matchAll(pattern.value)) {
      if (words === '') continue
      matches.push({ text: index, from: at(from), to: at(from + words.length - 1) + 1 })
      if (matches.length >= MOST_HITS) return done(matches)
    }
  }
  return done(matches)
}

/** The passages that a query asks about, each as far as it is by the hands that are asked for. */
export function readables(passages: readonly Passage[], query: Query, hands: readonly Hand[]): readonly Readable[] {
  const ink = inkOf(query, hands)
  return passages
    .filter(({ kind }) => ink === null || (kind !== 'editornote' && kind !== 'query'))
    .map((passage) => readable(passage, ink))
}

/** The places of matches in the document. */
export function hitsOf(texts: readonly Readable[], matches: readonly Match[]): readonly Hit[] {
  return matches.map(({ text, from, to }) => hitAt(texts[text]!, from, to))
}

/** A passage as it is searched. */
export interface Readable {
  readonly passage: Passage
  readonly text: string
  readonly parts: readonly { readonly at: number; readonly piece: Piece; readonly from: number }[]
}

function readable(passage: Passage, ink: Ink): Readable {
  const { pieces } = passage
  let text = ''
  const parts: { at: number; piece: Piece; from: number }[] = []
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

function hitAt({ passage, text, parts }: Readable, from: number, to: number): Hit {
  const partAt = (unit: number) => parts.findLast((part) => part.at <= unit)!
  const first = partAt(from)
  const { piece } = first
  const lastPart = partAt(to - 1)
  const lastOwn = lastPart.piece === piece ? lastPart : parts.findLast((part) => part.piece === piece)!
  const begin = first.from + (from - first.at)
  const end = lastPart.piece === piece ? lastOwn.from + (to - lastOwn.at) : piece.text.length
  const [start, last] = [placeIn(piece, begin), placeIn(piece, end - 1)]
  const inside = text.slice(from, to)
  return {
    from: start,
    to: last + 1,
    broken: first !== lastPart || last - start + 1 !== to - from || inside.includes('\n') || inside.includes(GAP),
    kind: passage.kind,
    page: piece.page,
    hand: piece.inks.find((run) => run.to > begin)?.hand ?? piece.hand,
    context: () => ({ before: text.slice(0, from), words: inside, after: text.slice(to) }),
  }
}
