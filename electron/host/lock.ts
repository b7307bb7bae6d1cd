import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { FsPort } from './fs-port.ts'

/** Runs pieces of work with equal keys one after the other, in the order they came; others side by side. */
export type Queue = <T>(key: string, work: () => Promise<T>) => Promise<T>

export function makeQueue(): Queue {
  const last = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const run = (last.get(key) ?? Promise.resolve()).then(work, work)
    last.set(key, run)
    const tidy = () => {
      if (last.get(key) === run) last.delete(key)
    }
    run.then(tidy, tidy)
    return run
  }
}

/** Who holds a lock. `boot` tells this start of the machine from an earlier one, whose process numbers mean nothing now. */
export interface LockHolder {
  readonly pid: number
  readonly boot: string
}

const SHAPE = z.object({ pid: z.number().int().positive(), boot: z.string() })

/** This process on this start of this machine. */
export function thisHolder(): LockHolder {
  return { pid: process.pid, boot: bootId() }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return hostname()
  }
}

/** Whether a process of this number runs on this machine, whoever it belongs to. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // it lives, but belongs to somebody else
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A lock that only informs: it decides nothing, since the hash check before every save does. */
export interface Lock {
  /** How many other living processes on this machine have the collection open. */
  readonly others: number
  release(): Promise<void>
}

/**
 * Leaves a note in `folder` (ours, on this machine) that this process has the collection open, and counts the others. Notes of dead
 * processes and of earlier starts of the machine are ignored and removed. Never fails: without a note, nobody is told, that is all.
 */
export async function takeLock(port: FsPort, folder: string, name: string, me: LockHolder, alive = isRunning): Promise<Lock> {
  const own = `${name}.lock`
  let others = 0
  try {
    await port.makeFolder(folder)
    for (const raw of await port.list(folder)) {
      const file = Buffer.from(raw).toString()
      if (!file.endsWith('.lock')) continue
      const holder = await holderOf(port, join(folder, file))
      if (holder && holder.boot === me.boot && (holder.pid === me.pid || alive(holder.pid)))
        others += holder.pid === me.pid ? 0 : 1
      else await port.unlink(join(folder, file)).catch(() => {})
    }
    const note = await port.createNew(join(folder, own), 0o600)
    await note.write(Buffer.from(JSON.stringify(me)), 0).finally(() => note.close())
  } catch {
    // advice only
  }
  return { others, release: () => port.unlink(join(folder, own)).catch(() => {}) }
}

/** Who left the note at `path`, or null where it cannot be read. */
export async function holderOf(port: FsPort, path: string): Promise<LockHolder | null> {
  try {
    const file = await port.openToRead(path)
    const text = Buffer.from(await file.read().finally(() => file.close())).toString()
    const read = SHAPE.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
