import type { Hunk } from './align.ts'
import { isBlank, trimmed } from './blank.ts'

/** A stretch that reads differently, in whole words and without blanks at its ends. UTF-16 units of both texts, ends exclusive. */
export interface ChangedWords {
  readonly wasFrom: number
  readonly wasTo: number
  readonly nowFrom: number
  readonly nowTo: number
  /** The letters that differ. */
  readonly hunks: readonly Hunk[]
}

/**
 * The hunks of an alignment as whole words. Two readings that differ in the number or kind of blanks between words, but not in the words,
 * do not differ.
 */
export function changedWords(was: string, now: string, hunks: readonly Hunk[]): readonly ChangedWords[] {
  const merged: ChangedWords[] = []
  for (const hunk of hunks) {
    if (hunk.equal) continue
    const grown = grow(was, now, hunk)
    const last = merged.at(-1)
    if (last && (grown.wasFrom < last.wasTo || grown.nowFrom < last.nowTo)) {
      merged[merged.length - 1] = {
        ...last,
        wasTo: Math.max(last.wasTo, grown.wasTo),
        nowTo: Math.max(last.nowTo, grown.nowTo),
        hunks: [...last.hunks, hunk],
      }
    } else merged.push(grown)
  }
  const changes = merged
    .map((change) => withoutBlanks(was, now, change))
    .filter((change) => spaced(was.slice(change.wasFrom, change.wasTo)) !== spaced(now.slice(change.nowFrom, change.nowTo)))
  return partedWordsAsOne(was, now, changes)
}

/** A word that was read in two, or two that were read as one, is one change, however the letters were aligned. */
function partedWordsAsOne(was: string, now: string, changes: readonly ChangedWords[]): readonly ChangedWords[] {
  const joined: ChangedWords[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    const both = last && { ...change, wasFrom: last.wasFrom, nowFrom: last.nowFrom, hunks: [...last.hunks, ...change.hunks] }
    const one = both && unspaced(was.slice(both.wasFrom, both.wasTo)) === unspaced(now.slice(both.nowFrom, both.nowTo))
    if (one && unspaced(was.slice(last.wasTo, change.wasFrom)) === '') joined[joined.length - 1] = withoutBlanks(was, now, both)
    else joined.push(change)
  }
  return joined
}

const unspaced = (text: string) => text.replace(/\s+/gu, '')

const spaced = (text: string) => text.replace(/\s+/gu, ' ')

/** A word that goes on over the edge of a hunk, in either reading, belongs to it. */
function grow(was: string, now: string, hunk: Hunk): ChangedWords {
  let { wasFrom, wasTo, nowFrom, nowTo } = hunk
  const inWord = (text: string, at: number) => at >= 0 && at < text.length && !isBlank(text.charAt(at))
  if (inWord(was, wasFrom) || inWord(now, nowFrom)) {
    while (inWord(was, wasFrom - 1) && inWord(now, nowFrom - 1)) {
      wasFrom -= 1
      nowFrom -= 1
    }
  }
  if (inWord(was, wasTo - 1) || inWord(now, nowTo - 1)) {
    while (inWord(was, wasTo) && inWord(now, nowTo)) {
      wasTo += 1
      nowTo += 1
    }
  }
  return { wasFrom, wasTo, nowFrom, nowTo, hunks: [hunk] }
}

function withoutBlanks(was: string, now: string, change: ChangedWords): ChangedWords {
  const [wasFrom, wasTo] = trimmed(was, change.wasFrom, change.wasTo) ?? [change.wasFrom, change.wasFrom]
  const [nowFrom, nowTo] = trimmed(now, change.nowFrom, change.nowTo) ?? [change.nowFrom, change.nowFrom]
  return { ...change, wasFrom, wasTo, nowFrom, nowTo }
}
