import { z } from 'zod'
import { done } from '../../shared/model/result.ts'
import { readInside } from '../host/path-sandbox.ts'
import { replaceFile, type Tools } from '../host/replace-file.ts'
import type { Session } from './tokens.ts'

/** What a restarted server must know so that an open page finds it again: its port, and the hashes of live session tokens. */
export interface PageState {
  readonly port: number | null
  readonly sessions: readonly Session[]
}

const NAME = 'page.json'
const SHAPE = z.object({
  port: z.number().int().min(1).max(65_535).nullable(),
  sessions: z.array(z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/), at: z.number() })).max(1000),
})
const NOTHING: PageState = { port: null, sessions: [] }

/** Disposable: what is missing or unreadable means that pages must be opened anew. */
export async function readPageState({ port }: Tools, folder: string): Promise<PageState> {
  const file = await readInside(port, folder, NAME, 1024 * 1024)
  if (!file.ok) return NOTHING
  try {
    const read = SHAPE.safeParse(JSON.parse(Buffer.from(file.value.bytes).toString('utf8')))
    return read.success ? read.data : NOTHING
  } catch {
    return NOTHING
  }
}

/** Readable by this person only. A failure costs a later page its session, nothing else. */
export async function writePageState(tools: Tools, folder: string, state: PageState): Promise<void> {
  try {
    await tools.port.makeFolder(folder)
  } catch {
    return
  }
  const bytes = Buffer.from(JSON.stringify(state))
  await replaceFile(tools, { folder, name: NAME, bytes, mode: 0o600, first: false, lastLook: async () => done(null) })
}
