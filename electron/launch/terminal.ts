import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** How a person is told of it, in a sentence with what else can be typed. */
export const ENTER_SHOWS = 'Enter shows an address for another page'

/** Where a person types at this program. */
export interface Terminal {
  /** Calls `told` at each Enter, until what it returns is called. */
  onEnter(told: () => void): () => void
}

/** What a terminal needs of the process. */
export interface Typing {
  readonly input: Pick<NodeJS.ReadStream, 'isTTY' | 'on' | 'off' | 'resume' | 'pause'>
  /** Whether what is typed is for this program: a job in the background that reads its terminal is stopped by the system. */
  readonly isInFront: () => boolean
  /** Calls `then` each time the shell lets the program go on, in front or in the background. */
  readonly onGoingOn: (then: () => void) => () => void
}

/** The terminal that the program was started at; null where its input is none: a file or a pipe is for somebody else. */
export function terminalOf({ input, isInFront, onGoingOn }: Typing): Terminal | null {
  if (!input.isTTY) return null
  return {
    onEnter(told) {
      const read = (typed: Buffer | string) => {
        for (const _ of typed.toString().matchAll(/\n/g)) told()
      }
      // a terminal that was closed is read no more; the signal that comes with it ends the program
      const lost = () => input.pause()
      const listen = () => (isInFront() ? input.resume() : input.pause())
      // to listen alone would begin to read
      input.pause()
      input.on('data', read)
      input.on('error', lost)
      const deaf = onGoingOn(listen)
      listen()
      return () => {
        deaf()
        input.off('data', read)
        input.off('error', lost)
        input.pause()
      }
    },
  }
}

/** This process's own terminal. */
export function ownTerminal(): Terminal | null {
  return terminalOf({
    input: process.stdin,
    isInFront,
    onGoingOn: (then) => {
      if (process.platform === 'win32') return () => {}
      process.on('SIGCONT', then)
      return () => void process.off('SIGCONT', then)
    },
  })
}

/** Not in front where that cannot be told. */
function isInFront(): boolean {
  if (process.platform === 'win32') return true
  try {
    // Linux: after the name in brackets stand state, parent, group, session, terminal, and the group in front of that terminal
    const fields =
      process.platform === 'linux'
        ? readFileSync('/proc/self/stat', 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ')
        : null
    const [group, front] = fields ? [fields[2], fields[5]] : groupsByPs()
    return group !== undefined && group === front
  } catch {
    return false
  }
}

function groupsByPs(): readonly string[] {
  const asked = spawnSync('ps', ['-o', 'pgid=,tpgid=', '-p', String(process.pid)], { encoding: 'utf8' })
  return (asked.stdout ?? '').trim().split(/\s+/)
}
