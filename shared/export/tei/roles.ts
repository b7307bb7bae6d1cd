import type { RoleName } from '../../vocabulary/roles.ts'

/** How a block of a role leaves as TEI. */
export type RoleTei =
  /** Furniture of the page, legal anywhere (PH#PHSK); `stamp` as phrase within (MS#msphrase). */
  | { readonly as: 'fw'; readonly type: string; readonly subtype?: string; readonly stamp?: string }
  /** A line of `opener` or `closer` (DS#DSOC); `seg` names what lies inside. */
  | { readonly as: 'part'; readonly element: 'dateline' | 'salute' | 'signed' | 'seg'; readonly seg?: string }
  /** Lines of one `address` in `opener` or `closer` (CO#CONAAD). */
  | { readonly as: 'address' }
  /** `head` where a division begins (DS#DSHD), `label` elsewhere. */
  | { readonly as: 'head' }
  /** Text: `p`, `item` in a `list`, `quote`, a block that is none of these, a label. */
  | { readonly as: 'p' | 'item' | 'quote' | 'label' }
  | { readonly as: 'ab'; readonly type: string }
  /** `postscript`, after the closer (DS#DSAE). */
  | { readonly as: 'postscript' }
  /** A note of the paper's own, legal anywhere. */
  | { readonly as: 'note'; readonly type: string }

/** A new role in the vocabulary does not compile until it stands here. */
export const ROLES_TEI: Readonly<Record<RoleName, RoleTei>> = {
  letterhead: { as: 'fw', type: 'letterhead' },
  'form-text': { as: 'fw', type: 'form' },
  marking: { as: 'fw', type: 'classification' },
  'our-reference': { as: 'part', element: 'seg', seg: 'our-reference' },
  'your-reference': { as: 'part', element: 'seg', seg: 'your-reference' },
  'registry-reference': { as: 'fw', type: 'registry' },
  'registry-folio': { as: 'fw', type: 'folio' },
  'date-time': { as: 'part', element: 'dateline' },
  dateline: { as: 'part', element: 'dateline' },
  addressee: { as: 'address' },
  address: { as: 'address' },
  salutation: { as: 'part', element: 'salute' },
  heading: { as: 'head' },
  paragraph: { as: 'p' },
  item: { as: 'item' },
  quotation: { as: 'quote' },
  caption: { as: 'ab', type: 'caption' },
  close: { as: 'part', element: 'salute' },
  signature: { as: 'part', element: 'signed' },
  office: { as: 'part', element: 'signed', seg: 'office' },
  copies: { as: 'ab', type: 'copies' },
  'copies-paragraph': { as: 'ab', type: 'copies-paragraph' },
  'enclosure-line': { as: 'ab', type: 'enclosure' },
  flag: { as: 'fw', type: 'flag' },
  'minute-number': { as: 'label' },
  docket: { as: 'ab', type: 'docket' },
  'typist-reference': { as: 'fw', type: 'typist' },
  postscript: { as: 'postscript' },
  catchword: { as: 'fw', type: 'catch' },
  'page-number': { as: 'fw', type: 'pageNum' },
  'running-head': { as: 'fw', type: 'header' },
  'telegram-preamble': { as: 'part', element: 'seg', seg: 'preamble' },
  'telegram-wire': { as: 'fw', type: 'wire' },
  'telegram-distribution': { as: 'note', type: 'distribution' },
  'received-stamp': { as: 'fw', type: 'stamp', stamp: 'date' },
  'number-stamp': { as: 'fw', type: 'stamp', stamp: 'number' },
  'seen-mark': { as: 'fw', type: 'seen' },
  foliation: { as: 'fw', type: 'archive', subtype: 'foliation' },
  'reproduction-stamp': { as: 'fw', type: 'archive', subtype: 'reproduction-stamp' },
  'release-mark': { as: 'fw', type: 'archive', subtype: 'release-mark' },
}
