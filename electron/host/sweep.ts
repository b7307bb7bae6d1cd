import { join } from 'node:path'
import type { FsPort } from './fs-port.ts'
import { isOwnTemp } from './replace-file.ts'

const DAY = 24 * 3_600_000

/**
 * Removes half-written files that a crash of ours left in a folder: only our own name pattern, only plain files, only when nothing
 * happened to them for a day. Gives back the names it removed. Never fails: what cannot be removed stays.
 */
export async function sweep(port: FsPort, folder: string, now: Date): Promise<readonly string[]> {
  const removed: string[] = []
  try {
    // a link in its place would have us tidy elsewhere
    if ((await port.facts(folder)).kind !== 'folder') return removed
    for (const raw of await port.list(folder)) {
      const name = Buffer.from(raw).toString()
      if (!isOwnTemp(name)) continue
      const facts = await port.facts(join(folder, name))
      if (facts.kind !== 'file' || now.getTime() - facts.changed <= DAY) continue
      await port.unlink(join(folder, name))
      removed.push(name)
    }
  } catch {
    // a folder that cannot be read or written needs no tidying
  }
  return removed
}
