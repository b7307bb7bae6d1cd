/**
 * The least number of insertions, deletions and replacements that make one sequence of numbers the other (Levenshtein). Looks only
 * within a band around the diagonal and widens it until the answer lies inside: time grows with length × distance.
 */
export function editDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let start = 0
  let [endA, endB] = [a.length, b.length]
  while (start < endA && start < endB && a[start] === b[start]) start += 1
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1
    endB -= 1
  }
  const [n, m] = [endA - start, endB - start]
  if (n === 0 || m === 0) return Math.max(n, m)
  const most = Math.max(n, m)
  for (let band = Math.max(16, Math.abs(n - m)); ; band *= 2) {
    const distance = within(a, b, start, n, m, Math.min(band, most))
    if (distance <= band || band >= most) return distance
  }
}

/** The distance if it is at most `band`; some greater number otherwise. */
function within(a: ArrayLike<number>, b: ArrayLike<number>, start: number, n: number, m: number, band: number): number {
  const FAR = n + m + 1
  let above = new Int32Array(m + 1).fill(FAR)
  let row = new Int32Array(m + 1).fill(FAR)
  for (let j = 0; j <= Math.min(m, band); j += 1) above[j] = j
  for (let i = 1; i <= n; i += 1) {
    const from = Math.max(1, i - band)
    const to = Math.min(m, i + band)
    row[from - 1] = from === 1 && i <= band ? i : FAR
    const sign = a[start + i - 1]
    for (let j = from; j <= to; j += 1) {
      const replaced = above[j - 1]! + (sign === b[start + j - 1] ? 0 : 1)
      const other = Math.min(above[j]!, row[j - 1]!) + 1
      row[j] = replaced < other ? replaced : other
    }
    if (to < m) row[to + 1] = FAR
    ;[above, row] = [row, above]
  }
  return above[m]!
}
