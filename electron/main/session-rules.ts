import type { Session } from 'electron'
import { ORIGIN } from './trusted-sender.ts'

/** The one thing a page may do without asking: put text on the clipboard. */
const ALLOWED = 'clipboard-sanitized-write'

/**
 * Shuts the ways out of a page: no permission but copying, no device, no request to anything but our own files, no download, no dictionary
 * fetched from elsewhere. Electron's own default is to grant every permission.
 */
export function setSessionRules(session: Session, log: (line: string) => void): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(permission === ALLOWED && details.isMainFrame && originOf(details.requestingUrl) === ORIGIN),
  )
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    return permission === ALLOWED && details.isMainFrame && originOf(origin) === ORIGIN
  })
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const own = originOf(url) === ORIGIN
    if (!own) log(`refused a request to ${url.slice(0, 200)}`)
    answer({ cancel: !own })
  })
  session.on('will-download', (event) => event.preventDefault())
  session.setSpellCheckerEnabled(false)
}

// `URL.origin` of a scheme that Node does not know is the word "null"
function originOf(url: string): string | null {
  try {
    const { protocol, host, pathname } = new URL(url)
    if (protocol === 'blob:') return originOf(pathname)
    return `${protocol}//${host}`
  } catch {
    return null
  }
}
