import { emptyPaper } from '../model/paper.ts'
import type { Block, Page, Paper, Transcript } from '../model/transcript.ts'
import { placementOf } from './placement.ts'
import { withheldGap, wordsOf } from './withheld-gap.ts'

/**
 * The transcript without the papers that are withheld: of each its kind alone, one gap for all its words (which are told to `out`), and
 * nothing of what stands beside it.
 */
export function withoutPapers(transcript: Transcript, out: string[]): Transcript {
  const divisions = transcript.pages.flatMap((page) => page.content.filter((child) => child.type === 'division'))
  const chosen = [transcript.paper, ...divisions].filter(({ facts }) => typeof facts?.withheld === 'string')
  if (chosen.length === 0) return transcript
  const ids = new Set(chosen.map(({ id }) => id))
  const { paperOf } = placementOf(transcript, () => true)
  const blocks = blocksOf(transcript)
  const gaps = new Map<string, Block>()
  for (const id of ids) {
    const [first, ...rest] = blocks.get(id) ?? []
    const words = [first, ...rest].map((block) => wordsOf(block?.content ?? [])).join('\n')
    out.push(words)
    if (first) gaps.set(first.id, gapBlock(first, words))
  }
  const isGone = new Set([...ids].flatMap((id) => (blocks.get(id) ?? []).map((block) => block.id)))
  const pages = transcript.pages.map((page): Page => {
    const content = page.content.flatMap((child): Page['content'] => {
      if (child.type === 'division') return [ids.has(child.id) ? { ...kindOnly(child), type: 'division' } : child]
      const gap = gaps.get(child.id)
      if (gap) return [gap]
      return isGone.has(child.id) ? [] : [child]
    })
    return { ...page, content, margin: page.margin.filter(({ id }) => !ids.has(paperOf.get(id) ?? '')) }
  })
  return { ...transcript, paper: ids.has(transcript.paper.id) ? kindOnly(transcript.paper) : transcript.paper, pages }
}

/** The blocks of each paper, by its id. */
function blocksOf({ paper, pages }: Transcript): ReadonlyMap<string, readonly Block[]> {
  const blocks = new Map<string, Block[]>()
  let here = paper.id
  for (const child of pages.flatMap((page) => page.content)) {
    if (child.type === 'division') here = child.id
    else blocks.set(here, [...(blocks.get(here) ?? []), child])
  }
  return blocks
}

const kindOnly = ({ id, kind }: Paper): Paper => ({ ...emptyPaper(id), kind })

function gapBlock({ id, hand, type, extra }: Block, words: string): Block {
  return { type, id, role: null, hand, continues: false, source: [], content: [withheldGap(words, [])], annotations: {}, extra }
}
