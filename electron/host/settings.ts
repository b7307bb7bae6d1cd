import { join } from 'node:path'
import { z } from 'zod'
import type { HostTag } from '../../shared/api/contract.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { faultOfWriting } from './disk-fault.ts'
import { readInside } from './path-sandbox.ts'
import { replaceFile, type Tools } from './replace-file.ts'

/** Small settings of this person on this machine. They are disposable: what cannot be read is set aside, and the program starts. */
export interface Settings {
  read(): Promise<Result<Readonly<Record<string, string>>, HostTag>>
  /** Keeps these beside those that are there. */
  write(settings: Readonly<Record<string, string>>): Promise<Result<null, HostTag>>
}

const NAME = 'settings.json'
const SHAPE = z.record(z.string().regex(/^[A-Za-z]/), z.string())

export function settingsIn(tools: Tools, stateDir: string): Settings {
  const { port } = tools
  const kept = async (): Promise<Result<Readonly<Record<string, string>>, HostTag>> => {
    const file = await readInside(port, stateDir, NAME, 16 * 1024 * 1024)
    if (!file.ok) return file.fault.tag === 'missing' ? done({}) : file
    const settings = settingsOf(Buffer.from(file.value.bytes).toString('utf8'))
    if (settings !== null) return done(settings)
    await port.rename(join(stateDir, NAME), join(stateDir, 'settings.unreadable.json')).catch(() => {})
    return done({})
  }
  return {
    async read() {
      const settings = await kept()
      return settings.ok ? settings : done({})
    },
    async write(settings) {
      try {
        await port.makeFolder(stateDir)
      } catch (error) {
        return faultOfWriting(error, 'the settings')
      }
      // what cannot be read now may be read the next time: it is not written over
      const before = await kept()
      if (!before.ok) return before
      const bytes = Buffer.from(`${JSON.stringify({ ...before.value, ...settings }, null, 2)}\n`)
      const lastLook = async () => done(null)
      const written = await replaceFile(tools, { folder: stateDir, name: NAME, bytes, mode: 0o600, first: false, lastLook })
      return written.ok ? done(null) : written
    },
  }
}

function settingsOf(text: string): Readonly<Record<string, string>> | null {
  try {
    const read = SHAPE.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
