import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Page } from '@playwright/test'
import { APP, EXECUTABLE } from '../support/launch-electron.ts'
import { CHECKOUT } from '../support/start-scholion.ts'
import { expect, test } from './fixtures.ts'

const READY = 'a-word-nobody-can-guess'

test('npm start opens the window by the launcher’s rules, and Ctrl+C closes it', async ({ collection, stateFolder }) => {
  const child = spawn(process.execPath, [join(CHECKOUT, 'dist/node/launch.js'), collection], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ELECTRON_OVERRIDE_DIST_PATH: dirname(EXECUTABLE),
      SCHOLION_STATE_DIR: stateFolder,
      SCHOLION_NO_OPEN: '1',
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const code = new Promise((resolve) => child.once('exit', resolve))
  // the launcher tells nothing where all is well; an opened collection leaves its mark
  await expect.poll(() => existsSync(join(stateFolder, 'recent.json')), { timeout: 60_000 }).toBe(true)
  child.kill('SIGINT')
  expect(await code).toBe(0)
  expect(said).not.toContain('Here is Scholion as a page')
  expect(existsSync(join(stateFolder, 'window.json')), 'it closed gently').toBe(true)
})

test('a second start is shown by the first: a new folder in a window of its own, a known one in its window', async ({
  start,
  collection,
  stateFolder,
}) => {
  const { app } = await start()
  const again = (folder: string) =>
    new Promise<{ code: number | null; lines: readonly string[] }>((done) => {
      const child = spawn(EXECUTABLE, ['--disable-gpu', APP, folder], {
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, SCHOLION_STATE_DIR: stateFolder, SCHOLION_READY: READY },
      })
      const lines: string[] = []
      createInterface({ input: child.stdout }).on('line', (line) => lines.push(line))
      child.once('close', (code) => done({ code, lines }))
    })
  const windows = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect(await again(collection)).toEqual({ code: 0, lines: [READY] })
  expect(await windows()).toBe(1)
  const other = join(collection, '..', 'others')
  mkdirSync(other)
  expect(await again(other)).toEqual({ code: 0, lines: [READY] })
  await expect.poll(windows).toBe(2)
  const nameIn = async (page: Page) => {
    const list = await page.evaluate(() => window.scholion.host.list())
    return list.ok ? list.value.name : list.fault.tag
  }
  // the page of the new window is still being loaded
  const names = async () => (await Promise.all(app.windows().map((page) => nameIn(page).catch(() => '')))).sort()
  await expect.poll(names).toEqual(['letters', 'others'])
})
