import type { Host } from '../../shared/api/contract.ts'
import { CHANNELS, type Shell } from '../../shared/api/desktop.ts'
import { dispatch } from '../../shared/api/dispatch.ts'
import { fault } from '../../shared/api/write-rules.ts'
import type { Result } from '../../shared/model/result.ts'
import { dispatchShell } from './dispatch-shell.ts'
import { type Sender, whyForeign } from './trusted-sender.ts'

/** As much of Electron's `ipcMain` as is used: a test gives its own. */
export interface Listens {
  handle(channel: string, answer: (event: Sender, ...args: unknown[]) => Promise<unknown>): void
}

/** What stands behind one window. */
export interface Behind {
  readonly host: Host
  readonly shell: Shell
}

export interface AnswerParts {
  /** What stands behind the window whose contents have this number; null where it is none of ours. */
  readonly behind: (contents: number) => Behind | null
  readonly log: (line: string) => void
}

/** Answers the two channels that windows ask on. Gives the calls under way, so that quitting can wait for them. */
export function answerCalls(ipc: Listens, { behind, log }: AnswerParts): ReadonlySet<Promise<unknown>> {
  const working = new Set<Promise<unknown>>()
  const answer = (channel: string, act: (to: Behind, name: string, ask: unknown) => Promise<Result<unknown>>) =>
    ipc.handle(channel, async (event, ...args) => {
      const why = whyForeign(event, (contents) => behind(contents) !== null)
      const to = behind(event.sender.id)
      if (why !== null || to === null) {
        log(`refused a message on ${channel}: ${why}`)
        return fault('bad-request', 'Requests from other pages are not served.')
      }
      const [name, ask] = args
      if (typeof name !== 'string' || args.length !== 2)
        return fault('bad-request', 'The request could not be understood. Nothing was changed.')
      const work = act(to, name, ask)
      // a watch waits for 25 s by its nature: nobody waits for it
      if (name === 'watch') return work
      working.add(work)
      return work.finally(() => working.delete(work))
    })
  const report = (error: unknown) => log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  answer(CHANNELS.call, ({ host }, name, ask) => dispatch(host, name, ask, report))
  answer(CHANNELS.shell, ({ shell }, name, ask) => dispatchShell(shell, name, ask, report))
  return working
}
