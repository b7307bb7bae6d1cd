import { Fragment, type Mark, type Node, Schema } from 'prosemirror-model'
import { isLb } from '../../shared/document/access.ts'

/** What a block weighs: so much, and one for each so many units of its text. */
const EMPTY = 0.4
const UNITS = 500
/** A page that weighs more is drawn in parts. A typed page weighs about ten. */
const MOST_WHOLE = 96
/** What a part weighs when it is made, and when it is divided. */
const PART = 32
const MOST_PART = 3 * PART

/** Letters in a line of the sheet, and its heights in em. */
const LETTERS = 80
const LINE = 1.5
const GAP = 0.6

/** Parts are known to the view alone, as a mark on the blocks that it draws: no document has this schema. */
const { part } = new Schema({
  nodes: { doc: { content: 'text*' }, text: {} },
  marks: { part: { attrs: { nth: {}, height: {} } } },
}).marks

/**
 * The parts of a page that is too long to be laid out whole: runs of its blocks. Each block keeps its part for as long as the page is drawn,
 * so that an edit touches one part only.
 */
export class PageParts {
  #last = 0
  #blocks: readonly Node[] = []
  #parts: readonly Mark[] = []
  readonly #marked = new WeakMap<Node, Node>()

  /** The page with its part on each of its blocks; a page of usual length as it is. The same block gives the same node again. */
  of(page: Node): Node {
    const blocks = page.children
    if (this.#parts.length === 0 && blocks.reduce((sum, block) => sum + weight(block), 0) <= MOST_WHOLE) return page
    this.#parts = this.#divided(blocks, this.#kept(blocks))
    this.#blocks = blocks
    return page.copy(Fragment.from(blocks.map((block, at) => this.#mark(block, this.#parts[at]!))))
  }

  /** Those before and after the blocks that changed keep their parts; new ones come to that of the block before them. */
  #kept(blocks: readonly Node[]): readonly (Mark | undefined)[] {
    const [before, parts] = [this.#blocks, this.#parts]
    const most = Math.min(blocks.length, before.length)
    let start = 0
    while (start < most && blocks[start] === before[start]) start++
    let end = 0
    while (end < most - start && blocks.at(-1 - end) === before.at(-1 - end)) end++
    const same = blocks.length === before.length
    return blocks.map((_, at) => {
      if (same || at < start) return parts[at]
      if (at >= blocks.length - end) return parts[at - blocks.length + before.length]
      return parts[start - 1] ?? parts[before.length - end] ?? undefined
    })
  }

  /** What is too heavy for one part is divided; its first blocks keep theirs. */
  #divided(blocks: readonly Node[], kept: readonly (Mark | undefined)[]): readonly Mark[] {
    const parts: Mark[] = []
    for (let from = 0; from < blocks.length; ) {
      let to = from + 1
      let whole = weight(blocks[from]!)
      while (to < blocks.length && kept[to] === kept[from]) whole += weight(blocks[to++]!)
      const own = kept[from]
      if (own && whole <= MOST_PART) parts.push(...blocks.slice(from, to).map(() => own))
      else parts.push(...this.#cut(blocks.slice(from, to), own))
      from = to
    }
    return parts
  }

  #cut(blocks: readonly Node[], first: Mark | undefined): readonly Mark[] {
    const cuts: Node[][] = []
    let whole = PART
    for (const block of blocks) {
      if (whole >= PART) cuts.push([])
      whole = (whole >= PART ? 0 : whole) + weight(block)
      cuts.at(-1)!.push(block)
    }
    return cuts.flatMap((some, at) => {
      const own = at === 0 && first ? first : part!.create({ nth: ++this.#last, height: heightOf(some) })
      return some.map(() => own)
    })
  }

  #mark(block: Node, own: Mark): Node {
    const known = this.#marked.get(block)
    if (known?.marks[0] === own) return known
    const made = block.mark([own])
    this.#marked.set(block, made)
    return made
  }
}

const weight = (block: Node) => EMPTY + block.content.size / UNITS

/** About how high blocks will be, in em, from the letters of their lines. */
export function heightOf(blocks: readonly Node[]): number {
  return blocks.reduce((sum, block) => sum + linesOf(block) * LINE + GAP, 0)
}

function linesOf(block: Node): number {
  let [lines, letters] = [0, 0]
  block.forEach((child) => {
    if (child.isText) letters += child.nodeSize
    else if (isLb(child)) {
      lines += Math.max(1, Math.ceil(letters / LETTERS))
      letters = 0
    }
  })
  return lines + Math.max(1, Math.ceil(letters / LETTERS))
}
