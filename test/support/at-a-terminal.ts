import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { CHECKOUT } from './start-scholion.ts'

/** A page host that runs in front of a terminal, where a person types. */
interface AtTerminal {
  readonly address: string
  /** Types Enter and gives the address that is shown then. */
  pressEnter(): Promise<string>
  /** Everything that stood in the terminal. */
  said(): string
  /** Types Ctrl+C and waits until the program is gone. */
  stop(): Promise<void>
}

/** Whether util-linux’s `script` is here, which gives a program a terminal of its own. */
export const canHaveTerminal = (): boolean =>
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false

/** Starts `scholion serve` over `folder` as somebody in a terminal does. */
export async function startAtTerminal(folder: string, stateDir: string): Promise<AtTerminal> {
  const command = [process.execPath, join(CHECKOUT, 'dist/node/cli.js'), 'serve', folder, '--no-open'].map((part) => `'${part}'`)
  const child = spawn('script', ['-qefc', command.join(' '), '/dev/null'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, SCHOLION_STATE_DIR: stateDir },
  })
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  const lines: string[] = []
  const shown: string[] = []
  const waiting: ((address: string) => void)[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    const address = /^http:\/\/\S+$/.exec(line.trim())?.[0]
    if (address === undefined) return
    const next = waiting.shift()
    if (next) next(address)
    else shown.push(address)
  })
  const nextAddress = () =>
    new Promise<string>((found, lost) => {
      const before = shown.shift()
      if (before !== undefined) return found(before)
      waiting.push(found)
      child.once('exit', (code) => lost(new Error(`It ended with ${code}:\n${lines.join('\n')}`)))
    })
  return {
    address: await nextAddress(),
    pressEnter() {
      child.stdin.write('\r')
      return nextAddress()
    },
    said: () => lines.join('\n'),
    async stop() {
      child.stdin.write('\x03')
      await gone
    },
  }
}
