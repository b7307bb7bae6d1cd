import { Fragment, type Node, type ResolvedPos, Slice } from 'prosemirror-model'
import { Selection, type SelectionBookmark, SelectionRange, TextSelection, type Transaction } from 'prosemirror-state'
import type { Mappable } from 'prosemirror-transform'
import { bodyOf } from '../document/access.ts'
import { deleteStretch } from './delete-stretch.ts'
import { inBlock, PAGE_DEPTH, sameStretch, stretchesBetween } from './stretches.ts'

/**
 * A selection of text that runs over a page turn, a division, or from one known hand to another. It has one range for each stretch, each
 * within the blocks of one page, so deleting, typing, tagging and copying over it never change a page, a division or a note.
 */
export class PagesSelection extends Selection {
  /** Both positions must lie in blocks of the body; use `textSelectionBetween` where that is not known. */
  constructor($anchor: ResolvedPos, $head: ResolvedPos) {
    const doc = $anchor.doc
    const ranges = stretchesBetween($anchor.min($head), $anchor.max($head)).map(
      ({ from, to }) => new SelectionRange(doc.resolve(from), doc.resolve(to)),
    )
    super($anchor, $head, ranges)
  }

  /** The blocks of all ranges in order, without pages and divisions, open at both ends. */
  override content(): Slice {
    const blocks: Node[] = []
    for (const { $from, $to } of this.ranges) {
      const start = $from.start(PAGE_DEPTH)
      $from
        .node(PAGE_DEPTH)
        .content.cut($from.pos - start, $to.pos - start)
        .forEach((block) => {
          blocks.push(block)
        })
    }
    return new Slice(Fragment.from(blocks), 1, 1)
  }

  /** Empties every range and puts the slice where the selection begins. */
  override replace(tr: Transaction, content: Slice = Slice.empty): void {
    const from = this.deleteRanges(tr)
    if (content.size === 0) return
    const steps = tr.steps.length
    tr.replaceRange(from, from, content)
    caretAfterInsertion(tr, steps)
  }

  override replaceWith(tr: Transaction, node: Node): void {
    const from = this.deleteRanges(tr)
    const steps = tr.steps.length
    tr.replaceRangeWith(from, from, node)
    caretAfterInsertion(tr, steps)
  }

  // last range first: the positions of those before it still hold, and the first position is never touched
  private deleteRanges(tr: Transaction): number {
    for (let index = this.ranges.length - 1; index >= 0; index--) {
      const { $from, $to } = this.ranges[index]!
      deleteStretch(tr, { from: $from.pos, to: $to.pos }, index === 0)
    }
    tr.setSelection(TextSelection.create(tr.doc, this.from))
    return this.from
  }

  override map(doc: Node, mapping: Mappable): Selection {
    return textSelectionBetween(doc.resolve(mapping.map(this.anchor)), doc.resolve(mapping.map(this.head)))
  }

  override eq(other: Selection): boolean {
    return other instanceof PagesSelection && other.anchor === this.anchor && other.head === this.head
  }

  override toJSON(): { readonly type: string; readonly anchor: number; readonly head: number } {
    return { type: 'pages', anchor: this.anchor, head: this.head }
  }

  static override fromJSON(doc: Node, json: { readonly anchor?: unknown; readonly head?: unknown }): Selection {
    if (typeof json.anchor !== 'number' || typeof json.head !== 'number') throw new RangeError('not a selection over pages')
    return textSelectionBetween(doc.resolve(json.anchor), doc.resolve(json.head))
  }

  override getBookmark(): SelectionBookmark {
    return bookmark(this.anchor, this.head)
  }
}

Selection.jsonID('pages', PagesSelection)

/**
 * Whether nothing at all is selected. `empty` is said of a selection too that runs over a page turn alone, from the last letter before it to the
 * first after it: it holds no text, but the browser would write over what lies between its ends.
 */
export const isCaret = ({ anchor, head }: Selection): boolean => anchor === head

function bookmark(anchor: number, head: number): SelectionBookmark {
  return {
    map: (mapping) => bookmark(mapping.map(anchor), mapping.map(head)),
    resolve: (doc) => textSelectionBetween(doc.resolve(anchor), doc.resolve(head)),
  }
}

/** The selection of the text between two positions: a `TextSelection` within one stretch, a `PagesSelection` over several. */
export function textSelectionBetween($anchor: ResolvedPos, $head: ResolvedPos): Selection {
  const between = inBlock($anchor) && inBlock($head) ? null : TextSelection.between($anchor, $head)
  const [$a, $h] = between ? [between.$anchor, between.$head] : [$anchor, $head]
  if (!inBlock($a) || !inBlock($h)) return between ?? new TextSelection($a, $h)
  return sameStretch($a.min($h), $a.max($h)) ? new TextSelection($a, $h) : new PagesSelection($a, $h)
}

/** Everything that a person can select at once in the body, or null where no page has a block. */
export function wholeBody(doc: Node): Selection | null {
  const body = bodyOf(doc)
  const start = Selection.findFrom(doc.resolve(1), 1, true)
  const end = Selection.findFrom(doc.resolve(1 + body.content.size), -1, true)
  return start && end && inBlock(start.$from) && inBlock(end.$from) ? textSelectionBetween(start.$from, end.$from) : null
}

// the caret goes to the end of what was put in, inside text; the last step is the one that put it in
function caretAfterInsertion(tr: Transaction, steps: number): void {
  if (tr.steps.length === steps) return
  let end = tr.selection.from
  tr.mapping.maps.at(-1)!.forEach((_from, _to, _newFrom, newTo) => {
    end = newTo
  })
  const caret = Selection.findFrom(tr.doc.resolve(end), -1, true)
  if (caret) tr.setSelection(caret)
}
