/** Blanks that say something: a tab, two blanks in a row, or a blank at an end of a line. */
export function hasBlanksToKeep(text: string): boolean {
  return /[\t\u00a0]|[^\S\n]{2}|^[^\S\n]|[^\S\n]$/mu.test(text)
}

/**
 * Whether the lines of a text are set beside each other by blanks, as in a table or a telegram: with a tab or three blanks between words (not
 * after a paragraph's number), or with a later line that begins further in. Joined to one line they could not be read.
 */
export function isLaidOut(text: string): boolean {
  const [first = '', ...later] = text.split('\n')
  const isSet = (line: string) =>
    /\S(?:[^\S\n]*\t|[^\S\n]{3})[^\S\n]*\S/u.test(line.replace(/^\s*(?:\(?\w{1,4}[.)]|[-•*])\s+/u, ''))
  const indents = later.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const isFurtherIn = indents.length > 1 && Math.max(...indents) - Math.min(...indents) >= 4
  return isSet(first) || later.some(isSet) || isFurtherIn
}
