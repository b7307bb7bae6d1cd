import type { Block, Transcript } from '../model/transcript.ts'
import { DIVISION_SIGNS, isPageNumber } from '../text/divided.ts'
import { divisionOf, type WordBreak, wholeWordsOf } from '../text/division-of.ts'

/** Tells what stands between two halves of a word in one paper's text; `before` and `after` are the text on both sides of a line end. */
export type DivisionJudge = (before: string, after: string) => Found | null

interface Found {
  readonly division: WordBreak
  /** How much of the text before is the sign and the blanks after it, and how much of the text after is blanks. UTF-16 units. */
  readonly sign: number
  readonly blanks: number
}

const HALF = new RegExp(`([\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}’'‐‑-]*?)([${DIVISION_SIGNS}])([^\\S\\n]*)$`, 'u')
const REST = /^(\s*)([\p{L}\p{N}](?:[\p{L}\p{N}\p{M}’']|[-‐‑](?=[\p{L}\p{N}]))*)/u
/** No word is longer, in UTF-16 units. */
const FAR = 120

const judges = new WeakMap<Transcript, DivisionJudge>()

/** The judge of a transcript: its own words are the evidence. Made once. */
export function divisionJudge(transcript: Transcript): DivisionJudge {
  const known = judges.get(transcript)
  if (known) return known
  let seen: ReadonlySet<string> | null = null
  const { language } = transcript.paper
  const isEnglish = language === null || /^en\b/i.test(language)
  const judge: DivisionJudge = (before, after) => {
    const half = HALF.exec(before.slice(-FAR))
    const rest = REST.exec(after.slice(0, FAR))
    if (!half || !rest) return null
    seen ??= new Set(wholeWordsOf(textOf(transcript)))
    const division = divisionOf(half[1]!, half[2]!, rest[2]!, seen, isEnglish)
    return { division, sign: half[2]!.length + half[3]!.length, blanks: rest[1]!.length }
  }
  judges.set(transcript, judge)
  return judge
}

/** All blocks in a row, so that halves of a word on both sides of a page number are no words of their own. */
function textOf({ pages }: Transcript): string {
  const blocks = pages.flatMap(({ content }) => content.flatMap((child) => (child.type === 'block' ? [plainText(child)] : [])))
  return blocks.filter((text) => !isPageNumber(text)).join('\n')
}

/** The words of a block; a line end is `\n`. */
export function plainText({ content }: Pick<Block, 'content'>): string {
  return content
    .map((run) => (run.type === 'text' ? run.text : run.atom === 'lb' ? '\n' : run.atom === 'gap' ? GAP : ''))
    .join('')
}

/** Stands where something is that cannot be read. */
export const GAP = '\ufffc'
