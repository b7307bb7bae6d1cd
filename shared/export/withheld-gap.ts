import type { Run } from '../model/transcript.ts'
import { ATOMS, WITHHELD } from '../vocabulary/atoms.ts'
import { emptyAttributes } from '../vocabulary/attribute.ts'

/** The gap that stands for words that are withheld, in the annotations of `ids`: how many they are, and nothing else of them. */
export function withheldGap(words: string, ids: readonly string[]): Run {
  const many = words.split(/\s+/).filter((word) => word !== '').length
  const extent = many === 0 ? {} : { unit: 'word', quantity: many }
  const attrs = { id: '', ...emptyAttributes(ATOMS.gap.attributes), reason: WITHHELD, ...extent }
  return { type: 'atom', atom: 'gap', attrs, in: ids }
}

/** The words of a line; a line end is a newline. */
export function wordsOf(content: readonly Run[]): string {
  return content.map((run) => (run.type === 'text' ? run.text : run.atom === 'lb' ? '\n' : '')).join('')
}
