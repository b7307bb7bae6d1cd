import type { Fault, Result } from '../../../shared/model/result.ts'

/** What became of the file on disk while we worked: another version stands there, it is gone, or nobody can read it. */
type Clash = 'changed' | 'gone' | 'unreadable'

/** Why the work is not in the file. A clash waits for the person; everything else is tried again. */
export interface Trouble {
  readonly fault: Fault
  readonly clash: Clash | null
}

/** How the work stands with the disk. Times are ms since 1970, for display only. */
export interface SaveState {
  readonly state: 'unchanged' | 'changed' | 'saving' | 'saved' | 'failed'
  /** Since when something of what is on the screen is not in the file. */
  readonly since: number | null
  /** When it was last saved in this sitting. */
  readonly at: number | null
  /** Something to tell although the file is safe. */
  readonly warning: string | null
  /** Why the last save was not done. It stays while the next one is tried. */
  readonly trouble: Trouble | null
  /** Why no recovery copy is kept, or null. */
  readonly copyFault: Fault | null
}

export const UNCHANGED: SaveState = {
  state: 'unchanged',
  since: null,
  at: null,
  warning: null,
  trouble: null,
  copyFault: null,
}

/** The work as it stood at one moment. Taking it is cheap; its text is made when it is asked for. */
export interface Snapshot {
  /** Bare names of its originals. */
  readonly originals: readonly string[]
  /** The transcript file, not read back: for the recovery copy. `urgent`: without a pause, because the page is about to go. */
  text(urgent: boolean): Promise<string>
  /** The transcript file, read back and found equal. */
  checked(): Promise<Result<string>>
  /** Whether another moment's work says the same, so that there is nothing to write (no new line in the list of revisions either). */
  same?(other: Snapshot): boolean
}

/** What is told where our own code threw. */
export function mistake(error: unknown): Fault {
  const what = error instanceof Error ? error.message : String(error)
  return {
    tag: 'bug',
    sentence: `Not saved, by a fault of Scholion (${what}). The file on disk is as it was, and your work stays open; undo the last step, or copy the text elsewhere, and please report this.`,
  }
}

const conflict = (sentence: string): Fault => ({ tag: 'conflict', sentence })

/** What was done to the file outside while the document was open. */
export const CHANGED = conflict(
  'Somebody else, or another program, changed the file of this document while you worked. Nothing was written over it, and all your work is here. Keep both, or choose one; neither is lost.',
)
export const GONE = conflict(
  'The file of this document was removed or moved outside Scholion. Nothing is lost: all your work is here. Save it again, or bring the file back.',
)
export const UNREADABLE = conflict(
  'The file of this document was emptied or damaged outside Scholion. Nothing is lost: all your work is here, and nothing was written over the file. Put your work back; the damaged file is kept beside it under another name.',
)
export const EMPTIED = conflict(
  'The file of this document was saved outside Scholion without any words. It is not shown by itself; all your work is here. Choose which of the two is right, or keep both.',
)

export const SLOW: Fault = {
  tag: 'slow',
  sentence:
    'The disk has not answered for 20 seconds. Your work is kept in its recovery copy; go on working, it is saved when the disk answers.',
}
