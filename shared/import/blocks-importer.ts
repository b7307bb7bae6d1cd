import type { Importer } from './importer.ts'
import { type BlockReading, readBlocks, type Sheet } from './read-blocks.ts'
import { type BlockMode, blockMode } from './text/plain-blocks.ts'
import { writeBack } from './write-back.ts'

interface Row
  extends Pick<Importer, 'name' | 'version' | 'label' | 'endings' | 'told'>,
    Pick<BlockReading, 'cut' | 'emptyFirst'> {
  /** The blocks of a text between two of its places, and its signs. */
  readonly sheet: (text: string, start: number, end: number, blocks: BlockMode) => Sheet
}

/** An importer of text that is read into blocks and signs. */
export function blocksImporter({ sheet, cut, emptyFirst, ...row }: Row): Importer {
  return {
    ...row,
    read(file, newId, options) {
      const blocks = blockMode(options)
      return readBlocks(file, newId, {
        name: row.name,
        version: row.version,
        options: { ...options, blocks },
        find: (text, start, end) => sheet(text, start, end, blocks),
        ...(cut ? { cut } : {}),
        ...(emptyFirst ? { emptyFirst } : {}),
      })
    },
    writeBack,
  }
}
