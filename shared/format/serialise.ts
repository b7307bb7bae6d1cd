import type { Transcript } from '../model/transcript.ts'
import { canonicalise } from './canonical.ts'
import { print } from './printer.ts'
import { transcriptToFile } from './to-file.ts'

/**
 * The text of a transcript file: JSON, LF, two-space indent, stable key order, a line end at the end. Equal transcripts give equal text,
 * and a word corrected inside a run changes one line (decision 0004). Unknown keys are written back.
 */
export function serialise(transcript: Transcript): string {
  return `${print(transcriptToFile(canonicalise(transcript)))}\n`
}
