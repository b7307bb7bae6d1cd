import type { MarginObject } from '../../model/transcript.ts'
import { chainFootnotes } from '../../schema/note-letters.ts'
import { signOf } from '../../vocabulary/margin.ts'
import { referenceWords } from '../../vocabulary/referent.ts'
import { element, type XmlElement } from '../../xml/node.ts'
import { isTyped } from '../hands.ts'
import { lineOfPieces } from '../inline.ts'
import { paragraphsOf } from '../paragraphs.ts'
import type { Placement } from '../placement.ts'
import { withDivisions } from '../with-divisions.ts'
import { noteFacts } from './facts.ts'
import { setLine } from './line.ts'
import { badge, inkOf } from './marks.ts'
import { bdi, classes, el, group, out } from './node.ts'
import { drawInNote } from './notes.ts'
import type { Footnote, Setting } from './setting.ts'

/** The footnotes of the paper, by the ids of all their pieces, in reading order. */
export function footnotesIn({ order }: Placement): ReadonlyMap<string, Footnote> {
  const chains = chainFootnotes(order)
  return new Map(
    chains.flatMap((pieces, at) =>
      pieces.map((piece, part) => [piece.id, { number: at + 1, sign: signOf(pieces[0]!.attrs), pieces, isHead: part === 0 }]),
    ),
  )
}

/** The footnotes of one paper, each whole, in their order: typed text of the paper, under their own signs. */
export function paperFootnotes(paper: string, setting: Setting): readonly XmlElement[] {
  const own = [...setting.footnotes.values()].filter(
    ({ isHead, pieces }) => isHead && setting.placement.paperOf.get(pieces[0]!.id) === paper,
  )
  if (own.length === 0) return []
  const title = el(`h${setting.level}`, 'sign', ['Footnotes of the paper'])
  const isTypedOne = own.some(({ pieces }) => isTyped(pieces[0]!.attrs.hand, setting.hands))
  const items = own.map((footnote) => setFootnote(footnote, setting))
  return [group('section', classes('footnotes', isTypedOne ? null : out('typed')), [title, group('ol', 'notes', items)])]
}

function setFootnote({ number, sign, pieces }: Footnote, setting: Setting): XmlElement {
  const { hand } = pieces[0]!.attrs
  const typed = isTyped(hand, setting.hands)
  const inNote: Setting = { ...setting, draw: (one) => drawInNote(one, inNote, false) }
  const line = withDivisions(lineOfPieces(pieces, setting.placement, setting.readings), setting.judge)
  const paragraphs = paragraphsOf(line).map((own) => el('p', null, setLine(own, !typed, inNote), { dir: 'auto' }))
  const saysSign = sign === null || wordsOf(pieces).startsWith(sign)
  const back = element(
    'a',
    { href: `#fr-${number}`, 'aria-label': `back to ${referenceWords({ kind: 'footnote', sign })} in the text` },
    ['↑'],
  )
  return el(
    'li',
    classes(typed ? null : out('typed'), inkOf(hand, setting)),
    [
      el('span', classes('letter sign', out('typed')), [back]),
      ...(saysSign ? [] : [el('span', 'sign', [bdi(sign), ' '])]),
      ...badge(hand, setting, `sign ${out('typed')}`),
      el('div', 'words', paragraphs),
      ...factsOf(pieces[0]!, setting),
    ],
    { id: `fn-${number}` },
  )
}

function wordsOf(pieces: readonly MarginObject[]): string {
  return pieces
    .flatMap(({ content }) => content.map((run) => (run.type === 'text' ? run.text : '')))
    .join('')
    .trimStart()
}

/** What is stated of a footnote besides its words: that it stands at the foot goes without saying. */
function factsOf({ attrs }: MarginObject, { transcript: { people } }: Setting): readonly XmlElement[] {
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id
  const place = attrs.place === null || attrs.place === 'foot' ? 'said' : attrs.place
  const facts = noteFacts({ ...attrs, place }, nameOf).filter((fact) => fact !== 'said')
  return facts.length === 0 ? [] : [el('span', classes('facts sign', out('typed')), [bdi(facts.join(' · '))])]
}

/** Whether words call a footnote by the sign that stands in the text: one without such a call is called by a sign of ours. */
export function calledFootnotes({ pages }: Setting['transcript']): ReadonlySet<string> {
  const marks = pages.flatMap(({ content }) =>
    content.flatMap((child) => (child.type === 'block' ? Object.values(child.annotations) : [])),
  )
  return new Set(marks.flatMap(({ type, attrs }) => (type === 'passage' && typeof attrs.note === 'string' ? [attrs.note] : [])))
}
