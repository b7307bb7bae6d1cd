import type { MarginObject } from '../../model/transcript.ts'
import { isFootnote, type MarginName, signOf } from '../../vocabulary/margin.ts'
import { element, type XmlElement, type XmlNode } from '../../xml/node.ts'
import { writeLine } from './line.ts'
import { dates, handOf } from './marks.ts'
import { cert, grounds, token, words } from './values.ts'
import type { Writing } from './writing.ts'

type WriteObject = (object: MarginObject, writing: Writing) => readonly XmlElement[]

/** How each object of the margin leaves. A new one in the vocabulary does not compile until it stands here. */
export const MARGIN_TEI: Readonly<Record<MarginName, WriteObject>> = {
  note: writeNote,
  editornote: (object, writing) => {
    const number = writing.numbers.get(object.id)
    return [
      element(
        'note',
        {
          type: number === undefined ? 'headnote' : 'editorial',
          subtype: token(object.attrs.kind),
          n: number === undefined ? null : String(number),
          ...whereAbout(object, writing),
        },
        content(object, writing),
      ),
    ]
  },
  penmark: writePenMark,
  query: (object, writing) => [
    element('note', { type: 'query', subtype: token(object.attrs.state), ...whereAbout(object, writing) }, [
      ...(words(object.attrs.assigned) === null ? [] : [element('label', {}, [`For ${object.attrs.assigned}: `])]),
      ...content(object, writing),
    ]),
  ],
}

/** Places as TEI's readers know them; the list is open (att.placement). */
const PLACES: Readonly<Record<string, string>> = {
  left: 'margin left',
  right: 'margin right',
  top: 'top',
  foot: 'bottom',
  interlinear: 'interlinear',
  overleaf: 'overleaf',
  sideways: 'sideways',
}

/**
 * Marginal handwriting (CO#CONONO). Hand, place, function and passage are attributes, each only where it is stated; certainty of hand and
 * of reading are `certainty` elements (CE#CECECE); writer's authority, recipient and dates are empty elements before the words.
 */
function writeNote(object: MarginObject, writing: Writing): readonly XmlElement[] {
  const { attrs } = object
  const { losses, next, shown, ids } = writing
  const prev = exported(attrs.joins, writing)
  const follows = next.get(object.id)
  const answers = exported(attrs.answers, writing)
  if (Array.isArray(attrs.evidence) && attrs.evidence.length > 0)
    losses.add('A note cites words of the machine transcript as evidence; the citation stays in the transcript file.')
  if (words(attrs.joins) !== null && (prev === null || next.get(String(attrs.joins)) !== object.id))
    losses.add('A piece of a note goes on from something that TEI cannot link it to.')
  if (words(attrs.answers) !== null && answers === null) losses.add('A note answers something that is not in this edition.')
  const place = words(attrs.place)
  const person = (type: string, id: unknown) =>
    typeof id === 'string' ? [element('persName', { type, ref: `#${ids.person(id)}` })] : []
  return [
    element(
      'note',
      {
        ...kindOf(object),
        ...handOf(attrs.hand, writing),
        place: place === null ? null : (PLACES[place] ?? token(place)),
        ...whereAbout(object, writing),
        corresp: answers === null ? null : `#${ids.object(answers)}`,
        prev: prev === null ? null : `#${ids.object(prev)}`,
        next: follows === undefined || !shown.has(follows) ? null : `#${ids.object(follows)}`,
      },
      [
        ...certainties(object),
        ...person('authority', attrs.authority),
        ...person('recipient', attrs.to),
        ...noteDate(object, writing),
        ...content(object, writing),
      ],
    ),
  ]
}

