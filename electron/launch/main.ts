import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { servePage } from '../server/serve.ts'
import { launch } from './launch.ts'
import { LIMITS, portsOf } from './ports.ts'
import { ownTerminal } from './terminal.ts'

// Built, this is dist/node/launch.js.
const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const [folder] = process.argv.slice(2)

const interrupted = new Promise<void>((done) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
})

try {
  process.exitCode = await launch(
    portsOf({
      env: process.env,
      platform: process.platform,
      isRoot: process.getuid?.() === 0,
      now: () => new Date(),
      checkout,
      folder: folder ? resolve(folder) : join(checkout, 'corpus', 'prem19'),
      terminal: ownTerminal(),
      interrupted,
      note: (line) => process.stderr.write(`${line}\n`),
      print: (line) => process.stdout.write(`${line}\n`),
      limits: LIMITS,
      servePage,
    }),
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
