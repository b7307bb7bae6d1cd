import type { Node } from 'prosemirror-model'
import { Plugin, type Transaction } from 'prosemirror-state'
import { bodyOf, isBody, isDocument, isPage } from '../document/access.ts'
import type { NewId } from '../model/ids.ts'
import { roomOn } from '../schema/document.ts'
import { COMMAND, isHistory, KEEPS_LEDGER } from './meta.ts'

/** Every page has a block, so that it takes a caret: a page whose last one is deleted, moved away or lifted whole gets an empty one. */
export function everyPage(newId: NewId): Plugin {
  return new Plugin({
    appendTransaction(transactions, _before, { doc, tr }) {
      if (!transactions.some((one) => one.docChanged) || transactions.some(isHistory)) return null
      const pages = [...pagesTouched(transactions, doc)].sort((a, b) => b - a)
      for (const at of pages) {
        const page = doc.nodeAt(at)
        if (!isPage(page) || page.children.some((child) => child.isTextblock)) continue
        const room = roomOn(page.attrs.id)
        tr.insert(at + page.nodeSize - 1, isTaken(doc, room.attrs.id) ? room.type.create({ ...room.attrs, id: newId() }) : room)
      }
      return tr.docChanged ? tr.setMeta(KEEPS_LEDGER, true).setMeta(COMMAND, 'every-page') : null
    },
  })
}

/** Where pages begin in which something was taken out or put in. */
function pagesTouched(transactions: readonly Transaction[], doc: Node): ReadonlySet<number> {
  const places = new Set<number>()
  transactions.forEach((one, nth) => {
    one.mapping.maps.forEach((map, step) => {
      const rest = [one.mapping.slice(step + 1), ...transactions.slice(nth + 1).map(({ mapping }) => mapping)]
      const now = (at: number, side: -1 | 1) =>
        Math.min(
          rest.reduce((place, later) => later.map(place, side), at),
          doc.content.size,
        )
      map.forEach((_from, _to, from, to) => {
        const [start, end] = [now(from, -1), now(to, 1)]
        doc.nodesBetween(Math.max(0, start - 1), Math.min(doc.content.size, Math.max(end, start) + 1), (node, at) => {
          if (isPage(node)) places.add(at)
          return isDocument(node) || isBody(node)
        })
      })
    })
  })
  return places
}

function isTaken(doc: Node, id: string): boolean {
  let taken = false
  bodyOf(doc).forEach((page) => {
    taken ||= page.children.some((child) => child.attrs.id === id)
  })
  return taken
}
