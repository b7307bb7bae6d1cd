import { closeHistory } from 'prosemirror-history'
import type { Transaction } from 'prosemirror-state'
import { COMMAND, isHistory } from './meta.ts'

/**
 * A command is one undo step of its own, and so is a cut, a paste, a drop, or a deletion of what was selected: it joins neither the typing before
 * it nor the typing after it, however quick the hand. To be called on every transaction that is dispatched, with the one before (null for the
 * first). Gives the transaction back.
 */
export function separateUndo(tr: Transaction, before: Transaction | null): Transaction {
  // the second half of words that are moved belongs to the first
  if (!tr.docChanged || isHistory(tr) || tr.getMeta('appendedTransaction') !== undefined) return tr
  return standsAlone(tr) || (before !== null && standsAlone(before)) ? closeHistory(tr) : tr
}

const standsAlone = (tr: Transaction): boolean =>
  tr.docChanged && (tr.getMeta(COMMAND) !== undefined || tr.getMeta('uiEvent') !== undefined)
