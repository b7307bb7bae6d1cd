import { memoryHost } from '../../shared/api/memory-host.ts'
import { contractSuite } from './contract-suite.ts'
import { LETTERS, sha256 } from './letters.ts'

contractSuite('memory', async () => {
  const disk = new Map<string, string>()
  const originals = Object.entries(LETTERS).map(([name, text]) => ({
    name,
    base64: Buffer.from(text).toString('base64'),
    sha256: sha256(text),
    bytes: Buffer.byteLength(text),
  }))
  const host = memoryHost({ name: 'letters', originals, disk, sha256, now: () => '2026-11-21T09:00:00.000Z' })
  return {
    host,
    disk: {
      read: async (name) => disk.get(name) ?? null,
      write: async (name, text) => {
        disk.set(name, text)
      },
      remove: async (name) => {
        disk.delete(name)
      },
      originals: async () => structuredClone(originals),
    },
    close: async () => {},
  }
})
