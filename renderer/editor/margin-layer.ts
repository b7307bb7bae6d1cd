import type { Node } from 'prosemirror-model'
import { firstPaperOf } from '../../shared/document/access.ts'
import { pageBeside } from '../../shared/document/anchor-index.ts'
import { isByHand } from '../../shared/vocabulary/margin.ts'
import { chooseNotes } from './choose-notes.ts'
import { CrowdCounts } from './crowd-counts.ts'
import { anchorInText, noteAt } from './find-anchor.ts'
import { FreshPages } from './fresh-pages.ts'
import { endsOf, Hairline } from './hairline.ts'
import type { HandLook } from './hand-look.ts'
import { listenOnSheet } from './listen-on-sheet.ts'
import { layOut, NearParts } from './near-parts.ts'
import { NoteNumbers } from './note-numbers.ts'
import { type DrawnNote, type MarginSide, type NoteHost, PART, type PageBox, pageBox, withoutNote } from './page-box.ts'
import { PenStrokes, strokesOf } from './pen-strokes.ts'
import { placeNotes } from './place-notes.ts'
import { ReferenceLabels } from './reference-labels.ts'
import { SheetWidth } from './sheet-width.ts'
import { lookAt, type Sight } from './sight.ts'
import { dressAnchors, labelPage, numberNotes } from './signs.ts'
import { StandingNotes } from './standing-notes.ts'

/**
 * Draws the notes beside their lines. They stand in one container after the text; those whose page the browser lays out are placed
 * absolutely, all others are not displayed. Signals only mark pages dirty; one flush reads all rects together, then writes. Nothing here
 * walks the document, and no rect of a skipped page is ever read (`build/decisions/0001-document-shape.md`).
 */
