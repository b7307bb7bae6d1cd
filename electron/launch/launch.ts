import type { Result } from '../../shared/model/result.ts'
import { type Decision, decide, type LaunchFacts } from './decide.ts'
import type { FetchTag } from './fetch-electron.ts'
import type { OpenedBrowser } from './open-browser.ts'
import type { OpenedWindow, WindowTag } from './open-window.ts'
import { ENTER_SHOWS, type Terminal } from './terminal.ts'

/** A page that is being served. */
export interface Served {
  readonly origin: string
  /** The origin with the one-time secret. */
  readonly address: string
  /** An address with a secret of its own, good for one page too, and for five minutes. */
  anotherAddress(): string
  /** Settles when a page took the secret. */
  readonly used?: Promise<unknown>
  close(): Promise<void>
}

/** What launching needs of the world; `ports.ts` has the real one. */
export interface LaunchPorts {
  /** Looked up anew on each call: a download changes them. */
  facts(): LaunchFacts
  fetchElectron(installer: string): Promise<Result<null, FetchTag>>
  rememberFailure(version: string, reason: string): void
  forgetFailure(): void
  openWindow(program: string): Promise<Result<OpenedWindow, WindowTag>>
  servePage(): Promise<Served>
  /** Null where no browser may or can be opened. */
  openBrowser(page: Served): Promise<OpenedBrowser | null>
  /** Where the person can ask for another address; null where nobody types. */
  readonly terminal: Terminal | null
  /** Settles when the person ends the program. */
  readonly interrupted: Promise<unknown>
  /** A line beside the matter, and the address. */
  note(line: string): void
  print(line: string): void
}

/** Opens the window, or says in one line why not and serves the page. Gives the exit code when the person is done. */
export async function launch(ports: LaunchPorts): Promise<number> {
  const decision = await withElectron(ports, decide(ports.facts()))
  if (decision.open === 'page') return servePage(ports, decision.why)
  const opened = await ports.openWindow(decision.program)
  if (!opened.ok) return servePage(ports, opened.fault.sentence)
  const closed = ports.interrupted.then(() => {
    opened.value.close()
    return 0
  })
  const code = await Promise.race([opened.value.ended, closed])
  await opened.value.ended
  return code
}

async function withElectron(ports: LaunchPorts, decision: Decision): Promise<Exclude<Decision, { open: 'after-download' }>> {
  if (decision.open !== 'after-download') return decision
  const { installer, version } = decision
  ports.note(`Downloading Electron ${version}, which draws the window (about 120 MB, once) …`)
  const fetched = await ports.fetchElectron(installer)
  if (!fetched.ok) {
    ports.rememberFailure(version, fetched.fault.sentence)
    return pageFor(fetched.fault.sentence)
  }
  ports.forgetFailure()
  const again = decide(ports.facts())
  return again.open === 'after-download' ? pageFor('its installer ended without a program') : again
}

function pageFor(reason: string) {
  const mend = 'connect to the internet and start again tomorrow, or run `npx install-electron` yourself.'
  return {
    open: 'page',
    why: `Electron, which draws the window, could not be downloaded: ${reason}; to have it, ${mend}`,
  } as const
}

async function servePage(ports: LaunchPorts, why: string): Promise<number> {
  ports.note(`${why} Here is Scholion as a page; ${ports.terminal ? `${ENTER_SHOWS}, ` : ''}Ctrl+C ends it.`)
  const page = await ports.servePage()
  const browser = await ports.openBrowser(page)
  ports.print(browser?.isOpen ? page.origin : page.address)
  const deaf = ports.terminal?.onEnter(() => ports.print(page.anotherAddress()))
  await ports.interrupted
  deaf?.()
  browser?.forget()
  await page.close()
  return 0
}
