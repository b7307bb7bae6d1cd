import { splitLong } from '../../text/split-long.ts'
import type { Importer } from '../importer.ts'
import { signedBlocks } from '../markdown/signed-blocks.ts'
import { readBlocks } from '../read-blocks.ts'
import { writeBack } from '../write-back.ts'
import { blockMode, plainBlocks } from './plain-blocks.ts'

/** Plain text is plain: every sign is text, every blank before words is kept. */
export const TEXT: Importer = {
  name: 'text',
  version: 2,
  label: 'plain text',
  endings: ['.txt'],
  read(file, newId, options) {
    const blocks = blockMode(options)
    return readBlocks(file, newId, {
      name: 'text',
      version: 2,
      options: { ...options, blocks },
      find: (text, start, end) => plainBlocks(text, start, end, blocks),
    })
  },
  writeBack,
  told: () => '',
}

/** What transcripts of before were read by: signs at the start of a line and paired stars are set aside, blanks before a block are not its own. */
export const TEXT_1: Importer = {
  ...TEXT,
  version: 1,
  endings: [],
  read(file, newId, options) {
    const blocks = blockMode(options)
    return readBlocks(file, newId, {
      name: 'text',
      version: 1,
      options: { ...options, blocks },
      find: (text, start, end) => signedBlocks(text, start, end, blocks),
      cut: splitLong,
      emptyFirst: true,
    })
  },
}
