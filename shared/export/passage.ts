import type { Annotation, MarginObject, Transcript } from '../model/transcript.ts'
import { isByHand, isFootnote, signOf } from '../vocabulary/margin.ts'
import type { MarkName } from '../vocabulary/marks.ts'
import { penMarkWords } from '../vocabulary/pen-marks.ts'
import { referenceWords } from '../vocabulary/referent.ts'
import { element, type XmlElement, type XmlNode } from '../xml/node.ts'
import { type DivisionJudge, divisionJudge } from './divided-words.ts'
import { type Hands, handsOf } from './hands.ts'
import { gapText, noteFacts } from './html/facts.ts'
import { calledFootnotes } from './html/footnotes.ts'
import { writeHtml } from './html/writer.ts'
import { type EditionLine, type Inline, lineOf, lineOfObject, lineOfPieces } from './inline.ts'
import { type Placement, placementOf } from './placement.ts'
import { type Around, MARKS_PLAIN } from './plain-marks.ts'
import { papersOf } from './reading-order.ts'
import { type References, referencesOf } from './references.ts'
import { withDivisions } from './with-divisions.ts'
import { withhold } from './withhold.ts'

/** Words for another program: the same twice, as plain text and as bare HTML. */
export interface CopiedPassage {
  readonly text: string
  readonly html: string
  /** How many footnotes it has. */
  readonly notes: number
}

/**
 * The selected words, then everything that stands beside them as numbered footnotes (handwriting with its place, hand and certainty told in
 * words), then the citation. `part` is the transcript with the selected words alone. What is withheld is a gap here as in every edition.
 */
export function passageWithNotes(whole: Transcript, part: Transcript, citation: string): CopiedPassage {
  const open = withhold(whole).transcript
  const { transcript } = withhold(part)
  const shown = ({ type }: MarginObject) => type !== 'query'
  const copy = new Copy(transcript, placementOf(transcript, shown), references(open, shown), divisionJudge(open))
  const blocks = transcript.pages.flatMap((page) => page.content.flatMap((child) => (child.type === 'block' ? [child] : [])))
  const paragraphs = blocks.map((block) =>
    copy.bits(
      withDivisions(
        lineOf([block], copy.placement, () => []),
        copy.judge,
      ),
    ),
  )
  const notes = copy.footnotes()
  // where the paper has numbers of its own, ours say that they are
  const lead = copy.own.length === 0 ? '' : 'n. '
  const lines = [
    ...paragraphs.map((bits) => copy.said(bits)),
    ...copy.own.map((bits) => copy.said(bits)),
    ...notes.map((bits, at) => [{ number: at + 1 }, ' ', ...copy.said(bits)]),
    [citation],
  ]
  return {
    text: lines.map((line) => plain(line, lead)).join('\n\n'),
    html: asHtml(lines, lead),
    notes: copy.own.length + notes.length,
  }
}

/** The words of a note with what is stated of them in brackets, as they may leave: what is withheld is a gap. Null where there is no such note. */
export function noteInWords(whole: Transcript, id: string): string | null {
  const { transcript } = withhold(whole)
  const shown = () => true
  return new Copy(transcript, placementOf(transcript, shown), references(transcript, shown), divisionJudge(whole)).noteInWords(id)
}

function references(transcript: Transcript, shown: (object: MarginObject) => boolean): References {
  return referencesOf(transcript, papersOf(transcript).papers, placementOf(transcript, shown))
}

/** Words, the number of a footnote, or a reference that is not put into words yet. */
type Bit = string | { readonly number: number } | { readonly to: unknown }
type Said = string | { readonly number: number }

/** The footnotes of one passage, numbered as they are met. */
class Copy {
  readonly placement: Placement
  readonly judge: DivisionJudge
  readonly #transcript: Transcript
  readonly #references: References
  readonly #hands: Hands
  readonly #objects: ReadonlyMap<string, MarginObject>
  readonly #called: ReadonlySet<string>
  /** First pieces of the footnotes of the paper that were met. */
  readonly #own = new Set<string>()
  /** The numbers, by the first piece of a note. */
  readonly #numbers = new Map<string, number>()

  constructor(transcript: Transcript, placement: Placement, references: References, judge: DivisionJudge) {
    this.placement = placement
    this.judge = judge
    this.#transcript = transcript
    this.#references = references
    this.#hands = handsOf(transcript)
    this.#called = calledFootnotes(transcript)
    this.#objects = new Map(transcript.pages.flatMap((page) => page.margin.map((object) => [object.id, object] as const)))
  }

