import type { Node } from 'prosemirror-model'
import { Plugin, type Transaction } from 'prosemirror-state'
import { LONGEST_TEXTBLOCK } from '../text/split-long.ts'
import { isHistory } from './meta.ts'

/** Why a change was refused that would make a block, or a note, longer than a transcript file takes. */
export const TOO_LONG =
  'Not done: the block, or the note, would hold more than 100,000 characters, and could not be saved. Nothing was changed; leave it divided, or divide it first (Enter).'

/** Refuses what would make a block or a note longer than that, by joining, typing or whatever; `refused` is told why. Undo and redo only bring back what was short enough. */
export function blockLimit(refused: (sentence: string) => void): Plugin {
  return new Plugin({
    filterTransaction(tr) {
      if (!tr.docChanged || isHistory(tr) || !holdsTooMuch(tr)) return true
      refused(TOO_LONG)
      return false
    },
  })
}

/** Whether a block or note that the transaction wrote in holds more than the file format takes. Looks only where it wrote. */
export function holdsTooMuch(tr: Transaction): boolean {
  let found = false
  const look = (node: Node) => {
    found ||= node.isTextblock && node.content.size > LONGEST_TEXTBLOCK
    return !found && !node.isTextblock
  }
  tr.mapping.maps.forEach((map, step) => {
    const rest = tr.mapping.slice(step + 1)
    map.forEach((_from, _to, from, to) => {
      const end = Math.min(rest.map(to), tr.doc.content.size)
      tr.doc.nodesBetween(Math.min(rest.map(from, -1), end), end, look)
    })
  })
  return found
}
