import { Selection } from 'prosemirror-state'
import type { JoinedEntry } from '../../../shared/api/contract.ts'
import { allOwners, sourceOf } from '../../../shared/state/owners.ts'
import { jumpTo } from '../../editor/jump.ts'
import type { AppState } from '../../state/app-state.ts'
import { whenShown } from '../../state/go-to-words.ts'
import type { OpenDocument } from '../../state/open-document.ts'

/** Opens the document that an original is joined to, where its words begin. */
export async function goToOriginal(app: AppState, { into, original }: JoinedEntry): Promise<void> {
  const home = app.collection.get()?.documents.find(({ id }) => id === into)
  if (!home) return
  await app.open(home)
  const opened = app.opened.get()
  if (opened?.loaded.entry.id !== into) return
  whenShown(opened, () => {
    const at = beginningOf(opened, original)
    if (at !== null && opened.view) jumpTo(opened.view, Selection.near(opened.state.doc.resolve(at + 1)))
    app.say(`${original} is joined to ${home.original}: its words stand here.`)
  })
}

function beginningOf(opened: OpenDocument, name: string): number | null {
  const index = opened.originals.findIndex((original) => original.name === name)
  return allOwners(opened.document).find(({ node }) => sourceOf(node).some(([original]) => original === index))?.pos ?? null
}
