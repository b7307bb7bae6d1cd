import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A download of Electron that failed: when (ISO time), of which version, and why in a few words. */
export interface FetchFailure {
  readonly at: string
  readonly version: string
  readonly reason: string
}

const DAY = 24 * 60 * 60 * 1000

export function failureFile(stateDir: string): string {
  return join(stateDir, 'electron-download-failed.json')
}

/** The failure that was remembered less than a day before `now`, or null. One from the future (a clock set back) does not count. */
export function recallFailure(file: string, now: Date): FetchFailure | null {
  try {
    const { at, version, reason } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    if (typeof at !== 'string' || typeof version !== 'string' || typeof reason !== 'string') return null
    const age = now.getTime() - Date.parse(at)
    return age >= 0 && age < DAY ? { at, version, reason } : null
  } catch {
    return null
  }
}

/** Remembers a failure. Where even that cannot be written, the next start just tries again. */
export function rememberFailure(file: string, failure: FetchFailure): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, JSON.stringify(failure))
  } catch {
    // Nothing hangs on it.
  }
}

export function forgetFailure(file: string): void {
  rmSync(file, { force: true })
}
