import type { Hand } from '../model/hand.ts'
import type { Transcript } from '../model/transcript.ts'
import { anchorPlaces, toDocument } from '../schema/document.ts'
import { findIn } from './find-words.ts'
import { type Passage, passagesOf } from './passages.ts'
import type { Query } from './query.ts'
import { type ToldHit, tellHits } from './tell-hits.ts'

/** What of a document is kept to be searched again: plain data. */
export interface Index {
  readonly passages: readonly Passage[]
  readonly hands: readonly Hand[]
}

/** Document positions in it are those of `toDocument`. A note stands on the page where it is drawn. */
export function indexOf(transcript: Transcript): Index {
  const doc = toDocument(transcript)
  const places = anchorPlaces(doc)
  const passages = passagesOf(doc).map((passage) => ({
    ...passage,
    pieces: passage.pieces.map((piece) => ({ ...piece, page: piece.page ?? (places.get(piece.id)?.page ?? 0) + 1 })),
  }))
  return { passages, hands: transcript.hands }
}

/** Where a document holds the words: what the window and the command line both list. */
export function searchIndex({ passages, hands }: Index, query: Query): readonly ToldHit[] {
  const asked = query.where === 'all' ? passages : passages.filter(({ kind }) => (kind === 'block') === (query.where === 'text'))
  return tellHits(findIn(asked, query, hands), hands)
}

/** The same of a transcript that is searched once. */
export function searchTranscript(transcript: Transcript, query: Query): readonly ToldHit[] {
  return searchIndex(indexOf(transcript), query)
}
