import { DOMSerializer, type Mark, type Node } from 'prosemirror-model'
import type {
  EditorView,
  MarkView,
  MarkViewConstructor,
  NodeView,
  NodeViewConstructor,
  ViewMutationRecord,
} from 'prosemirror-view'
import { isBlock, isDivision, isPage } from '../../shared/document/access.ts'
import { paperOf } from '../../shared/schema/papers.ts'
import { MARGIN_NAMES } from '../../shared/vocabulary/margin.ts'
import { PAGE_STATES, type PageState, standsIn } from '../../shared/vocabulary/page.ts'
import { paperInWords } from '../../shared/vocabulary/paper.ts'
import { isRole, ROLES } from '../../shared/vocabulary/roles.ts'
import { drawInParts, partView } from './draw-in-parts.ts'
import { type HandLook, wear } from './hand-look.ts'
import type { MarginLayer } from './margin-layer.ts'
import { MarginNote } from './margin-notes.ts'
import type { PageBox } from './page-box.ts'
import { heightOf } from './page-parts.ts'
import { ReferenceView } from './reference-labels.ts'

// what we write on the elements of a view (labels, places, letters) is no edit of the person's
const ignoreAttributes = (mutation: ViewMutationRecord) => mutation.type === 'attributes'

/** Above and below the text of a page, in em. */
const PADDING = 4.5

/** The views of everything that the layer draws or labels. */
export function nodeViews(layer: MarginLayer, look: HandLook): Record<string, NodeViewConstructor> {
  return {
    body: () => group('body', 'Text'),
    margin: () => group('margin', 'Marginal notes'),
    page: (node, view, getPos) => new PageView(node, view, getPos, layer),
    block: (node) => new BlockView(node, layer, look),
    division: (node) => new DivisionView(node),
    ref: (node) => new ReferenceView(node, layer.references),
    ...Object.fromEntries(MARGIN_NAMES.map((name) => [name, (node: Node) => new MarginNote(node, layer, look)])),
  }
}

/** The views of marks that show a hand, or that the layer writes on. */
export function markViews(layer: MarginLayer, look: HandLook): Record<string, MarkViewConstructor> {
  return {
    part: (mark) => partView(mark.attrs.height, layer),
    passage: (mark) => markView(mark),
    add: (mark) => handMark(mark, layer, look),
    del: (mark) => handMark(mark, layer, look),
  }
}

function group(className: string, label: string): NodeView {
  const dom = document.createElement('div')
  dom.className = className
  dom.setAttribute('role', 'group')
  dom.setAttribute('aria-label', label)
  return { dom, contentDOM: dom, ignoreMutation: ignoreAttributes }
}

class PageView implements NodeView {
  readonly dom = document.createElement('section')
  readonly contentDOM = this.dom
  readonly ignoreMutation = ignoreAttributes
  readonly #box: PageBox
  readonly #layer: MarginLayer

  constructor(node: Node, view: EditorView, getPos: () => number | undefined, layer: MarginLayer) {
    this.dom.className = 'page'
    this.dom.setAttribute('role', 'group')
    // an estimate until the browser has laid the page out once; never written again, a style write a key would cost
    this.dom.style.containIntrinsicBlockSize = `auto ${(heightOf(node.children) + PADDING).toFixed(2)}em`
    drawInParts(this.dom)
    this.#layer = layer
    this.#box = layer.addPage(this.dom, node, () => {
      const pos = getPos()
      return pos === undefined ? 0 : view.state.doc.resolve(pos).index(1) + 1
    })
    this.label()
  }

  update(node: Node): boolean {
    if (!isPage(node) || node.attrs.id !== this.#box.node.attrs.id) return false
    const before = this.#box.node
    this.#box.node = node
    if (before.attrs !== node.attrs) this.label()
    this.#layer.pageTouched(this.#box)
    return true
  }

  label(): void {
    const { printed, folio, image, state, turn } = this.#box.node.attrs
    const known = standsIn(state) ? PAGE_STATES[state as PageState] : null
    this.dom.toggleAttribute('data-stands-in', known !== null)
    const parts = [
      printed === null ? null : `numbered ${printed}`,
      folio === null ? null : `folio ${folio}`,
      image === null ? null : `image ${image}`,
      known ?? state,
      turn === null ? null : 'turn not decided',
    ]
    this.dom.dataset.facts = parts.filter((part) => part && part !== 'present').join(' · ')
  }

  destroy(): void {
    this.#layer.removePage(this.#box)
  }
}

