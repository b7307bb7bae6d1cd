const WIDTH = 32

/**
 * The least number of insertions, deletions and replacements that make one sequence of numbers the other (Levenshtein). Bit-parallel
 * after Myers (1999) and Hyyrö (2003): 32 rows of the table at a time, so two wholly different texts of 20,000 letters take a moment.
 */
export function editDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let start = 0
  let [endA, endB] = [a.length, b.length]
  while (start < endA && start < endB && a[start] === b[start]) start += 1
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  if (endA === start || endB === start) return Math.max(endA, endB) - start
  return distance(...numberedFromZero(a, b, start, endA, endB))
}

/** Small numbers for the signs of both sequences, so that masks can stand in an array. */
function numberedFromZero(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  start: number,
  endA: number,
  endB: number,
): [Int32Array, Int32Array, number] {
  const known = new Map<number, number>()
  const number = (sign: number) => {
    const own = known.get(sign) ?? known.size
    known.set(sign, own)
    return own
  }
  const rows = Int32Array.from({ length: endA - start }, (_, at) => number(a[start + at]!))
  const columns = Int32Array.from({ length: endB - start }, (_, at) => number(b[start + at]!))
  return [rows, columns, known.size]
}

function distance(rows: Int32Array, columns: Int32Array, signs: number): number {
  // how the table's value changes from column to column in the last row done: in row 0 it grows by one each time
  const across = new Int8Array(columns.length).fill(1)
  const equal = new Int32Array(signs)
  for (let top = 0; top < rows.length; top += WIDTH) {
    const band = rows.subarray(top, top + WIDTH)
    band.forEach((sign, bit) => {
      equal[sign] = equal[sign]! | (1 << bit)
    })
    passBand(columns, equal, across, band.length - 1)
    for (const sign of band) equal[sign] = 0
  }
  return across.reduce((sum, change) => sum + change, rows.length)
}

/**
 * Goes through all columns with up to 32 rows held in the bits of two numbers: where the value grows by one from row to row (`more`) and
 * where it shrinks (`less`). Takes the changes across the row above from `across` and leaves those of its own last row there.
 */
function passBand(columns: Int32Array, equal: Int32Array, across: Int8Array, lastBit: number): void {
  let more = -1
  let less = 0
  for (let at = 0; at < columns.length; at += 1) {
    const above = across[at]!
    const same = equal[columns[at]!]!
    const down = same | less
    const reached = same | (above < 0 ? 1 : 0)
    const diagonal = (((reached & more) + more) ^ more) | reached
    let grows = less | ~(diagonal | more)
    let shrinks = more & diagonal
    across[at] = ((grows >>> lastBit) & 1) - ((shrinks >>> lastBit) & 1)
    grows = (grows << 1) | (above > 0 ? 1 : 0)
    shrinks = (shrinks << 1) | (above < 0 ? 1 : 0)
    more = shrinks | ~(down | grows)
    less = grows & down
  }
}
