import type { BrowserContext } from '@playwright/test'

/** What a browser context did so far that it must not. */
export interface Watched {
  readonly violations: () => number
  readonly offLoopback: () => number
  /** Exceptions that nobody caught: every one is a bug, a broken ledger or anchor among them. */
  readonly errors: () => number
  /** What was seen, in words, for a failure message. */
  readonly seen: readonly string[]
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Whether a request stays on this computer. `data:`, `blob:`, `about:` and `file:` never leave it. */
export function staysHere(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return !/^(https?|wss?|ftp):$/.test(protocol) || LOOPBACK.has(hostname)
}

/**
 * Counts broken policies and requests off this computer in every page of a context, from now on. A broken policy shows twice, as an event
 * and on the console; some show in one place only, so the larger of both counts.
 */
export async function watch(context: BrowserContext): Promise<Watched> {
  const seen: string[] = []
  let events = 0
  let messages = 0
  let away = 0
  let errors = 0
  await context.exposeBinding('__policyBroken', (_source, what: string) => {
    events += 1
    seen.push(`policy: ${what}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell = (window as unknown as { __policyBroken: (what: string) => void }).__policyBroken
      tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  context.on('console', (message) => {
    if (!/content security policy/i.test(message.text())) return
    messages += 1
    seen.push(`console: ${message.text()}`)
  })
  const count = (address: string) => {
    if (staysHere(address)) return
    away += 1
    seen.push(`request: ${address}`)
  }
  context.on('request', (request) => count(request.url()))
  context.on('page', (page) => page.on('websocket', (socket) => count(socket.url())))
  context.on('weberror', (error) => {
    errors += 1
    seen.push(`exception: ${error.error().stack ?? error.error().message}`)
  })
  return { errors: () => errors, violations: () => Math.max(events, messages), offLoopback: () => away, seen }
}
