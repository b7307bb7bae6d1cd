import type { Node } from 'prosemirror-model'
import { Selection } from 'prosemirror-state'
import { anchorsIn } from '../schema/anchor-places.ts'
import { anchorIndexOf, startOfPaper } from './anchor-index.ts'
import { findObject } from './margin-objects.ts'

/**
 * The caret at the anchor of an object: before its point or the first of its words, in the text or in the note that it stands on; of what is drawn
 * on a page or a whole paper, before the first words of that. Null where it has lost its anchor, or there is no such object.
 */
export function anchorSelection(doc: Node, id: string): Selection | null {
  const pos = anchorPosition(doc, id)
  return pos === null ? null : Selection.findFrom(doc.resolve(pos), 1, true)
}

function anchorPosition(doc: Node, id: string): number | null {
  const stands = anchorIndexOf(doc).get(id)
  if (stands === undefined) return null
  if (stands.host !== null) {
    const host = findObject(doc, stands.host)!
    return host.pos + 1 + anchorsIn(host.node).find(({ note }) => note === id)!.at
  }
  return stands.on === 'paper' ? startOfPaper(doc, stands.paper) : stands.pos
}
