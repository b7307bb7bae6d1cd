import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { done, failed, type Result } from '../../shared/model/result.ts'

export interface WindowOptions {
  /** Electron's program. */
  readonly program: string
  /** The built app, and the collection that it opens. */
  readonly app: string
  readonly folder: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** A word nobody can guess; the app prints it alone on a line when its window is up. */
  readonly readyWord: string
  /** Milliseconds until it must have. */
  readonly readyMs: number
  /** What the app prints besides. */
  readonly show: (line: string) => void
}

export interface OpenedWindow {
  /** The exit code, when the window is closed. */
  readonly ended: Promise<number>
  close(): void
}

export type WindowTag = 'no-start' | 'ended-early' | 'not-ready'

/**
 * Starts the desktop app and waits until its window says it is ready. It is killed where it does not. The sandbox is never switched off: a
 * system on which it cannot run gets the page. A fault's sentence says what is in the way and what would mend it.
 */
export function openWindow(options: WindowOptions): Promise<Result<OpenedWindow, WindowTag>> {
  const { program, app, folder, readyWord, readyMs, show } = options
  // With ELECTRON_RUN_AS_NODE, which editors' terminals hand down, Electron would be a mere Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = options.env
  return new Promise((settle) => {
    const child = spawn(program, [app, folder], {
      stdio: ['inherit', 'pipe', 'pipe'],
      env: { ...env, SCHOLION_READY: readyWord },
    })
    const ended = new Promise<number>((over) => child.once('close', (code) => over(code ?? 1)))
    const complaints: string[] = []
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, readyMs)
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.trim() !== readyWord) return show(line)
      clearTimeout(timer)
      settle(done({ ended, close: () => child.kill('SIGTERM') }))
    })
    createInterface({ input: child.stderr }).on('line', (line) => {
      complaints.push(line)
      if (complaints.length > 50) complaints.shift()
      show(line)
    })
    child.once('error', (error) => {
      clearTimeout(timer)
      settle(failed('no-start', `The window's program could not be started (${error.message}); \`npm ci\` puts it back.`))
    })
    // Once settled as ready, this does nothing more.
    void ended.then((code) => {
      clearTimeout(timer)
      if (isLate) settle(failed('not-ready', `The window did not appear within ${readyMs / 1000} s; ${mendingOf(complaints)}`))
      else settle(failed('ended-early', `The window's program ended at once (${code}); ${mendingOf(complaints)}`))
    })
  })
}

function mendingOf(complaints: readonly string[]): string {
  const said = complaints.join('\n')
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(said)?.[1]
  if (library) return `the system lacks ${library}: installing the package that has it would mend that.`
  if (/sandbox/i.test(said))
    return 'its sandbox is not allowed to run here: allowing unprivileged user namespaces would mend that.'
  if (/display/i.test(said)) return 'it could not reach the display: starting it in a desktop session would mend that.'
  return 'what it printed stands above.'
}
