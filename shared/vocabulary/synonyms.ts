import type { GAP_REASONS } from './atoms.ts'
import type { PenMark } from './margin.ts'
import type { MarkName } from './marks.ts'
import type { RoleName } from './roles.ts'
import type { UnusedReason } from './unused.ts'

/** What others call an entry: menus and the list of commands find it by these words too. None of them is ever written. */
type Synonyms<Name extends string> = Readonly<Record<Name, readonly string[]>>

export const ROLE_SYNONYMS: Synonyms<RoleName> = {
  letterhead: ['office', 'letter heading', 'sender'],
  'form-text': ['pre-printed', 'template'],
  marking: ['classification', 'secret', 'confidential', 'security'],
  'our-reference': ['our ref'],
  'your-reference': ['your ref'],
  'registry-reference': ['file number', 'file ref'],
  'registry-folio': ['folio number'],
  'date-time': ['time', 'date-time group'],
  dateline: ['date'],
  addressee: ['recipient', 'to'],
  address: ['recipient', 'inside address'],
  salutation: ['greeting', 'dear'],
  heading: ['title', 'subject'],
  paragraph: ['body', 'text', 'normal'],
  item: ['bullet', 'table row', 'numbered'],
  quotation: ['block quote', 'extract'],
  caption: ['picture', 'figure'],
  close: ['valediction', 'yours', 'closing', 'sign-off'],
  signature: ['signed', 'name', 'autograph', 'initials'],
  office: ['position', 'job title', 'rank'],
  copies: ['cc', 'copied to', 'distribution list', 'carbon copy'],
  'copies-paragraph': ['cc', 'copying'],
  'enclosure-line': ['attachment', 'annex', 'encl'],
  flag: ['tab', 'marker'],
  'minute-number': ['number of the minute'],
  docket: ['endorsed', 'label'],
  'typist-reference': ['initials', 'typed by'],
  postscript: ['ps'],
  catchword: ['next page'],
  'page-number': ['folio', 'pagination'],
  'running-head': ['header', 'footer', 'headline'],
  'telegram-preamble': ['cable', 'telno', 'precedence'],
  'telegram-wire': ['cable', 'routing'],
  'telegram-distribution': ['cable', 'copied to'],
  'received-stamp': ['registry stamp', 'stamped'],
  'number-stamp': ['stamped'],
  'seen-mark': ['ticked', 'initialled'],
  foliation: ['leaf number', 'folio'],
  'reproduction-stamp': ['copyright', 'archive stamp'],
  'release-mark': ['declassified', 'opened'],
}

export const MARK_SYNONYMS: Synonyms<MarkName> = {
  unclear: ['doubtful', 'uncertain', 'hard to read'],
  correction: ['ocr error', 'misread', 'correct', 'fix'],
  emendation: ['sic', 'typo', 'mistake', 'author’s error'],
  undetermined: ['whose error', 'not known whose'],
  supplied: ['restored', 'missing words'],
  add: ['insertion', 'inserted', 'interlinear', 'caret'],
  del: ['deleted', 'crossed out', 'strikethrough', 'struck out', 'cancelled'],
  persName: ['person’s name', 'people', 'name'],
  orgName: ['organization', 'department', 'company', 'institution', 'name'],
  placeName: ['location', 'city', 'country', 'name'],
  title: ['book', 'treaty', 'newspaper', 'publication'],
  event: ['meeting', 'occasion'],
  term: ['abbreviation', 'acronym', 'expansion', 'glossary'],
  cited: ['letter’s name', 'reference', 'citation', 'cross-reference', 'telegram number'],
  foreign: ['language', 'french', 'latin', 'foreign'],
  date: ['day', 'when'],
  withheld: ['redact', 'redaction', 'hide', 'censor', 'closed'],
  passage: ['words of a note'],
}

export const GAP_SYNONYMS: Synonyms<keyof typeof GAP_REASONS> = {
  illegible: ['unreadable', 'cannot be read'],
  'machine-failed': ['missing', 'not read', 'ocr failed'],
  'retained-3-4': ['withheld', 'closed'],
  foi: ['freedom of information', 'exempt', 'closed'],
  'redacted-by-department': ['redaction', 'blacked out'],
  cancelled: ['crossed out', 'deleted'],
  covered: ['stamped over', 'torn', 'damage'],
  cropped: ['cut off', 'trimmed', 'edge'],
  'omitted-by-editor': ['left out', 'ellipsis'],
}

export const PEN_SYNONYMS: Synonyms<PenMark> = {
  underline: ['underscore', 'underlined'],
  wavy: ['squiggle', 'squiggly'],
  sideline: ['vertical line', 'margin line', 'side bar'],
  arrow: ['pointer'],
  tick: ['check mark', 'checked'],
  cross: ['x mark'],
  circle: ['ring', 'encircled'],
  bracket: ['brace', 'parenthesis'],
  strike: ['strikethrough', 'crossed out'],
}

export const UNUSED_SYNONYMS: Synonyms<UnusedReason> = {
  'machine-loop': ['repeated', 'hallucination'],
  'scanner-noise': ['specks', 'rubbish', 'garbage'],
  duplicate: ['twice', 'copy'],
  'machine-description': ['image description', 'comment of the machine'],
  markup: ['asterisk', 'markdown'],
  'not-part': ['other paper', 'ruler', 'target'],
  'not-determined': ['unknown', 'not clear'],
  'page-furniture': ['header', 'footer', 'page number'],
  deleted: ['removed'],
}
