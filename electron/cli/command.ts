/** Exit codes of every command. */
export const DONE = 0
export const SOME_FAILED = 1
export const WRONG_USAGE = 2

/** Where a command writes. `out` is for what was asked (with `--json`: one JSON value and nothing else), `err` for everything else. */
export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Waits until what was written to `out` went its way: who writes very much keeps little of it. */
  readonly drained?: () => Promise<void>
}

/** Thrown by `out` where nobody reads on (`| head`): there is nothing more to do, and nothing to say. */
export class NobodyReads extends Error {}

export interface Command {
  readonly name: string
  /** What follows the name: `DIR [--port N]`. */
  readonly usage: string
  /** One line for `--help`. */
  readonly summary: string
  /** `args` is what stands after the name. Gives the exit code; a promise that stays open keeps the program running. */
  readonly run: (args: readonly string[], streams: Streams) => Promise<number>
}
