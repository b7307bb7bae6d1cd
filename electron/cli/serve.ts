import { statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { mirrorsDir, stateDir } from '../host/state-dir.ts'
import { openWherePossible } from '../launch/open-browser.ts'
import { ENTER_SHOWS, ownTerminal } from '../launch/terminal.ts'
import { servePage } from '../server/serve.ts'
import { type Command, DONE, SOME_FAILED, WRONG_USAGE } from './command.ts'
import { VERSION } from './version.ts'

/**
 * Serves a collection as a page until it is interrupted. Prints the address last and alone on a line; it carries the one-time secret where
 * no browser was opened.
 */
export const serve: Command = {
  name: 'serve',
  usage: 'DIR [--port N] [--no-open]',
  summary: 'serves the collection in DIR as a page on this computer and prints its address',
  async run(args, { out, err }) {
    const asked = parse(args)
    if (typeof asked === 'string') {
      err(`scholion serve: ${asked}\n`)
      return WRONG_USAGE
    }
    if (!statSync(asked.folder, { throwIfNoEntry: false })?.isDirectory()) {
      err(`scholion serve: ${asked.folder} is not a folder.\n`)
      return SOME_FAILED
    }
    const facts = { env: process.env, platform: process.platform, home: homedir() }
    const page = await servePage({
      folder: asked.folder,
      stateDir: stateDir(facts),
      mirrors: mirrorsDir(facts),
      webRoot: join(dirname(fileURLToPath(import.meta.url)), '..', 'renderer'),
      version: VERSION,
      ...(asked.port === undefined ? {} : { port: asked.port }),
    })
    const stopped = interrupted()
    const terminal = ownTerminal()
    const browser = asked.open ? await openWherePossible(page, process.env, process.platform) : null
    if (terminal) err(`${ENTER_SHOWS}, Ctrl+C ends it.\n`)
    out(`${browser?.isOpen ? page.origin : page.address}\n`)
    const deaf = terminal?.onEnter(() => out(`${page.anotherAddress()}\n`))
    await stopped
    deaf?.()
    browser?.forget()
    await page.close()
    return DONE
  },
}

interface Asked {
  readonly folder: string
  readonly port: number | undefined
  readonly open: boolean
}

function parse(args: readonly string[]): Asked | string {
  let parsed: ReturnType<typeof read>
  try {
    parsed = read(args)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const [folder, ...rest] = parsed.positionals
  if (folder === undefined || rest.length > 0) return 'give one folder.'
  const port = parsed.values.port === undefined ? undefined : Number(parsed.values.port)
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
    return '--port takes a number from 0 to 65535.'
  return { folder: resolve(folder), port, open: !parsed.values['no-open'] }
}

function read(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { port: { type: 'string' }, 'no-open': { type: 'boolean' } },
  })
}

function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })
}
