import { readdir, readFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ServedPage } from '../../electron/server/serve.ts'
import { clientOf } from '../../shared/api/client.ts'
import { makePlace, type Place, tagOf, value } from './letters.ts'
import { openTab, servePlace } from './page.ts'

let place: Place
let page: ServedPage
let token: string
beforeEach(async () => {
  place = await makePlace()
  page = await servePlace(place)
  const tab = openTab(page.address)
  await tab.send('capabilities', {})
  token = tab.kept.get('scholion-session') ?? ''
})
afterEach(async () => {
  await page.close()
  await place.remove()
})

interface Answered {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: string
}

/** A request with exactly these headers, as no browser would send it. */
function ask(
  path: string,
  headers: Record<string, string>,
  body: string | null = null,
  method = body === null ? 'GET' : 'POST',
): Promise<Answered> {
  const { port } = new URL(page.origin)
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }),
      )
    })
    sent.on('error', reject)
    sent.end(body ?? undefined)
  })
}

/** Bytes on the wire as they are; gives back the first line of the answer. */
function raw(text: string): Promise<string> {
  const { port } = new URL(page.origin)
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1')
    let got = ''
    socket.on('data', (chunk) => {
      got += chunk
    })
    socket.on('close', () => resolve(got.split('\r\n')[0] ?? ''))
    socket.on('error', reject)
    socket.write(text)
  })
}

const good = () => ({ 'content-type': 'application/json', 'x-scholion-token': token })

describe('the door of the page host', () => {
  it('lets the page in that was given the secret', async () => {
    expect(await ask('/api/list', good(), '{}')).toMatchObject({ status: 200 })
  })

  it('listens on this computer only', () => {
    expect(page.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(page.address).toBe(`${page.origin}/#secret=${page.secret}`)
  })

  it('does not hang up on a page that is silent for a while: a browser closes idle connections itself, after five minutes', async () => {
    const { headers } = await ask('/', { host: new URL(page.origin).host, connection: 'keep-alive' })
    const seconds = Number(/timeout=(\d+)/.exec(String(headers['keep-alive']))?.[1])
    expect(seconds).toBeGreaterThan(300)
  })

  it('answers to its own names only, so that no foreign name can be pointed at it', async () => {
    const { port } = new URL(page.origin)
    for (const host of [
      'evil.test',
      `evil.test:${port}`,
      '127.0.0.1',
      `127.0.0.1:1`,
      `127.0.0.1.evil.test:${port}`,
      `0.0.0.0:${port}`,
    ]) {
      expect((await ask('/api/list', { ...good(), host }, '{}')).status).toBe(403)
      expect((await ask('/', { host })).status).toBe(403)
    }
    for (const host of [`localhost:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`])
      expect((await ask('/', { host })).status).toBe(200)
    expect(await raw(`GET / HTTP/1.1\r\nConnection: close\r\n\r\n`)).toContain('400')
    expect(await raw(`GET / HTTP/1.0\r\n\r\n`)).toContain('403')
    expect(await raw(`GET http://evil.test/ HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n`)).toContain('403')
  })

  it('turns other pages away by Origin', async () => {
    const { port } = new URL(page.origin)
    for (const origin of [
      'http://evil.test',
      'null',
      'http://127.0.0.1:1',
      `https://127.0.0.1:${port}`,
      `http://localhost:${port}`,
    ]) {
      expect((await ask('/api/list', { ...good(), origin }, '{}')).status).toBe(403)
    }
    expect((await ask('/api/list', { ...good(), origin: page.origin }, '{}')).status).toBe(200)
  })

  it('turns other pages away by Sec-Fetch-Site, but lets people arrive by a link', async () => {
    for (const site of ['cross-site', 'same-site', 'odd']) {
      expect((await ask('/api/list', { ...good(), 'sec-fetch-site': site }, '{}')).status).toBe(403)
      expect((await ask('/assets/main.js', { 'sec-fetch-site': site })).status).toBe(403)
      const framed = { 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }
      expect((await ask('/', framed)).status).toBe(403)
      expect((await ask('/', { ...framed, 'sec-fetch-dest': 'document' })).status).toBe(200)
    }
  })

  it('asks for the token before it reads anything', async () => {
    for (const wrong of ['', 'x', `${token}x`, token.slice(1), token.toUpperCase()]) {
      expect((await ask('/api/list', { ...good(), 'x-scholion-token': wrong }, '{}')).status).toBe(401)
      expect((await ask('/secret', { ...good(), 'x-scholion-token': wrong }, '{}')).status).toBe(401)
    }
    expect((await ask('/api/list', { 'content-type': 'application/json' }, '{}')).status).toBe(401)
    expect((await ask('/api/nosuch', { 'content-type': 'application/json' }, 'no json')).status).toBe(401)
  })

  it('takes JSON only, so that no plain form gets in', async () => {
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json, text/plain',
      '',
    ]) {
      expect((await ask('/api/list', { ...good(), 'content-type': type }, '{}')).status).toBe(415)
    }
    expect((await ask('/api/list', { 'x-scholion-token': token }, '{}')).status).toBe(415)
    expect((await ask('/api/list', good(), '{')).status).toBe(400)
  })

  it('changes nothing by being read', async () => {
    for (const path of ['/api/list', '/session', '/secret']) expect((await ask(path, good())).status).toBe(405)
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) expect((await ask('/', {}, null, method)).status).toBe(405)
  })

  it('says what was wrong with a request in a sentence, never with a stack', async () => {
    for (const [path, body] of [
      ['/api/nosuch', '{}'],
      ['/api/__proto__', '{}'],
      ['/api/constructor', '{}'],
      ['/api/close', '{}'],
      ['/api/readTranscript', '{"document":"../x"}'],
      ['/api/readTranscript', '[]'],
      ['/api/writeSettings', '{"settings":{"1x":"x"}}'],
    ] as const) {
      const { status, body: told } = await ask(path, good(), body)
      expect(status).toBe(200)
      const answer = JSON.parse(told)
      expect(answer).toMatchObject({ ok: false, fault: { tag: 'bad-request' } })
      expect(answer.fault.sentence).not.toMatch(/\n|node_modules|\.ts/)
    }
  })

  it('takes no key that would change every object', async () => {
    await ask('/api/writeSettings', good(), '{"settings":{"__proto__":"x","constructor":"y"}}')
    const settings = JSON.parse((await ask('/api/readSettings', good(), '{}')).body).value
    expect(Object.hasOwn(settings, '__proto__')).toBe(false)
    expect(Object.getPrototypeOf(settings)).toBe(Object.prototype)
  })

  it('refuses a body of more than 100 MiB before reading it', async () => {
    const head = `POST /api/list HTTP/1.1\r\nHost: ${new URL(page.origin).host}\r\nContent-Type: application/json\r\nX-Scholion-Token: ${token}\r\n`
    expect(await raw(`${head}Content-Length: ${100 * 1024 * 1024 + 1}\r\n\r\n`)).toContain('413')
  })

  it('speaks no WebSocket', async () => {
    const { host } = new URL(page.origin)
    const text = `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAA\r\n\r\n`
    expect(await raw(text)).toContain('403')
  })
})

