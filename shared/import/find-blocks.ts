import { trimmed } from '../text/blank.ts'
import type { Line } from '../text/lines.ts'
import { signOf } from './signs.ts'

export type BlockMode = 'blank-line' | 'line'

/** A block found: from its first to its last non-blank character, and the signs read as structure at the starts of its lines. */
export interface Found {
  readonly start: number
  readonly end: number
  /** Stretches that are no text of the block. Those before its first character lie outside `start` to `end`. */
  readonly signs: readonly (readonly [start: number, end: number])[]
}

interface Growing {
  start: number
  end: number
  signs: [number, number][]
  quoted: boolean
  /** No further line may join. */
  closed: boolean
}

/**
 * The blocks of a page's lines. By `line` each line with words is one. By `blank-line` lines without a blank line between them are one,
 * but a list item and a heading begin a block of their own, a heading ends with its line, and lines that are quoted (`> `) stand apart
 * from those that are not.
 */
export function findBlocks(text: string, lines: readonly Line[], mode: BlockMode): readonly Found[] {
  const blocks: Growing[] = []
  let current: Growing | null = null
  for (const line of lines) {
    const words = trimmed(text, line.start, line.end)
    if (!words) {
      current = null
      continue
    }
    const sign = signOf(text, line)
    const quoted = sign?.kind === '>'
    const begins = mode === 'line' || !current || current.closed || (sign !== null && !quoted) || current.quoted !== quoted
    if (current && !begins) {
      // blanks before an inner sign go with it: they are no words of the block
      if (sign) current.signs.push([line.start, sign.end])
      current.end = words[1]
    } else {
      current = {
        start: sign ? sign.end : words[0],
        end: words[1],
        signs: sign ? [[sign.start, sign.end]] : [],
        quoted,
        closed: sign?.kind === '#',
      }
      blocks.push(current)
    }
  }
  return blocks
}
