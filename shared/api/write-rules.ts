import { twinKey, twinKeysOf, whyNotMade } from '../model/bare-name.ts'
import { done, failed, type Result } from '../model/result.ts'
import type { HostTag, WriteTranscript } from './contract.ts'
import { isKeptName } from './file-names.ts'
import { type Peek, peek } from './peek.ts'

/** A fault whose tag the contract knows. */
export function fault(tag: HostTag, sentence: string): ReturnType<typeof failed<HostTag>> {
  return failed(tag, sentence)
}

/**
 * Whether a text may be written as the transcript of `original`: it must be a transcript, and its own list of originals must be the one
 * that was asked for and begin with this original. So a text can never end in another document's file.
 */
export function checkOwner(original: string, text: string, originals: readonly string[] | null): Result<Peek, HostTag> {
  const seen = peek(text)
  if (seen === null) return fault('refused', `What was to be written for ${original} is no transcript. Nothing was written.`)
  const same =
    originals === null || (seen.originals.length === originals.length && seen.originals.every((name, n) => name === originals[n]))
  if (seen.originals[0] !== original || !same) {
    return fault('refused', `What was to be written for ${original} belongs to ${seen.originals[0]}. Nothing was written.`)
  }
  return done(seen)
}

/**
 * Whether the transcript on disk (`seen`) may be replaced: it must name this original, and a text without words must not replace one that
 * has them unless the person said so.
 */
export function checkReplacement(
  original: string,
  seen: Peek,
  fresh: Peek,
  ask: Pick<WriteTranscript, 'evenIfEmpty'>,
): Result<null, HostTag> {
  if (!seen.originals.includes(original)) {
    return fault(
      'refused',
      `The transcript that stands beside ${original} belongs to ${seen.originals[0]}. It was left as it is; move it elsewhere, then save again.`,
    )
  }
  if (seen.hasWords && !fresh.hasWords && ask.evenIfEmpty !== true) {
    return fault(
      'empty',
      `The transcript of ${original} would lose all its words. Nothing was written; undo, or say that this is meant.`,
    )
  }
  return done(null)
}

/** A change of a journal whose whole record is not held (any more). */
export function noWholeRecord() {
  return fault('missing', 'The recovery copy that this change belongs to is not kept here. It is written anew.')
}

/** A change of a journal that names places outside its whole record. */
export function noSuchPlaces() {
  return fault('bad-request', 'The recovery copy could not be changed in this way. The one before it is kept.')
}

/** Whether editions may be called so: names that every disk can hold and no system acts on, none of the collection's own, none twice. */
export function checkEditionNames(names: readonly string[], originals: readonly string[]): Result<null, HostTag> {
  const taken = twinKeysOf(originals)
  for (const name of names) {
    const why = whyNotMade(name)
    if (why !== null)
      return fault(
        'refused',
        `An edition cannot be called ${name}: such a name ${why}. Nothing was written; give it another name.`,
      )
    if (isKeptName(name) || taken.has(twinKey(name)))
      return fault('refused', `An edition cannot be called ${name}: the collection has such a file. Nothing was written.`)
  }
  if (new Set(names.map(twinKey)).size < names.length)
    return fault('refused', 'Two files of this edition have the same name. Nothing was written.')
  return done(null)
}
