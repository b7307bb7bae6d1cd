import { join } from 'node:path'
import { CALLS } from '../../shared/api/contract.ts'
import { SHELL_CALLS } from '../../shared/api/desktop.ts'
import { APP } from '../support/launch-electron.ts'
import { expect, test } from './fixtures.ts'

const WRONG: readonly unknown[] = [
  'x',
  7,
  true,
  [],
  [{}],
  { nosuch: 1 },
  { document: '../x' },
  { document: 'a', name: '/etc/passwd' },
  { files: [{ name: '../x', base64: '' }] },
  { settings: { '1x': 'x' } },
  { menus: [{ label: 'x', entries: [{ id: 'x', label: 'x', key: 'Nonsense+++' }] }] },
  { id: '../../x' },
  { unsaved: 7 },
  { name: '../x.tei.json', text: '' },
  { name: 'x', text: 7 },
]

test('every channel refuses what is wrong, and goes on', async ({ desktop: { page, app } }) => {
  const tags = await page.evaluate(async (wrong) => {
    const { host, shell } = window.scholion
    const calls = [...Object.entries(host), ...Object.entries(shell)] as [
      string,
      (ask: unknown) => Promise<{ fault?: { tag: string } }>,
    ][]
    const told: string[] = []
    for (const [name, call] of calls) {
      // those without an argument drop it on the way
      if (['collections', 'openFolder', 'openSample'].includes(name)) continue
      for (const ask of wrong) told.push(`${name} ${JSON.stringify(ask)}: ${(await call(ask)).fault?.tag}`)
    }
    return told
  }, WRONG)
  expect(tags.filter((line) => !line.endsWith(': bad-request'))).toEqual([])
  expect(tags.length).toBe((CALLS.length + SHELL_CALLS.length - 3) * WRONG.length)
  expect(await app.evaluate(({ dialog }) => typeof dialog)).toBe('object')
})

test('every channel refuses another window, an inner frame and another page', async ({ desktop: { app, said } }) => {
  const names = { host: [...CALLS], shell: [...SHELL_CALLS] }
  const told = await app.evaluate(
    async ({ BrowserWindow }, { preload, names }) => {
      const open = async (url: string) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload, sandbox: true, nodeIntegrationInSubFrames: true },
        })
        await window.loadURL(url).catch(() => {})
        return window
      }
      const ask = `(async (scholion) => {
        const told = []
        for (const name of ${JSON.stringify(names.host)}) told.push((await scholion.host[name]({})).fault?.tag)
        for (const name of ${JSON.stringify(names.shell)}) told.push((await scholion.shell[name]({})).fault?.tag)
        return told
      })`
      const own = await open('app://scholion/')
      const outer = await own.webContents.executeJavaScript(`${ask}(window.scholion)`)
      const inner = await own.webContents.executeJavaScript(`new Promise((found) => {
        const frame = document.createElement('iframe')
        frame.srcdoc = '<p>Not the window’s own page</p>'
        frame.onload = () => found(${ask}(frame.contentWindow.scholion))
        document.body.append(frame)
      })`)
      const other = await open('app://elsewhere/')
      const elsewhere = await other.webContents.executeJavaScript(`${ask}(window.scholion)`)
      own.destroy()
      other.destroy()
      return { outer, inner, elsewhere }
    },
    { preload: join(APP, 'preload.cjs'), names },
  )
  const refused = [...CALLS, ...SHELL_CALLS].map(() => 'bad-request')
  expect(told).toEqual({ outer: refused, inner: refused, elsewhere: refused })
  // what the program says comes by another way than its answers
  for (const why of ['a window that Scholion did not open', 'an inner frame (app://scholion)', 'another page ('])
    for (const channel of ['scholion:call', 'scholion:shell'])
      await expect.poll(said).toContain(`refused a message on ${channel}: from ${why}`)
})
