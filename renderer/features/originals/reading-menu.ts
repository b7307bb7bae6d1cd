import { IMPORTERS } from '../../../shared/import/importers.ts'
import type { AppCore } from '../../state/app-core.ts'
import type { ImportChoice } from '../../state/load-document.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { KeyMenu, MenuOption } from '../../ui/choice.ts'

/** Whether the machine transcript can still be read otherwise: no transcript was saved of it, and no work was done. */
export function mayReadOtherwise({ loaded, saver }: OpenDocument): boolean {
  return loaded.revision === null && loaded.standIn === null && saver.saveState.get().state === 'unchanged'
}

/** Alt+Shift+Y: how the machine transcript is read, before any work is done on it. Null once there is work. */
export function readingMenu(app: AppCore, opened: OpenDocument): KeyMenu | null {
  const [original] = opened.loaded.transcript.originals
  if (!original || !mayReadOtherwise(opened)) return null
  const { choice, entry } = opened.loaded
  const again = (other: ImportChoice) => () => void app.open(entry, { ...choice, ...other })
  const { importer } = original
  const lines = importer.options.blocks === 'line'
  return {
    title: `Read ${original.name}`,
    hint: 'Nothing is written, and the file is not touched. It can be read otherwise as long as no work was done on it.',
    options: [
      ...IMPORTERS.filter(({ name }) => name !== importer.name).map(
        ({ name, label }): MenuOption => ({
          key: label.charAt(0).toLowerCase(),
          label: `as ${label}`,
          detail: name === 'text' ? 'every sign is text' : 'its signs are set aside',
          run: again({ importer: name }),
        }),
      ),
      lines
        ? { key: 'b', label: 'with blocks parted by blank lines', run: again({ blocks: 'blank-line' }) }
        : { key: 'l', label: 'with each line a block', run: again({ blocks: 'line' }) },
    ],
  }
}