/** A footnote of the paper (CO#CONONO) has the paper's own number, without the signs around it. */
function kindOf({ type, attrs }: MarginObject) {
  const first = token(attrs.function)
  if (!isFootnote(type, attrs)) return { type: first ?? 'marginal', subtype: token(attrs.function2) }
  const number =
    signOf(attrs)
      ?.normalize('NFKC')
      .replace(/^[[(]+|[\])]+$/gu, '') ?? null
  return { type: 'footnote', subtype: first ?? token(attrs.function2), n: number === '' ? null : number }
}

/**
 * A pen mark (PH#PH-meta): `metamark` has no `@hand`, so it stands in a note of type `mark`. What it is drawn at is the note's target.
 * Nothing is said of what it means: that is the editor's interpretation.
 */
function writePenMark(object: MarginObject, writing: Writing): readonly XmlElement[] {
  const { attrs } = object
  const kind = token(attrs.kind)
  const count = typeof attrs.count === 'string' ? attrs.count : null
  const place = words(attrs.place)
  return [
    element(
      'note',
      {
        type: 'mark',
        ...handOf(attrs.hand, writing),
        place: place === null ? null : (PLACES[place] ?? token(place)),
        ...whereAbout(object, writing),
      },
      [
        ...certainties(object),
        element('metamark', {
          function: 'mark',
          rend:
            [kind, count === null || count === '1' ? null : `times-${count}`].filter((part) => part !== null).join(' ') || null,
        }),
        ...content(object, writing),
      ],
    ),
  ]
}

function certainties({ attrs }: MarginObject): readonly XmlElement[] {
  const basis = grounds(attrs, [], false).flatMap((node) => node.children)
  const reading = cert({ cert: attrs.readingCert })
  return [
    ...(cert(attrs) === null && basis.length === 0
      ? []
      : [element('certainty', { match: '@hand', locus: 'value', cert: cert(attrs) }, basis)]),
    ...(reading === null ? [] : [element('certainty', { match: '.', locus: 'value', cert: reading })]),
  ]
}

/** `note` has no `@when`: an empty `date` holds when it was written, `@n` the date in the writer's own words. */
function noteDate({ attrs }: MarginObject, { losses }: Writing): readonly XmlElement[] {
  const own = dates(attrs)
  for (const name of ['notBefore', 'notAfter'])
    if (words(attrs[name]) !== null && own[name] === null)
      losses.add('A limit of a note’s date is not in a form that TEI takes (year, month or day as 1982-03-15).')
  const asWritten = words(attrs.date)
  if (asWritten === null && Object.values(own).every((value) => value === null)) return []
  return [element('date', { type: 'note', n: asWritten, ...own })]
}

/** Id, and what the object is about: words between two anchors, or a whole paper. Nothing where nobody said so. */
function whereAbout({ id, type, attrs }: MarginObject, { placement, ids, papers, losses }: Writing) {
  if (placement.lost.has(id)) losses.add('A note has lost its anchor; it stands at the head of its page.')
  const passages = placement.passages.get(id) ?? []
  const paper = placement.paperOf.get(id)
  const isWhole = attrs.passage === 'paper' || (type !== 'note' && papers.has(String(attrs.paper)))
  const own = { 'xml:id': ids.object(id) }
  if (passages.length > 0) {
    const side = (end: 'from' | 'to') => passages.map(({ annotation }) => `#${ids.bound(annotation, end)}`).join(' ')
    return { ...own, target: side('from'), targetEnd: side('to') }
  }
  if (isWhole && paper !== undefined && papers.has(paper)) return { ...own, target: `#${ids.object(paper)}` }
  if (attrs.passage === 'words') losses.add('A note is about words that nobody marked.')
  return own
}

function exported(id: unknown, { shown }: Writing): string | null {
  return typeof id === 'string' && shown.get(id)?.type === 'note' ? id : null
}

function content({ id }: MarginObject, writing: Writing): readonly XmlNode[] {
  const paragraphs = (writing.lines.get(id) ?? []).map((line) => writeLine(line, writing))
  return paragraphs.length > 1 ? paragraphs.map((words) => element('p', {}, words)) : paragraphs.flat()
}
