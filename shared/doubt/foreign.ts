import type { Passage, Stretch } from './passage.ts'

const FRENCH = new Set(
  'un une le la les des du de et est pour dans que qui pas ne sur avec bon petit grand mon notre tout fait au aux'.split(' '),
)

/** Words of another language in an English passage: what stands between quotation marks and has small words of French. */
export function foreignIn({ text }: Passage, language: string): readonly Stretch[] {
  if (language !== 'en' || !/["“«]/u.test(text)) return []
  return [...text.matchAll(/["“«]([^"”»]{3,200})["”»]/gu)]
    .filter(([, words]) => (words!.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => FRENCH.has(word)))
    .map(({ 0: all, index }) => ({ from: index, to: index + all.length }))
}