  /** A line as words and numbers: what is stated of the words stands in brackets beside them. */
  bits({ items, annotations }: EditionLine): readonly Bit[] {
    const last = new Map(items.flatMap((item, at) => item.in.map((id) => [id, at] as const)))
    const met = new Set<string>()
    return items.flatMap((item, at): readonly Bit[] => {
      const own = item.in.flatMap((id) => (annotations[id] ? [[id, annotations[id]] as const] : []))
      const begins = own.filter(([id]) => !met.has(id))
      for (const [id] of begins) met.add(id)
      const ends = own.filter(([id]) => last.get(id) === at).reverse()
      return [
        ...begins.map(([, one]) => this.#around(one).before),
        ...this.#bit(item, items[at - 1]),
        ...ends.map(([, one]) => this.#around(one).after),
      ]
    })
  }

  /** The footnotes of the paper that were met, in their order. */
  get own(): readonly (readonly Bit[])[] {
    return [...this.#own].map((head) => this.#footnote(head))
  }

  /** Every footnote: those met in the text first, then those met in footnotes. */
  footnotes(): readonly (readonly Bit[])[] {
    const notes: (readonly Bit[])[] = []
    for (let at = 0; at < this.#numbers.size; at++) notes.push(this.#footnote([...this.#numbers.keys()][at]!))
    return notes
  }

  /** The references put into words, once every footnote has its number: one that leads to another note never tells a number from elsewhere. */
  said(bits: readonly Bit[]): readonly Said[] {
    return bits.map((bit) => {
      if (typeof bit === 'string' || 'number' in bit) return bit
      const found = this.#references.find(bit.to)
      const number = found && this.#numbers.get(this.#headOf(found.id))
      if (number) return `n. ${number}`
      return found && this.#objects.has(found.id) ? 'a note that is not given here' : referenceWords(found?.referent ?? null)
    })
  }

  #bit(item: Inline, before: Inline | undefined): readonly Bit[] {
    switch (item.kind) {
      case 'text':
        return [item.text]
      case 'lb':
        return item.division !== undefined || (before?.kind === 'text' && /\s$/.test(before.text)) ? [] : [' ']
      case 'gap':
        return [gapText(item.attrs)]
      case 'object':
        return this.#call(item.object)
      case 'again':
        return [{ number: this.#number(item.call.object.id) }]
      case 'ref':
        return [{ to: item.to }]
      default:
        return []
    }
  }

  /** A footnote of the paper is called by the paper's own sign, which stands in the text; without one, by words of ours. */
  #call({ id, type, attrs }: MarginObject): readonly Bit[] {
    if (!isFootnote(type, attrs)) return [{ number: this.#number(id) }]
    const head = this.#headOf(id)
    const isNew = !this.#own.has(head)
    this.#own.add(head)
    return isNew && !this.#called.has(head) ? [` [${referenceWords({ kind: 'footnote', sign: signOf(attrs) })}]`] : []
  }

  #number(id: string): number {
    const head = this.#headOf(id)
    const number = this.#numbers.get(head) ?? this.#numbers.size + 1
    this.#numbers.set(head, number)
    return number
  }

  #headOf(id: string): string {
    const before = this.#objects.get(id)?.attrs.joins
    return typeof before === 'string' && this.#objects.has(before) ? this.#headOf(before) : id
  }

  #footnote(head: string): readonly Bit[] {
    const words = this.#words(head)
    return [`[${this.#lead(this.#objects.get(head)!)}]`, ...(words.length > 0 ? [' ', ...words] : [])]
  }

  /** What a note says in all its pieces. */
  #words(head: string): readonly Bit[] {
    const pieces = [this.#objects.get(head)!]
    for (let next = this.#next(head); next; next = this.#next(next.id)) pieces.push(next)
    if (isFootnote(pieces[0]!.type, pieces[0]!.attrs))
      return this.bits(
        withDivisions(
          lineOfPieces(pieces, this.placement, () => []),
          this.judge,
        ),
      )
    const said = pieces
      .map((piece) => this.bits(withDivisions(lineOfObject(piece, this.placement, []), this.judge)))
      .filter((bits) => bits.length > 0)
    return said.flatMap((bits, at): readonly Bit[] => (at === 0 ? bits : [' ‖ ', ...bits]))
  }

  /** The same in one line, without the numbers of what stands on it; null where there is no such note. */
  noteInWords(id: string): string | null {
    if (!this.#objects.has(id)) return null
    return plain(this.said(this.#words(this.#headOf(id))).filter((bit) => typeof bit === 'string')).trim()
  }

  #next(id: string): MarginObject | undefined {
    return [...this.#objects.values()].find((object) => object.attrs.joins === id)
  }

  /** What a footnote is, in words: “note in the left margin, Margaret Thatcher, hand probable”. */
  #lead({ type, attrs }: MarginObject): string {
    if (!isByHand(type)) return 'editor’s note'
    if (isFootnote(type, attrs)) return `${referenceWords({ kind: 'footnote', sign: signOf(attrs) })} of the paper`
    const kind = type === 'penmark' ? penMarkWords(attrs) : 'note'
    const hand = typeof attrs.hand === 'string' ? this.#hands.get(attrs.hand)?.name : undefined
    const nameOf = (id: string) => this.#transcript.people.find((person) => person.id === id)?.name ?? id
    // the place is said before
    const facts = noteFacts({ ...attrs, place: 'said' }, nameOf).filter((fact) => fact !== 'said')
    // a pen mark stands at the words themselves
    const where = WHERE[String(attrs.place)] ?? (type === 'penmark' ? null : '(place not known)')
    return [where === null ? kind : `${kind} ${where}`, hand ?? 'hand not stated', ...facts].join(', ')
  }

  #nameOf(hand: unknown): string {
    return (typeof hand === 'string' ? this.#hands.get(hand)?.name : undefined) ?? 'a hand not stated'
  }

  #around({ type, attrs }: Annotation): Around {
    return MARKS_PLAIN[type as MarkName](attrs, (hand) => this.#nameOf(hand))
  }
}

const WHERE: Readonly<Record<string, string>> = {
  left: 'in the left margin',
  right: 'in the right margin',
  top: 'at the top',
  foot: 'at the foot',
  interlinear: 'between the lines',
  overleaf: 'overleaf',
  sideways: 'written sideways',
}

const plain = (line: readonly Said[], lead = '') =>
  line.map((one) => (typeof one === 'string' ? one : `[${lead}${one.number}]`)).join('')

function asHtml(lines: readonly (readonly Said[])[], lead: string): string {
  const paragraphs = lines.map(
    (line): XmlElement =>
      element(
        'p',
        { dir: 'auto' },
        line.map((one): XmlNode => (typeof one === 'string' ? one : element('sup', {}, [`${lead}${one.number}`]))),
      ),
  )
  const head = element('head', {}, [element('meta', { charset: 'utf-8' })])
  return writeHtml(element('html', {}, [head, element('body', {}, paragraphs)])).text
}
