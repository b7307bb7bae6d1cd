import { createHash, randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { realFs } from './fs-port.ts'
import type { Tools } from './replace-file.ts'

/** The real disk, clock and chance, for what is written apart from a collection's host. */
export const SYSTEM_TOOLS: Tools = {
  port: realFs,
  now: () => new Date(),
  pause: (milliseconds) => pause(milliseconds),
  randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  sha256: (bytes) => createHash('sha256').update(bytes).digest('hex'),
}
