import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { tellDeed } from '../../../shared/compare/tell-deed.ts'
import { isHistory } from '../../../shared/state/meta.ts'
import type { AppState } from '../../state/app-state.ts'

/** To be called after every change: says what an undo took back, or a redo brought again; it may stand out of sight. */
export function tellUndone(app: AppState, tr: Transaction, after: Node): void {
  if (!isHistory(tr)) return
  const { redo } = tr.getMeta('history$') as { readonly redo: boolean }
  const deed = redo ? tellDeed(tr.before, after) : tellDeed(after, tr.before)
  if (deed !== '') app.say(`${redo ? 'Done again' : 'Undone'}: ${deed}.`)
}
