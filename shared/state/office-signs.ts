/**
 * What another program's clipboard says by its elements and styles, as signs among the words: characters that no text may hold, which
 * `office-paste.ts` takes out again before anything is pasted.
 */
export const OFFICE = {
  underlined: '\ufdd1',
  underlinedEnd: '\ufdd2',
  tab: '\ufdd3',
  call: '\ufdd4',
  end: '\ufdd5',
  back: '\ufdd6',
  footnote: '\ufdd7',
  struck: '\ufdd8',
  row: '\ufdd9',
  inserted: '\ufdda',
  picture: '\ufddb',
  /** A blank or a tab that the program shows as it stands, where HTML would make one blank of several. */
  blank: '\ufddc',
  keptTab: '\ufddd',
  /** Before the number or bullet of a list item, which the program draws. */
  number: '\ufdde',
  /** A list item whose number cannot be told. */
  unnumbered: '\ufddf',
  /** Words that the program does not show. */
  hidden: '\ufde0',
  raised: '\ufde1',
  /** A table within a cell. */
  inner: '\ufde2',
} as const

export const OFFICE_SIGNS = /[\ufdd0-\ufdef]/g
