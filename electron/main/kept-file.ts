import type { ZodType } from 'zod'
import { done } from '../../shared/model/result.ts'
import { realFs } from '../host/fs-port.ts'
import { readInside } from '../host/path-sandbox.ts'
import { replaceFile } from '../host/replace-file.ts'
import { SYSTEM_TOOLS } from '../host/system-tools.ts'

/** A small file of ours in the state folder. What cannot be read or written costs a convenience and nothing else. */
export interface KeptFile<Value> {
  /** What was kept, or null where there is nothing that can be read. */
  read(): Promise<Value | null>
  write(value: Value): Promise<void>
}

/** The file `name` in `folder`, which is made when it is first written. Writes are one after another. */
export function keptFile<Value>(folder: string, name: string, shape: ZodType<Value>): KeptFile<Value> {
  let last: Promise<unknown> = Promise.resolve()
  return {
    async read() {
      const file = await readInside(realFs, folder, name, 1024 * 1024)
      if (!file.ok) return null
      try {
        const read = shape.safeParse(JSON.parse(Buffer.from(file.value.bytes).toString('utf8')))
        return read.success ? read.data : null
      } catch {
        return null
      }
    },
    write(value) {
      const write = async () => {
        await realFs.makeFolder(folder)
        const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
        await replaceFile(SYSTEM_TOOLS, { folder, name, bytes, mode: 0o600, first: false, lastLook: async () => done(null) })
      }
      const written = last.then(write).catch(() => {})
      last = written
      return written
    },
  }
}
