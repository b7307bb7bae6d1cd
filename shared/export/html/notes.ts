import type { MarginObject } from '../../model/transcript.ts'
import type { MarginName } from '../../vocabulary/margin.ts'
import { penMarkSign, penMarkWords } from '../../vocabulary/pen-marks.ts'
import { referenceWords } from '../../vocabulary/referent.ts'
import { element, type XmlElement, type XmlNode } from '../../xml/node.ts'
import { isTyped } from '../hands.ts'
import { lineOfObject } from '../inline.ts'
import { paragraphsOf } from '../paragraphs.ts'
import { placeOf } from '../placement.ts'
import { withDivisions } from '../with-divisions.ts'
import { noteFacts } from './facts.ts'
import { setLine } from './line.ts'
import { badge, inkOf } from './marks.ts'
import { bdi, classes, el, group, out } from './node.ts'
import { addressName, addressOf, callOf, callOfFootnote, ourNumber } from './reference.ts'
import type { Setting } from './setting.ts'

type Draw = (object: MarginObject, setting: Setting, apart: boolean) => readonly XmlElement[]

/** How each object of the margin is drawn at its anchor. A new one in the vocabulary does not compile until it stands here. */
const MARGIN_HTML: Readonly<Record<MarginName, Draw>> = {
  // a note in pieces is one note: it is called and drawn at its first
  note: (note, setting, apart) =>
    setting.footnotes.has(note.id)
      ? callOfFootnote(note.id, setting)
      : setting.letters.get(note.id)?.piece === 1
        ? [keyOf(note, setting), ...(apart ? [] : [marginNote(note, setting)])]
        : placeOfPiece(note, setting),
  editornote: ({ id }, setting) => (setting.numbers.has(id) ? [callOf(id, 1, setting)] : []),
  penmark: (mark, setting) => [drawPenMark(mark, setting)],
  query: (object, setting) => [
    el(
      'span',
      classes('query sign', out('typed', 'reading')),
      [' [query: ', inText(object, setting), ']'],
      addressOf(object.id, setting),
    ),
  ],
}

/** What stands at the anchor of an object, and the object itself beside the line unless it is drawn `apart`. */
export function drawObject(object: MarginObject, setting: Setting, apart: boolean): readonly XmlElement[] {
  const own = MARGIN_HTML[object.type as MarginName](object, setting, apart)
  return [...own, ...writtenOn(object, setting).flatMap((note) => drawObject(note, setting, apart))]
}

/** Notes by hands that stand on this one: they are drawn after it, for it is drawn twice, beside the line and folded. */
function writtenOn(host: MarginObject, { placement }: Setting): readonly MarginObject[] {
  const objects = host.content.flatMap((_run, at) => placement.after.get(placeOf(host.id, at)) ?? [])
  return objects.filter(({ type }) => type === 'note')
}

/** What stands on the words of a note, as a sign there: never with an address, for the words are drawn twice. */
export const drawInNote: Draw = (object, setting) => {
  const footnote = setting.footnotes.get(object.id)
  if (footnote) return [el('sup', 'key sign', [referenceWords({ kind: 'footnote', sign: footnote.sign })])]
  const letter = setting.letters.get(object.id)?.letter
  if (letter !== undefined) return [el('sup', 'key sign', [letter])]
  return object.type === 'editornote'
    ? [callOf(object.id, 0, setting)]
    : MARGIN_HTML[object.type as MarginName](object, setting, false)
}

/** The notes among the objects, drawn beside the line where they stand: for headings, which must not hold them. */
export function drawApart(objects: readonly MarginObject[], setting: Setting): readonly XmlElement[] {
  return objects
    .filter(({ type }) => type === 'note')
    .flatMap((note) => [
      ...(setting.letters.get(note.id)?.piece === 1 ? [marginNote(note, setting)] : []),
      ...drawApart(writtenOn(note, setting), setting),
    ])
}

