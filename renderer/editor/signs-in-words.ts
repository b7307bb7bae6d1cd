import type { AtomName } from '../../shared/vocabulary/atoms.ts'
import type { MarginName, PenMark } from '../../shared/vocabulary/margin.ts'
import type { MarkName } from '../../shared/vocabulary/marks.ts'

// How each thing that can be stated looks on the sheet, in words: the legend in the help reads this. The looks themselves are rules of
// editor-marks.css, editor-pen.css and editor-notes.css, by the entry's class; none is a colour alone. A new entry of the vocabulary does not
// compile until it stands here.

/** What annotated words have: `.m-CLASS`. */
export const MARK_SIGNS: Readonly<Record<MarkName, string>> = {
  unclear: 'a heavy dotted line',
  correction: 'a double line',
  emendation: 'a dashed line and a raised !',
  undetermined: 'a wavy line',
  supplied: 'square brackets around them',
  add: 'a caret before them, the hand’s letters after them, in its face and colour',
  del: 'a line through them, the hand’s letters after them',
  persName: 'a thin line',
  orgName: 'a thin line with upright ends',
  placeName: 'dash, dot, dash',
  title: 'slanted letters over a thin line',
  event: 'a ruler: a line with a row of uprights',
  term: 'a row of rings',
  cited: 'a thin line and a raised arrow',
  foreign: 'slanted letters, no line',
  date: 'a thin dotted line',
  withheld: 'hatched, and the word “withheld” after them',
  passage: 'a line of the note’s hand; double for an editor’s note, dashed for a query',
}

/** What stands in the line without words of its own: `.a-NAME`, or nothing but what it does. */
export const ATOM_SIGNS: Readonly<Record<AtomName, string>> = {
  gap: 'its reason and extent in brackets, small capitals',
  point: 'nothing, until its note is pointed at; an editor’s note has its number there, a query its ?',
  ref: 'the number or words of what it leads to, over dots',
  lb: 'the words after it begin a line',
}

/** What stands in the margin: `[data-kind="NAME"]`. */
export const MARGIN_SIGNS: Readonly<Record<MarginName, string>> = {
  note: 'the hand’s letters before it, a ? after them where the hand is not certain',
  penmark: 'its sign and its name, and the stroke itself at the words or lines',
  editornote: 'its number before it, a rule at its side',
  query: 'a ? before it, a broken rule at its side',
}

/** Where each pen mark is drawn: on its words (`[data-pen="NAME"]`), or beside the lines that they stand in. */
export const PEN_STROKES = {
  underline: 'words',
  wavy: 'words',
  sideline: 'lines',
  arrow: 'lines',
  tick: 'lines',
  cross: 'lines',
  circle: 'words',
  bracket: 'words',
  strike: 'words',
} as const satisfies Readonly<Record<PenMark, 'words' | 'lines'>>

/** What else the sheet draws that says something, by the selector that draws it; `sample` is what it looks like in letters. */
export const SHEET_SIGNS = {
  '.silent-mend': {
    label: 'corrected without a tag',
    sample: 'committee',
    says: 'a small tick, two pixels wide, at the foot of the last letter; its tip says what the machine read',
  },
  '.unseen': {
    label: 'a sign that cannot be seen',
    sample: 'word',
    says: 'its name in small letters; its tip says what it does',
  },
  '.block::before': { label: 'role', sample: 'salutation', says: 'in the lane left of the block; a press asks for another' },
  '.block[data-role=""]': {
    label: 'no role stated',
    sample: 'role?',
    says: 'slanted, under the mouse and at the caret',
  },
  '.block[data-continues]': {
    label: 'goes on from the page before',
    sample: '↳ paragraph',
    says: 'an arrow before the role',
  },
  '.block[data-hand-badge]': {
    label: 'handwriting',
    sample: 'MT',
    says: 'the letters of its hand, boxed, at the right; its words in the hand’s face and colour',
  },
  '.block[data-role="heading"]': { label: 'heading', sample: 'Poland', says: 'heavy letters' },
  '.block[data-flow="furniture"]': {
    label: 'running head, page number and the like',
    sample: '- 2 -',
    says: 'quiet letters, and its role',
  },
  '.block[data-flow="archive"]': {
    label: 'what the archive wrote or stamped',
    sample: 'PREM 19',
    says: 'quiet letters, and its role',
  },
  '.page::before': { label: 'page', sample: 'Page 2', says: 'its number over a thin line, and what is stated of it' },
  '.page[data-facts]': { label: 'numbers of a page', sample: 'folio 12', says: 'after “Page 2”: as printed, folio, image' },
  '.page[data-stands-in]': {
    label: 'a page that is blank, missing or a dummy',
    sample: '',
    says: 'a broken frame; its head says what it is',
  },
  '.body[data-says]': { label: 'first paper', sample: '', says: 'a double line, and what is stated of the paper over it' },
  '.division': { label: 'new paper', sample: '', says: 'a double line, and what is stated of the paper under it' },
  '[data-a][data-sign]': {
    label: 'call of a note of ours',
    sample: '3',
    says: 'raised after its words: the number of an editor’s note, ? for a query',
  },
  '[data-a][data-letter]': {
    label: 'note at the foot',
    sample: 'a',
    says: 'in a narrow window: the same raised letter at the words and before the note',
  },
  '.crowd-count': { label: 'notes that are folded away', sample: '+ 3', says: 'how many; a press shows them' },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly sample: string; readonly says: string }>>
