import type { Mark, Node } from 'prosemirror-model'
import type { EditorView, MarkView } from 'prosemirror-view'
import { PART, PART_BLOCKS } from './page-box.ts'
import { PageParts } from './page-parts.ts'

/** What we need of ProseMirror's descriptions of what it drew; not in its types, and its version is pinned. */
interface Drawn {
  node?: Node
  readonly mark?: Mark
  readonly size: number
  readonly children: readonly Drawn[]
  updateChildren(view: EditorView, pos: number): void
  parseRange(from: number, to: number, base?: number): unknown
  parseRule(): unknown
}

/**
 * Draws a long page in parts that the browser lays out only where they are near: one element around each run of blocks. ProseMirror draws such
 * elements around blocks that have a mark in common; so the blocks of a long page are shown to it with one, while it draws them. Neither the
 * document nor anything else ever sees that mark (`build/decisions/0001-document-shape.md`).
 */
export function drawInParts(page: HTMLElement): void {
  const parts = new PageParts()
  whenDescribed(page, (drawn) => {
    const { updateChildren, parseRange } = drawn
    drawn.updateChildren = (view, pos) => {
      const node = drawn.node!
      drawn.node = parts.of(node)
      updateChildren.call(drawn, view, pos)
      drawn.node = node
    }
    // what was typed is read from its own block, not from the whole part
    drawn.parseRange = (from, to, base = 0) => {
      let start = base
      for (const child of drawn.children) {
        const end = start + child.size
        if (child.mark && from >= start && to <= end) return child.parseRange(from, to, start)
        start = end
      }
      return parseRange.call(drawn, from, to, base)
    }
  })
}

/** Whom parts report to. */
export interface PartHost {
  addPart(dom: HTMLElement): void
  removePart(dom: HTMLElement): void
}

/** One part of a page, about so high in em. */
export function partView(height: number, host: PartHost): MarkView {
  const dom = presentation(PART)
  // what a very long selection takes out of sight is one element a part, not each of its blocks
  const blocks = dom.appendChild(presentation(PART_BLOCKS))
  // an estimate until the browser has laid it out once
  dom.style.containIntrinsicBlockSize = `auto ${height.toFixed(2)}em`
  host.addPart(dom)
  whenDescribed(dom, (drawn) => {
    drawn.parseRule = () => ({ skip: true })
  })
  return { dom, contentDOM: blocks, ignoreMutation: ({ type }) => type === 'attributes', destroy: () => host.removePart(dom) }
}

function presentation(className: string): HTMLElement {
  const dom = document.createElement('div')
  dom.className = className
  dom.setAttribute('role', 'presentation')
  return dom
}

/** ProseMirror writes its description on the element as soon as it has one, before it draws anything in it. */
function whenDescribed(dom: HTMLElement, tell: (drawn: Drawn) => void): void {
  let drawn: Drawn | undefined
  Object.defineProperty(dom, 'pmViewDesc', {
    get: () => drawn,
    set(next: Drawn | undefined) {
      drawn = next
      if (next) tell(next)
    },
  })
}
