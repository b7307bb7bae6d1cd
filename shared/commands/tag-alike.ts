import { type Command, EditorState } from 'prosemirror-state'
import type { NewId } from '../model/ids.ts'
import type { Transcript } from '../model/transcript.ts'
import { fromDocument, toDocument } from '../schema/document.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND } from '../state/meta.ts'
import type { MarkName } from '../vocabulary/marks.ts'

interface Place {
  readonly from: number
  readonly to: number
}

/** Puts one annotation on each of these places, each with an id of its own, all as one step. Never changes the text. */
export function tagPlaces(newId: NewId, places: readonly Place[], type: MarkName, ref: string | null): Command {
  return (state, dispatch) => {
    if (places.length === 0) return false
    if (dispatch) {
      const { tr } = state
      for (const { from, to } of places) tr.addMark(from, to, schema.mark(type, { id: newId(), ref }))
      dispatch(tr.setMeta(COMMAND, 'tag-alike'))
    }
    return true
  }
}

/** A transcript with these places of its document (`toDocument`) tagged; all else as it is. */
export function withPlacesTagged(
  transcript: Transcript,
  newId: NewId,
  places: readonly Place[],
  type: MarkName,
  ref: string | null,
): Transcript {
  let state = EditorState.create({ doc: toDocument(transcript) })
  tagPlaces(
    newId,
    places,
    type,
    ref,
  )(state, (tr) => {
    state = state.apply(tr)
  })
  return { ...transcript, ...fromDocument(state.doc) }
}
