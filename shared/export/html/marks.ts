import { COLOURS, layerOf } from '../../model/hand.ts'
import type { Annotation } from '../../model/transcript.ts'
import { MARKS, type MarkName } from '../../vocabulary/marks.ts'
import { element, type XmlElement, type XmlNode } from '../../xml/node.ts'
import { languageTag } from '../language-tag.ts'
import { isOut } from '../typed-only.ts'
import { withheldWords } from '../withhold.ts'
import { sureness } from './facts.ts'
import { bdi, classes, el, out } from './node.ts'
import { wayToFootnote } from './reference.ts'
import type { Setting } from './setting.ts'

export interface HtmlSpan {
  readonly annotation: Annotation
  /** Only the first element of an annotation tells the other reading; only the last closes it. */
  readonly isFirst: boolean
  readonly isLast: boolean
  /** A mend of handwriting shows in every state. */
  readonly handwritten: boolean
  readonly children: readonly XmlNode[]
}

type SetMark = (span: HtmlSpan, setting: Setting) => readonly XmlNode[]

/** How each annotation is set. A new one in the vocabulary does not compile until it stands here. */
export const MARKS_HTML: Readonly<Record<MarkName, SetMark>> = {
  unclear: (span) => [own(span, [on(span), ...(span.isLast ? [sign('[?]', out('typed'))] : [])])],
  correction: (span) => {
    const { attrs } = span.annotation
    const states = span.handwritten ? out('typed') : out('typed', 'reading')
    return [own(span, [on(span), ...told(span, 'the machine read', attrs.was, attrs, states)])]
  },
  emendation: (span) => {
    const { attrs } = span.annotation
    const corr = typeof attrs.corr === 'string' && span.isFirst ? attrs.corr : ''
    return [
      own(span, [
        el('span', classes('sic', out('reading')), span.children),
        ...(corr === '' ? [] : [el('span', classes('corr', out('typed', 'annotated')), [bdi(corr)])]),
        ...told(span, 'read', attrs.corr, attrs, out('typed', 'reading')),
      ]),
    ]
  },
  undetermined: (span) => {
    const { attrs } = span.annotation
    const lead = text(attrs.suggestion) === '' ? 'undetermined' : 'undetermined: perhaps'
    return [own(span, [on(span), ...told(span, lead, attrs.suggestion, attrs, out('typed', 'reading'))])]
  },
  supplied: (span) => [own(span, [...(span.isFirst ? [sign('[')] : []), ...span.children, ...(span.isLast ? [sign(']')] : [])])],
  add: (span, setting) => {
    const { hand } = span.annotation.attrs
    return [el('ins', classes('add', out('typed'), inkOf(hand, setting)), [...span.children, ...badgeAfter(span, hand, setting)])]
  },
  del: (span, setting) => {
    const { hand } = span.annotation.attrs
    const states = isOut(span.annotation, setting.hands) ? out('typed', 'reading') : out('reading')
    return [el('del', classes('del', states, inkOf(hand, setting)), [...span.children, ...badgeAfter(span, hand, setting)])]
  },
  withheld: withheldWords,
  persName: (span) => [own(span, span.children)],
  orgName: (span) => [own(span, span.children)],
  placeName: (span) => [own(span, span.children)],
  title: (span) => [el('cite', 'work', span.children)],
  event: (span) => [own(span, span.children)],
  term: (span, setting) => [glossed(span, setting)],
  cited: (span) => [own(span, span.children)],
  foreign: (span) => {
    const lang = languageTag(span.annotation.attrs.lang)
    return [element('i', { class: 'foreign', lang }, span.children)]
  },
  date: (span) => [own(span, span.children)],
  passage: (span, setting) => {
    const note = setting.shown.get(String(span.annotation.attrs.note))
    const way = wayToFootnote(span.annotation.attrs.note, span.children, setting)
    if (way) return [way]
    return [el('span', classes('passage', note ? inkOf(note.attrs.hand, setting) : null), span.children)]
  },
}

function own({ annotation: { type } }: HtmlSpan, children: readonly XmlNode[]): XmlElement {
  return el('span', MARKS[type as MarkName].className, children)
}

/** A term, with its expansion from the register for whoever asks. */
function glossed({ annotation, children }: HtmlSpan, { transcript }: Setting): XmlElement {
  const entry = transcript.names.find(({ id }) => id === annotation.attrs.ref)
  return entry?.says == null ? el('span', 'term', children) : element('abbr', { class: 'term', title: entry.says }, children)
}

/** The words themselves, apart from what we say of them. */
const on = ({ children }: HtmlSpan) => el('span', 'on', children)

/** Signs of ours in the line: never words of the paper. */
function sign(words: string, states = ''): XmlElement {
  return el('span', classes('sign', states), [words])
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Another reading, in brackets after the words. */
function told(
  { isFirst }: HtmlSpan,
  lead: string,
  reading: unknown,
  attrs: Annotation['attrs'],
  states: string,
): readonly XmlElement[] {
  if (!isFirst) return []
  const words = text(reading)
  const quoted: readonly XmlNode[] =
    words === '' ? (lead.startsWith('undetermined') ? [] : [' nothing']) : [' “', bdi(words), '”']
  const more = sureness(attrs).flatMap((part): readonly XmlNode[] => ['; ', bdi(part)])
  return [el('span', classes('sign', 'told', states), [' [', lead, ...quoted, ...more, ']'])]
}

/** The classes of a hand's ink, and of its typeface where one is stated: handwriting and stamps have them, the typewriter has none. */
export function inkOf(hand: unknown, { hands, colours }: Setting): string | null {
  const known = hands.get(typeof hand === 'string' ? hand : '')
  if (!known) return null
  const layer = layerOf(known)
  if (layer === 'typed' || layer === 'printed') return null
  const colour = colours.get(known.id) ?? (known.colour ? INKS.indexOf(known.colour) : freeInk(colours))
  colours.set(known.id, colour)
  return classes('ink', `ink-${colour}`, known.typeface ? `face-${known.typeface}` : null)!
}

const INKS = Object.keys(COLOURS)

/** The first ink that no other hand has, or any where all are taken. */
function freeInk(colours: ReadonlyMap<string, number>): number {
  const taken = new Set(colours.values())
  const free = INKS.findIndex((_, at) => !taken.has(at))
  return free >= 0 ? free : colours.size % INKS.length
}

/** The letters that tell a hand without its colour. */
export function badge(hand: unknown, { hands }: Setting, states = ''): readonly XmlElement[] {
  const known = hands.get(typeof hand === 'string' ? hand : '')
  if (!known || inkless(known.medium)) return []
  const letters = known.badge === '' ? known.name : known.badge
  return [element('span', { class: classes('badge', states), title: known.name }, [bdi(letters)])]
}

const inkless = (medium: string) => medium === 'typewriter' || medium === 'print'

function badgeAfter({ isLast }: HtmlSpan, hand: unknown, setting: Setting): readonly XmlElement[] {
  return isLast ? badge(hand, setting, `sign ${out('typed', 'reading')}`) : []
}
