import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium, type Page } from '@playwright/test'
import { asarList } from '../../build/asar-list.mjs'
import { FUSES } from '../../build/electron-builder.mjs'
import { APP } from '../support/launch-electron.ts'
import { changedSince, takeOriginals } from '../support/originals.ts'
import { nobodyAsks } from '../support/settings.ts'
import { CHECKOUT } from '../support/start-scholion.ts'
import { expect, test } from './fixtures.ts'

// relative to the checkout, which the tests may see under another path
const packed = process.env.SCHOLION_PACKED ? join(CHECKOUT, process.env.SCHOLION_PACKED) : ''
const program = join(packed, 'scholion')

test.skip(packed === '', 'nothing was packed: build/test-app.mjs says why')

const ON = '1'.charCodeAt(0)
/** A word list as its package has it, or that package's licence. */
const DICTIONARY = /^(?:renderer\/)?dictionaries\/[\w-]+\/(?:licen[cs]e(?:\.\w+)?|index\.(?:aff|dic)|lib\/\w+\.txt\.gz)$/i

test('the package holds the built app and nothing else', () => {
  const built = readdirSync(APP, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const names = built.map((entry) => join(entry.parentPath, entry.name).slice(APP.length + 1))
  const list = asarList(join(packed, 'resources/app.asar'))
  expect(names).toEqual(expect.arrayContaining([...list]))
  expect(list).toEqual(
    expect.arrayContaining(['main.js', 'package.json', 'preload.cjs', 'renderer/icon.svg', 'renderer/index.html']),
  )
  expect(
    list.filter(
      (name) =>
        !/^(main\.js|package\.json|preload\.cjs|renderer\/.+\.(html|js|css|svg|png|woff2?|txt))$/.test(name) &&
        !DICTIONARY.test(name),
    ),
  ).toEqual([])
  expect(list).toContain('dictionaries/dictionary-en-gb/index.dic')
  expect(readdirSync(join(packed, 'resources')).sort()).toEqual(['app.asar', 'sample'])
  expect(readdirSync(join(packed, 'resources/sample'))).toContain('palliser-to-coles-1982-06-01.txt')
})

test('every fuse stands as it was set', async () => {
  const wire = await getCurrentFuseWire(program)
  const names: Readonly<Record<string, string>> = {
    runAsNode: 'RunAsNode',
    enableCookieEncryption: 'EnableCookieEncryption',
    enableNodeOptionsEnvironmentVariable: 'EnableNodeOptionsEnvironmentVariable',
    enableNodeCliInspectArguments: 'EnableNodeCliInspectArguments',
    enableEmbeddedAsarIntegrityValidation: 'EnableEmbeddedAsarIntegrityValidation',
    onlyLoadAppFromAsar: 'OnlyLoadAppFromAsar',
    loadBrowserProcessSpecificV8Snapshot: 'LoadBrowserProcessSpecificV8Snapshot',
    grantFileProtocolExtraPrivileges: 'GrantFileProtocolExtraPrivileges',
  }
  const found = Object.entries(names).map(([ours, theirs]) => [
    ours,
    wire[FuseV1Options[theirs as keyof typeof FuseV1Options]] === ON,
  ])
  expect(Object.fromEntries(found)).toEqual(FUSES)
})

/** The packed app, driven by its page alone: its main process listens to nobody. */
async function startPacked(
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ page: Page; child: ChildProcess; close: () => Promise<void> }> {
  const child = spawn(program, ['--disable-gpu', '--remote-debugging-port=0', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((found, lost) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const [, ws] = /DevTools listening on (ws:\S+)/.exec(line) ?? []
      if (ws) found(ws)
    })
    child.once('exit', (code) => lost(new Error(`the packed app ended with ${code}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  const context = browser.contexts()[0]
  if (!context) throw new Error('the packed app has no page')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  const close = async () => {
    await browser.close()
    child.kill('SIGTERM')
    await gone
  }
  return { page, child, close }
}

test('it opens a collection and saves, as the unpacked one does', async ({ collection, stateFolder }) => {
  const { page, close } = await startPacked([collection], { SCHOLION_STATE_DIR: stateFolder })
  await nobodyAsks(page)
  await page.getByRole('button', { name: 'palliser' }).click()
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Packed.')
  await close()
  expect(readFileSync(join(collection, 'palliser-to-coles-1982-06-01.txt.tei.json'), 'utf8')).toContain('Packed.')
})

test('the sample is copied into the person’s documents, and the copy is opened', async ({ stateFolder }) => {
  const home = mkdtempSync(join(tmpdir(), 'scholion-home-'))
  const sample = join(packed, 'resources/sample')
  const before = takeOriginals(sample)
  const { page, close } = await startPacked([], {
    SCHOLION_STATE_DIR: stateFolder,
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
  })
  await page.getByRole('button', { name: 'Try the four letters' }).click()
  await expect(page.getByRole('button', { name: 'palliser' })).toBeVisible()
  await close()
  const copies = readdirSync(home, { recursive: true }).filter((name) =>
    String(name).endsWith('palliser-to-coles-1982-06-01.txt'),
  )
  expect(copies.map((name) => dirname(String(name)).split('/').at(-1))).toEqual(['Scholion sample'])
  expect(changedSince(sample, before)).toEqual([])
  rmSync(home, { recursive: true, force: true })
})

test('it is no Node, and takes no inspector', async ({ stateFolder }) => {
  const env = { ...process.env, SCHOLION_STATE_DIR: stateFolder }
  const said = (args: readonly string[], more: Record<string, string>) =>
    new Promise<string>((found) => {
      const child = spawn(program, [...args, '--disable-gpu'], { env: { ...env, ...more, SCHOLION_READY: 'the-window-is-up' } })
      let all = ''
      const hear = (text: Buffer) => {
        all += text.toString()
        // it came up as itself: nothing else happened before
        if (all.includes('the-window-is-up')) child.kill('SIGTERM')
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.once('exit', () => found(all))
    })
  const asNode = await said(['-p', '"I am " + "Node"'], { ELECTRON_RUN_AS_NODE: '1' })
  expect(asNode).toContain('the-window-is-up')
  expect(asNode).not.toContain('I am Node')
  const inspected = await said(['--inspect=0'], {})
  expect(inspected).toContain('the-window-is-up')
  expect(inspected).not.toMatch(/Debugger listening/)
})
