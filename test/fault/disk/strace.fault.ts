import { spawn } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { buildIfStale } from '../../../build/bundle.mjs'
import { findBrowser } from '../../../build/find-browser.mjs'
import { isOriginalName } from '../../../shared/api/file-names.ts'
import { nobodyAsks } from '../../support/settings.ts'
import { CHECKOUT } from '../../support/start-scholion.ts'
import { report } from '../measure.ts'
import { callsOn, couldWrite, TRACED, whyNoStrace } from './watch-calls.ts'

/** Starts the page host under strace; gives back its address, and how to end it as Ctrl+C does. */
async function serveWatched(folder: string, stateDir: string, log: string) {
  const program = [process.execPath, join(CHECKOUT, 'dist/node/cli.js'), 'serve', folder, '--no-open']
  const child = spawn('strace', ['-f', '-y', '-qq', '-s', '300', '-e', TRACED, '-e', 'signal=none', '-o', log, ...program], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // or files would be read and written without a call of their own
    env: { ...process.env, SCHOLION_STATE_DIR: stateDir, UV_USE_IO_URING: '0' },
    detached: true,
  })
  const gone = new Promise((ended) => child.once('exit', ended))
  const address = await new Promise<string>((found, lost) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('http') && found(line))
    child.once('exit', (code) => lost(new Error(`it ended with ${code}`)))
  })
  const stop = () => {
    process.kill(-(child.pid ?? 0), 'SIGINT')
    return gone
  }
  return { address, stop }
}

const saved = (page: Page) =>
  page.waitForFunction(() => /^Saved/.test(document.querySelector('[data-testid=keeping]')?.textContent ?? ''))

/** A morning's work: a letter is opened, corrected and saved twice in the page; then every other call that writes is made, wrong ones too. */
async function work(page: Page, address: string, letter: string): Promise<void> {
  await page.goto(address.replace('/#', '/?checks#'))
  await nobodyAsks(page)
  await page.getByRole('button', { name: letter }).click()
  for (const words of ['watched ', 'and saved ']) {
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type(words)
    await page.keyboard.press('Control+s')
    await saved(page)
  }
  await page.evaluate(async (letter) => {
    const headers = { 'content-type': 'application/json', 'x-scholion-token': sessionStorage.getItem('scholion-session') ?? '' }
    const call = async (name: string, ask: unknown) =>
      (await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(ask) })).json()
    const { value } = await call('list', {})
    const document = value.documents.find((one: { original: string }) => one.original === letter).id
    const { text, revision } = (await call('readTranscript', { document })).value
    await call('writeConflictCopy', { document, text, who: 'A' })
    await call('keepVersion', { document, revision, label: 'watched' })
    await call('writeRegisters', { text: '{}', base: value.registers.revision })
    await call('writeJournal', { document, sitting: 'one', record: { version: 1, base: null, text } })
    await call('dropJournal', { document, sitting: 'one', version: 1 })
    await call('writeSettings', { settings: { name: 'A' } })
    const history = (await call('listHistory', { document })).value
    for (const { id } of history) await call('readHistory', { document, entry: id })
    const file = (name: string) => ({ name, base64: 'QQ==' })
    await call('writeExport', { files: [file('watched.xml')] })
    // what must be refused
    for (const name of [letter, letter.toUpperCase(), `../${letter}`]) {
      await call('writeExport', { files: [file(name)], overwrite: true })
      await call('writeTranscript', { document, text, base: revision, originals: [name] })
      await call('readCopy', { document, name })
    }
  }, letter)
}

describe('the system calls of the page host', () => {
  it('at work: none that could write names an original', async ({ skip }) => {
    const why = whyNoStrace() ?? (findBrowser() === null ? 'there is no Chromium' : null)
    if (why !== null) return skip(why)
    buildIfStale()
    const root = await realpath(await mkdtemp(join(tmpdir(), 'scholion-watched-')))
    const folder = join(root, 'letters')
    await cp(join(CHECKOUT, 'corpus/prem19'), folder, { recursive: true })
    for (const name of await readdir(folder)) if (name.endsWith('.tei.json')) await rm(join(folder, name))
    const originals = (await readdir(folder)).filter(isOriginalName)
    const log = join(root, 'calls')
    const { address, stop } = await serveWatched(folder, join(root, 'state'), log)
    const browser = await chromium.launch({ executablePath: findBrowser() ?? '' })
    try {
      await work(await browser.newPage(), address, originals[0] ?? '')
    } finally {
      await browser.close()
      await stop()
    }
    const calls = await readFile(log, 'utf8')
    const onOriginals = callsOn(
      calls,
      originals.map((name) => join(folder, name)),
    )
    const ours = (await readdir(folder, { recursive: true })).filter((name) =>
      /tei\.json|watched\.xml|collection\.json/.test(name),
    )
    const onOurs = callsOn(
      calls,
      ours.map((name) => join(folder, name)),
    ).filter(couldWrite)
    report(
      'strace',
      `${calls.split('\n').length} system calls, ${onOriginals.length} of them on ${originals.length} originals, ${onOriginals.filter(couldWrite).length} of these could write; ${onOurs.length} writing calls on our own files`,
    )
    expect(onOriginals.filter(couldWrite)).toEqual([])
    // the log does see what it should see
    expect(onOriginals.some((call) => call.startsWith('openat('))).toBe(true)
    expect(onOurs.length).toBeGreaterThan(3)
    await rm(root, { recursive: true })
  })

  it('are told apart: looking is no writing', () => {
    const at = '/c/letter.txt'
    const reading = [`openat(AT_FDCWD, "${at}", O_RDONLY|O_CLOEXEC) = 3`, `statx(AT_FDCWD, "${at}", AT_STATX_SYNC_AS_STAT) = 0`]
    const writing = [
      `openat(AT_FDCWD, "${at}", O_WRONLY|O_CREAT|O_TRUNC, 0666) = 3`,
      `rename("${at}", "/c/x") = 0`,
      `rename("/c/x", "${at}") = 0`,
      `unlink("${at}") = 0`,
      `truncate("${at}", 0) = 0`,
      `chmod("${at}", 0644) = 0`,
      `utimensat(AT_FDCWD, "${at}", NULL, 0) = 0`,
      `link("${at}", "/c/x") = 0`,
      `write(3<${at}>, "x", 1) = 1`,
      `ftruncate(3<${at}>, 0) = 0`,
    ]
    const log = [...reading, ...writing, 'unlink("/c/letter.txt.tei.json") = 0'].map((call, n) => `${n}  ${call}`).join('\n')
    expect(callsOn(log, [at])).toEqual([...reading, ...writing])
    expect(callsOn(log, [at]).filter(couldWrite)).toEqual(writing)
  })
})
