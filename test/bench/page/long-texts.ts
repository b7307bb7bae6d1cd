import { prosePages } from './prose.ts'

/** The made texts that are long in one piece, by name; of a fixed seed. */
export const LONG_TEXTS = {
  /** What a machine reads of a whole volume: lines and blocks, but no form feed, so it is one page. */
  page: (kilobytes: number) => cut(prose(kilobytes).join('\n\n'), kilobytes),
  /** A program that dropped every line end. */
  line: (kilobytes: number) => cut(prose(kilobytes).join(' ').replace(/\s+/g, ' '), kilobytes),
  /** The same with a blank line after every line: thousands of blocks. */
  lines: (kilobytes: number) => cut(prose(kilobytes).join('\n').replace(/\n+/g, '\n\n'), kilobytes),
} as const

export type LongText = keyof typeof LONG_TEXTS

/** The word that is looked for: it stands some hundred times in every text. */
export const SOUGHT = 'minister'

// a word has six letters and a blank at the most
const prose = (kilobytes: number) => prosePages(Math.ceil(kilobytes * 170) + 300, 638)

function cut(text: string, kilobytes: number): string {
  return `${text.slice(0, text.lastIndexOf(' ', kilobytes * 1000))}.`
}
