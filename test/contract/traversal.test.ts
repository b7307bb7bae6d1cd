import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServedPage } from '../../electron/server/serve.ts'
import { CALLS } from '../../shared/api/contract.ts'
import { PATH_PAYLOADS } from '../fault/hostile/corpus.ts'
import { makePlace, type Place } from './letters.ts'
import { openTab, servePlace } from './page.ts'

/** Words of files that no request may ever bring out or change. */
const CANARY = 'the words of a file outside'

let place: Place
let page: ServedPage
let token: string
beforeAll(async () => {
  place = await makePlace()
  await mkdir(join(place.root, 'outside'))
  for (const name of ['outside/secret.txt', 'secret.txt', 'letters/.hidden']) await writeFile(join(place.root, name), CANARY)
  page = await servePlace(place)
  await writeFile(join(place.root, 'web', 'later.js'), CANARY)
  const tab = openTab(page.address)
  await tab.send('capabilities', {})
  token = tab.kept.get('scholion-session') ?? ''
})
afterAll(async () => {
  await page.close()
  await place.remove()
})

/** Names and content of every file but those of the state folder, which a call may write. */
async function everything(): Promise<readonly string[]> {
  const entries = await readdir(place.root, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const own = paths.filter((path) => !path.startsWith(place.stateDir)).sort()
  return Promise.all(own.map(async (path) => `${path} ${await readFile(path, 'utf8')}`))
}

/** Sends bytes as they are, with a whole body, and gives back everything that was answered. */
function raw(bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(page.origin).port), '127.0.0.1')
    let got = ''
    socket.on('data', (chunk) => {
      got += chunk.toString('latin1')
    })
    socket.on('close', () => resolve(got))
    socket.on('error', reject)
    socket.end(bytes)
  })
}

const piece = fc.oneof(
  fc.constantFrom(...Object.values(PATH_PAYLOADS)),
  fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    '%2e',
    '%2E%2E',
    '%2f',
    '%5c',
    '%00',
    '%c0%ae',
    '%252e',
    '..;',
    ';',
    '?',
    '#',
    '//',
    '...',
    '~',
    'C:',
    '\u0000',
    '\u2215',
    '\uff0e',
  ),
  fc.constantFrom(
    'secret.txt',
    'outside',
    'letters',
    'letter.txt',
    '.hidden',
    'web',
    'later.js',
    'assets',
    'main.js',
    'api',
    'etc/passwd',
    'index.html',
  ),
  fc.string({ maxLength: 6, unit: 'binary' }),
)
const path = fc.array(piece, { maxLength: 8 }).chain((pieces) => fc.constantFrom('/', '').map((sign) => pieces.join(sign)))

describe('a path in a request', () => {
  it('leads to a built file or to nothing, however it is written', async () => {
    const { host } = new URL(page.origin)
    await fc.assert(
      fc.asyncProperty(path, fc.constantFrom('/', '', '/assets/', 'http://127.0.0.1/', '//'), async (written, lead) => {
        const target = `${lead}${written}`.replace(/[\r\n ]/g, '')
        const answer = await raw(Buffer.from(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`))
        expect(answer).not.toContain(CANARY)
        expect(answer).not.toContain('root:x:')
        expect(answer).toMatch(/^HTTP\/1\.1 (200|400|403|404|405) /)
        if (answer.startsWith('HTTP/1.1 200')) expect(['/', '/assets/main.js', '/index.html']).toContain(target.split('?')[0])
      }),
      { numRuns: 400 },
    )
  })

  it('is refused as a document, a name or an entry in every call, and nothing in or beside the folder changes', async () => {
    const before = await everything()
    const { host } = new URL(page.origin)
    await fc.assert(
      fc.asyncProperty(
        path.filter((written) => !/^[\w-]*$/.test(written)),
        fc.constantFrom(...CALLS),
        async (written, call) => {
          const asks = [
            { document: written },
            { document: written, name: written },
            { document: written, entry: written },
            { document: 'a', entry: `../${written}` },
            { files: [{ name: `../${written}`, base64: '' }] },
            { document: written, text: '{}', base: null, originals: [written] },
            { document: written, sitting: 'a', record: { version: 1, base: null, text: 'x' } },
            { document: 'a', sitting: written, record: { version: 1, base: null, text: 'x' } },
            { document: 'a', sitting: written, version: 1 },
          ]
          for (const ask of asks) {
            const body = Buffer.from(JSON.stringify(ask))
            const head = `POST /api/${call} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nX-Scholion-Token: ${token}\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`
            const answer = await raw(Buffer.concat([Buffer.from(head), body]))
            expect(answer).not.toContain(CANARY)
            expect(answer).toContain('"tag":"bad-request"')
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(await everything()).toEqual(before)
  })
})
