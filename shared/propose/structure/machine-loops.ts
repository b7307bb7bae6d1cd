import { isScrap } from './line-shape.ts'
import { aside, type Reading } from './reading.ts'
import type { WrittenLine } from './written-lines.ts'

/** How many lines apart a line of a loop stands from the same line before. */
const FAR = 6
/** As many times a line must stand there to be one. */
const LEAST = 4

/** The lines in which the machine went round in circles, and the scraps of its scanner that stand alone; by line. */
export function loopsIn(lines: readonly WrittenLine[]): ReadonlyMap<number, Reading> {
  const found = new Map<number, Reading>()
  const folded = lines.map(({ words }) => fold(words))
  const runs = new Map<string, number[]>()
  folded.forEach((words, at) => {
    if (words.length < 6) return
    const key = nearIn(runs, words, at)
    runs.set(key, [...(runs.get(key) ?? []), at])
  })
  for (const places of runs.values()) {
    if (places.length < LEAST) continue
    for (const at of places)
      found.set(
        at,
        aside(
          'machine-loop',
          0.9,
          `The machine wrote this line ${places.length} times within few lines: it went round in circles.`,
        ),
      )
  }
  lines.forEach(({ words }, at) => {
    if (!found.has(at) && stutters(words))
      found.set(at, aside('machine-loop', 0.85, 'The machine wrote the same words again and again.'))
  })
  return found
}

const fold = (words: string) => words.toLowerCase().replace(/[^\p{L}\d]/gu, '')

/** The run to which a line belongs: one whose last line says nearly the same, a few lines above. */
function nearIn(runs: ReadonlyMap<string, readonly number[]>, words: string, at: number): string {
  for (const [key, places] of runs) {
    if (at - places.at(-1)! > FAR || Math.abs(key.length - words.length) > key.length * 0.2) continue
    if (key === words || shareOf(key, words) > 0.9) return key
  }
  return words
}

/** How much of two lines is the same, by their pairs of letters. */
function shareOf(a: string, b: string): number {
  const pairs = new Map<string, number>()
  for (let at = 0; at + 1 < a.length; at++) pairs.set(a.slice(at, at + 2), (pairs.get(a.slice(at, at + 2)) ?? 0) + 1)
  let same = 0
  for (let at = 0; at + 1 < b.length; at++) {
    const left = pairs.get(b.slice(at, at + 2)) ?? 0
    if (left === 0) continue
    same++
    pairs.set(b.slice(at, at + 2), left - 1)
  }
  return (2 * same) / Math.max(1, a.length + b.length - 2)
}

/** Whether the same one to six words stand in a line three times running or more: “been been been”. */
function stutters(words: string): boolean {
  const tokens = words.toLowerCase().split(' ')
  for (let length = 1; length <= 6; length++) {
    for (let at = 0; at + length * 3 <= tokens.length; at++) {
      const piece = tokens.slice(at, at + length).join(' ')
      if (!/\p{L}{2}/u.test(piece)) continue
      let times = 1
      while (tokens.slice(at + length * times, at + length * (times + 1)).join(' ') === piece) times++
      if (times >= (length === 1 ? 3 : 3)) return true
    }
  }
  return false
}

/** A scrap of the scanner, where nothing makes a number or initials of it. */
export function scrapAt(line: WrittenLine): Reading | null {
  return isScrap(line.words)
    ? aside('scanner-noise', 0.75, `“${line.words}” makes no words: a scrap, or handwriting that the machine could not read.`)
    : null
}
