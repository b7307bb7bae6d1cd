import type { Transcript } from '../model/transcript.ts'
import { anchorPlaces } from '../schema/anchor-places.ts'
import { toDocument } from '../schema/document.ts'
import { findIn, type Hit, MOST_HITS } from './find-words.ts'
import { type Mention, mentionsIn } from './mentions.ts'
import type { Query } from './query.ts'
import { type RunningText, runningTextsOf } from './running-texts.ts'
import { eachTold, type ToldHit, tellHits } from './tell-hits.ts'

/** What of a document is kept to be searched again: plain data. */
export interface Index extends Pick<Transcript, 'hands' | 'people' | 'names'> {
  readonly passages: readonly RunningText[]
  readonly mentions: readonly Mention[]
}

/** Document positions in it are those of `toDocument`. A note stands on the page where it is drawn. */
export function indexOf(transcript: Transcript): Index {
  const doc = toDocument(transcript)
  const places = anchorPlaces(doc)
  const passages = runningTextsOf(doc).map((passage) => ({
    ...passage,
    pieces: passage.pieces.map((piece) => ({ ...piece, page: piece.page ?? (places.get(piece.id)?.page ?? 0) + 1 })),
  }))
  const { hands, people, names } = transcript
  return { passages, mentions: mentionsIn(doc), hands, people, names }
}

/** Where a document holds the words: what the window and the command line both list. */
export function searchIndex(index: Pick<Index, 'passages' | 'hands'>, query: Query): readonly ToldHit[] {
  return tellHits(hitsIn(index, query), index.hands)
}

/** The same of a transcript that is searched once, one by one, at most so many. */
export function* searchTranscript(transcript: Transcript, query: Query, most = MOST_HITS): Generator<ToldHit> {
  const index = indexOf(transcript)
  yield* eachTold(hitsIn(index, query, most), index.hands)
}

function hitsIn({ passages, hands }: Pick<Index, 'passages' | 'hands'>, query: Query, most = MOST_HITS): readonly Hit[] {
  const asked = query.where === 'all' ? passages : passages.filter(({ kind }) => (kind === 'block') === (query.where === 'text'))
  return findIn(asked, query, hands, most)
}
