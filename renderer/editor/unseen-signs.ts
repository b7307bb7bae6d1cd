import type { Node } from 'prosemirror-model'
import type { Plugin } from 'prosemirror-state'
import { Decoration, type DecorationSet } from 'prosemirror-view'
import { unseenIn } from '../../shared/text/unseen.ts'
import { decorating } from './decorating.ts'

/**
 * Shows signs that cannot be seen or that turn the direction of writing as small marks with a name, and keeps what they do to themselves: the
 * words stand on the screen in the order in which they stand in the file. Looks only at textblocks that changed.
 */
export function unseenSigns(): Plugin<DecorationSet> {
  return decorating((before, doc, from, to) => before.remove(before.find(from, to)).add(doc, marksIn(doc, from, to)))
}

function marksIn(doc: Node, from: number, to: number): Decoration[] {
  const marks: Decoration[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isText) return
    for (const { at, short, says } of unseenIn(node.text!)) {
      const start = pos + at
      // what touches the changed stretch was taken out, so that is what is put in again
      if (start > to || start + 1 < from) continue
      marks.push(Decoration.inline(start, start + 1, { class: 'unseen', 'data-sign': short, title: says }))
    }
  })
  return marks
}
