import type { Extra } from '../../model/transcript.ts'
import { trimmed } from '../../text/blank.ts'
import { linesIn } from '../../text/lines.ts'
import type { Sheet } from '../read-blocks.ts'

export type BlockMode = 'blank-line' | 'line'

/** How the blocks of a text are found, by an importer's options: by blank lines unless each line is to be one. */
export function blockMode(options: Extra): BlockMode {
  return options.blocks === 'line' ? 'line' : 'blank-line'
}

/** A line that begins with a dash, a star or a bullet and a blank before its words. The sign is text like others. */
const ITEM = /^\s*[-*•]\s+\S/

/**
 * The blocks of plain text. By `line` each line with words is one. By `blank-line` lines without a blank line between them are one, and a
 * line that begins like an item of a list begins one. A block is from the start of its first line, blanks and all, to its last character
 * that is not blank. Nothing is a sign.
 */
export function plainBlocks(text: string, start: number, end: number, mode: BlockMode): Sheet {
  const blocks: { start: number; end: number; signs: [] }[] = []
  let open = false
  for (const line of linesIn(text, start, end)) {
    const words = trimmed(text, line.start, line.end)
    if (!words) {
      open = false
      continue
    }
    const last = blocks.at(-1)
    if (last && open && mode !== 'line' && !ITEM.test(text.slice(line.start, Math.min(line.end, words[0] + 20))))
      last.end = words[1]
    else blocks.push({ start: line.start, end: words[1], signs: [] })
    open = true
  }
  return { blocks, signs: [] }
}
