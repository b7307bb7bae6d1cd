import { type WordTable, wordTable } from './word-table.ts'

/** How often words, and pairs of words, stand in a million words of general text. */
export interface Frequencies {
  readonly frequency: (word: string) => number
  readonly bigram: (first: string, second: string) => number
}

/** From lists of lines: `word count` and `first second count`. Words are in small letters. Pairs of words that are not listed are left out. */
export function frequenciesOf(wordLines: string, pairLines: string): Frequencies {
  const words: string[] = []
  const counted: number[] = []
  eachLine(wordLines, (start, end) => {
    const blank = wordLines.indexOf(' ', start)
    if (blank <= start || blank >= end) return
    words.push(wordLines.slice(start, blank))
    counted.push(Number(wordLines.slice(blank + 1, end)))
  })
  const table = wordTable(words)
  const counts = perMillion(Float32Array.from(counted))
  const pairOf = pairTable(pairLines, table)
  return {
    frequency: (word) => counts[table.numberOf(word)] ?? 0,
    bigram(first, second) {
      const from = table.numberOf(first)
      const to = from < 0 ? -1 : table.numberOf(second)
      return to < 0 ? 0 : pairOf(from, to)
    },
  }
}

function eachLine(text: string, take: (start: number, end: number) => void): void {
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start)
    const next = found < 0 ? text.length : found
    take(start, text.charCodeAt(next - 1) === 0x0d ? next - 1 : next)
    start = next + 1
  }
}

function perMillion(counts: Float32Array): Float32Array {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => (count / total) * 1e6)
}

/** The counts of pairs by the numbers of their words: arrays of numbers, and places to find a pair in. */
function pairTable(lines: string, table: WordTable): (first: number, second: number) => number {
  const firsts: number[] = []
  const seconds: number[] = []
  const counted: number[] = []
  let word = ''
  let number = -1
  eachLine(lines, (start, end) => {
    const middle = lines.indexOf(' ', start)
    const last = lines.indexOf(' ', middle + 1)
    if (middle <= start || last <= middle || last >= end) return
    // the list is in the order of its first words
    if (middle - start !== word.length || !lines.startsWith(word, start)) {
      word = lines.slice(start, middle)
      number = table.numberOf(word)
    }
    const second = number < 0 ? -1 : table.numberOf(lines.slice(middle + 1, last))
    if (second < 0) return
    firsts.push(number)
    seconds.push(second)
    counted.push(Number(lines.slice(last + 1, end)))
  })
  const counts = perMillion(Float32Array.from(counted))
  const first = Uint32Array.from(firsts)
  const second = Uint32Array.from(seconds)
  const places = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(first.length, 1) * 2)))
  const mask = places.length - 1
  first.forEach((one, index) => {
    let place = pairHash(one, second[index]!) & mask
    while (places[place] !== 0) place = (place + 1) & mask
    places[place] = index + 1
  })
  return (one, other) => {
    for (let place = pairHash(one, other) & mask; places[place] !== 0; place = (place + 1) & mask) {
      const index = places[place]! - 1
      if (first[index] === one && second[index] === other) return counts[index]!
    }
    return 0
  }
}

function pairHash(first: number, second: number): number {
  const hash = Math.imul(first ^ Math.imul(second, 0x9e3779b1), 0x85ebca6b)
  return (hash ^ (hash >>> 15)) >>> 0
}
