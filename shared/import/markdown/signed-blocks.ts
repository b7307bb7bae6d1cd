import { trimmed } from '../../text/blank.ts'
import { linesIn } from '../../text/lines.ts'
import type { BlockFound, Reach, Sheet } from '../read-blocks.ts'
import type { BlockMode } from '../text/plain-blocks.ts'
import { boldPairs, signOf } from './signs.ts'

interface Growing {
  start: number
  end: number
  signs: Reach[]
  quoted: boolean
  /** No further line may join. */
  closed: boolean
}

/**
 * The blocks of text with signs at the starts of its lines. By `line` each line with words is one. By `blank-line` lines without a blank
 * line between them are one, but a list item and a heading begin a block of their own, a heading ends with its line, and lines that are
 * quoted (`> `) stand apart from those that are not. A block is from its first to its last character that is not blank. Signs at the start
 * of a line and paired stars are no text.
 */
export function signedBlocks(text: string, start: number, end: number, mode: BlockMode): Sheet {
  const blocks: Growing[] = []
  let current: Growing | null = null
  for (const line of linesIn(text, start, end)) {
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
  return { blocks: blocks.map((block) => withStars(text, block)), signs: [] }
}

function withStars(text: string, { start, end, signs }: Growing): BlockFound {
  const stars = linesIn(text, start, end).flatMap((line) => boldPairs(text, line.start, line.end))
  return { start, end, signs: [...signs.map((sign) => [sign]), ...stars.map(([open, close]): Reach[] => [at(open), at(close)])] }
}

const at = (star: number): Reach => [star, star + 2]
