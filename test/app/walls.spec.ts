import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CALLS } from '../../shared/api/contract.ts'
import { SHELL_CALLS } from '../../shared/api/desktop.ts'
import { type Desktop, expect, test } from './fixtures.ts'

const PAGE = 'app://scholion/'

test('the page has no Node, and of the program only the methods of the contract', async ({ desktop: { page } }) => {
  const found = await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window))
  expect(found).toEqual([])
  const keys = await page.evaluate(() => {
    const { scholion } = window
    return { all: Object.keys(scholion), host: Object.keys(scholion.host), shell: Object.keys(scholion.shell) }
  })
  expect(keys).toEqual({ all: ['host', 'shell', 'onChosen', 'onClosing'], host: [...CALLS], shell: [...SHELL_CALLS] })
})

test('the window stands behind every wall that Electron has', async ({ desktop: { app } }) => {
  const { pids, switches, preferences } = await app.evaluate(({ app, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().map((window) => window.webContents)
    return {
      pids: contents.map((one) => one.getOSProcessId()),
      switches: ['no-sandbox', 'disable-web-security', 'disable-site-isolation-trials'].filter((name) =>
        app.commandLine.hasSwitch(name),
      ),
      preferences: contents.map((one) => (one as unknown as { getLastWebPreferences(): object }).getLastWebPreferences()),
    }
  })
  expect(switches).toEqual([])
  expect(preferences).toEqual([
    expect.objectContaining({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
    }),
  ])
  for (const weaker of [
    { nodeIntegrationInWorker: true },
    { webSecurity: false },
    { allowRunningInsecureContent: true },
    { experimentalFeatures: true },
  ])
    expect(preferences[0]).not.toMatchObject(weaker)
  // the kernel has the last word: the page's process may make few system calls, and sees no other process
  expect(pids).toHaveLength(1)
  const status = readFileSync(`/proc/${pids[0]}/status`, 'utf8')
  expect(status).toMatch(/^Seccomp:\t2$/m)
  expect(status).toMatch(/^NSpid:\t\d+\t\d+/m)
})

test.describe('what the policy forbids', () => {
  test.use({ breaksPolicy: true })

  test('a script written into the page does not run, and no code is made of words', async ({ desktop: { page, watched } }) => {
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.ran = true'
      document.head.append(script)
      document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="window.ran = true">')
    })
    await expect.poll(() => watched.violations()).toBeGreaterThanOrEqual(2)
    expect(await page.evaluate(() => 'ran' in window)).toBe(false)
  })

  test('the page comes from the program with the strict policy, and nothing else is served', async ({ desktop: { page } }) => {
    const answers = await page.evaluate(async () => {
      const seen = async (path: string) => {
        const { status, headers } = await fetch(path)
        return { status, policy: headers.get('content-security-policy'), kept: headers.get('cache-control') }
      }
      const paths = ['/', '/nosuch', '/..%2f..%2fpackage.json', '/%2e%2e/main.js', '/main.js', '/preload.cjs']
      return Promise.all(paths.map(seen))
    })
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404, 404, 404])
    for (const { policy, kept } of answers) {
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'( 'nonce-[^']+')?; img-src 'self' blob:;/)
      expect(kept).toBe('no-store')
    }
  })

  test('no page elsewhere is reached, by a frame, a form, a request or a worker', async ({ desktop: { page, watched } }) => {
    const refused = await page.evaluate(async () => {
      const frame = document.createElement('iframe')
      frame.src = 'https://example.org/'
      const form = document.createElement('form')
      form.action = 'https://example.org/'
      document.body.append(frame, form)
      form.submit()
      const image = new Image()
      image.src = 'https://example.org/x.png'
      const asked = await fetch('https://example.org/').catch((error: Error) => error.message)
      let worker = 'made'
      try {
        new Worker('data:text/javascript,1')
      } catch {
        worker = 'refused'
      }
      return { asked, worker }
    })
    expect(refused.asked).toContain('Failed to fetch')
    await expect.poll(() => watched.violations()).toBeGreaterThanOrEqual(4)
    expect(page.url()).toBe(PAGE)
  })
})

/** Tries something in the page, and waits until the program says that it refused it. */
async function refused({ page, said }: Desktop, what: string, attempt: () => void): Promise<void> {
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  await page.evaluate(attempt)
  await expect.poll(said).toContain(`refused ${what}`)
  expect(page.url()).toBe(PAGE)
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true)
}

