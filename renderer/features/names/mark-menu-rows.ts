import type { MarkName } from '../../../shared/vocabulary/marks.ts'
import type { MENU_LETTERS } from '../../state/menu-letters.ts'

interface MarkRow {
  readonly detail?: string
  /** It is put on the words at once; facts of it are stated in the inspector. */
  readonly atOnce?: true
}

/** A mark that the menu of tags gives. */
export type MarkInMenu = keyof (typeof MENU_LETTERS)['markAs']

/**
 * Where each mark stands in the menu of tags, in its order, or how it is given elsewhere. A new mark does not compile until it stands here,
 * and has a letter in `MENU_LETTERS.markAs` where it has a row.
 */
export const MARK_MENU: Readonly<
  Record<MarkInMenu, MarkRow> & Record<Exclude<MarkName, MarkInMenu>, 'by whose error' | 'by a note'>
> = {
  persName: {},
  orgName: {},
  placeName: {},
  date: {},
  title: { detail: 'the title of a book, a treaty, a newspaper' },
  event: {},
  term: { detail: 'with its expansion' },
  cited: { detail: '“Washington tel no 813”' },
  foreign: {},
  unclear: { atOnce: true },
  add: { detail: 'the sentence reads on with it' },
  del: {},
  withheld: { detail: 'editions print a gap in their place' },
  correction: 'by whose error',
  emendation: 'by whose error',
  undetermined: 'by whose error',
  supplied: 'by whose error',
  passage: 'by a note',
}

export const isInMarkMenu = (name: MarkName): name is MarkInMenu => typeof MARK_MENU[name] !== 'string'

export const MARK_MENU_NAMES = (Object.keys(MARK_MENU) as MarkName[]).filter(isInMarkMenu)
