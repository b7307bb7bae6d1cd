import type { Command } from 'prosemirror-state'
import { schema } from '../schema/schema.ts'
import { COMMAND } from '../state/meta.ts'
import { positionAt, textOf } from '../state/owners.ts'
import { MARK_OF } from './changed-places.ts'
import type { CommandContext } from './context.ts'
import { ownerOf, type PlaceOf, placeOf, readAgain, writeWords } from './restore-places.ts'

/**
 * Says of a changed place whose error it is. The machine's: the editor's words stand, and the mark keeps what it read. The paper's, or not
 * known whose: the words stand as the machine read them, and the editor's reading is kept beside them. How sure and on what basis stays as it
 * was stated. Refused where it says so already, and where either reading has no words to carry it.
 */
export function whoseError(context: CommandContext, place: PlaceOf, whose: keyof typeof MARK_OF): Command {
  return (state, dispatch) => {
    const tr = state.tr
    const texts = context.texts()
    const owner = ownerOf(tr.doc, place.owner)
    const found = owner && placeOf(owner.node, place, texts)
    if (!owner || !found || found.whose === whose || found.was.trim() === '' || found.reading.trim() === '') return false
    const { was, now, reading, mark } = found
    if (whose === 'machine' && was === reading) return false
    if (!dispatch) return true
    const tail = textOf(owner.node).length - found.to
    if (whose !== 'machine' || mark) readAgain(tr, owner, found, texts)
    if (whose === 'machine' && mark) {
      const again = ownerOf(tr.doc, place.owner)!
      writeWords(tr, again, found.from, textOf(again.node).length - tail, reading)
    }
    const written = ownerOf(tr.doc, place.owner)!
    const [from, to] = [positionAt(written, found.from + 1) - 1, positionAt(written, textOf(written.node).length - tail)]
    const { cert = null, basis = null, basisNote = null } = mark?.attrs ?? {}
    const beside = was === reading ? '' : whose === 'machine' ? now : reading
    const says = { machine: { was }, paper: { corr: beside }, unknown: { suggestion: beside } }[whose]
    tr.addMark(from, to, schema.mark(MARK_OF[whose], { cert, basis, basisNote, ...says, id: mark?.attrs.id ?? context.newId() }))
    dispatch(tr.setMeta(COMMAND, 'whose-error'))
    return true
  }
}
