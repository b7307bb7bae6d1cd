import { isoDate } from '../../vocabulary/iso-date.ts'
import { markReading } from '../../vocabulary/mark-readings.ts'
import type { MarkName } from '../../vocabulary/marks.ts'
import { element, type XmlNode } from '../../xml/node.ts'
import { isTyped } from '../hands.ts'
import { languageTag } from '../language-tag.ts'
import { withheldWords } from '../withhold.ts'
import { cert, evidence, grounds, token, words } from './values.ts'
import type { Span, Writing } from './writing.ts'

type WriteMark = (span: Span, writing: Writing) => readonly XmlNode[]

/**
 * How each annotation leaves, by the Guidelines: `unclear` and what is undetermined PH#PHDA, corrections and emendations CO#COEDCOR, `supplied`
 * PH#PHOM, `add` and `del` PH#PHAD, names ND#NDPER, ND#NDORG, ND#NDPLAC, ND#NDEVENT, titles CO#CONARS, terms CO#CORSTE, `foreign` CO#COHQHF,
 * dates ND#NDDATE, gaps CO#COEDADD, anchors SA#SAAN. A new one in the vocabulary does not compile until it stands here.
 */
export const MARKS_TEI: Readonly<Record<MarkName, WriteMark>> = {
  unclear: ({ annotation: { attrs }, links, children }) => [
    element('unclear', { ...links, reason: token(attrs.reason), cert: cert(attrs), evidence: evidence(attrs) }, [
      ...grounds(attrs, [notToken(attrs.reason)]),
      ...children,
    ]),
  ],
  correction: writeCorrection,
  emendation: ({ annotation: { attrs }, links, segment, children }) => [
    element('choice', {}, [
      element('sic', {}, children),
      element('corr', { ...links, cert: cert(attrs), evidence: evidence(attrs) }, [
        ...(segment === 0 ? grounds(attrs) : []),
        ...(segment === 0 ? text(attrs.corr) : []),
      ]),
    ]),
  ],
  undetermined: ({ annotation: { attrs }, links, segment, children }) => {
    const stands = element('unclear', { ...links, reason: 'undetermined', cert: 'unknown' }, children)
    if (segment > 0 || words(attrs.suggestion) === null)
      return [{ ...stands, children: [...(segment === 0 ? grounds(attrs) : []), ...children] }]
    const perhaps = element('unclear', { reason: 'undetermined', cert: cert(attrs), evidence: evidence(attrs) }, [
      ...grounds(attrs),
      ...text(attrs.suggestion),
    ])
    return [element('choice', {}, [stands, perhaps])]
  },
  supplied: ({ annotation: { attrs }, links, children }) => [
    element('supplied', { ...links, reason: token(attrs.reason), cert: cert(attrs), evidence: evidence(attrs) }, [
      ...grounds(attrs, [notToken(attrs.reason)]),
      ...children,
    ]),
  ],
  add: ({ annotation: { attrs }, links, children }, writing) => [
    element('add', { ...links, ...handOf(attrs.hand, writing), place: token(attrs.place), ...sure(attrs) }, [
      ...grounds(attrs),
      ...children,
    ]),
  ],
  del: ({ annotation: { attrs }, links, children }, writing) => [
    element('del', { ...links, rend: token(attrs.rend), ...handOf(attrs.hand, writing), ...sure(attrs) }, [
      ...grounds(attrs),
      ...children,
    ]),
  ],
  persName: ({ annotation: { attrs }, links, children }, { ids }) => [
    element('persName', { ...links, ref: pointer(attrs.ref, (id) => ids.person(id)), ...sure(attrs) }, [
      ...grounds(attrs),
      ...children,
    ]),
  ],
  orgName: nameAs('orgName'),
  placeName: nameAs('placeName'),
  title: nameAs('title', false),
  event: nameAs('eventName', false),
  term: nameAs('term', false),
  cited: writeCited,
  foreign: ({ annotation: { attrs }, links, children }) => [
    element('foreign', { ...links, 'xml:lang': languageTag(attrs.lang) }, children),
  ],
  withheld: withheldWords,
  date: ({ annotation: { attrs }, links, children }) => [
    element('date', { ...links, ...dates(attrs), ...sure(attrs) }, [
      ...grounds(
        attrs,
        DATES.map((name) => notDate(name, attrs[name])),
      ),
      ...children,
    ]),
  ],
  // its ends are anchors that the note points to, not an element: passages overlap freely
  passage: ({ children }) => children,
}

