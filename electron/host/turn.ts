import { basename, dirname, join } from 'node:path'
import { codeOf } from './fs-port.ts'
import { holderOf, isRunning, type LockHolder } from './lock.ts'
import { type Tools, tempNameOf } from './replace-file.ts'

const WAIT = 20
const TRIES = 250

/**
 * Does work while no other program of ours on this machine does work of the same key: between the look at a file and the rename over it nobody
 * else of ours saves. Advice only, since the hash decides: who waits for more than five seconds, or cannot leave a note, goes on without. The
 * note of a dead program, or of an earlier start of the machine, is passed over. `folder` is ours, on this machine.
 */
export async function inTurn<Value>(
  tools: Tools,
  folder: string,
  key: string,
  me: LockHolder,
  work: () => Promise<Value>,
  running = isRunning,
): Promise<Value> {
  const path = join(folder, `${key}.turn`)
  const mine = await take(tools, path, me, running)
  try {
    return await work()
  } finally {
    if (mine) await tools.port.unlink(path).catch(() => {})
  }
}

async function take(tools: Tools, path: string, me: LockHolder, running: (pid: number) => boolean): Promise<boolean> {
  const { port, pause } = tools
  const draft = join(dirname(path), tempNameOf(basename(path), tools.randomHex(6)))
  try {
    const note = await port.createNew(draft, 0o600)
    await note.write(Buffer.from(JSON.stringify(me)), 0).finally(() => note.close())
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (await appears(tools, draft, path)) return true
      // a note appears whole: one that says nothing is what a power cut left
      const holder = await holderOf(port, path)
      const gone = holder === null && !(await isThere(tools, path))
      if (holder !== null && holder.boot === me.boot && running(holder.pid)) await pause(WAIT)
      else if (!gone) await port.unlink(path).catch(() => {})
    }
  } catch {
    // advice only
  } finally {
    await port.unlink(draft).catch(() => {})
  }
  return false
}

async function appears({ port }: Tools, draft: string, path: string): Promise<boolean> {
  try {
    await port.link(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function isThere({ port }: Tools, path: string): Promise<boolean> {
  return port.facts(path).then(
    () => true,
    () => false,
  )
}
