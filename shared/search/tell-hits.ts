import { type Hand, type Layer, layerOf, UNKNOWN, UNKNOWN_MANUSCRIPT } from '../model/hand.ts'
import type { Hit } from './find-words.ts'
import { GAP, type RunningText } from './running-texts.ts'

/** A hit as it is listed: plain data, nothing of it markup. */
export interface ToldHit extends InLine {
  /** In the file, from 1. */
  readonly page: number
  readonly kind: RunningText['kind']
  /** What an editor’s note or a query says is in no layer of the paper. */
  readonly layer: Layer | null
  readonly hand: string | null
  /** What the hand is called; null where none is stated. */
  readonly handName: string | null
  /** Document positions. */
  readonly from: number
  readonly to: number
}

/** Hits with page, layer, hand and their line, page by page: the text of a page, then what stands beside it. */
export function tellHits(hits: readonly Hit[], hands: readonly Hand[]): readonly ToldHit[] {
  return [...eachTold(hits, hands)]
}

/** The same one by one: of very many, none has to be kept. */
export function* eachTold(hits: readonly Hit[], hands: readonly Hand[]): Generator<ToldHit> {
  const known = new Map([UNKNOWN, UNKNOWN_MANUSCRIPT, ...hands].map((hand) => [hand.id, hand]))
  for (const hit of [...hits].sort((a, b) => (a.page ?? 1) - (b.page ?? 1) || a.from - b.from)) {
    const { kind, page, from, to } = hit
    const ours = kind === 'editornote' || kind === 'query'
    const hand = hit.hand === null || ours ? null : hit.hand
    yield {
      page: page ?? 1,
      kind,
      layer: ours ? null : layerOf(hand === null ? null : known.get(hand)),
      hand,
      handName: hand === null ? null : (known.get(hand)?.name ?? hand),
      ...inItsLine(hit.context()),
      from,
      to,
    }
  }
}

const BEFORE = 40
const AFTER = 60

/** Words and what stands about them. */
export interface InLine {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** Words in their line: every blank and line end one blank, cut where a word ends, a gap as `[…]`. */
export function inItsLine({ before, words, after }: InLine): InLine {
  const [head, tail] = [oneLine(before.slice(-BEFORE * 3)), oneLine(after.slice(0, AFTER * 3))]
  return {
    before: head.length > BEFORE ? `… ${head.slice(-BEFORE).replace(/^\S*\s/, '')}` : head.trimStart(),
    words: oneLine(words),
    after: tail.length > AFTER ? `${tail.slice(0, AFTER).replace(/\s\S*$/, '')} …` : tail.trimEnd(),
  }
}

const oneLine = (text: string) => text.replaceAll(GAP, '[…]').replace(/\s+/gu, ' ')
