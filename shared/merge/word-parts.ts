import { align } from '../text/align.ts'
import { changedWords } from '../text/changed-words.ts'

/** A stretch of two readings, as each has it: one that both read alike (blanks may differ), or one that differs. */
export interface WordPart {
  readonly alike: boolean
  readonly mine: string
  readonly theirs: string
}

/** Two readings of one block as one row of stretches, whole words at a time. Each side's stretches together are that side's reading. */
export function wordParts(mine: string, theirs: string): readonly WordPart[] {
  const parts: WordPart[] = []
  const add = (alike: boolean, one: string, other: string) => {
    if (one !== '' || other !== '') parts.push({ alike, mine: one, theirs: other })
  }
  let [at, other] = [0, 0]
  for (const { wasFrom, wasTo, nowFrom, nowTo } of changedWords(mine, theirs, align(mine, theirs))) {
    add(true, mine.slice(at, wasFrom), theirs.slice(other, nowFrom))
    add(false, mine.slice(wasFrom, wasTo), theirs.slice(nowFrom, nowTo))
    at = wasTo
    other = nowTo
  }
  add(true, mine.slice(at), theirs.slice(other))
  return parts
}
