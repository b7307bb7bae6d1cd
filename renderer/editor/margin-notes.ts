import type { Node } from 'prosemirror-model'
import type { NodeView, ViewMutationRecord } from 'prosemirror-view'
import { isHeadnote, nameOf } from '../../shared/document/access.ts'
import { isByHand, isFootnote, MARGIN, NOTE_FUNCTIONS, NOTE_PLACES, signOf } from '../../shared/vocabulary/margin.ts'
import { penMarkSign, penMarkWords } from '../../shared/vocabulary/pen-marks.ts'
import { referenceWords } from '../../shared/vocabulary/referent.ts'
import { type HandLook, wear } from './hand-look.ts'
import type { DrawnNote, NoteHost, PageBox, Zone } from './page-box.ts'
import { isBesideLines } from './pen-paths.ts'

/** One object of the margin: note, editor's note or query. It is drawn only while the layer has a place for it (class `on`). */
export class MarginNote implements NodeView, DrawnNote {
  readonly dom = document.createElement('div')
  /** In the flow of its note, which is in none: else the browser takes the end of one note and the start of the next for one place, and composes in both. */
  readonly contentDOM = this.dom.appendChild(document.createElement('div'))
  node: Node
  /** The page beside which it is drawn, and what was last written or read of it. */
  page: PageBox | null = null
  height = 0
  top = Number.NaN

  readonly #layer: NoteHost
  readonly #look: HandLook
  #hand = ''
  /** The pieces of its note with which it is drawn as one. */
  #pieces: readonly DrawnNote[] = []

  constructor(node: Node, layer: NoteHost, look: HandLook) {
    this.node = node
    this.#layer = layer
    this.#look = look
    this.contentDOM.className = 'note-words'
    this.dress()
    layer.addNote(this)
  }

  get id(): string {
    return this.node.attrs.id
  }

  get kind(): string {
    return nameOf(this.node)
  }

  get zone(): Zone {
    const { place } = this.node.attrs
    if (isHeadnote(this.node)) return 'head'
    return place === 'top' ? 'head' : place === 'foot' || place === 'left' ? place : 'right'
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type || node.attrs.id !== this.node.attrs.id) return false
    const before = this.node
    this.node = node
    if (before.attrs !== node.attrs) {
      this.dress()
      this.#layer.noteChanged()
    }
    this.#layer.noteTouched(this)
    return true
  }

  /** Writes label, badge and captions; also called when the hands' register changed. */
  dress(): void {
    const { dom, kind, zone } = this
    const { hand, place, joins, state } = this.node.attrs
    dom.id = `note-${this.id}`
    dom.dataset.id = this.id
    dom.dataset.kind = kind
    const byHand = isByHand(kind)
    this.#hand = wear(dom, this.#hand, byHand ? this.#look.handClass(hand) : '')
    dom.classList.add('margin-note')
    dom.classList.toggle('faded', this.#look.isFaded(byHand ? hand : null))
    dom.classList.toggle('left', zone === 'left')
    dom.setAttribute('role', 'note')
    const placed = place ? NOTE_PLACES[place as keyof typeof NOTE_PLACES] : 'place not known'
    const badge = this.#badge(this.node)
    const before = this.#pieces[this.#pieces.indexOf(this) - 1]
    if (badge === '' || (before && badge === this.#badge(before.node))) delete dom.dataset.badge
    else dom.dataset.badge = badge
    dom.classList.toggle('piece', before !== undefined)
    const hasPlace = kind === 'note' || (kind === 'penmark' && isBesideLines(this.node.attrs.kind))
    if (kind === 'penmark') {
      const where = place || hasPlace ? `, ${placed}` : ''
      dom.setAttribute('aria-label', `${capitalised(penMarkWords(this.node.attrs))}${where}, ${this.#look.handLabel(hand)}`)
    } else if (kind === 'note') {
      dom.setAttribute(
        'aria-label',
        `${isFootnote(kind, this.node.attrs) ? capitalised(`${footnoteWords(this.node.attrs)} of the paper`) : `Note, ${placed}`}, ${this.#look.handLabel(hand)}${joins ? ', continues another piece' : ''}${this.node.attrs.answers ? ', answers another note' : ''}`,
      )
    } else {
      dom.setAttribute(
        'aria-label',
        capitalised(isHeadnote(this.node) ? 'headnote' : MARGIN[kind as 'query'].label) + (state ? `, ${state}` : ''),
      )
    }
    const captions = this.#captions()
    if (captions.length > 0) dom.dataset.caption = captions.join(' · ')
    else delete dom.dataset.caption
  }

  drawWith(pieces: readonly DrawnNote[]): void {
    const same = pieces.length === this.#pieces.length && pieces.every((one, at) => one === this.#pieces[at])
    if (same && pieces.length === 0) return
    this.#pieces = pieces
    this.dress()
  }

  /** What is told of a note in pieces stands below the last of them; that a piece is withheld, below that piece. */
  #captions(): readonly string[] {
    if (this.#pieces.length === 0) return captionsOf(this.node)
    const own = captionsOf(this.node).filter((caption) => caption === WITHHELD)
    if (this.#pieces.at(-1) !== this) return own
    const ofAll = this.#pieces.flatMap(({ node }) => captionsOf(node))
    return [...new Set(ofAll.filter((caption) => caption !== CONTINUES && caption !== WITHHELD)), ...own]
  }

  #badge({ type, attrs: { hand, cert } }: Node): string {
    return isByHand(type.name) ? this.#look.badgeOf(hand) + (cert && cert !== 'high' ? '?' : '') : ''
  }

  // badges, places and letters are written by us, never by the person
  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type === 'attributes'
  }

  destroy(): void {
    this.#layer.removeNote(this)
  }
}

const CONTINUES = '↳ continues'
const WITHHELD = 'withheld from editions'

/** What is told of a note below its words. */
function captionsOf(node: Node): readonly string[] {
  const kind = nameOf(node)
  const { place, joins, answers, function: purpose, state, withheld } = node.attrs
  const placed = place ? NOTE_PLACES[place as keyof typeof NOTE_PLACES] : null
  const hasPlace = kind === 'note' || (kind === 'penmark' && isBesideLines(node.attrs.kind))
  const footnote = isFootnote(kind, node.attrs)
  const captions = [
    footnote ? footnoteWords(node.attrs) : null,
    kind === 'penmark' ? `${penMarkSign(node.attrs)} ${penMarkWords(node.attrs)}` : null,
    kind === 'note' && joins ? CONTINUES : null,
    kind === 'note' && answers ? '↩ answers' : null,
    hasPlace && !place ? 'place not known' : null,
    place && place !== 'left' && place !== 'right' && !(footnote && place === 'foot') ? placed : null,
    purpose ? NOTE_FUNCTIONS[purpose as keyof typeof NOTE_FUNCTIONS] : null,
    isHeadnote(node) ? 'headnote' : null,
    state === 'resolved' ? 'resolved' : null,
    withheld ? WITHHELD : null,
  ]
  return captions.filter((caption) => caption !== null)
}

/** A footnote of the paper by its own sign. */
const footnoteWords = (attrs: Node['attrs']) => referenceWords({ kind: 'footnote', sign: signOf(attrs) })

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
