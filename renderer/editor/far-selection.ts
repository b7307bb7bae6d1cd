import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { PART } from './page-box.ts'

/** A selection of more units is not laid out where it is out of sight. */
const MOST = 40_000
const SELECTED = 'selected-far'
/** A page, or a part of one, that is in sight or holds an end of the selection. */
const SHOWN = 'shown'

/** What we need of ProseMirror's description of the root; not in its types, and its version is pinned. */
interface Root {
  setSelection(anchor: number, head: number, ...rest: readonly unknown[]): void
}

/**
 * A browser lays out all that is selected, near or far: in a long paper selecting everything, and undoing a cut of it, held up the window for
 * half a second. While very much is selected, pages and parts of pages are laid out only where they come into sight, and at both its ends.
 */
export function farSelection(): Plugin {
  return new Plugin({
    view(view) {
      const shown = new FarSelection(view)
      shown.update()
      return shown
    },
  })
}

class FarSelection {
  readonly #view: EditorView
  readonly #seen = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) target.classList.toggle(SHOWN, isIntersecting || this.#ends.has(target))
    },
    { rootMargin: '100%' },
  )
  #root: Root | null = null
  #ends: ReadonlySet<Element> = new Set()
  #isFar = false

  constructor(view: EditorView) {
    this.#view = view
  }

  update(): void {
    const { dom, state } = this.#view
    this.#guard()
    const { from, to } = state.selection
    const isFar = dom.classList.contains(SELECTED)
    if (!isFar && !this.#isFar) return
    this.#seen.disconnect()
    this.#isFar = isFar
    if (!isFar) {
      for (const element of dom.querySelectorAll(`.${SHOWN}`)) element.classList.remove(SHOWN)
      return
    }
    this.#ends = new Set([from, to].flatMap((at) => this.#around(at)))
    for (const element of this.#ends) element.classList.add(SHOWN)
    for (const element of dom.querySelectorAll(`.page, .${PART}`)) this.#seen.observe(element)
  }

  /** Told in time: as soon as the browser is given the selection, it lays out what lies in it and may be. */
  #guard(): void {
    const { dom, docView: root } = this.#view as unknown as { readonly dom: HTMLElement; readonly docView: Root }
    if (this.#root === root) return
    this.#root = root
    const { setSelection } = root
    root.setSelection = (anchor, head, ...rest) => {
      dom.classList.toggle(SELECTED, Math.abs(head - anchor) > MOST)
      setSelection.call(root, anchor, head, ...rest)
    }
  }

  #around(at: number): readonly Element[] {
    const { node } = this.#view.domAtPos(at)
    const inside = node instanceof Element ? node : node.parentElement
    return [inside?.closest('.page'), inside?.closest(`.${PART}`)].filter((one) => one instanceof Element)
  }

  destroy(): void {
    this.#seen.disconnect()
  }
}