export class MarginLayer implements NoteHost {
  readonly stack: HTMLElement
  readonly hairline: Hairline
  readonly references = new ReferenceLabels(() => this.#doc?.() ?? null)
  /** How to write the hand of an element of the text anew. */
  readonly dressers = new WeakMap<Element, () => void>()
  readonly #look: HandLook
  readonly #notes = new Map<string, DrawnNote>()
  readonly #pages = new Map<HTMLElement, PageBox>()
  readonly #standing = new StandingNotes()
  readonly #near = new Set<PageBox>()
  readonly #parts = new NearParts()
  readonly #dirty = new Set<PageBox>()
  readonly #sizes: ResizeObserver
  readonly #counts: CrowdCounts
  readonly #strokes: PenStrokes
  readonly #stop = new AbortController()
  readonly #fresh = new FreshPages((dom) => this.#seen(dom, true))
  readonly #width = new SheetWidth()
  #dom: HTMLElement | null = null
  #moved = false
  #sight: Sight | null = null
  /** Pages were added or taken away: the ordinals of those in sight are read again. */
  #relabel = false
  #frame = 0
  /** A note that holds the caret while its page is out of sight: it stays displayed, or typing would go nowhere. */
  #held: DrawnNote | null = null
  #doc: (() => Node) | null = null
  readonly #numbers = new NoteNumbers()

  constructor(stack: HTMLElement, look: HandLook) {
    this.stack = stack
    this.#look = look
    this.#counts = new CrowdCounts((page, side) => this.#toggleCrowd(page, side))
    this.#strokes = new PenStrokes(look)
    this.hairline = new Hairline(stack, (id) => endsOf(this.#notes.get(id), this.#counts))
    this.#sizes = new ResizeObserver((entries) => this.#resized(entries))
  }

  /** Begins to listen on the editor's root. Called once, after the view was made. */
  attach(dom: HTMLElement, doc: () => Node): void {
    this.#dom = dom
    this.#doc = doc
    listenOnSheet(dom, this.#stop.signal, {
      seen: (page, near) => this.#seen(page, near),
      lettersCame: () => this.#allDirty(),
      point: (id) => this.hairline.point(id),
    })
    // under the text: a role that is shown covers what stands beside it
    this.stack.prepend(this.#strokes.dom)
    this.stack.append(this.#width.dom, this.#counts.dom)
    for (const one of [this.#width.dom, dom]) this.#sizes.observe(one)
    this.#width.fold(dom)
  }

  destroy(): void {
    this.#stop.abort()
    this.#sizes.disconnect()
    this.#fresh.destroy()
    cancelAnimationFrame(this.#frame)
    for (const one of [this.hairline, this.references, this.#counts, this.#strokes]) one.destroy()
  }

  addPage(dom: HTMLElement, node: Node, ordinal: () => number): PageBox {
    this.#pagesChanged()
    const page = pageBox(dom, node, ordinal)
    this.#pages.set(dom, page)
    if (this.#dom) this.#fresh.ask(dom)
    return page
  }

  /** A part of a long page. */
  addPart(dom: HTMLElement): void {
    if (this.#dom) this.#fresh.ask(dom)
  }

  removePart(dom: HTMLElement): void {
    this.#fresh.leave(dom)
  }

  /** The page's text changed: its notes may have to move. */
  pageTouched(page: PageBox): void {
    if (page.near) this.#soon(page)
  }

  removePage(page: PageBox): void {
    this.#setNear(page, false)
    this.#fresh.leave(page.dom)
    this.#pagesChanged()
    this.#pages.delete(page.dom)
    this.#dirty.delete(page)
  }

  addNote(note: DrawnNote): void {
    this.#notes.set(note.id, note)
    if (!isByHand(note.kind)) this.#numbers.count += 1
    // its anchor may stand on any page in sight; a note is new only now and then
    this.noteChanged()
  }

  noteTouched(note: DrawnNote): void {
    if (note.page) this.#soon(note.page)
  }

  noteChanged(): void {
    this.#width.notesChanged()
    for (const page of this.#near) this.#soon(page)
  }

  removeNote(note: DrawnNote): void {
    if (!isByHand(note.kind)) this.#numbers.count -= 1
    if (this.#notes.get(note.id) === note) this.#notes.delete(note.id)
    this.#width.notesChanged()
    this.#sizes.unobserve(note.dom)
    if (this.#held === note) this.#held = null
    if (note.page) this.#soon(withoutNote(note.page, note))
  }

  /** Writes badges and colours again, after the register of hands changed. */
  refreshHands(): void {
    for (const note of this.#notes.values()) note.dress()
    for (const element of this.#dom?.querySelectorAll('.block, .m-add, .m-del') ?? []) this.dressers.get(element)?.()
    this.#allDirty()
  }

  /**
   * Displays a note that is out of sight (its page is brought near first) and gives back its element; null where it has no anchor. Asks the whole
   * text where that is: for jumps, never for keystrokes.
   */
  reveal(id: string): HTMLElement | null {
    const note = this.#notes.get(id)
    if (!note) return null
    if (note.page?.near && this.#held !== note) {
      this.#bringOut(note)
      return note.dom
    }
    const beside = this.#doc && pageBeside(this.#doc(), id)
    const box = [...this.#pages.values()].find(({ node }) => node.attrs.id === beside)
    if (!box) return null
    // a page that the browser still skips is laid out at once; it goes back to `auto` when it is in sight
    const anchor = this.anchorOf(id)
    const skipped = [box.dom, anchor?.closest<HTMLElement>(`.${PART}`)].filter((one) => one !== null && one !== undefined)
    const leave = layOut(skipped)
    ;(anchor ?? box.dom).scrollIntoView({ block: 'center' })
    for (const dom of skipped) this.#seen(dom, true)
    this.flush()
    this.#bringOut(note)
    leave()
    return note.dom
  }

  /** The first element of a note's anchor in the text, or null. */
  anchorOf(id: string): HTMLElement | null {
    return this.#dom && anchorInText(this.#dom, id)
  }

  /** Shows the crowded notes beside the page that an element of the text is in, or folds them again. False where there is no crowd. */
  toggleCrowds(inside: Element): boolean {
    const page = this.#pages.get(inside.closest<HTMLElement>('.page')!) ?? this.#notes.get(noteAt(inside) ?? '')?.page
    const sides = new Set(page?.crowds.map((crowd) => crowd.side))
    if (!page || sides.size === 0) return false
    const show = page.crowds.some((crowd) => !crowd.open)
    for (const side of sides) if (page.open.has(side) !== show) this.#toggleCrowd(page, side)
    return true
  }

  /** Tells where the caret is: the hairline of the note that it is in, or whose passage it is in, is drawn. One that it is in is never folded away. */
  caretIn(id: string | null, within: boolean): void {
    const note = within && id !== null ? this.#notes.get(id) : undefined
    if (note) this.#bringOut(note)
    this.hairline.focus(id)
    if (this.#held && this.#held.id !== id) {
      const held = this.#held
      this.#held = null
      if (!held.page?.near) this.#hide(held)
    }
  }

  #toggleCrowd(page: PageBox, side: MarginSide): void {
    if (!page.open.delete(side)) page.open.add(side)
    this.#soon(page)
    this.flush()
  }

  #bringOut({ id, page }: DrawnNote): void {
    const crowd = page?.crowds.find(({ open, notes }) => !open && notes.some((one) => one.note.id === id))
    if (page && crowd) this.#toggleCrowd(page, crowd.side)
  }

  /** A page, or a part of a long one, is laid out now, or skipped. */
  #seen(dom: HTMLElement, near: boolean): void {
    const page = this.#pages.get(dom)
    if (page) this.#setNear(page, near)
    if (!this.#parts.turn(dom, near)) return
    const whole = this.#pages.get(dom.closest<HTMLElement>('.page')!)
    if (whole?.near) this.#soon(whole)
  }

  #setNear(page: PageBox, near: boolean): void {
    if (page.near === near) return
    page.near = near
    if (near) {
      this.#near.add(page)
      labelPage(page)
      this.#sizes.observe(page.dom)
      this.#soon(page)
      return
    }
    this.#near.delete(page)
    this.#sizes.unobserve(page.dom)
    for (const { note } of page.placed) if (note.page === page) this.#hide(note)
    page.placed = []
    if (page.crowds.length > 0 || page.strokes.length > 0) this.#nextFrame()
    page.strokes = []
    page.crowds = []
  }

  #hide(note: DrawnNote): void {
    const focus = document.getSelection()?.focusNode ?? null
    if (note.dom.contains(focus) && document.activeElement === this.#dom) {
      this.#held = note
      return
    }
    note.dom.classList.remove('on')
    note.page = null
    this.#sizes.unobserve(note.dom)
  }

  #allDirty(): void {
    for (const page of this.#near) this.#soon(page)
  }

  #soon(page: PageBox): void {
    this.#dirty.add(page)
    this.#nextFrame()
  }

  #pagesChanged(): void {
    this.#relabel = true
    if (this.#near.size > 0) this.#nextFrame()
  }

  #nextFrame(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.flush())
  }

  // after layout and before paint: what is put right here is never seen wrong
  #resized(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, contentRect } of entries) {
      const page = this.#pages.get(target as HTMLElement)
      if (page) {
        if (page.width !== contentRect.width) this.#dirty.add(page)
        else if (page.height !== contentRect.height) this.#moved = true
        page.width = contentRect.width
        page.height = contentRect.height
      } else if (target === this.#dom || target === this.#width.dom) {
        this.#moved = true
        if (this.#width.changed(this.#dom!)) for (const near of this.#near) this.#dirty.add(near)
      } else {
        const note = this.#notes.get((target as HTMLElement).dataset.id ?? '')
        if (note?.page && note.height !== note.dom.offsetHeight) this.#dirty.add(note.page)
      }
    }
    if (this.#dirty.size > 0 || this.#moved) this.flush()
  }

  /** Places the notes of all dirty pages now. Needed only by who must measure at once. */
  flush(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    if (!this.#dom || !this.#doc) return
    if (this.#relabel) for (const page of this.#near) labelPage(page)
    this.#relabel = false
    const doc = this.#doc()
    const [movedOn, renumbered] = [this.#standing.renew(doc), this.#numbers.renew(doc)]
    if (this.#width.share(this.stack, this.#notes.values()) || movedOn || renumbered)
      for (const page of this.#near) this.#dirty.add(page)
    const dirty = [...this.#dirty].filter((page) => page.near)
    this.#dirty.clear()
    const firstPaper = firstPaperOf(doc)
    for (const page of dirty) this.#choose(page, firstPaper)
    // a page may have given a note away to an earlier one
    for (const page of this.#dirty) if (page.near && !dirty.includes(page)) dirty.push(page)
    this.#dirty.clear()
    const near = this.#moved || dirty.length > 0 ? [...this.#near] : dirty
    const { em, folded } = this.#width
    if (this.#moved) this.#sight?.hold()
    if (dirty.length > 0 && !this.#sight?.stands()) this.#sight = lookAt(this.#dom, near)
    placeNotes({ dom: this.#dom, em, folded, sight: this.#sight }, dirty, near, this.#moved)
    this.#strokes.draw(this.#near, em, folded)
    this.#moved = false
    this.#counts.draw(this.#near)
    this.hairline.draw()
    if (dirty.length > 0) this.references.write()
  }

  /** Which notes stand beside a page, in the order of their anchors. Writes only classes and attributes. */
  #choose(page: PageBox, firstPaper: string | null): void {
    const { placed, anchors, near, taken } = chooseNotes(page, {
      notes: this.#notes,
      standing: this.#standing,
      firstPaper,
      isNear: (element: Element) => this.#parts.isNear(element),
      folded: this.#width.folded,
    })
    for (const note of taken) this.#dirty.add(withoutNote(note.page!, note))
    dressAnchors(anchors, this.#notes, this.#look)
    for (const { note } of page.placed) if (note.page === page && placed.every((one) => one.note !== note)) this.#hide(note)
    for (const { note, zone, pieces } of placed) {
      note.drawWith(pieces)
      note.dom.classList.toggle('across', zone === 'head' || zone === 'foot')
      if (note.page !== page || !note.dom.classList.contains('on')) {
        note.page = page
        note.dom.classList.add('on')
        this.#sizes.observe(note.dom)
      }
      if (this.#held === note) this.#held = null
    }
    page.placed = placed
    page.strokes = strokesOf(page.dom, near, this.#notes)
    numberNotes(page, { placed, anchors, notes: this.#notes, numbers: this.#numbers, folded: this.#width.folded })
  }
}
