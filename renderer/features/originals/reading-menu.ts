import { encodingName, previews } from '../../../shared/import/decode.ts'
import { ENCODINGS } from '../../../shared/import/encodings.ts'
import { IMPORTERS } from '../../../shared/import/importers.ts'
import { decoder } from '../../host/decoder.ts'
import type { AppCore } from '../../state/app-core.ts'
import type { ImportChoice } from '../../state/load-document.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { KeyMenu, MenuOption } from '../../ui/choice.ts'

/** Whether the machine transcript can still be read otherwise: no transcript was saved of it, and no work was done. */
export function mayReadOtherwise({ loaded, saver }: OpenDocument): boolean {
  return loaded.revision === null && loaded.standIn === null && saver.saveState.get().state === 'unchanged'
}

/** Alt+Shift+Y: how the machine transcript is read, before any work is done on it: each encoding with what its first odd lines would be. Null once there is work. */
export function readingMenu(app: AppCore, opened: OpenDocument): KeyMenu | null {
  const { choice, entry, transcript, bytes } = opened.loaded
  if (bytes === null || !mayReadOtherwise(opened)) return null
  const { importer, encoding: taken } = transcript.originals[0]!
  const again = (other: ImportChoice) => () => void app.open(entry, { ...choice, ...other })
  const lines = importer.options.blocks === 'line'
  const others = previews(bytes, decoder).filter(({ encoding }) => encoding !== taken)
  return {
    title: `Read ${entry.original}`,
    hint: 'Nothing is written, and the file is not touched. It can be read otherwise as long as no work was done on it.',
    sentences: true,
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
      ...others.map(
        ({ encoding, lines: odd }, nth): MenuOption => ({
          key: nth < 9 ? String(nth + 1) : '',
          label: `as ${encoding === 'utf-8-twice' ? ENCODINGS[encoding] : encodingName(encoding)}`,
          detail: odd.join(' / '),
          run: again({ encoding }),
        }),
      ),
    ],
  }
}
