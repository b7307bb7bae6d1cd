import { wordsOf } from '../../model/source.ts'
import type { Transcript } from '../../model/transcript.ts'
import type { Importer } from '../importer.ts'
import { readBlocks } from '../read-blocks.ts'
import { blockMode } from '../text/plain-blocks.ts'
import { writeBack } from '../write-back.ts'
import { markdownBlocks } from './markdown-blocks.ts'

/** Markdown: what is a sign of it is set aside as `markup`, and counted for the person. */
export const MARKDOWN: Importer = {
  name: 'markdown',
  version: 1,
  label: 'Markdown',
  endings: ['.md'],
  read(file, newId, options) {
    const blocks = blockMode(options)
    return readBlocks(file, newId, {
      name: 'markdown',
      version: 1,
      options: { ...options, blocks },
      find: (text, start, end) => markdownBlocks(text, start, end, blocks),
    })
  },
  writeBack,
  told,
}

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
