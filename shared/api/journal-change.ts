/** In a text, what stands from `from` to `to` (UTF-16 units) gives way to `text`. */
export interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** How much of two texts is compared at once; how long a stretch must be to count as found again; where it is looked for. All in UTF-16 units. */
const CHUNK = 65_536
const PROBE = 160
const GAPS = [0, 32, 256, 2048, 16_384, 131_072]
const WINDOW = 65_536
/** More splices than these are no small change. */
const MOST = 64

/**
 * What turns `before` into `after`, in order, with no splice that cuts a surrogate pair. Made for long texts in which little changed: it costs
 * about as much as comparing them. Where much changed, the answer is right, but not small.
 */
export function splicesBetween(before: string, after: string): readonly Splice[] {
  const splices: Splice[] = []
  let at = { before: 0, after: 0 }
  for (;;) {
    at = pastCommon(before, after, at)
    if (at.before === before.length && at.after === after.length) return splices
    const from = onWholePair(before, at, -1)
    const again = splices.length < MOST ? foundAgain(before, after, at) : null
    const to = onWholePair(before, again ?? ends(before, after, at), 1)
    splices.push({ from: from.before, to: to.before, text: after.slice(from.after, to.after) })
    at = to
  }
}

/** The text after the splices, or null where they do not fit it: out of order, or out of its bounds. */
export function applySplices(before: string, splices: readonly Splice[]): string | null {
  if (!fits(before.length, splices)) return null
  const parts: string[] = []
  let at = 0
  for (const { from, to, text } of splices) {
    parts.push(before.slice(at, from), text)
    at = to
  }
  return parts.join('') + before.slice(at)
}

/** Whether splices stand in order within a text of so many UTF-16 units. */
export function fits(length: number, splices: readonly Splice[]): boolean {
  let at = 0
  return splices.every(({ from, to }) => {
    const inOrder = at <= from && from <= to && to <= length
    at = to
    return inOrder
  })
}

/** What a list of splices holds, in UTF-16 units. */
export function sizeOf(splices: readonly Splice[]): number {
  return splices.reduce((sum, { text }) => sum + text.length, 0)
}

interface Place {
  readonly before: number
  readonly after: number
}

function pastCommon(before: string, after: string, from: Place): Place {
  let at = from
  const chunk = (text: string, start: number) => text.slice(start, start + CHUNK)
  while (at.before < before.length && chunk(before, at.before) === chunk(after, at.after)) at = moved(at, CHUNK, before, after)
  let more = 0
  while (at.before + more < before.length && before[at.before + more] === after[at.after + more]) more += 1
  return { before: at.before + more, after: at.after + more }
}

// Equal chunks may be shorter than asked for only at the end of both texts.
function moved({ before, after }: Place, by: number, one: string, other: string): Place {
  return { before: Math.min(before + by, one.length), after: Math.min(after + by, other.length) }
}

// Where the two texts meet again after they parted: a stretch of the one is looked for in the other, nearest first.
function foundAgain(before: string, after: string, parted: Place): Place | null {
  for (const gap of GAPS) {
    const start = parted.before + gap
    const probe = before.slice(start, start + PROBE)
    if (probe.length < PROBE) return null
    const found = after.slice(parted.after, parted.after + gap + WINDOW).indexOf(probe)
    if (found >= 0) return backwards(before, after, parted, { before: start, after: parted.after + found })
  }
  return null
}

// The ends of both texts, without what they have in common there.
function ends(before: string, after: string, parted: Place): Place {
  return backwards(before, after, parted, { before: before.length, after: after.length })
}

function backwards(before: string, after: string, parted: Place, from: Place): Place {
  let less = 0
  while (
    from.before - less > parted.before &&
    from.after - less > parted.after &&
    before[from.before - less - 1] === after[from.after - less - 1]
  )
    less += 1
  return { before: from.before - less, after: from.after - less }
}

// Both texts have the same sign on the other side of the place, so that they can be left, or entered, one sign earlier or later together.
function onWholePair(before: string, place: Place, step: 1 | -1): Place {
  const cut = step < 0 ? isHigh(before.charCodeAt(place.before - 1)) : isLow(before.charCodeAt(place.before))
  return cut ? { before: place.before + step, after: place.after + step } : place
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
