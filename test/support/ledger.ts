import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What no browser test may ever cause. Each test writes one entry; the reporter sums them and fails the run on anything but zero. */
export interface LedgerEntry {
  /** Times the page's content security policy was broken. */
  readonly violations: number
  /** Requests to anywhere but this computer. */
  readonly offLoopback: number
  /** Originals whose bytes, time, mode or inode changed, or that went. */
  readonly originalWrites: number
}

export const LEDGER =
  process.env.SCHOLION_LEDGER ?? join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'test-results', 'ledger')

export function writeEntry(name: string, entry: LedgerEntry, folder = LEDGER): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name.replace(/[^\w-]/g, '_')}.json`), JSON.stringify(entry))
}

/** The sum over the folder's entries and how many there are. An entry that lacks a number is an error, not a zero. */
export function sumOf(folder = LEDGER): LedgerEntry & { readonly entries: number } {
  const sum = { violations: 0, offLoopback: 0, originalWrites: 0, entries: 0 }
  for (const name of namesIn(folder)) {
    const entry = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    for (const key of ['violations', 'offLoopback', 'originalWrites'] as const) {
      if (!Number.isInteger(entry[key])) throw new Error(`The ledger entry ${name} has no ${key}.`)
      sum[key] += entry[key]
    }
    sum.entries += 1
  }
  return sum
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'))
  } catch {
    return []
  }
}
