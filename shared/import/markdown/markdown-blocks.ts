import { isBlank, trimmed } from '../../text/blank.ts'
import { type Line, linesIn } from '../../text/lines.ts'
import type { BlockFound, Reach, Sheet } from '../read-blocks.ts'
import type { BlockMode } from '../text/plain-blocks.ts'
import { fencesIn } from './fences.ts'
import { boldPairs, escapesIn, signOf } from './signs.ts'

interface Growing {
  start: number
  end: number
  signs: Reach[]
  kind: 'words' | 'quoted' | 'closed'
}

/**
 * The blocks of Markdown. Its signs are no text: front matter at the head of the file, the lines that fence a block in (what they fence is
 * one block, as it stands), `#` before and behind a heading and the line under one, the signs of lists and quotations, paired stars, and
 * the backslash of an escape. Lines without a blank line between them are one block (`line`: each is one); a heading, an item and what
 * is quoted stand apart.
 */
export function markdownBlocks(
  text: string,
  start: number,
  end: number,
  mode: BlockMode,
  frontMatter: (text: string, end: number) => Reach | null,
): Sheet {
  const head = start === 0 ? frontMatter(text, end) : null
  const lines = linesIn(text, head ? head[1] : start, end)
  const fences = fencesIn(text, lines)
  const blocks: BlockFound[] = []
  const signs: Reach[][] = head ? [[head]] : []
  let from = 0
  for (const { open, close } of fences) {
    blocks.push(...paragraphs(text, lines.slice(from, open), mode))
    signs.push([reachOf(lines[open]!), reachOf(lines[close]!)])
    blocks.push(...fenced(text, lines.slice(open + 1, close)))
    from = close + 1
  }
  blocks.push(...paragraphs(text, lines.slice(from), mode))
  return { blocks, signs }
}

const reachOf = ({ start, end }: Line): Reach => [start, end]

/** What is fenced in is one block as it stands, signs, blank lines and all. */
function fenced(text: string, lines: readonly Line[]): readonly BlockFound[] {
  const worded = lines.filter((line) => trimmed(text, line.start, line.end))
  const [first, last] = [worded[0], worded.at(-1)]
  return first && last ? [{ start: first.start, end: trimmed(text, last.start, last.end)![1], signs: [] }] : []
}

function paragraphs(text: string, lines: readonly Line[], mode: BlockMode): readonly BlockFound[] {
  const blocks: Growing[] = []
  let current: Growing | null = null
  for (const line of lines) {
    const words = trimmed(text, line.start, line.end)
    if (!words) {
      current = null
      continue
    }
    if (current && current.kind === 'words' && mode !== 'line' && isUnderline(text, line)) {
      current.signs.push([current.end, line.end])
      current.kind = 'closed'
      continue
    }
    const sign = signOf(text, line)
    const quoted = sign?.kind === '>'
    const joins = mode !== 'line' && current && current.kind === (quoted ? 'quoted' : 'words') && (quoted || !sign)
    if (current && joins) {
      // blanks before an inner sign go with it: they are no words of the block
      if (sign) current.signs.push([line.start, sign.end])
      current.end = words[1]
    } else {
      const isHeading = sign?.kind === '#'
      const closing = isHeading ? hashesBehind(text, sign.end, words[1]) : words[1]
      current = {
        start: sign ? sign.end : line.start,
        end: closing,
        signs: sign ? [[sign.start, sign.end]] : [],
        kind: isHeading ? 'closed' : quoted ? 'quoted' : 'words',
      }
      if (closing < words[1]) current.signs.push([closing, words[1]])
      blocks.push(current)
    }
  }
  return blocks.map((block) => withInline(text, block))
}

/** `===` or `---` under words makes them a heading. */
function isUnderline(text: string, { start, end }: Line): boolean {
  return /^(?:={3,}|-{3,})\s*$/.test(text.slice(start, end))
}

/** Where the words of a heading end: before the `#` that may close it. */
function hashesBehind(text: string, start: number, end: number): number {
  let to = end
  while (to > start && text.charAt(to - 1) === '#') to -= 1
  if (to === end || !isBlank(text.charAt(to - 1))) return end
  while (to > start && isBlank(text.charAt(to - 1))) to -= 1
  return to > start ? to : end
}

function withInline(text: string, { start, end, signs }: Growing): BlockFound {
  const inLine = linesIn(text, start, end).flatMap((line): Reach[][] => {
    const escapes = escapesIn(text, line.start, line.end)
    const pairs = boldPairs(text, line.start, line.end).filter((pair) =>
      pair.every((star) => !escapes.some((one) => star - one === 1 || star - one === 0)),
    )
    return [
      ...escapes.map((one): Reach[] => [[one, one + 1]]),
      ...pairs.map(([open, close]): Reach[] => [star(open), star(close)]),
    ]
  })
  return { start, end, signs: [...signs.map((sign) => [sign]), ...inLine] }
}

const star = (at: number): Reach => [at, at + 2]
