/** The places of the longest row of rising numbers (the first such row found), in time n log n. Negative numbers are passed over. */
export function longestRise(numbers: readonly number[]): readonly number[] {
  const tails: number[] = []
  const before: number[] = new Array(numbers.length).fill(-1)
  numbers.forEach((number, at) => {
    if (number < 0) return
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[tails[middle]!]! < number) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? tails[low - 1]! : -1
    tails[low] = at
  })
  const row: number[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) row.unshift(at)
  return row
}
