import type { IncomingMessage } from 'node:http'
import { dispatch } from '../../shared/api/dispatch.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { done, type Result } from '../../shared/model/result.ts'
import type { FolderHost } from '../host/folder-host.ts'
import { guard, type Knock, type Refusal, TOKEN_HEADER } from './guard.ts'
import { securityHeaders, withNonce } from './headers.ts'
import type { StaticFile } from './static-files.ts'
import type { Tokens } from './tokens.ts'

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface Served {
  readonly host: FolderHost
  readonly tokens: Tokens
  readonly files: ReadonlyMap<string, StaticFile>
  readonly port: number
  readonly nonce: () => string
  readonly report: (error: unknown) => void
}

const MOST_BODY = 100 * 1024 * 1024

/** Answers one request. The order is the rule: the guard, then the token, and only then is a body read. */
export async function answer(served: Served, request: IncomingMessage): Promise<HttpAnswer> {
  const knock = knockOf(request)
  const refused = guard(knock, served.port)
  if (refused) return refusal(refused)
  if (knock.method !== 'POST') return file(served, knock.path)
  if (knock.path !== '/session' && !served.tokens.isLive(single(request, TOKEN_HEADER))) return lost()
  const body = await readJson(request)
  if (!body.ok) return json(body.fault.tag === 'too-large' ? 413 : 400, body)
  if (knock.path === '/session') return session(served, body.value)
  if (knock.path === '/secret') return json(200, done({ secret: served.tokens.secret(false) }))
  return json(200, await dispatch(served.host, knock.path.slice('/api/'.length), body.value, served.report))
}

/** The answer to a mistake of ours that nothing else caught. */
export function mistake(): HttpAnswer {
  return json(
    500,
    fault('bug', 'Scholion made a mistake. Your work is still on the screen and in its journal; please report this.'),
  )
}

function knockOf(request: IncomingMessage): Knock {
  const target = request.url ?? ''
  return {
    method: request.method ?? '',
    path: target.split('?', 1)[0] ?? '',
    host: single(request, 'host'),
    origin: single(request, 'origin'),
    fetchSite: single(request, 'sec-fetch-site'),
    fetchMode: single(request, 'sec-fetch-mode'),
    fetchDest: single(request, 'sec-fetch-dest'),
    contentType: single(request, 'content-type'),
  }
}

function single(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(', ') : value
}

function file({ files, nonce }: Served, path: string): HttpAnswer {
  const found = files.get(path)
  if (!found) return json(404, fault('missing', 'There is nothing at this address. Open the one that Scholion printed.'))
  if (found !== files.get('/'))
    return { status: 200, headers: { ...securityHeaders(null), 'content-type': found.type }, body: found.bytes }
  const fresh = nonce()
  const body = Buffer.from(withNonce(found.bytes.toString('utf8'), fresh))
  return { status: 200, headers: { ...securityHeaders(fresh), 'content-type': found.type }, body }
}

async function session({ tokens }: Served, body: unknown): Promise<HttpAnswer> {
  const secret = typeof body === 'object' && body !== null && 'secret' in body ? body.secret : null
  const token = typeof secret === 'string' ? await tokens.exchange(secret) : null
  return token === null ? lost() : json(200, done({ token }))
}

function lost(): HttpAnswer {
  return json(
    401,
    fault(
      'session-lost',
      'This page is not let in (any more): an address is good for one page. Press Enter in the terminal where the program runs, and it shows another one, good for five minutes. Where it runs without a terminal, stop it and start it again; pages that are open go on.',
    ),
  )
}

function refusal({ status, tag, sentence }: Refusal): HttpAnswer {
  return json(status, fault(tag, sentence))
}

function json(status: number, result: Result<unknown>): HttpAnswer {
  const headers = { ...securityHeaders(null), 'content-type': 'application/json; charset=utf-8' }
  return { status, headers, body: Buffer.from(JSON.stringify(result)) }
}

async function readJson(request: IncomingMessage): Promise<Result<unknown>> {
  const tooLarge = fault('too-large', 'This is more than 100 MiB at once. Nothing was changed.')
  if (Number(request.headers['content-length'] ?? 0) > MOST_BODY) return tooLarge
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MOST_BODY) return tooLarge
    chunks.push(chunk)
  }
  try {
    return done(JSON.parse(Buffer.concat(chunks).toString('utf8')))
  } catch {
    return fault('bad-request', 'The request was no JSON. Nothing was changed.')
  }
}
