import { diff } from 'fast-myers-diff'

/**
 * A stretch of the earlier text and the stretch of the later one that answers it, in UTF-16 units, ends exclusive. Equal stretches read
 * alike (a line end answers any other line end, so their lengths may differ there); the others were replaced, deleted or inserted.
 */
export interface Hunk {
  readonly equal: boolean
  readonly wasFrom: number
  readonly wasTo: number
  readonly nowFrom: number
  readonly nowTo: number
}

interface Token {
  readonly key: string
  readonly from: number
  readonly to: number
}

const WORDS = /\r\n|\r|\n|\s|[^\s]+/gu
const LETTERS = /\r\n|\r|\n|[\s\S]/gu
/** Beyond this many letter pairs a replaced stretch is not looked into further: it is another text, not a mended one. */
const LETTER_LIMIT = 2_000_000

function tokens(text: string, pattern: RegExp, offset: number): readonly Token[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const from = offset + match.index
    const line = match[0] === '\r\n' || match[0] === '\r'
    return { key: line ? '\n' : match[0], from, to: from + match[0].length }
  })
}

/**
 * Aligns two readings of the same stretch: by words first, then by letters inside what was replaced. The hunks cover both texts whole and
 * in order. Quadratic in the number of differences only; meant for a block at a time.
 */
export function align(was: string, now: string): readonly Hunk[] {
  const hunks: Hunk[] = []
  alignTokens(tokens(was, WORDS, 0), tokens(now, WORDS, 0), { was: was.length, now: now.length }, (hunk) => {
    const before = was.slice(hunk.wasFrom, hunk.wasTo)
    const after = now.slice(hunk.nowFrom, hunk.nowTo)
    if (hunk.equal || before === '' || after === '' || before.length * after.length > LETTER_LIMIT) push(hunks, hunk)
    else {
      const letters = { was: hunk.wasTo, now: hunk.nowTo }
      alignTokens(
        tokens(before, LETTERS, hunk.wasFrom),
        tokens(after, LETTERS, hunk.nowFrom),
        letters,
        (inner) => push(hunks, inner),
        hunk,
      )
    }
  })
  return hunks
}

function alignTokens(
  was: readonly Token[],
  now: readonly Token[],
  end: { readonly was: number; readonly now: number },
  emit: (hunk: Hunk) => void,
  start: { readonly wasFrom: number; readonly nowFrom: number } = { wasFrom: 0, nowFrom: 0 },
): void {
  const wasAt = (index: number) => was[index]?.from ?? end.was
  const nowAt = (index: number) => now[index]?.from ?? end.now
  let wasFrom = start.wasFrom
  let nowFrom = start.nowFrom
  let [i, j] = [0, 0]
  const equalUntil = (sx: number, sy: number) => {
    for (; i < sx && j < sy; i++, j++) {
      emit({ equal: true, wasFrom: was[i]!.from, wasTo: was[i]!.to, nowFrom: now[j]!.from, nowTo: now[j]!.to })
    }
    wasFrom = wasAt(i)
    nowFrom = nowAt(j)
  }
  const changes = diff(
    was.map((token) => token.key),
    now.map((token) => token.key),
  )
  // a deletion and an insertion at one place come apart: they are one replacement
  const flush = () => {
    if (wasAt(i) > wasFrom || nowAt(j) > nowFrom) emit({ equal: false, wasFrom, wasTo: wasAt(i), nowFrom, nowTo: nowAt(j) })
  }
  for (const [sx, ex, sy, ey] of changes) {
    if (sx > i || sy > j) {
      flush()
      equalUntil(sx, sy)
    }
    ;[i, j] = [ex, ey]
  }
  flush()
  equalUntil(was.length, now.length)
}

/** Joins a hunk to the last one where both are of one kind; equal ones only while their lengths agree, so that offsets map one to one. */
function push(hunks: Hunk[], hunk: Hunk): void {
  const last = hunks.at(-1)
  const same = last && last.equal === hunk.equal
  const linear = (one: Hunk) => one.wasTo - one.wasFrom === one.nowTo - one.nowFrom
  if (same && (!hunk.equal || (linear(last) && linear(hunk))))
    hunks[hunks.length - 1] = { ...last, wasTo: hunk.wasTo, nowTo: hunk.nowTo }
  else hunks.push(hunk)
}

/**
 * Where a place between two letters of the later text lies in the earlier one. Letters that were deleted exactly there stay on the left
 * of the place (`side` -1: cut after them) or on its right (`side` 1: cut before them). Never lies inside a surrogate pair of `was`.
 */
export function placeIn(was: string, hunks: readonly Hunk[], nowOffset: number, side: -1 | 1): number {
  let place = was.length
  for (const hunk of hunks) {
    if (nowOffset > hunk.nowTo) continue
    if (nowOffset === hunk.nowTo && nowOffset > hunk.nowFrom) {
      place = hunk.wasTo
      if (side === 1) break
      continue
    }
    if (nowOffset < hunk.nowFrom) break
    if (nowOffset === hunk.nowFrom) {
      if (hunk.nowTo === hunk.nowFrom && side === -1) {
        place = hunk.wasTo
        continue
      }
      place = hunk.wasFrom
      break
    }
    const inside = nowOffset - hunk.nowFrom
    const share = hunk.equal ? inside : Math.round((inside * (hunk.wasTo - hunk.wasFrom)) / (hunk.nowTo - hunk.nowFrom))
    place = Math.min(hunk.wasFrom + share, hunk.wasTo)
    break
  }
  const low = place > 0 && place < was.length && was.charCodeAt(place) >= 0xdc00 && was.charCodeAt(place) <= 0xdfff
  return low ? place + 1 : place
}