/** The letter of a note at its anchor: plain where the note stands beside it, a link where notes are folded. */
function keyOf({ id }: MarginObject, setting: Setting): XmlElement {
  const { letter, piece } = setting.letters.get(id)!
  const link = element(
    'a',
    { class: 'folded', href: `#note-${letter}`, id: `ref-${letter}-${piece}`, 'aria-label': `note ${letter}` },
    [letter],
  )
  return el('sup', classes('key sign', out('typed')), [el('span', 'beside', [letter]), link], {
    'data-note': id,
    ...addressOf(id, setting),
  })
}

function marginNote(note: MarginObject, setting: Setting): XmlElement {
  const { letter } = setting.letters.get(note.id)!
  return element(
    'span',
    {
      class: classes('note beside sign', out('typed', 'reading'), inkOf(note.attrs.hand, setting)),
      role: 'note',
      'aria-label': `note ${letter}`,
      'data-note': note.id,
    },
    [el('span', 'letter', [letter]), ...piecesInWords(note, setting, inText), ...factsOf(note, setting)],
  )
}

function factsOf(note: MarginObject, setting: Setting): readonly XmlElement[] {
  const { people } = setting.transcript
  const facts = noteFacts(note.attrs, (id) => people.find((person) => person.id === id)?.name ?? id)
  const before = setting.shown.get(String(note.attrs.joins))
  const same = before !== undefined && noteFacts(before.attrs, String).join() === noteFacts(note.attrs, String).join()
  const answered = setting.letters.get(String(note.attrs.answers))
  const words = [...(answered ? [`answers note ${answered.letter}`] : []), ...(same ? ['goes on; as before'] : facts)]
  return [
    el(
      'span',
      'facts',
      words.flatMap((fact, at): XmlNode[] => (at === 0 ? [bdi(fact)] : [' · ', bdi(fact)])),
    ),
  ]
}

/** The place of a later piece of a note, where a reference leads to it. */
function placeOfPiece({ id }: MarginObject, setting: Setting): readonly XmlElement[] {
  const address = addressOf(id, setting)
  return address.id === undefined ? [] : [el('span', null, [], address)]
}

/** A note with all its pieces, under its hand. */
function piecesInWords(
  head: MarginObject,
  setting: Setting,
  inWords: (piece: MarginObject, setting: Setting) => XmlElement,
): readonly XmlNode[] {
  const { letter } = setting.letters.get(head.id)!
  return piecesOf(letter, setting).flatMap((piece, at): readonly XmlNode[] => [
    ...(at === 0 ? badge(piece.attrs.hand, setting) : [el('span', 'sign', [' ‖ '])]),
    inWords(piece, setting),
  ])
}

const chains = new WeakMap<Setting['letters'], ReadonlyMap<string, readonly MarginObject[]>>()

function piecesOf(letter: string, { letters, shown }: Setting): readonly MarginObject[] {
  let known = chains.get(letters)
  if (!known) {
    const found = new Map<string, MarginObject[]>()
    for (const note of shown.values()) {
      const own = letters.get(note.id)?.letter
      if (own === undefined) continue
      const pieces = found.get(own)
      if (pieces) pieces.push(note)
      else found.set(own, [note])
    }
    for (const pieces of found.values()) pieces.sort((a, b) => letters.get(a.id)!.piece - letters.get(b.id)!.piece)
    known = found
    chains.set(letters, known)
  }
  return known.get(letter) ?? []
}

/** The words of a note beside a line: within the paragraph that it is drawn in, its own are lines. */
function inText(object: MarginObject, setting: Setting): XmlElement {
  const [first, ...more] = paragraphsIn(object, setting)
  if (more.length === 0) return el('bdi', 'words', first)
  const all = [first!, ...more].map((words) => el('span', 'para', words))
  return el('bdi', 'words', all)
}

/** The words of a note in a list of them. */
function inList(object: MarginObject, setting: Setting): XmlElement {
  const [first, ...more] = paragraphsIn(object, setting)
  if (more.length === 0) return el('bdi', 'words', first)
  const all = [first!, ...more].map((words) => el('p', null, words, { dir: 'auto' }))
  return el('div', 'words', all)
}

