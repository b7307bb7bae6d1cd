import { Plugin } from 'prosemirror-state'
import { isMargin, nameOf } from '../document/access.ts'
import { findObject } from '../document/margin-objects.ts'
import { isByHand } from '../vocabulary/margin.ts'
import { forgetObject } from './forget-object.ts'
import { COMMAND } from './meta.ts'

/** An editor's note or a query in which nothing was written goes when the caret leaves it. Marginal handwriting never goes by itself. */
export function emptyNotes(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      if (transactions.some((tr) => tr.docChanged)) return null
      const { $head } = before.selection
      const left = $head.depth >= 2 && isMargin($head.node(1)) ? $head.node(2) : null
      if (!left || isByHand(nameOf(left)) || left.content.size > 0) return null
      const id: string = left.attrs.id
      const now = after.selection.$head
      if (!findObject(after.doc, id) || (now.depth >= 2 && now.node(2).attrs.id === id)) return null
      const tr = after.tr
      forgetObject(tr, id)
      return tr.setMeta(COMMAND, 'delete-beside')
    },
  })
}
