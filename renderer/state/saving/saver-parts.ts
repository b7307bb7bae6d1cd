import type { Host, WriteTranscript } from '../../../shared/api/contract.ts'
import type { Fault } from '../../../shared/model/result.ts'
import type { Snapshot, Trouble } from './save-state.ts'

/** How a save is asked for. */
export type Asked = Pick<WriteTranscript, 'evenIfEmpty' | 'manual'>

export interface SaverParts {
  readonly host: Host
  readonly document: string
  /** New for each opening of the document: its recovery copy is known by it. */
  readonly sitting: string
  /** The work as it stands now. Called when it is written, never per keystroke. */
  readonly capture: () => Snapshot
  readonly revision: string | null
  /** Whether everything that was done since the document was opened is undone. */
  readonly isAllUndone: () => boolean
  /** What to tell of a text that stands on disk in place of what was saved (null: there is no file any more). */
  readonly clashWith: (text: string | null) => Trouble
  /**
   * Takes what somebody else wrote into the work, where the two changed different things since `base`, which the file held before. Gives what the
   * file holds now, as work; null where both changed the same, and only the person can choose.
   */
  readonly takeIn?: (theirs: string, base: Snapshot) => Snapshot | null
  /** The revision that the host would give to a text. */
  readonly revisionOf: (text: string) => Promise<string>
}

const IN_DOUBT: readonly string[] = ['unreachable', 'not-durable', 'bug']
const STAYS: readonly string[] = [
  'conflict',
  'empty',
  'refused',
  'blocked',
  'damaged',
  'missing',
  'unsound',
  'too-large',
  'name-too-long',
  'bad-request',
]

/** Whether a save that failed so may have reached the disk all the same: the answer was lost, or the disk made an error late. */
export function mayHaveArrived(fault: Fault): boolean {
  return IN_DOUBT.includes(fault.tag)
}

/** Whether trying again later may help though nothing was changed. What does not pass waits for a change or for the person. */
export function passes(fault: Fault): boolean {
  return !STAYS.includes(fault.tag)
}
