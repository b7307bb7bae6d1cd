import type { HostTag } from '../../shared/api/contract.ts'

/** What the guard looks at in a request: nothing but its first line and its headers. */
export interface Knock {
  readonly method: string
  readonly path: string
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
  readonly fetchMode: string | undefined
  readonly fetchDest: string | undefined
  readonly contentType: string | undefined
}

export interface Refusal {
  readonly status: number
  readonly tag: HostTag
  readonly sentence: string
}

/** The header that carries the session token: a header of its own, so that another site's page cannot send it without being asked first. */
export const TOKEN_HEADER = 'x-scholion-token'

/**
 * Why a request is turned away before anything of it is read, or null. A name of ours in `Host` stops a foreign name that was made to point
 * at this computer; `Origin` and `Sec-Fetch-Site` stop other sites' pages; JSON stops plain forms. The token is checked after this.
 */
export function guard(knock: Knock, port: number): Refusal | null {
  return checkHost(knock, port) ?? checkSender(knock, port) ?? checkMethod(knock)
}

function namesOf(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]
}

function checkHost({ host }: Knock, port: number): Refusal | null {
  if (host !== undefined && namesOf(port).includes(host.toLowerCase())) return null
  return refusal(403, 'This address is not served here.')
}

function checkSender(knock: Knock, port: number): Refusal | null {
  const { host, origin, fetchSite } = knock
  const own =
    origin === undefined || (origin === `http://${host?.toLowerCase()}` && namesOf(port).includes(origin.slice('http://'.length)))
  const near = fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none'
  if (own && (near || isArrival(knock))) return null
  return refusal(403, 'Requests from other pages are not served.')
}

// Coming to the page by a link (or from the file that opens the browser) counts as cross-site; the bare page holds nothing to protect.
function isArrival({ method, path, fetchMode, fetchDest }: Knock): boolean {
  return method === 'GET' && path === '/' && fetchMode === 'navigate' && fetchDest === 'document'
}

function checkMethod({ method, path, contentType }: Knock): Refusal | null {
  const posts = path === '/session' || path === '/secret' || path.startsWith('/api/')
  if (!posts) return method === 'GET' || method === 'HEAD' ? null : refusal(405, 'This can only be read.')
  if (method !== 'POST') return refusal(405, 'This can only be posted.')
  if (/^application\/json(;\s*charset=utf-8)?$/i.test(contentType ?? '')) return null
  return refusal(415, 'Only JSON is understood here.')
}

function refusal(status: number, sentence: string): Refusal {
  return { status, tag: 'bad-request', sentence }
}
