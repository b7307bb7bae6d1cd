import { diff } from 'fast-myers-diff'
import { isBlank } from './blank.ts'

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

/** Beyond this many letter pairs a replaced stretch is not looked into further: it is another text, not a mended one. */
const LETTER_LIMIT = 2_000_000

/** Line ends (any as one), other blanks one by one, and what stands between them: words, or their letters (code points) one by one. */
function tokens(text: string, by: 'words' | 'letters', start: number, end: number): readonly Token[] {
  const found: Token[] = []
  for (let from = start, to = start; from < end; from = to) {
    const code = text.charCodeAt(from)
    to = from + 1
    if (code === 0x0d || code === 0x0a) {
      if (code === 0x0d && to < end && text.charCodeAt(to) === 0x0a) to += 1
      found.push({ key: '\n', from, to })
      continue
    }
    if (by === 'letters') {
      if (code >= 0xd800 && code <= 0xdbff && to < end && (text.charCodeAt(to) & 0xfc00) === 0xdc00) to += 1
    } else if (!isBlankCode(code)) while (to < end && !isBlankCode(text.charCodeAt(to))) to += 1
    found.push({ key: text.slice(from, to), from, to })
  }
  return found
}

const isBlankCode = (code: number) =>
  code < 0x80 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : isBlank(String.fromCharCode(code))

/**
 * Aligns two readings of the same stretch: by words first, then by letters inside what was replaced. The hunks cover both texts whole and
 * in order. Quadratic in the number of differences only; meant for a block at a time.
 */
export function align(was: string, now: string): readonly Hunk[] {
  const hunks: Hunk[] = []
  alignTokens(
    tokens(was, 'words', 0, was.length),
    tokens(now, 'words', 0, now.length),
    { was: was.length, now: now.length },
    (hunk) => {
      const before = was.slice(hunk.wasFrom, hunk.wasTo)
      const after = now.slice(hunk.nowFrom, hunk.nowTo)
      if (hunk.equal || before === '' || after === '' || before.length * after.length > LETTER_LIMIT) push(hunks, hunk)
      else {
        const letters = { was: hunk.wasTo, now: hunk.nowTo }
        alignTokens(
          tokens(was, 'letters', hunk.wasFrom, hunk.wasTo),
          tokens(now, 'letters', hunk.nowFrom, hunk.nowTo),
          letters,
          (inner) => push(hunks, inner),
          hunk,
        )
      }
    },
  )
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
    while (i < sx && j < sy) {
      const [one, other] = [was[i]!, now[j]!]
      // as far as lengths agree tokens are told together: a letter has hundreds of them
      let [wasTo, nowTo] = [one.to, other.to]
      const isLinear = () => wasTo - one.from === nowTo - other.from
      i++
      j++
      while (isLinear() && i < sx && j < sy && was[i]!.to - was[i]!.from === now[j]!.to - now[j]!.from) {
        wasTo = was[i++]!.to
        nowTo = now[j++]!.to
      }
      emit({ equal: true, wasFrom: one.from, wasTo, nowFrom: other.from, nowTo })
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
