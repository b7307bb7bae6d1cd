import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { done, failed, type Result } from '../../shared/model/result.ts'
import { follow, NOTHING_SEEN, type Report } from './patience.ts'

export interface FetchOptions {
  /** Electron's own `install.js`. */
  readonly installer: string
  /** `report-download.mjs`. */
  readonly reporter: string
  /** Milliseconds until a connection must stand, and the longest silence after that. */
  readonly connectMs: number
  readonly silenceMs: number
  /** What the installer prints, as it comes. */
  readonly show: (text: string) => void
  /** Bytes received so far. */
  readonly progress?: (bytes: number) => void
}

export type FetchTag = 'no-connection' | 'stalled' | 'failed'

/**
 * Runs Electron's installer as a child and kills it where no connection comes about or the bytes stop. A fault's sentence is a few words
 * that finish "could not be downloaded: …".
 */
export function fetchElectron(options: FetchOptions): Promise<Result<null, FetchTag>> {
  const { installer, reporter, connectMs, silenceMs, show } = options
  return new Promise((settle) => {
    const child = spawn(process.execPath, ['--import', pathToFileURL(reporter).href, installer], {
      cwd: dirname(installer),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    let seen = NOTHING_SEEN
    let gaveUp: Result<null, FetchTag> | null = null
    let timer: NodeJS.Timeout | undefined
    const wait = () => {
      clearTimeout(timer)
      const limit = seen.connected ? silenceMs : connectMs
      timer = setTimeout(() => {
        const seconds = limit / 1000
        gaveUp = seen.connected
          ? failed('stalled', `nothing came for ${seconds} s`)
          : failed('no-connection', `no connection within ${seconds} s`)
        child.kill('SIGKILL')
      }, limit)
    }
    wait()
    child.stdout?.setEncoding('utf8').on('data', show)
    child.stderr?.setEncoding('utf8').on('data', show)
    child.on('message', (report) => {
      const before = seen.bytes
      const followed = follow(seen, report as Report)
      seen = followed.seen
      if (followed.isAlive) wait()
      if (seen.bytes > before) options.progress?.(seen.bytes)
    })
    const end = (result: Result<null, FetchTag>) => {
      clearTimeout(timer)
      settle(gaveUp ?? result)
    }
    child.once('error', (error) => end(failed('failed', error.message)))
    child.once('close', (code) => end(code === 0 ? done(null) : failed('failed', `its installer ended with ${code}`)))
  })
}
