import type { MarginObject } from '../model/transcript.ts'
import type { Placement } from './placement.ts'

/** Numbers of the editor's notes in reading order, over the whole file. One drawn on a whole paper is its headnote and has none. */
export function numberEditorNotes({ order, on, paperOf }: Placement): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const object of order)
    if (object.type === 'editornote' && !isHeadnote(object, on, paperOf)) numbers.set(object.id, numbers.size + 1)
  return numbers
}

/** Whether an editor's note stands at the head of a paper: it is anchored on the paper, not in its text. */
export function isHeadnote(object: MarginObject, on: Placement['on'], paperOf: Placement['paperOf']): boolean {
  const paper = paperOf.get(object.id)
  return object.type === 'editornote' && paper !== undefined && (on.get(paper) ?? []).includes(object)
}
