// Numbers out of lists of numbers.

/** The value below which the given share (0 to 1) of the values lies: the nearest rank. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values) => percentile(values, 0.5)
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length

/** Numbers in [0, 1), the same for the same seed. */
export function seeded(seed) {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** Rows as a table for people: the first row is the head; numbers stand to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)))
  const line = (row) =>
    row.map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at]) : String(cell).padStart(widths[at]))).join('  ')
  return [line(rows[0]), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.slice(1).map(line)].join('\n')
}

/** A figure to one decimal under 100, whole above; a dash where there is none. */
export function shown(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return '-'
  return value < 100 ? value.toFixed(1) : value.toFixed(0)
}
