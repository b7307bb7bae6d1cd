import type { DocumentEntry } from '../../shared/api/contract.ts'
import { failed, type Result } from '../../shared/model/result.ts'
import type { AppState } from './app-state.ts'
import { takeForThisWindow } from './one-window.ts'

/**
 * Does something with a document that is not open here, while nobody else opens it. Where somebody has it open it is not done (`open`):
 * `refused` makes the sentence out of who that is.
 */
export async function aloneWith<Value>(
  app: AppState,
  entry: DocumentEntry,
  refused: (why: string) => string,
  act: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const letGo = await takeForThisWindow(`${app.collection.get()?.name}/${entry.id}`)
  if (letGo === null) return failed('open', refused('it is open in another tab or window'))
  const sitting = app.newId()
  try {
    const present = await app.host.present({ sitting, document: entry.id, who: app.editor.get() ?? '' })
    const [other] = present.ok ? present.value.others : []
    if (other) return failed('open', refused(`${other.who || 'somebody else'} has it open`))
    return await act()
  } finally {
    await app.host.present({ sitting, document: null, who: '' })
    letGo()
  }
}
