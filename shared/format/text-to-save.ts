import { done, failed, type Result } from '../model/result.ts'
import type { Transcript } from '../model/transcript.ts'
import { canonicalTranscript } from './canonical.ts'
import { parseTranscript } from './parse.ts'
import { serialise } from './serialise.ts'
import { LIMITS } from './version.ts'

/**
 * The text of a transcript file, read back and found equal in canonical form before it may go to a disk. A transcript that would not
 * come back as it is (`unsound`) is a fault of ours: nothing is written, and the sentence names the place. `too-large`: beyond what can be
 * opened again.
 */
export function textToSave(transcript: Transcript): Result<string, 'unsound' | 'too-large'> {
  const text = serialise(transcript)
  if (text.length > LIMITS.fileLength)
    return failed(
      'too-large',
      `Not saved: the transcript would be larger than ${LIMITS.fileLength} characters, the most that Scholion opens. The file on disk is as it was. Divide the machine transcript, and work on its parts.`,
    )
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