/** Words that name an entry of the register (ND#NDATTSnr). `holdsEvidence`: the element has `@evidence`; else it is said in words. */
function nameAs(name: string, holdsEvidence = true): WriteMark {
  return ({ annotation: { attrs }, links, children }, { ids }) => [
    element(
      name,
      {
        ...links,
        ref: pointer(attrs.ref, (id) => ids.named(id)),
        cert: cert(attrs),
        evidence: holdsEvidence ? evidence(attrs) : null,
      },
      [...grounds(attrs, [], holdsEvidence), ...children],
    ),
  ]
}

/** Words that name another paper (SA#SAPT): a `ref`, legal wherever words are; what is stated of the paper stands in `@n`, in words. */
function writeCited({ annotation: { attrs }, links, children }: Span, { ids }: Writing): readonly XmlNode[] {
  const said = (lead: string, value: unknown) => (words(value) === null ? null : `${lead}${words(value)}`)
  const facts = [said('no ', attrs.number), said('from ', attrs.from), said('to ', attrs.to), said('of ', attrs.when)]
  const stated = facts.filter((fact) => fact !== null)
  return [
    element(
      'ref',
      {
        ...links,
        type: 'cited',
        subtype: token(attrs.found),
        n: stated.length === 0 ? null : stated.join('; '),
        target: pointer(attrs.ref, (id) => ids.named(id)),
        cert: cert(attrs),
      },
      [...grounds(attrs, [], false), ...children],
    ),
  ]
}

function writeCorrection(span: Span, writing: Writing): readonly XmlNode[] {
  const { annotation, links, segment, handwritten, children } = span
  const { attrs } = annotation
  const mode = writing.options.correction
  if (mode === 'silent' && !handwritten) return children
  const was = segment === 0 ? text(attrs.was) : []
  if (mode === 'apparatus') {
    const lem = element('lem', { cert: cert(attrs) }, [...(segment === 0 ? grounds(attrs, [], false) : []), ...children])
    return [element('app', links, [lem, element('rdg', { wit: '#ocr' }, was)])]
  }
  return [
    element('choice', {}, [
      element('sic', {}, was),
      element('corr', { ...links, type: 'ocr', cert: cert(attrs), evidence: evidence(attrs) }, [
        ...(segment === 0 ? grounds(attrs) : []),
        ...children,
      ]),
    ]),
  ]
}

/** `@hand` of whoever wrote, and nothing where it is not stated. */
export function handOf(hand: unknown, { ids }: Writing): { readonly hand?: string } {
  const to = pointer(hand, (id) => ids.hand(id))
  return to === null ? {} : { hand: to }
}

/** Whether an addition is by a hand that is no typewriter's: a mend inside it is a mend of handwriting. */
export function isHandwriting({ type, attrs }: Span['annotation'], { hands }: Writing): boolean {
  return markReading(type).ownInk && !isTyped(attrs.hand, hands)
}

function pointer(id: unknown, to: (id: string) => string): string | null {
  return typeof id === 'string' ? `#${to(id)}` : null
}

const sure = (attrs: Span['annotation']['attrs']) => ({ cert: cert(attrs), evidence: evidence(attrs) })
const text = (value: unknown) => (typeof value === 'string' && value !== '' ? [value] : [])

function notToken(reason: unknown): string | null {
  return token(reason) === null ? words(reason) : null
}

const DATES = ['when', 'notBefore', 'notAfter'] as const

/** The normal form of a date, as far as it is one (ND#NDDATE). */
export function dates(attrs: Span['annotation']['attrs']): Readonly<Record<string, string | null>> {
  return Object.fromEntries(DATES.map((name) => [name, isoDate(attrs[name])]))
}

function notDate(name: string, value: unknown): string | null {
  return words(value) !== null && isoDate(value) === null ? `${name}: ${value}` : null
}
