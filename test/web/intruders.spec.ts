// Pages that are not ours, in a real browser, against a running Scholion: whatever they send is turned away, and nothing changes.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium, type Page, type Response } from '@playwright/test'
import { canHaveTerminal, startAtTerminal } from '../support/at-a-terminal.ts'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { startAgain } from '../support/start-scholion.ts'

/** Names, sizes and content of every file below some folders. */
function everything(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    (readdirSync(folder, { recursive: true }) as string[])
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map(
        (name) =>
          `${name} ${createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex')}`,
      ),
  )
}

/** What a page of somebody else's tries: each way in which a browser sends something to another address without asking first. */
function attempts(target: string): string {
  const api = `${target}/api/writeSettings`
  const body = '{"settings":{"name":"intruder"}}'
  return `<!doctype html><title>Somebody else’s page</title>
    <img src="${target}/api/list"><img src="${target}/icon.svg">
    <script src="${target}/assets/main.js"></script>
    <link rel="stylesheet" href="${target}/assets/main.css">
    <iframe src="${target}/" name="framed"></iframe>
    <object data="${target}/"></object>
    <form id="plain" action="${api}" method="post" enctype="text/plain" target="sink"><input name='${body.slice(0, -2)},"x":"' value='"}}'></form>
    <form id="coded" action="${target}/session" method="post" target="sink"><input name="secret" value="x"></form>
    <iframe name="sink"></iframe>
    <script>
      const told = []
      const tell = (what, promise) => promise.then((answer) => told.push(what + ' ' + answer.type), (error) => told.push(what + ' failed'))
      const json = { 'content-type': 'application/json' }
      window.done = (async () => {
        await tell('get', fetch('${target}/api/list', { mode: 'no-cors' }))
        await tell('post', fetch('${api}', { method: 'POST', mode: 'no-cors', body: '${body}' }))
        await tell('post with cookies', fetch('${api}', { method: 'POST', mode: 'no-cors', credentials: 'include', body: '${body}' }))
        await tell('json', fetch('${api}', { method: 'POST', headers: json, body: '${body}' }))
        await tell('token', fetch('${api}', { method: 'POST', headers: { ...json, 'x-scholion-token': 'x' }, body: '${body}' }))
        await tell('session', fetch('${target}/session', { method: 'POST', headers: json, body: '{"secret":"x"}' }))
        navigator.sendBeacon('${api}', '${body}')
        for (const address of ['${target.replace('http', 'ws')}/', '${target.replace('http', 'ws')}/api/list'])
          await new Promise((gone) => { const socket = new WebSocket(address); socket.onopen = () => told.push('websocket open'); socket.onclose = gone })
        await new Promise((gone) => { const source = new EventSource('${target}/api/watch'); source.onerror = () => { source.close(); gone() } })
        for (const form of document.forms) form.submit()
        return told
      })()
    </script>`
}

async function serveIntruder(target: string): Promise<{ readonly port: number; readonly close: () => Promise<unknown> }> {
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(attempts(target)),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    port,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(closed)
      }),
  }
}

/** What the target answered to a page, as it comes. */
function answersTo(page: Page, target: string): readonly Response[] {
  const seen: Response[] = []
  page.on('response', (response) => {
    if (response.url().startsWith(target)) seen.push(response)
  })
  return seen
}

for (const name of ['127.0.0.1', 'localhost']) {
  test(`a page on another port of ${name} gets nothing in: no form, no request, no socket, no frame`, async ({
    page,
    browser,
    scholion,
    collection,
    stateFolder,
  }) => {
    await enter(page, scholion.address)
    const before = everything(collection, stateFolder)
    const intruder = await serveIntruder(scholion.origin)
    // in a window of its own: what this page is refused is not counted as Scholion's
    const other = await (await browser.newContext()).newPage()
    const answers = answersTo(other, scholion.origin)
    const requests: string[] = []
    other.on('request', (request) => {
      if (request.url().startsWith(scholion.origin)) requests.push(request.url())
    })
    await other.goto(`http://${name}:${intruder.port}/`)
    const told = await other.evaluate(() => (window as unknown as { done: Promise<string[]> }).done)
    // not even that something was answered is told to it
    expect(told).toEqual([
      'get failed',
      'post failed',
      'post with cookies failed',
      'json failed',
      'token failed',
      'session failed',
    ])
    // the two forms are answered last
    await expect.poll(() => answers.filter((answer) => answer.request().isNavigationRequest()).length).toBeGreaterThanOrEqual(3)
    // most answers are kept even from being seen; the requests were made
    await expect.poll(() => requests.length).toBeGreaterThanOrEqual(12)
    expect(new Set(answers.map((answer) => answer.status()))).toEqual(new Set([403]))
    for (const frame of other.frames().slice(1)) expect(await frame.content()).not.toContain('id="root"')
    expect(everything(collection, stateFolder)).toEqual(before)
    await other.context().close()
    await intruder.close()
  })
}

