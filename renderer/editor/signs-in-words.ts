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
