import type { Transcript } from '../model/transcript.ts'
import { paperTitle } from '../vocabulary/paper.ts'

/** What an edition of a transcript is called: its paper where that is stated, and its machine transcript's name where it is not. */
export function editionTitle(transcript: Transcript): string {
  return paperTitle(transcript.paper) ?? transcript.originals[0]?.name ?? 'Transcript'
}