test('nothing navigates: no address, no link, no way back, no refresh', async ({ desktop }) => {
  await refused(desktop, 'a navigation to https://example.org/by-address', () => {
    location.href = 'https://example.org/by-address'
  })
  await refused(desktop, 'a navigation to app://scholion/nosuch', () => location.replace('/nosuch'))
  await refused(desktop, 'a navigation to app://elsewhere/', () => {
    const link = document.createElement('a')
    link.href = 'app://elsewhere/'
    document.body.append(link)
    link.click()
  })
  await refused(desktop, 'a navigation to https://example.org/by-refresh', () => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = '0;url=https://example.org/by-refresh'
    document.head.append(meta)
  })
})

test('no window opens', async ({ desktop }) => {
  await refused(desktop, 'a window for https://example.org/', () => void window.open('https://example.org/'))
  await refused(desktop, 'a window for about:blank', () => void window.open('about:blank'))
  await refused(desktop, 'a window for app://scholion/', () => {
    const link = document.createElement('a')
    link.href = '/'
    link.target = '_blank'
    document.body.append(link)
    link.click()
  })
  expect(desktop.app.windows()).toHaveLength(1)
})

test('a dropped file is not shown in place of the work', async ({ desktop, collection }) => {
  const { page } = desktop
  const told = await page.evaluateHandle(() => {
    const told: string[] = []
    window.addEventListener('dragover', (event) => told.push(`${event.defaultPrevented} ${event.dataTransfer?.dropEffect}`))
    return Object.assign(window, { stillHere: true }) && told
  })
  const cdp = await page.context().newCDPSession(page)
  const data = { items: [], files: [`${collection}/collection.json`], dragOperationsMask: 1 }
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop') => cdp.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
  await drag('dragEnter')
  // a hand holds a file over a window until the window shows that it has seen it
  const seen = async () => {
    await drag('dragOver')
    return [...new Set(await told.jsonValue())]
  }
  await expect.poll(seen).toEqual(['true none'])
  await drag('drop')
  expect(page.url()).toBe(PAGE)
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true)
})

test('nothing is permitted but to put text on the clipboard', async ({ desktop: { page, app } }) => {
  const names = [
    'geolocation',
    'notifications',
    'camera',
    'microphone',
    'midi',
    'clipboard-read',
    'persistent-storage',
    'screen-wake-lock',
  ]
  const states = await page.evaluate(async (asked) => {
    const query = (name: string) => navigator.permissions.query({ name: name as PermissionName }).then((found) => found.state)
    return Promise.all(asked.map(query))
  }, names)
  expect(Object.fromEntries(names.map((name, n) => [name, states[n]]))).toEqual(
    Object.fromEntries(names.map((name) => [name, 'denied'])),
  )
  const asked = await page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    place: await new Promise((found) =>
      navigator.geolocation.getCurrentPosition(
        () => found('given'),
        ({ code }) => found(code),
      ),
    ),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).catch((error: Error) => error.name),
    clipboard: await navigator.clipboard.readText().catch((error: Error) => error.name),
  }))
  // a machine without a camera says so before it asks
  const camera = expect.stringMatching(/^(NotAllowed|NotFound)Error$/)
  expect(asked).toEqual({ notification: 'denied', place: 1, camera, clipboard: 'NotAllowedError' })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus())
  await page.evaluate(() => navigator.clipboard.writeText('Gromyko'))
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Gromyko')
})

test('no request leaves app://, whoever makes it', async ({ desktop: { app, page, said } }) => {
  const passed = await app.evaluateHandle(({ session }) => {
    const urls: string[] = []
    // another event than the one that blocks: what comes here was let through
    session.defaultSession.webRequest.onSendHeaders(({ url }) => void urls.push(url))
    return urls
  })
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    response.end('x')
  }).listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  await page.reload()
  const failures = await app.evaluate(async ({ BrowserWindow, net }, url) => {
    const window = new BrowserWindow({ show: false })
    const tell = (error: Error) => error.message
    const fetched = await net.fetch(url).then(() => 'fetched', tell)
    const loaded = await window.loadURL(url).then(() => 'loaded', tell)
    const file = await window.loadURL('file:///etc/passwd').then(() => 'loaded', tell)
    window.destroy()
    return [fetched, loaded, file]
  }, address)
  server.close()
  for (const failure of failures) expect(failure).toMatch(/ERR_BLOCKED_BY_CLIENT|ERR_FAILED/)
  expect(asked).toBe(0)
  // what the program says comes by another way than its answers
  await expect.poll(said).toContain(`refused a request to ${address}`)
  expect((await passed.jsonValue()).filter((url) => !url.startsWith(PAGE))).toEqual([])
})

test('a webview is no more than an unknown element', async ({ desktop: { page, app } }) => {
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('webview'), { src: 'app://scholion/' })))
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getType()))).toEqual(['window'])
})
