import { Selection } from 'prosemirror-state'
import type { JoinedEntry } from '../../../shared/api/contract.ts'
import { allOwners, sourceOf } from '../../../shared/state/owners.ts'
import { jumpTo } from '../../editor/jump.ts'
import type { Workbench } from '../../state/app-state.ts'
import { whenShown } from '../../state/go-to-words.ts'
import type { Desk } from '../../state/open-document.ts'

/** Opens the document that an original is joined to, where its words begin. */
export async function goToOriginal(bench: Workbench, { into, original }: JoinedEntry): Promise<void> {
  const home = bench.collection.get()?.documents.find(({ id }) => id === into)
  if (!home) return
  await bench.open(home)
  const desk = bench.desk.get()
  if (desk?.opened.entry.id !== into) return
  whenShown(desk, () => {
    const at = beginningOf(desk, original)
    if (at !== null && desk.view) jumpTo(desk.view, Selection.near(desk.state.doc.resolve(at + 1)))
    bench.say(`${original} is joined to ${home.original}: its words stand here.`)
  })
}

function beginningOf(desk: Desk, name: string): number | null {
  const index = desk.originals.findIndex((original) => original.name === name)
  return allOwners(desk.document).find(({ node }) => sourceOf(node).some(([original]) => original === index))?.pos ?? null
}
