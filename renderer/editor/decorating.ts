import type { Node } from 'prosemirror-model'
import { Plugin, type Transaction } from 'prosemirror-state'
import { DecorationSet } from 'prosemirror-view'

/** Decorations with those between two positions of the document made anew. */
type Renew = (before: DecorationSet, doc: Node, from: number, to: number) => DecorationSet

/** A plugin that decorates the text. Of a transaction it looks only at what that changed. */
export function decorating(renew: Renew): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    state: {
      init: (_config, { doc }) => renew(DecorationSet.empty, doc, 0, doc.content.size),
      apply: (tr, before) => (tr.docChanged ? afterChange(before, tr, renew) : before),
    },
    props: {
      decorations(state) {
        return this.getState(state)
      },
    },
  })
}

function afterChange(before: DecorationSet, tr: Transaction, renew: Renew): DecorationSet {
  let now = before.map(tr.mapping, tr.doc)
  tr.mapping.maps.forEach((map, step) => {
    const rest = tr.mapping.slice(step + 1)
    map.forEach((_from, _to, from, to) => {
      now = renew(now, tr.doc, rest.map(from, -1), rest.map(to, 1))
    })
  })
  return now
}
