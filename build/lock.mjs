import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const LONGEST_BUILD_MS = 5 * 60_000

/**
 * Runs `work` while this process alone holds the lock file `path`; waits for another holder. A lock whose process is gone, or that is
 * older than five minutes, is taken over. Gives what `work` gives; lets go of the lock however `work` ends.
 */
export async function withLock(path, work, { everyMs = 100 } = {}) {
  mkdirSync(dirname(path), { recursive: true })
  while (!take(path)) {
    if (!breakStale(path)) await pause(everyMs)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

function breakStale(path) {
  try {
    const held = readFileSync(path, 'utf8')
    const age = Date.now() - statSync(path).mtimeMs
    if (held !== '' && isAlive(Number(held)) && age < LONGEST_BUILD_MS) return false
    if (held === '' && age < 2_000) return false // being written this very moment
    // Renamed first, so that of two processes that both see a dead holder only one breaks the lock.
    const aside = `${path}.${process.pid}`
    renameSync(path, aside)
    rmSync(aside, { force: true })
    return true
  } catch {
    return true // somebody else let go or broke it: try to take it
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
