import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Collection } from '../../shared/api/contract.ts'
import { REGISTERS } from '../../shared/api/file-names.ts'
import { parseRegisters } from '../../shared/format/registers.ts'
import { realFs } from '../host/fs-port.ts'
import { readInside } from '../host/path-sandbox.ts'
import type { Finding } from './check-document.ts'

/** The registers of a collection, where there are any. */
export function checkRegisters({ registers }: Collection): readonly Finding[] {
  if (registers.text === null) return []
  const parsed = parseRegisters(registers.text)
  if (parsed.ok)
    return [
      {
        file: REGISTERS,
        errors: [],
        warnings: [],
        state: `hands ${parsed.value.hands.length}, people ${parsed.value.people.length}`,
      },
    ]
  return [{ file: REGISTERS, errors: parsed.fault.problems ?? [parsed.fault.sentence], warnings: [] }]
}

const MANIFEST = 'manifest.json'
const LARGEST_LIST = 16 * 1024 * 1024
const LARGEST_FILE = 64 * 1024 * 1024

const manifest = z.object({
  files: z.array(z.object({ name: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number().optional() })),
})

/** The files that `manifest.json` names, each against its sha256. Nothing where a collection has no manifest. */
export async function checkManifest(folder: string): Promise<readonly Finding[]> {
  if (!existsSync(join(folder, MANIFEST))) return []
  const root = realpathSync(folder)
  const read = await readInside(realFs, root, MANIFEST, LARGEST_LIST)
  if (!read.ok) return [{ file: MANIFEST, errors: [read.fault.sentence], warnings: [] }]
  const parsed = manifest.safeParse(jsonOf(Buffer.from(read.value.bytes).toString('utf8')))
  if (!parsed.success) {
    const error = 'It cannot be read: it should hold a list “files”, each with “name” and “sha256” (64 signs of 0-9 and a-f).'
    return [{ file: MANIFEST, errors: [error], warnings: [] }]
  }
  const errors: string[] = []
  for (const { name, sha256 } of parsed.data.files) {
    const file = await readInside(realFs, root, name, LARGEST_FILE)
    if (!file.ok) errors.push(`${name}: ${file.fault.sentence}`)
    else if (createHash('sha256').update(file.value.bytes).digest('hex') !== sha256)
      errors.push(`${name} is not the file that the manifest names: its sha256 differs.`)
  }
  return [{ file: MANIFEST, errors, warnings: [], state: `${parsed.data.files.length} files` }]
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
