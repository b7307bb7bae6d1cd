import { peek } from '../../../shared/api/peek.ts'
import { parseTranscript } from '../../../shared/format/parse.ts'
import { CHANGED, EMPTIED, GONE, type Trouble, UNREADABLE } from './save-state.ts'

/** What to tell of a text that stands on disk in place of what was saved; `hasWords`: whether what is on the screen has any. */
export function clashWith(text: string | null, hasWords: boolean): Trouble {
  if (text === null) return { fault: GONE, clash: 'gone' }
  if (!parseTranscript(text).ok) return { fault: UNREADABLE, clash: 'unreadable' }
  return { fault: isEmptied(text, hasWords) ? EMPTIED : CHANGED, clash: 'changed' }
}

/** Whether a version of a text that has words came without any. */
export function isEmptied(text: string, hasWords: boolean): boolean {
  return hasWords && peek(text)?.hasWords === false
}
