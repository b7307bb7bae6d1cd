/** A line of a text in UTF-16 units: `end` stands before its line end (LF, CR LF or CR), `next` after it. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly next: number
}

/** The lines of a stretch of a text. Together they cover it without a gap; the last may lack its line end. */
export function linesIn(text: string, start = 0, end = text.length): readonly Line[] {
  const lines: Line[] = []
  let at = start
  let from = start
  while (at < end) {
    const code = text.charCodeAt(at)
    if (code !== 0x0a && code !== 0x0d) {
      at += 1
      continue
    }
    const next = at + (code === 0x0d && at + 1 < end && text.charCodeAt(at + 1) === 0x0a ? 2 : 1)
    lines.push({ start: from, end: at, next })
    from = at = next
  }
  if (from < end) lines.push({ start: from, end, next: end })
  return lines
}
