import { isBlank } from './blank.ts'

/**
 * Cuts a stretch into pieces of at most `limit` UTF-16 units: after the last line end that fits, else after the last blank, else where it
 * must be, never inside a surrogate pair or a CR LF. One piece after the other they are the stretch, unit for unit: a cut is undone by
 * putting them together.
 */
export function cutLong(
  text: string,
  start: number,
  end: number,
  limit: number,
): readonly (readonly [start: number, end: number])[] {
  const pieces: (readonly [number, number])[] = []
  let from = start
  while (end - from > limit) {
    const to = cutBefore(text, from, from + limit)
    pieces.push([from, to])
    from = to
  }
  if (from < end) pieces.push([from, end])
  return pieces
}

function cutBefore(text: string, from: number, most: number): number {
  for (const fits of [endsLine, (char: string) => isBlank(char)]) {
    for (let at = most; at > from + 1; at -= 1) if (fits(text.charAt(at - 1)) && !isInside(text, at)) return at
  }
  return isInside(text, most) && most - 1 > from ? most - 1 : most
}

const endsLine = (char: string) => char === '\n' || char === '\r'

function isInside(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  return (before === 0x0d && after === 0x0a) || (before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff)
}
