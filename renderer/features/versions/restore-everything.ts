import { restoreEverything } from '../../../shared/commands/restore-everything.ts'
import { isBlock, objectsOf } from '../../../shared/document/access.ts'
import { importAgain } from '../../../shared/import/importers.ts'
import { joinOriginal } from '../../../shared/merge/join-original.ts'
import { done, failed, type Result } from '../../../shared/model/result.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'
import { toDocument } from '../../../shared/schema/document.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { letterOf } from '../../state/own-keys.ts'
import type { KeyMenu } from '../../ui/choice.ts'

/** Asks before everything goes, and says what that is; Enter alone does nothing. */
export function restoreAllMenu(app: AppState, opened: OpenDocument): KeyMenu {
  const { doc } = opened.state
  let stated = 0
  doc.descendants((node) => {
    if (isBlock(node) && (node.attrs.role || node.attrs.hand)) stated++
  })
  const what = `${objectsOf(doc).length} notes and queries, ${stated} blocks with role or hand, every correction and annotation`
  return {
    title: 'Restore the whole machine transcript?',
    hint: `This takes out ${what}. One undo brings all of it back, as long as the document stays open.`,
    options: [
      { key: letterOf('restoreAll.restore'), label: 'Restore the machine transcript', run: () => restoreAll(app, opened) },
      { key: letterOf('restoreAll.keep'), label: 'Keep my work', run: () => undefined },
    ],
  }
}

/** Everything as the machine had it, as one step that can be undone. */
function restoreAll(app: AppState, opened: OpenDocument): void {
  const fresh = freshImport(opened)
  if (!fresh.ok) app.notify('failed', `The machine transcript could not be read in again. ${fresh.fault.sentence}`)
  else if (opened.run(restoreEverything(toDocument(fresh.value))))
    app.say('The machine transcript as it was imported. Undo brings your work back.')
}

/** Every original as its own importer reads it, one after the other, under the first paper as it is stated. */
function freshImport(opened: OpenDocument): Result<Transcript> {
  let whole: Transcript | null = null
  for (const original of opened.originals) {
    const imported = importAgain(original, opened.context.newId)
    if (!imported.ok) return imported
    const next: Result<Transcript> = whole === null ? imported : joinOriginal(whole, imported.value, opened.context.newId)
    if (!next.ok) return next
    whole = next.value
  }
  return whole === null ? failed('none', 'It names no original.') : done({ ...whole, paper: opened.document.attrs.paper })
}
