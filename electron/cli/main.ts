import { NobodyReads } from './command.ts'
import { COMMANDS } from './commands.ts'
import { run } from './run.ts'

const { stdout, stderr } = process
let isRead = true
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  isRead = false
})

process.exitCode = await run(process.argv.slice(2), COMMANDS, {
  out: (text) => {
    if (!isRead) throw new NobodyReads()
    stdout.write(text)
  },
  err: (text) => stderr.write(text),
  drained: () =>
    new Promise((resolve) => {
      if (!isRead || !stdout.writableNeedDrain) return resolve()
      stdout.once('drain', resolve)
      stdout.once('error', () => resolve())
    }),
})