function paragraphsIn(object: MarginObject, setting: Setting): readonly (readonly XmlNode[])[] {
  const isOurs = object.type !== 'note'
  const line = withDivisions(lineOfObject(object, setting.placement, setting.readings(object)), setting.judge)
  const inNote: Setting = { ...setting, draw: (one) => drawInNote(one, inNote, false) }
  return paragraphsOf(line).map((own) => setLine(own, !isOurs && !isTyped(object.attrs.hand, setting.hands), inNote))
}

/** A pen mark at the place where it was drawn: a sign, with its name in words, and the letters of its hand. */
function drawPenMark({ id, attrs }: MarginObject, setting: Setting): XmlElement {
  const sign = element('span', { role: 'img', 'aria-label': penMarkWords(attrs), class: 'pen' }, [penMarkSign(attrs)])
  const words = [sign, ...badge(attrs.hand, setting)]
  return el('span', classes('penmark sign', out('typed', 'reading'), inkOf(attrs.hand, setting)), words, addressOf(id, setting))
}

/** The notes of one paper in full, each whole with its pieces: for narrow windows, paper and the reading text. */
export function foldedNotes(notes: readonly MarginObject[], setting: Setting, title: XmlElement): readonly XmlElement[] {
  const heads = notes.filter(({ id }) => setting.letters.get(id)?.piece === 1)
  if (heads.length === 0) return []
  const items = heads.map((head) => {
    const { letter } = setting.letters.get(head.id)!
    const back = element('a', { href: `#ref-${letter}-1`, 'aria-label': `back to note ${letter} in the text` }, [letter])
    return el(
      'li',
      inkOf(head.attrs.hand, setting),
      [el('span', 'letter', [back]), ...piecesInWords(head, setting, inList), ...factsOf(head, setting)],
      { id: `note-${letter}` },
    )
  })
  return [group('section', classes('fold', out('typed')), [title, group('ol', 'notes', items)])]
}

/** The editor's notes of the whole file, numbered, each with the way back. */
export function editorNotes(setting: Setting): readonly XmlElement[] {
  if (setting.numbers.size === 0) return []
  const items = [...setting.numbers].map(([id, number]) => {
    const object = setting.shown.get(id)!
    const back = element(
      'a',
      { href: backTo(id, number, setting), 'aria-label': `back to editor’s note ${number} in the text` },
      [ourNumber(number, setting)],
    )
    const words = [inList(object, setting), ...backToOthers(id, number, setting)]
    return el('li', null, [el('span', 'letter', [back]), ...words], { id: `en-${number}` })
  })
  return [
    group('section', classes('editor-notes', out('typed')), [el('h2', null, ['Editor’s notes']), group('ol', 'notes', items)]),
  ]
}

/** Where an editor's note is called: in the text, or in a note that stands there. */
function backTo(id: string, number: number, { placement }: Setting): string {
  let host = id
  while (placement.hosts.has(host)) host = placement.hosts.get(host)!
  return host === id ? `#er-${number}` : `#${addressName(host)}`
}

/** The ways back to the second and later places that call a note. */
function backToOthers(id: string, number: number, { placement }: Setting): readonly XmlNode[] {
  const others = Array.from({ length: (placement.calls.get(id) ?? 1) - 1 }, (_, at) => at + 2)
  return others.flatMap((call) => [
    ' ',
    element(
      'a',
      { href: `#er-${number}-${call}`, 'aria-label': `back to place ${call} of editor’s note ${number} in the text` },
      [`↑${call}`],
    ),
  ])
}

/** Headnotes of a paper. */
export function headnotes(objects: readonly MarginObject[], setting: Setting): readonly XmlElement[] {
  return objects
    .filter(({ id, type }) => type === 'editornote' && !setting.numbers.has(id))
    .map((object) =>
      el('div', classes('headnote', out('typed')), [inList(object, setting)], {
        role: 'note',
        'aria-label': 'headnote',
        ...addressOf(object.id, setting),
      }),
    )
}
