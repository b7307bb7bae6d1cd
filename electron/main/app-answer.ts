import { randomBytes } from 'node:crypto'
import { securityHeaders, withNonce } from '../server/headers.ts'
import type { StaticFile } from '../server/static-files.ts'
import { ORIGIN } from './trusted-sender.ts'

/** The answer to one request for `app://scholion/…`: a built file under its exact address, else 404. No path is ever made of what a request says. */
export function answerApp(
  files: ReadonlyMap<string, StaticFile>,
  request: { readonly url: string; readonly method: string },
): Response {
  const { protocol, host, pathname } = new URL(request.url)
  const file = `${protocol}//${host}` === ORIGIN && request.method === 'GET' ? files.get(pathname) : undefined
  if (!file) return new Response('There is nothing at this address.', { status: 404, headers: headersOf('text/plain', null) })
  if (file !== files.get('/')) return new Response(new Uint8Array(file.bytes), { headers: headersOf(file.type, null) })
  const nonce = randomBytes(16).toString('base64')
  return new Response(withNonce(file.bytes.toString('utf8'), nonce), { headers: headersOf(file.type, nonce) })
}

function headersOf(type: string, nonce: string | null): Record<string, string> {
  return { ...securityHeaders(nonce), 'content-type': type }
}
