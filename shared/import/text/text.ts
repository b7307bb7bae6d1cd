import { splitLong } from '../../text/split-long.ts'
import { blocksImporter } from '../blocks-importer.ts'
import { signedBlocks } from '../markdown/signed-blocks.ts'
import { plainBlocks } from './plain-blocks.ts'

/** Plain text is plain: every sign is text, every blank before words is kept. */
export const TEXT = blocksImporter({
  name: 'text',
  version: 2,
  label: 'plain text',
  endings: ['.txt'],
  sheet: plainBlocks,
  told: () => '',
})

/** What transcripts of before were read by: signs at the start of a line and paired stars are set aside, blanks before a block are not its own. */
export const TEXT_1 = blocksImporter({
  ...TEXT,
  version: 1,
  endings: [],
  sheet: signedBlocks,
  cut: splitLong,
  emptyFirst: true,
})
