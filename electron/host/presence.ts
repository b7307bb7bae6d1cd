import { join } from 'node:path'
import { z } from 'zod'
import type { Host, Present } from '../../shared/api/contract.ts'
import { done } from '../../shared/model/result.ts'
import { elapsed } from './elapsed.ts'
import { isRunning, type LockHolder } from './lock.ts'
import { readInside } from './path-sandbox.ts'
import { replaceFile, type Tools } from './replace-file.ts'

/** Who was not heard of for so long counts as gone, in ms by the machine's own clock. */
export const FORGOTTEN = 90_000
const MOST_BYTES = 1024 * 1024
const SITTING = z.object({
  sitting: z.string(),
  document: z.string(),
  who: z.string(),
  since: z.number(),
  seen: z.number(),
})
const SHAPE = z.object({ pid: z.number().int().positive(), boot: z.string(), sittings: z.array(SITTING) })
type Sitting = z.infer<typeof SITTING>

/** Who has which document open: the windows of this program, and those of other programs of ours on this machine, each of which leaves a note. */
export interface Presence {
  present: Host['present']
  /** Takes our own note away. */
  close(): Promise<void>
}

/** `folder` is ours, on this machine. Advice only: where a note cannot be written or read, nobody is told, that is all. */
export function presenceIn(tools: Tools, folder: string, me: LockHolder, running = isRunning, time = elapsed): Presence {
  const { port, now } = tools
  const own = `${tools.randomHex(6)}.json`
  let sittings: readonly Sitting[] = []

  const isFresh = ({ seen }: Sitting) => Math.abs(time() - seen) < FORGOTTEN

  async function leaveNote(): Promise<void> {
    try {
      await port.makeFolder(folder)
      const bytes = Buffer.from(JSON.stringify({ ...me, sittings }))
      await replaceFile(tools, { folder, name: own, bytes, mode: 0o600, first: false, lastLook: async () => done(null) })
    } catch {
      // advice only
    }
  }

  async function notes(): Promise<readonly Sitting[]> {
    try {
      const names = (await port.list(folder)).map((name) => Buffer.from(name).toString())
      const others = names.filter((name) => /^[0-9a-f]{12}\.json$/.test(name) && name !== own)
      return (await Promise.all(others.map(noteOf))).flat()
    } catch {
      return []
    }
  }

  async function noteOf(name: string): Promise<readonly Sitting[]> {
    const file = await readInside(port, folder, name, MOST_BYTES)
    if (!file.ok) return []
    const note = parsed(Buffer.from(file.value.bytes).toString('utf8'))
    if (note && note.boot === me.boot && running(note.pid)) return note.sittings
    await port.unlink(join(folder, name)).catch(() => {})
    return []
  }

  return {
    async present({ sitting, document, who }) {
      const before = sittings.find((one) => one.sitting === sitting)
      const others = sittings.filter((one) => one.sitting !== sitting && isFresh(one))
      const since = before?.document === document ? before.since : now().getTime()
      sittings = document === null ? others : [...others, { sitting, document, who, since, seen: time() }]
      await leaveNote()
      if (document === null) return done({ others: [] })
      const there = [...others, ...(await notes()).filter(isFresh)].filter((one) => one.document === document)
      return done({ others: there.map(shown) })
    },
    async close() {
      await port.unlink(join(folder, own)).catch(() => {})
    },
  }
}

function shown({ who, since }: Sitting): Present {
  return { who, since: new Date(since).toISOString() }
}

function parsed(text: string): z.infer<typeof SHAPE> | null {
  try {
    const read = SHAPE.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