test('a foreign name that is pointed at this computer is not served, and its page reads nothing', async ({
  scholion,
  collection,
  stateFolder,
  launchOptions,
}) => {
  const port = Number(new URL(scholion.origin).port)
  const before = everything(collection, stateFolder)
  const browser = await chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP evil.test 127.0.0.1'],
  })
  try {
    const page = await browser.newPage()
    const arrived = await page.goto(`http://evil.test:${port}/`)
    expect(arrived?.status()).toBe(403)
    // now the page is of the same origin as what it asks for: only the name tells
    const read = await page.evaluate(async () => {
      const ask = (path: string, init?: RequestInit) =>
        fetch(path, init).then(async (answer) => `${answer.status} ${await answer.text()}`)
      const post = { method: 'POST', headers: { 'content-type': 'application/json', 'x-scholion-token': 'x' }, body: '{}' }
      return Promise.all([
        ask('/'),
        ask('/assets/main.js'),
        ask('/api/list', post),
        ask('/session', { ...post, body: '{"secret":"x"}' }),
      ])
    })
    for (const answer of read) expect(answer).toMatch(/^403 .*This address is not served here/)
    expect(everything(collection, stateFolder)).toEqual(before)
  } finally {
    await browser.close()
  }
})

test('the address is good for one page: who opens it again sees no document, is told how to get a new one, and gets it so', async ({
  page,
  browser,
  scholion,
  collection,
}) => {
  await enter(page, scholion.address)
  const other = await (await browser.newContext()).newPage()
  await other.goto(scholion.address)
  await expect(
    other
      .getByText(/good for one page.* press Enter there: another one is shown.* without a terminal, stop it and start it again/)
      .first(),
  ).toBeVisible()
  await expect(other.locator('.documents button')).toHaveCount(0)
  expect(await other.evaluate(() => sessionStorage.length)).toBe(0)
  expect(other.url()).not.toContain('secret')
  // as it says
  await scholion.stop()
  const again = await startAgain(scholion, collection)
  try {
    await other.goto(again.address)
    await expect(other.locator('.documents button').first()).toBeVisible()
    await openLetter(page, 'richards-to-coles-1982-03-12.txt')
    await expect(page.locator('.ProseMirror'), 'the page that was open goes on').toContainText('We have now heard')
  } finally {
    await again.stop()
  }
  await other.context().close()
})

test('Enter in the terminal shows an address for another page, good once, while the page that is open goes on', async ({
  page,
  browser,
  collection,
  stateFolder,
}) => {
  test.skip(!canHaveTerminal(), 'no script(1) of util-linux here, which gives a program a terminal')
  const program = await startAtTerminal(collection, stateFolder)
  try {
    await enter(page, program.address)
    const other = await (await browser.newContext()).newPage()
    await other.goto(program.address)
    await expect(other.getByText(/press Enter there/).first()).toBeVisible()
    const another = await program.pressEnter()
    expect(another).not.toBe(program.address)
    await other.goto(another)
    await expect(other.locator('.documents button').first()).toBeVisible()
    const third = await (await browser.newContext()).newPage()
    await third.goto(another)
    await expect(third.getByText(/press Enter there/).first()).toBeVisible()
    await openLetter(page, 'richards-to-coles-1982-03-12.txt')
    await expect(page.locator('.ProseMirror')).toContainText('We have now heard')
    for (const one of [other, third]) await one.context().close()
  } finally {
    await program.stop()
  }
  expect(program.said()).toContain('Enter shows an address for another page, Ctrl+C ends it.')
})