describe('the secret', () => {
  const exchange = (secret: unknown) => ask('/session', { 'content-type': 'application/json' }, JSON.stringify({ secret }))

  it('is good once', async () => {
    expect((await exchange(page.secret)).status).toBe(401)
    for (const wrong of ['', 'x', null, 7, { a: 1 }]) expect((await exchange(wrong)).status).toBe(401)
  })

  it('leaves the address when it is exchanged', async () => {
    await page.close()
    page = await servePlace(place)
    const tab = openTab(page.address)
    await tab.send('list', {})
    expect(tab.url.href).toBe(`${page.origin}/`)
  })

  it('can be asked for by an open page, for a second one', async () => {
    const tab = openTab(`${page.origin}/`, new Map([['scholion-session', token]]))
    const secret = value(await tab.askSecret())
    const second = clientOf(openTab(`${page.origin}/#secret=${secret}`).send)
    expect(value(await second.list()).documents).toHaveLength(4)
    expect((await exchange(secret)).status).toBe(401)
  })
})

describe('an open page', () => {
  it('is taken back by a restarted server on the same port', async () => {
    const tab = openTab(`${page.origin}/`, new Map([['scholion-session', token]]))
    const { origin } = page
    await page.close()
    expect(tagOf(await clientOf(tab.send).list())).toBe('unreachable')
    page = await servePlace(place)
    expect(page.origin).toBe(origin)
    expect(tagOf(await clientOf(tab.send).list())).toBe('done')
  })

  it('asks once more where the browser dropped what was under way, and never twice for what writes', async () => {
    const kept = new Map([['scholion-session', token]])
    const asked: string[] = []
    const dropping = openTab(`${page.origin}/`, kept, (path) => {
      asked.push(path)
      return asked.filter((one) => one === path).length > 1
    })
    expect(tagOf(await clientOf(dropping.send).list())).toBe('done')
    const write = await clientOf(dropping.send).writeSettings({ settings: { who: 'AB' } })
    expect(tagOf(write)).toBe('unreachable')
    expect(asked).toEqual(['/api/list', '/api/list', '/api/writeSettings'])
  })

  it('of another server, or with a forgotten token, is told to open the address again', async () => {
    const answer = await clientOf(openTab(`${page.origin}/`, new Map([['scholion-session', 'forgotten']])).send).list()
    expect(tagOf(answer)).toBe('session-lost')
    if (!answer.ok) expect(answer.fault.sentence).toContain('terminal')
    expect(tagOf(await clientOf(openTab(`${page.origin}/#secret=wrong`).send).list())).toBe('session-lost')
  })

  it('leaves no token or secret on the disk, only a hash that nobody else may read', async () => {
    const files = (await readdir(place.stateDir, { recursive: true, withFileTypes: true })).filter((one) => one.isFile())
    expect(files.length).toBeGreaterThan(0)
    for (const file of files) {
      const text = await readFile(join(file.parentPath, file.name), 'utf8')
      expect(text.includes(token) || text.includes(page.secret)).toBe(false)
    }
  })
})

describe('the page and its files', () => {
  it('come with the strict headers, and a nonce that is never the same', async () => {
    const one = await ask('/', {})
    const two = await ask('/', {})
    const nonce = /<meta property="csp-nonce" nonce="([^"]+)"><\/head>/.exec(one.body)?.[1] ?? ''
    expect(one.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' blob:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'`,
    )
    expect(two.body).not.toBe(one.body)
    for (const { headers } of [
      one,
      await ask('/assets/main.js', {}),
      await ask('/api/list', good(), '{}'),
      await ask('/nosuch', {}),
    ]) {
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      })
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  it('are the built ones and no others, however the address is written', async () => {
    expect((await ask('/assets/main.js', {})).headers['content-type']).toContain('text/javascript')
    for (const path of [
      '/../letters/letter.txt',
      '/%2e%2e/letters/letter.txt',
      '/assets/../../letters/letter.txt',
      '/assets/',
      '//etc/passwd',
    ]) {
      expect((await ask(path, {})).status).toBe(404)
    }
    expect((await ask('/?x=1', {})).status).toBe(200)
  })
})
