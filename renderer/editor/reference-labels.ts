import type { Node } from 'prosemirror-model'
import type { NodeView } from 'prosemirror-view'
import { referentsIn } from '../../shared/state/referents.ts'
import { referenceWords } from '../../shared/vocabulary/referent.ts'

/** A reference in a note of ours. Its words are what it leads to is called now: they are written here, and are no text of the note. */
export class ReferenceView implements NodeView {
  readonly dom = document.createElement('span')
  readonly to: string | null
  readonly #labels: ReferenceLabels

  constructor(node: Node, labels: ReferenceLabels) {
    this.to = node.attrs.to
    this.dom.className = 'a-ref'
    this.#labels = labels
    labels.add(this)
  }

  ignoreMutation(): boolean {
    return true
  }

  destroy(): void {
    this.#labels.remove(this)
  }
}

/** Writes what the references in sight are called, whenever the text changed. Nothing is looked up where there are none. */
export class ReferenceLabels {
  readonly #drawn = new Set<ReferenceView>()
  readonly #doc: () => Node | null
  #frame = 0

  constructor(doc: () => Node | null) {
    this.#doc = doc
  }

  add(view: ReferenceView): void {
    this.#drawn.add(view)
    this.soon()
  }

  remove(view: ReferenceView): void {
    this.#drawn.delete(view)
  }

  /** To be called after every change of the text. */
  soon(): void {
    if (this.#drawn.size === 0 || this.#frame !== 0) return
    this.#frame = requestAnimationFrame(() => this.write())
  }

  /** Writes them now: to be called where notes come into sight. */
  write(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    const doc = this.#doc()
    if (!doc || this.#drawn.size === 0) return
    const find = referentsIn(doc)
    for (const { dom, to } of this.#drawn) {
      // those of a note that is not displayed wait until it is
      if (dom.closest('.margin-note:not(.on)')) continue
      const referent = find(to)
      const words = referenceWords(referent)
      if (dom.textContent !== words) dom.textContent = words
      dom.classList.toggle('gone', referent === null)
    }
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
  }
}
