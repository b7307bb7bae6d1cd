import type { Send } from '../../shared/api/client.ts'
import type { Bridge } from '../../shared/api/desktop.ts'

/** What the desktop's preload script put before the page, or null: then this is a page in a browser. */
export function desktopBridge(page: object = window): Bridge | null {
  return 'scholion' in page ? (page.scholion as Bridge) : null
}

/** Talks to the main process of the desktop window, through the bridge and nothing else. */
export function ipcTransport({ host }: Bridge): Send {
  return (name, ask) => (host[name] as (ask: unknown) => Promise<unknown>)(ask)
}
