import { join } from 'node:path'
import { codeOf } from './fs-port.ts'
import { type Holder, holderOf, isRunning } from './lock.ts'
import type { Tools } from './replace-file.ts'

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
  me: Holder,
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

async function take(tools: Tools, path: string, me: Holder, running: (pid: number) => boolean): Promise<boolean> {
  const { port, pause } = tools
  for (let tries = 0; tries < TRIES; tries += 1) {
    try {
      const note = await port.createNew(path, 0o600)
      await note.write(Buffer.from(JSON.stringify(me)), 0).finally(() => note.close())
      return true
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false
    }
    const holder = await holderOf(port, path)
    // one that is being written has nobody's name in it yet
    if (holder && (holder.boot !== me.boot || !running(holder.pid))) await port.unlink(path).catch(() => {})
    else await pause(WAIT)
  }
  return false
}
