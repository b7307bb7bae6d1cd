import type { Transaction } from 'prosemirror-state'

/** Set on a transaction that has put sources and `unused` right itself. */
export const KEEPS_LEDGER = 'keepsLedger'
/** The name of the command that made a transaction. Only commands may add, remove or move pages and notes. */
export const COMMAND = 'command'

/** Set on a transaction that brings a whole text with its own tray: what the earlier text carried is not lost, it is another text. */
export const WHOLE_TEXT = 'wholeText'

/** Whether a transaction is an undo or a redo: it brings everything back as it was, so no plugin repairs anything. */
export function isHistory(tr: Transaction): boolean {
  return tr.getMeta('history$') !== undefined
}
