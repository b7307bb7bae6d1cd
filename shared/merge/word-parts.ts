import { align } from '../text/align.ts'
import { changedWords } from '../text/changed-words.ts'

/** A stretch of two readings: words that both have, that only mine has, or that only theirs has. */
export interface WordPart {
  readonly kind: 'both' | 'mine' | 'theirs'
  readonly text: string
}

/** Two readings of one block as one row of stretches, whole words at a time. Blanks alone are no difference: theirs are shown. */
export function wordParts(mine: string, theirs: string): readonly WordPart[] {
  const parts: WordPart[] = []
  const add = (kind: WordPart['kind'], text: string) => {
    if (text !== '') parts.push({ kind, text })
  }
  let at = 0
  for (const { wasFrom, wasTo, nowFrom, nowTo } of changedWords(mine, theirs, align(mine, theirs))) {
    add('both', theirs.slice(at, nowFrom))
    add('mine', mine.slice(wasFrom, wasTo))
    add('theirs', theirs.slice(nowFrom, nowTo))
    at = nowTo
  }
  add('both', theirs.slice(at))
  return parts
}
