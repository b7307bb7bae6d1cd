/**
 * Whether a character (one UTF-16 unit) is blank: white space as JavaScript's `\s` has it (line ends, tab, form feed, NBSP, the Unicode
 * spaces, U+2028, U+2029, and U+FEFF). Blanks are the characters of an original that need no owner; zero-width signs such as U+200B are
 * not blank, since they may be evidence.
 */
export function isBlank(char: string): boolean {
  const code = char.charCodeAt(0)
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return code >= 0xa0 && /^\s/u.test(char)
}

/** The stretch without the blanks at its ends, or null where nothing but blanks stands in it. */
export function trimmed(text: string, start: number, end: number): readonly [start: number, end: number] | null {
  let from = start
  let to = end
  while (from < to && isBlank(text.charAt(from))) from += 1
  while (to > from && isBlank(text.charAt(to - 1))) to -= 1
  return from < to ? [from, to] : null
}
