import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { pagesOf } from '../../../shared/document/access.ts'
import { isHistory } from '../../../shared/state/meta.ts'
import type { AppState } from '../../state/app-state.ts'
import { doubtingOf } from './doubting.ts'

/** To be called after every change: a word that was declared right is so no more where undo takes that back, and again where redo does. */
export function followRight(app: AppState, tr: Transaction, after: Node): void {
  if (!isHistory(tr)) return
  const [was, now] = [rightIn(tr.before), rightIn(after)]
  for (const [key, word] of doubtingOf(app).declared) {
    if (was.has(key) !== now.has(key)) void app.declareWord(word, now.has(key))
  }
}

function rightIn(doc: Node): ReadonlySet<string> {
  return new Set(pagesOf(doc).flatMap(({ attrs }) => attrs.right as readonly string[]))
}
