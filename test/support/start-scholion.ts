import { type ChildProcess, spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const CHECKOUT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A page host that runs in a process of its own, as a person would have it. */
export interface RunningScholion {
  /** Origin and one-time secret: good for one page. */
  readonly address: string
  readonly origin: string
  readonly stateDir: string
  readonly process: ChildProcess
  /** Ends it as Ctrl+C does and waits until it is gone. */
  stop(): Promise<void>
  /** Ends it as a power cut of the program does (SIGKILL). */
  kill(): Promise<void>
}

/** Starts `scholion serve` over `folder` and waits for the address it prints. Throws with what it said if it ends before that. */
export async function startScholion(folder: string, stateDir: string, port = 0): Promise<RunningScholion> {
  const child = spawn(
    process.execPath,
    [join(CHECKOUT, 'dist/node/cli.js'), 'serve', folder, '--port', String(port), '--no-open'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, SCHOLION_STATE_DIR: stateDir, SCHOLION_NO_OPEN: '1' },
    },
  )
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const address = await new Promise<string>((found, lost) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (/^http:\/\/\S+$/.test(line)) found(line)
      else said += `${line}\n`
    })
    child.once('error', lost)
    child.once('exit', (code) => lost(new Error(`scholion serve ended with ${code} before it printed an address:\n${said}`)))
  })
  const end = (signal: NodeJS.Signals) => async () => {
    // one that a test stopped would not hear it
    if (signal !== 'SIGKILL') child.kill('SIGCONT')
    child.kill(signal)
    await gone
  }
  return { address, origin: new URL(address).origin, stateDir, process: child, stop: end('SIGINT'), kill: end('SIGKILL') }
}

/** The same program again: same folder, same state, same port, as a person would start it anew. */
export const startAgain = (before: RunningScholion, collection: string): Promise<RunningScholion> =>
  startScholion(collection, before.stateDir, Number(new URL(before.origin).port))
