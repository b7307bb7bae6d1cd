import { closeHistory } from 'prosemirror-history'
import type { Transaction } from 'prosemirror-state'
import { COMMAND, isHistory } from './meta.ts'

/**
 * A command is one undo step of its own: it joins neither the typing before it nor the typing after it, however quick the hand. To be
 * called on every transaction that is dispatched, with the one before (null for the first). Gives the transaction back.
 */
export function separateUndo(tr: Transaction, before: Transaction | null): Transaction {
  const isCommand = (one: Transaction | null) => one?.docChanged === true && one.getMeta(COMMAND) !== undefined
  return tr.docChanged && !isHistory(tr) && (isCommand(tr) || isCommand(before)) ? closeHistory(tr) : tr
}
