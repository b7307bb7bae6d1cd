import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hasDisplay } from './decide.ts'

type Env = Readonly<Record<string, string | undefined>>

/** The command that opens a file in the person's browser, without the file; or null where none may or can be opened. */
export function browserOpener(env: Env, platform: string, find: (program: string) => string | null): readonly string[] | null {
  if (env.SCHOLION_NO_OPEN === '1') return null
  if (env.CI && env.CI !== 'false' && env.CI !== '0') return null
  if (!hasDisplay(env, platform)) return null
  // `start` is a word of cmd.exe; its first quoted argument is a title.
  if (platform === 'win32') return [env.ComSpec || 'cmd.exe', '/d', '/c', 'start', '""']
  const opener = find(platform === 'darwin' ? 'open' : 'xdg-open')
  return opener === null ? null : [opener]
}

/** A page that a browser is to show; `used` settles when it took the secret, and the file is deleted then. */
export interface PageToOpen {
  readonly address: string
  readonly used?: Promise<unknown>
}

/** Opens the page in the person's browser, or gives null where none may or can be opened. Milliseconds as in `BrowserOptions`. */
export async function openWherePossible(
  page: PageToOpen,
  env: Env,
  platform: string,
  { patienceMs = 3_000, keepMs = 120_000 } = {},
): Promise<OpenedBrowser | null> {
  const opener = browserOpener(env, platform, onPath(env))
  return opener && openBrowser({ ...page, opener, temp: tmpdir(), patienceMs, keepMs })
}

/** Finds a program of that name on the PATH: its full path, or null. */
export function onPath(env: Env): (program: string) => string | null {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return (program) => folders.map((folder) => join(folder, program)).find(isRunnable) ?? null
}

export interface BrowserOptions extends PageToOpen {
  readonly opener: readonly string[]
  /** The folder in which a folder of our own is made. */
  readonly temp: string
  /** Milliseconds after which an opener that still runs counts as one that succeeded (some stay as long as the browser does). */
  readonly patienceMs: number
  /** Milliseconds after which the file is deleted in any case. */
  readonly keepMs: number
}

export interface OpenedBrowser {
  readonly isOpen: boolean
  /** Deletes the file, if it is still there. */
  forget(): void
}

/**
 * Opens the address in the person's browser without the secret ever standing in an argument list, which everybody on the machine can
 * read: the browser is given a file (0600, in a 0700 folder) that sends it on.
 */
export async function openBrowser(options: BrowserOptions): Promise<OpenedBrowser> {
  const { opener, address, temp, patienceMs, used, keepMs } = options
  const folder = mkdtempSync(join(temp, 'scholion-')) // made 0700
  const file = join(folder, 'open.html')
  writeFileSync(file, redirectTo(address), { mode: 0o600, flag: 'wx' })
  const timer = setTimeout(() => forget(), keepMs)
  timer.unref()
  function forget() {
    clearTimeout(timer)
    rmSync(folder, { recursive: true, force: true })
  }
  const isOpen = await runOpener([...opener, pathToFileURL(file).href], patienceMs)
  if (isOpen) used?.then(forget, forget)
  else forget()
  return { isOpen, forget }
}

function runOpener([program = '', ...args]: readonly string[], patienceMs: number): Promise<boolean> {
  return new Promise((settle) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.unref()
    const timer = setTimeout(() => settle(true), patienceMs)
    const end = (isOpen: boolean) => {
      clearTimeout(timer)
      settle(isOpen)
    }
    child.once('error', () => end(false))
    child.once('exit', (code) => end(code === 0))
  })
}

// JSON with "<" escaped can stand in a script element whatever the address is.
function redirectTo(address: string): string {
  const target = JSON.stringify(address).replaceAll('<', '\\u003c')
  return `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Scholion</title>
<script>location.replace(${target})</script>
<noscript>Scholion needs JavaScript.</noscript>
`
}

function isRunnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
