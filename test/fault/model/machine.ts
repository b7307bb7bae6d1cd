import { type FolderHost, openFolderHost } from '../../../electron/host/folder-host.ts'
import { systemError } from '../../../electron/host/fs-port.ts'
import type { Call, Host } from '../../../shared/api/contract.ts'
import { CALLS } from '../../../shared/api/contract.ts'
import { fault } from '../../../shared/api/write-rules.ts'
import { value } from '../../contract/letters.ts'
import { brokenFs } from '../../host/broken-fs.ts'

/**
 * Two computers that save in the very same milliseconds may write over each other: between the look and the rename there is no lock that a shared
 * folder would hold. The README says so; here their saves come one after another.
 */
let turn: Promise<unknown> = Promise.resolve()
function inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
  const mine = turn.then(act)
  turn = mine.catch(() => undefined)
  return mine
}

const CHANGES = new Set(['createNew', 'write', 'sync', 'rename', 'link', 'unlink', 'syncFolder', 'close'])

/** A computer with a program that serves the folder. The program can be killed between any two operations of the disk; the disk can be full. */
export class Machine {
  full = false
  alive = false
  /** Operations that change the disk and may still be done before the program is killed. */
  private left = Number.POSITIVE_INFINITY
  private host: FolderHost | null = null
  private busy = 0
  private readonly folder: string
  private readonly stateDir: string
  private run = 0

  constructor(folder: string, stateDir: string) {
    this.folder = folder
    this.stateDir = stateDir
  }

  async start(): Promise<void> {
    const run = ++this.run
    this.left = Number.POSITIVE_INFINITY
    const port = brokenFs((call) => {
      if (this.run !== run) throw systemError('EIO', 'this program is dead')
      if (CHANGES.has(call) && this.left-- <= 0) {
        this.kill()
        throw systemError('EIO', 'this program is dead')
      }
      if (this.full && call === 'write') throw systemError('ENOSPC', 'no room')
      return undefined
    })
    const notify = () => () => undefined
    this.host = value(
      await openFolderHost({
        folder: this.folder,
        stateDir: this.stateDir,
        port,
        notify,
        now: () => new Date(),
        pause: async () => {},
      }),
    )
    this.alive = true
  }

  /** Ends the program as kill -9 does: after so many more changes of the disk. */
  killAfter(changes: number): void {
    this.left = changes
  }

  kill(): void {
    this.run++
    this.alive = false
    this.host = null
  }

  /** What one page sees of this machine: a page that died makes no calls and gets no answers. */
  pageHost(page: { dead: boolean }): Host {
    const gone = fault('unreachable', 'Nobody answers.')
    const never = new Promise<never>(() => undefined)
    const call = (name: Call) => async (ask?: unknown) => {
      if (page.dead) return never
      const { host, run } = this
      if (!host) return gone
      this.busy++
      try {
        const act = () => (host[name] as (ask?: unknown) => Promise<unknown>)(ask)
        const answer = await (name === 'writeTranscript' ? inTurn(act) : act())
        if (page.dead) return never
        return this.run === run ? answer : gone
      } finally {
        this.busy--
      }
    }
    return Object.fromEntries(CALLS.map((name) => [name, call(name)])) as unknown as Host
  }

  get isBusy(): boolean {
    return this.busy > 0
  }
}
