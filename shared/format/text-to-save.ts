import { done, failed, type Result } from '../model/result.ts'
import type { Transcript } from '../model/transcript.ts'
import { canonicalTranscript } from './canonical.ts'
import { parseTranscript } from './parse.ts'
import { serialise } from './serialise.ts'

/**
 * The text of a transcript file, read back and found equal in canonical form before it may go to a disk. A transcript that would not
 * come back as it is (`unsound`) is a fault of ours: nothing is written, and the sentence names the place.
 */
export function textToSave(transcript: Transcript): Result<string, 'unsound'> {
  const text = serialise(transcript)
  const back = parseTranscript(text)
  if (!back.ok) return unsound(back.fault.problems?.[0] ?? back.fault.sentence)
  return canonicalTranscript(back.value) === canonicalTranscript(transcript)
    ? done(text)
    : unsound('it would read otherwise than it stands')
}

function unsound(what: string) {
  return failed(
    'unsound',
    `Not saved: the transcript could not be written so that it can be read again (${what}). This is a fault of Scholion. The file on disk is as it was, and the work stays open; please undo the last step, or copy the text elsewhere.`,
  )
}