/** What of a block is written on its element besides its role, each in an attribute; null: not at all. */
interface Worn {
  readonly 'data-id': string | null
  readonly 'data-continues': string | null
  readonly 'data-hand-badge': string | null
  /** By hand or not is said in words too, not only drawn. */
  readonly 'aria-description': string | null
}

const BARE: Worn = { 'data-id': null, 'data-continues': null, 'data-hand-badge': null, 'aria-description': null }
const WORN = Object.keys(BARE) as readonly (keyof Worn)[]

class BlockView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly ignoreMutation = ignoreAttributes
  readonly #look: HandLook
  #node: Node
  #role: string | null
  #worn = BARE
  #hand = ''
  #faded = false

  constructor(node: Node, layer: MarginLayer, look: HandLook) {
    this.#node = node
    this.#look = look
    this.#role = node.attrs.role
    // thousands of blocks are drawn at once, most of them alike: to copy one is quicker than to write each
    this.dom = blockOf(this.#role).cloneNode() as HTMLElement
    this.contentDOM = this.dom
    layer.dressers.set(this.dom, () => this.dress())
    this.dress()
  }

  update(node: Node): boolean {
    if (!isBlock(node)) return false
    const before = this.#node
    this.#node = node
    if (before.attrs !== node.attrs) this.dress()
    return true
  }

  /** Writes only what differs from what was written before. */
  dress(): void {
    const { dom } = this
    const { id, role, hand, continues } = this.#node.attrs
    if (role !== this.#role) putRole(dom, role)
    this.#role = role
    const handwriting = this.#look.isHandwriting(hand)
    const wanted: Worn = {
      'data-id': id,
      'data-continues': continues ? '' : null,
      'data-hand-badge': handwriting ? this.#look.badgeOf(hand) : null,
      'aria-description': handwriting ? `in handwriting: ${this.#look.handLabel(hand)}` : null,
    }
    for (const name of WORN) {
      const value = wanted[name]
      if (value === this.#worn[name]) continue
      if (value === null) dom.removeAttribute(name)
      else dom.setAttribute(name, value)
    }
    this.#worn = wanted
    this.#hand = wear(dom, this.#hand, handwriting ? this.#look.handClass(hand) : '')
    const faded = this.#look.isFaded(hand)
    if (faded !== this.#faded) dom.classList.toggle('faded', faded)
    this.#faded = faded
  }
}

const blocks = new Map<string | null, HTMLElement>()

/** An element of a block that has this role and nothing else. */
function blockOf(role: string | null): HTMLElement {
  const known = blocks.get(role)
  if (known) return known
  const dom = document.createElement('div')
  dom.className = 'block'
  putRole(dom, role)
  blocks.set(role, dom)
  return dom
}

function putRole(dom: HTMLElement, role: string | null): void {
  const { label, flow } = isRole(role) ? ROLES[role] : { label: 'role?', flow: 'text' }
  dom.dataset.role = role ?? ''
  dom.dataset.flow = flow
  dom.dataset.roleLabel = label
}

/** Where a second or later paper begins: a line over the sheet that says what is stated of it. */
class DivisionView implements NodeView {
  readonly dom = document.createElement('hr')
  readonly ignoreMutation = ignoreAttributes

  constructor(node: Node) {
    this.dom.className = 'division'
    this.label(node)
  }

  update(node: Node): boolean {
    if (!isDivision(node)) return false
    this.label(node)
    return true
  }

  private label(node: Node): void {
    const words = `New paper: ${paperInWords(paperOf(node))}`
    this.dom.dataset.division = node.attrs.id
    this.dom.dataset.says = words
    this.dom.setAttribute('aria-label', words)
  }
}

function markView(mark: Mark): MarkView & { dom: HTMLElement } {
  const { dom, contentDOM } = DOMSerializer.renderSpec(document, mark.type.spec.toDOM!(mark, true))
  return { dom: dom as HTMLElement, contentDOM: contentDOM!, ignoreMutation: ignoreAttributes }
}

function handMark(mark: Mark, layer: MarginLayer, look: HandLook): MarkView {
  const view = markView(mark)
  const { hand } = mark.attrs
  if (!hand) return view
  let had = ''
  const dress = () => {
    had = wear(view.dom, had, look.handClass(hand))
    view.dom.dataset.handBadge = look.badgeOf(hand)
    view.dom.classList.toggle('faded', look.isFaded(hand))
  }
  dress()
  layer.dressers.set(view.dom, dress)
  return view
}
