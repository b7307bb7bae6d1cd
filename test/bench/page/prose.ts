/** A source of numbers in [0, 1) that gives the same sequence for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const COMMON = `the the the the the the of of of of to to to and and and in in a a that that is is for on be it as with by this
which not have are was at from or an has we would will been I you he his their our they any may should no if there but had all can more
than such must also into only about other when who what some these could`.split(/\s+/)
const LESS = `minister secretary department treasury committee proposal paper meeting draft government policy expenditure
officials cabinet report letter note question answer position view statement agreement decision difficulty advice discussion colleague
programme industry public authority budget increase reduction support matter consequence period parliament member reply approach visit
embassy ambassador delegation negotiation community council programme annex paragraph estimate figure private prime office foreign defence
energy coal steel union employment housing education local borough rates grant present further possible recent following economic financial
political difficult important likely necessary available satisfactory proposed consider suggest agree propose explain provide discuss raise
continue require prepare expect support maintain welcome accept reduce announce understand attach circulate remain recommend`.split(
  /\s+/,
)

const LINE = 62

/** Pages of a file of government letters as a machine reads them: about 300 words in 4 to 8 blocks, lines broken by the typewriter. */
export function prosePages(words: number, seed = 1979): readonly string[] {
  const random = seeded(seed)
  const pages: string[] = []
  for (let left = words; left > 0; ) {
    const size = Math.min(left, 300)
    const blocks = 4 + Math.floor(random() * 5)
    const shares = Array.from(
      { length: blocks },
      (_, at) => Math.floor((size * (at + 1)) / blocks) - Math.floor((size * at) / blocks),
    )
    pages.push(shares.map((share) => broken(sentences(share, random))).join('\n\n'))
    left -= size
  }
  return pages
}

/** A few words, as somebody would write them in a margin. */
export function scribble(random: () => number): string {
  return sentences(3 + Math.floor(random() * 9), random)
}

function sentences(words: number, random: () => number): string {
  const out: string[] = []
  for (let left = words; left > 0; ) {
    const size = Math.min(left, 7 + Math.floor(random() * 18))
    const said = Array.from({ length: size }, () => {
      const list = random() < 0.52 ? COMMON : LESS
      return list[Math.floor(random() * list.length)] ?? 'the'
    })
    const line = said.map((word, at) => (at > 0 && at < size - 1 && random() < 0.06 ? `${word},` : word)).join(' ')
    out.push(`${line.charAt(0).toUpperCase()}${line.slice(1)}.`)
    left -= size
  }
  return out.join(' ')
}

function broken(text: string): string {
  let out = ''
  let column = 0
  for (const word of text.split(' ')) {
    if (column > 0 && column + word.length + 1 > LINE) {
      out += '\n'
      column = 0
    } else if (column > 0) {
      out += ' '
      column += 1
    }
    out += word
    column += word.length
  }
  return out
}
