import type { Node } from 'prosemirror-model'
import { Plugin, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { unseenIn } from '../../shared/text/unseen.ts'

/**
 * Shows signs that cannot be seen or that turn the direction of writing as small marks with a name, and keeps what they do to themselves: the
 * words stand on the screen in the order in which they stand in the file. Looks only at textblocks that changed.
 */
export function unseenSigns(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) => DecorationSet.create(doc, marksIn(doc, 0, doc.content.size)),
      apply: (tr, marks) => (tr.docChanged ? anew(marks, tr) : marks),
    },
    props: {
      decorations(state) {
        return this.getState(state)
      },
    },
  })
}

function anew(before: DecorationSet, tr: Transaction): DecorationSet {
  let marks = before.map(tr.mapping, tr.doc)
  tr.mapping.maps.forEach((map, step) => {
    const rest = tr.mapping.slice(step + 1)
    map.forEach((_from, _to, newFrom, newTo) => {
      const from = rest.map(newFrom, -1)
      const to = rest.map(newTo, 1)
      marks = marks.remove(marks.find(from, to)).add(tr.doc, marksIn(tr.doc, from, to))
    })
  })
  return marks
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
