import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ServedPage } from '../../electron/server/serve.ts'
import { makePlace, type Place } from './letters.ts'
import { servePlace } from './page.ts'

// only root can become somebody else
const isRoot = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0
const NOBODY = 65_534

describe.runIf(isRoot)('another person on this computer (needs root and setpriv, to become somebody else)', () => {
  let place: Place
  let page: ServedPage
  beforeAll(async () => {
    place = await makePlace()
    page = await servePlace(place)
  })
  afterAll(async () => {
    await page.close()
    await place.remove()
  })

  /** What the server answers to somebody else who knows the address, but not its secret: the status, and the words. */
  async function asNobody(path: string, headers: Readonly<Record<string, string>>, body?: string): Promise<string> {
    const init = JSON.stringify({ method: body === undefined ? 'GET' : 'POST', headers, body })
    const code = `fetch(${JSON.stringify(page.origin + path)}, ${init}).then(async (got) => console.log(got.status, await got.text()))`
    const drop = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--', process.execPath, '-e', code]
    // the server is in this process: it must go on answering meanwhile
    const { stdout } = await promisify(execFile)('setpriv', drop, { cwd: '/' })
    return stdout.trim()
  }

  it('reaches the page, which holds no letter, and none of its calls', async () => {
    const json = { 'content-type': 'application/json' }
    expect(await asNobody('/', {})).toMatch(/^200 <!doctype html>/)
    for (const headers of [json, { ...json, 'x-scholion-token': 'a'.repeat(43) }]) {
      const answer = await asNobody('/api/list', headers, '{}')
      expect(answer).toMatch(/^40[13] /)
      expect(answer).not.toContain('letter')
    }
    expect(await asNobody('/session', json, JSON.stringify({ secret: 'b'.repeat(43) }))).toMatch(/^40[0-9] /)
  })
})
