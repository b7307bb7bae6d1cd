import { createHash } from 'node:crypto'
import { type FSWatcher, watch as watchPath } from 'node:fs'
import { join } from 'node:path'
import { codeOf, type FsPort } from './fs-port.ts'
import { isOwnTemp } from './replace-file.ts'

/** Tells when something in one folder may have changed. It watches the folder, not the files: a replaced file is a new one. */
export interface Watch {
  /** Answers with a new number at the next change after `since`, or with the same one when patience ran out. */
  next(since: number): Promise<number>
  /** Why the system does not tell of changes (a code such as ENOSPC), so that looking from time to time must do; or null. */
  why(): string | null
  close(): void
}

/** Starts telling; gives back how to stop. May throw, and `broken` may be called later: then looking replaces watching. */
export type Notify = (folder: string, changed: (name: string | null) => void, broken: (error: unknown) => void) => () => void

export interface WatchOptions {
  readonly port: FsPort
  readonly folder: string
  /** A second folder that is only looked at: the mirror, or the letters that it mirrors. */
  readonly also?: string
  /** Where the numbers begin; higher than those of an earlier process, so that a page that outlived it hears of the restart. */
  readonly first: number
  readonly notify?: Notify
  /** Milliseconds: how long an answer waits; how often to look where watching does not work; how long a burst of changes lasts. */
  readonly patience?: number
  readonly every?: number
  readonly burst?: number
}

export function watchFolder(options: WatchOptions): Watch {
  const { port, folder, also, first, notify = systemNotify, patience = 25_000, every = 5_000, burst = 50 } = options
  const waiting = new Set<() => void>()
  let at = first
  let stop: (() => void) | null = null
  let blind: string | null = null
  let print: string | null = null
  let gathering: NodeJS.Timeout | null = null

  const changed = () => {
    at += 1
    for (const answer of [...waiting]) answer()
  }
  const gather = (name: string | null) => {
    if (name !== null && isOwnTemp(name)) return
    gathering ??= setTimeout(() => {
      gathering = null
      changed()
    }, burst)
  }
  const halt = () => {
    stop?.()
    stop = null
  }
  const broken = (error: unknown) => {
    blind = codeOf(error) ?? 'unknown'
    halt()
  }
  const arm = () => {
    halt()
    try {
      stop = notify(folder, gather, broken)
      blind = null
    } catch (error) {
      // too many watches on this machine, or the folder is gone: looking must do
      broken(error)
    }
  }

  // A network folder tells nothing of other machines' changes, so the facts are compared too, whenever somebody asks and at the end.
  async function lookAround(): Promise<void> {
    const seen = (await printOf(port, folder)) + (also === undefined ? '' : await printOf(port, also))
    if (seen === print) return
    const known = print !== null
    print = seen
    if (!known) return
    arm()
    changed()
  }

  function waited(since: number, milliseconds: number): Promise<void> {
    if (since !== at) return Promise.resolve()
    return new Promise((answer) => {
      const finish = () => {
        clearTimeout(timer)
        waiting.delete(finish)
        answer()
      }
      const timer = setTimeout(finish, milliseconds)
      waiting.add(finish)
    })
  }

  let closed = false
  arm()
  return {
    async next(since) {
      let left = patience
      await lookAround()
      while (since === at && left > 0 && !closed) {
        const step = stop === null ? Math.min(every, left) : left
        await waited(since, step)
        left -= step
        if (since === at && !closed) await lookAround()
      }
      return at
    },
    why: () => blind,
    close() {
      closed = true
      halt()
      if (gathering !== null) clearTimeout(gathering)
      for (const answer of [...waiting]) answer()
    },
  }
}

const systemNotify: Notify = (folder, changed, broken) => {
  const watcher: FSWatcher = watchPath(folder, { persistent: false }, (_kind, name) => changed(name))
  watcher.on('error', (error) => {
    watcher.close()
    broken(error)
  })
  return () => watcher.close()
}

async function printOf(port: FsPort, folder: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for (const raw of await port.list(folder)) {
      const name = Buffer.from(raw).toString()
      if (isOwnTemp(name)) continue
      const facts = await port.facts(join(folder, name)).catch(() => null)
      hash.update(`${name}\0${facts?.stamp ?? ''}\0`)
    }
    return hash.digest('hex')
  } catch {
    return 'unreachable'
  }
}
