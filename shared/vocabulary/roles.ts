import type { Entry } from './entry.ts'
import { MARKING_CAVEATS, MARKING_LEVELS, PRECEDENCES, SIGNATURE_KINDS } from './markings.ts'

/** Where a role stands: in the text itself, in its opener or closer, as furniture, or as the archive's modern addition (out of reading texts). */
export type Flow = 'text' | 'opener' | 'closer' | 'furniture' | 'archive'

export interface RoleEntry extends Entry {
  readonly flow: Flow
  /** The letter that chooses it after Ctrl+B, for the roles used most. */
  readonly letter: string | null
}

/** What a block is. A block also has a hand; changing either never touches its text. */
export const ROLES = {
  letterhead: {
    label: 'letterhead',
    says: 'The printed or typed heading of the office that writes.',
    flow: 'furniture',
    letter: 'l',
    attributes: {},
  },
  'form-text': {
    label: 'printed form text',
    says: 'Pre-printed words of a form.',
    flow: 'furniture',
    letter: null,
    attributes: {},
  },
  marking: {
    label: 'protective marking',
    says: 'A marking as printed on the paper. Never inferred from another paper.',
    flow: 'furniture',
    letter: 'm',
    attributes: {
      level: { kind: 'choice', label: 'Level', values: MARKING_LEVELS },
      covering: { kind: 'choice', label: 'Marking of enclosures', values: MARKING_LEVELS },
      caveats: { kind: 'choices', label: 'Descriptors and caveats', values: MARKING_CAVEATS },
      others: { kind: 'text', label: 'Others, in words' },
      position: { kind: 'choice', label: 'Stands at', values: { top: 'the top', foot: 'the foot', both: 'top and foot' } },
      changedTo: { kind: 'choice', label: 'Later changed to', values: MARKING_LEVELS },
      changedBy: { kind: 'text', label: 'Changed by' },
      changedOn: { kind: 'date', label: 'Changed on' },
    },
  },
  'our-reference': {
    label: 'our reference',
    says: 'The writer’s reference.',
    flow: 'opener',
    letter: null,
    attributes: {},
  },
  'your-reference': {
    label: 'your reference',
    says: 'The recipient’s reference.',
    flow: 'opener',
    letter: null,
    attributes: {},
  },
  'registry-reference': {
    label: 'registry file reference',
    says: 'The registry’s file number.',
    flow: 'furniture',
    letter: null,
    attributes: {},
  },
  'registry-folio': {
    label: 'registry folio',
    says: 'The registry’s folio number.',
    flow: 'furniture',
    letter: null,
    attributes: {},
  },
  'date-time': {
    label: 'date and time',
    says: 'Date with time, as on telegrams and minutes.',
    flow: 'opener',
    letter: null,
    attributes: {},
  },
  dateline: {
    label: 'dateline',
    says: 'Place and date of writing.',
    flow: 'opener',
    letter: 'd',
    attributes: {},
  },
  addressee: {
    label: 'addressee line',
    says: 'The person written to.',
    flow: 'opener',
    letter: 'r',
    attributes: {},
  },
  address: {
    label: 'address',
    says: 'Lines of an address.',
    flow: 'opener',
    letter: 'a',
    attributes: {},
  },
  salutation: {
    label: 'salutation',
    says: 'Dear John, by whichever hand.',
    flow: 'opener',
    letter: 's',
    attributes: {},
  },
  heading: {
    label: 'heading',
    says: 'The subject of the paper, or of a part of it.',
    flow: 'text',
    letter: 'h',
    attributes: {},
  },
  paragraph: {
    label: 'paragraph',
    says: 'A paragraph; its printed number stands in its text.',
    flow: 'text',
    letter: 'p',
    attributes: {},
  },
  item: {
    label: 'list item',
    says: 'An item of a list.',
    flow: 'text',
    letter: 'i',
    attributes: {},
  },
  quotation: {
    label: 'quotation',
    says: 'Words quoted as a block.',
    flow: 'text',
    letter: 'q',
    attributes: {},
  },
  caption: {
    label: 'caption',
    says: 'Words that belong to a picture or table.',
    flow: 'text',
    letter: null,
    attributes: {},
  },
  close: {
    label: 'close',
    says: 'Yours ever, by whichever hand.',
    flow: 'closer',
    letter: 'c',
    attributes: {},
  },
  signature: {
    label: 'signature',
    says: 'Autograph, typed name, pp, conformed, stamped or initials.',
    flow: 'closer',
    letter: 'g',
    attributes: {
      kind: { kind: 'choice', label: 'Kind', values: SIGNATURE_KINDS },
      for: { kind: 'text', label: 'For whom (pp)' },
    },
  },
  office: {
    label: 'office of the signatory',
    says: 'Private Secretary.',
    flow: 'closer',
    letter: 'o',
    attributes: {},
  },
  copies: {
    label: 'copies',
    says: 'The list of those who get a copy.',
    flow: 'text',
    letter: null,
    attributes: {},
  },
  'copies-paragraph': {
    label: 'copies paragraph',
    says: 'A paragraph that says who gets a copy.',
    flow: 'text',
    letter: null,
    attributes: {},
  },
  'enclosure-line': {
    label: 'enclosure line',
    says: 'Says that something is enclosed.',
    flow: 'text',
    letter: null,
    attributes: {},
  },
  flag: {
    label: 'flag or tab label',
    says: 'Flag A.',
    flow: 'furniture',
    letter: null,
    attributes: {},
  },
  'minute-number': {
    label: 'minute number',
    says: 'The printed number of a minute.',
    flow: 'text',
    letter: null,
    attributes: {},
  },
  docket: {
    label: 'docket or endorsement',
    says: 'What was written on the paper when it was put away.',
    flow: 'text',
    letter: null,
    attributes: {},
  },
  'typist-reference': {
    label: 'typist’s reference',
    says: 'Initials of writer and typist.',
    flow: 'furniture',
    letter: null,
    attributes: {},
  },
  postscript: {
    label: 'postscript',
    says: 'PS.',
    flow: 'closer',
    letter: null,
    attributes: {},
  },
  catchword: {
    label: 'catchword',
    says: 'The first words of the next page, at the foot of this one.',
    flow: 'furniture',
    letter: 'k',
    attributes: {},
  },
  'page-number': {
    label: 'page number',
    says: 'The number as printed.',
    flow: 'furniture',
    letter: 'n',
    attributes: {},
  },
  'running-head': {
    label: 'running head',
    says: 'A heading repeated on every page.',
    flow: 'furniture',
    letter: null,
    attributes: {},
  },
  'telegram-preamble': {
    label: 'telegram preamble',
    says: 'Precedence, FM, TO, TELNO, date-time group.',
    flow: 'opener',
    letter: null,
    attributes: {
      precedence: { kind: 'choice', label: 'Precedence', values: PRECEDENCES },
      from: { kind: 'text', label: 'From (FM)' },
      to: { kind: 'text', label: 'To' },
      number: { kind: 'text', label: 'Number (TELNO)' },
      dateTime: { kind: 'text', label: 'Date-time group' },
      info: { kind: 'text', label: 'Info (copied to)' },
      deskby: { kind: 'text', label: 'Deskby' },
    },
  },
  'telegram-wire': {
    label: 'telegram wire lines',
    says: 'ZCZC and NNNN, routing, counts of groups: the wire’s own lines, no words of the sender’s.',
    flow: 'furniture',
    letter: null,
    attributes: {},
  },
  'telegram-distribution': {
    label: 'telegram distribution',
    says: 'To whom a telegram was copied.',
    flow: 'closer',
    letter: null,
    attributes: {},
  },
  'received-stamp': {
    label: 'received or date stamp',
    says: 'A stamp with a date.',
    flow: 'furniture',
    letter: 't',
    attributes: {},
  },
  'number-stamp': {
    label: 'letter-and-number stamp',
    says: 'A stamped number.',
    flow: 'furniture',
    letter: null,
    attributes: {},
  },
  'seen-mark': {
    label: 'seen-mark',
    says: 'A mark that says the paper was seen.',
    flow: 'furniture',
    letter: null,
    attributes: {},
  },
  foliation: {
    label: 'archive’s foliation',
    says: 'Modern: the archive’s leaf number.',
    flow: 'archive',
    letter: null,
    attributes: {},
  },
  'reproduction-stamp': {
    label: 'reproduction stamp',
    says: 'Modern: the archive’s stamp on copies.',
    flow: 'archive',
    letter: null,
    attributes: {},
  },
  'release-mark': {
    label: 'release or declassification mark',
    says: 'Modern.',
    flow: 'archive',
    letter: null,
    attributes: {},
  },
} as const satisfies Readonly<Record<string, RoleEntry>>

export type RoleName = keyof typeof ROLES
export const ROLE_NAMES = Object.keys(ROLES) as readonly RoleName[]

/** Whether a value from outside names a role. Null is a role not stated. */
export function isRole(value: unknown): value is RoleName {
  return typeof value === 'string' && Object.hasOwn(ROLES, value)
}
