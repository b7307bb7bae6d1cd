import { EMPTY_REGISTERS, parseRegisters, type Registers } from '../../shared/format/registers.ts'
import type { FolderHost } from '../host/folder-host.ts'

/** What the collection's description says; nothing where there is none, or where it cannot be read (`check` says so). */
export async function describedIn(host: FolderHost): Promise<Registers['description']> {
  const listed = await host.list()
  const text = listed.ok ? listed.value.registers.text : null
  const parsed = text === null ? null : parseRegisters(text)
  return parsed?.ok ? parsed.value.description : EMPTY_REGISTERS.description
}
