/**
 * Signs that stand at a line end where a word is divided: hyphen-minus, soft hyphen, not sign, hyphen, non-breaking hyphen, the double
 * hyphens U+2E17 and U+2E40. For a character class.
 */
export const DIVISION_SIGNS = '\\-\u00ad\u00ac\u2010\u2011\u2e17\u2e40'

const IN_WORD = new RegExp(`\\p{L}\\p{M}*[${DIVISION_SIGNS}]$`, 'u')
const LINE_END = /^[^\S\n]*\n\s*/u
const NUMBER_BETWEEN = /^[^\S\n]*\n\s*([^\n]*\S)[^\S\n]*\n\s*/u
/** How far it is looked for the other half of a word, in UTF-16 units: over a page number and the blanks about it. */
const AHEAD = 400

/**
 * Where a word goes on that is divided by the sign at `at`: the place of its next letter, after the line end and, where one stands
 * there, a page number. 0 where no sign of division stands in a word before a line end. UTF-16 units.
 */
export function dividedAt(text: string, at: number): number {
  const next = text.charCodeAt(at + 1)
  if (next > 0x20 && next < 0x80) return 0
  if (!IN_WORD.test(text.slice(Math.max(0, at - 12), at + 1))) return 0
  const after = text.slice(at + 1, at + 1 + AHEAD)
  const between = NUMBER_BETWEEN.exec(after)
  const over = between && isPageNumber(between[1]!) ? between : LINE_END.exec(after)
  const on = over ? at + 1 + over[0].length : 0
  return on > 0 && /^\p{L}/u.test(text.slice(on, on + 2)) ? on : 0
}

const ENDS_DIVIDED = new RegExp(`(\\p{L})\\p{M}*[${DIVISION_SIGNS}]\\s*$`, 'u')

/** Whether a text ends with the first half of a word that is divided: a letter and a sign of division. */
export function endsDivided(text: string): boolean {
  return ENDS_DIVIDED.test(text.slice(-AHEAD))
}

/** Whether a text goes on with the other half of a word that the one before it divided: in small letters, or both in capitals. */
export function goesOnDivided(before: string, text: string): boolean {
  const letter = ENDS_DIVIDED.exec(before.slice(-AHEAD))?.[1]
  const next = /^\s*(\p{L})/u.exec(text)?.[1]
  return letter !== undefined && next !== undefined && (!isCapital(next) || isCapital(letter))
}

const isCapital = (letter: string) => /\p{Lu}/u.test(letter)

const PAGE_NUMBER = /^[-–—=[(. ]{0,12}(?:p(?:age|p?\.)?[. ]{0,3})?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?[-–—=\]). ]{0,12}$/iu

/** Whether a line holds nothing but the number of a page, in any of the usual styles: `- 2 -`, `[2]`, `Page 2 of 9`. */
export function isPageNumber(line: string): boolean {
  const words = line.trim()
  return words.length <= 40 && PAGE_NUMBER.test(words)
}
