import { wordsOf } from '../../model/source.ts'
import type { Transcript } from '../../model/transcript.ts'
import { blocksImporter } from '../blocks-importer.ts'
import { frontMatter, frontMatterWithKeys } from './fences.ts'
import { markdownBlocks } from './markdown-blocks.ts'

/** Markdown: what is a sign of it is set aside as `markup`, and counted for the person. */
export const MARKDOWN = blocksImporter({
  name: 'markdown',
  version: 2,
  label: 'Markdown',
  endings: ['.md'],
  sheet: (text, start, end, blocks) => markdownBlocks(text, start, end, blocks, frontMatter),
  told,
})

/** What transcripts of before were read by: front matter without keys was a sign of a heading. */
export const MARKDOWN_1 = blocksImporter({
  ...MARKDOWN,
  version: 1,
  endings: [],
  sheet: (text, start, end, blocks) => markdownBlocks(text, start, end, blocks, frontMatterWithKeys),
})

const KINDS = [
  [/^---[\s\S]*(?:---|\.\.\.)\s*$/, 'front matter', null],
  [/^\s*(?:`{3}|~{3})/, 'fence', 'fences'],
  [/^\s*#|^\s+[=-]{3}/, 'sign of a heading', 'signs of headings'],
  [/^\s*>/, 'quotation sign', 'quotation signs'],
  [/^\s*[-*]\s/, 'list sign', 'list signs'],
  [/^\*\*/, 'pair of stars', 'pairs of stars'],
  [/^\\/, 'escape', 'escapes'],
] as const

function told({ originals, unused }: Transcript): string {
  const texts = originals.map(({ text }) => text)
  const counts = new Map<number, number>()
  for (const { reason, source } of unused) {
    if (reason !== 'markup') continue
    const words = wordsOf(source, texts)
    const kind = KINDS.findIndex(([sign]) => sign.test(words))
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  const found = KINDS.flatMap(([, one, many], kind) => {
    const count = counts.get(kind) ?? 0
    return count === 0 ? [] : [many === null ? one : `${count} ${count === 1 ? one : many}`]
  })
  return found.length === 0 ? '' : `Set aside as its signs, not deleted: ${found.join(', ')}.`
}
