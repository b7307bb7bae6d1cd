import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { launch } from '../../electron/launch/launch.ts'
import { type Machine, portsOf } from '../../electron/launch/ports.ts'

const CHECKOUT = join(import.meta.dirname, '../..')
const ORIGIN = 'http://127.0.0.1:4711'
const ADDRESS = `${ORIGIN}/#secret=s3cret`
const NOW = new Date('2026-11-20T10:00:00Z')

/** A machine in a temp folder: a checkout with a built app and a fake Electron, a screen, and an ordinary user at it. */
describe('npm start', () => {
  let temp: string
  let notes: string[]
  let printed: string[]
  let closed: number

  beforeEach(() => {
    temp = mkdtempSync(join(tmpdir(), 'scholion-start-'))
    notes = []
    printed = []
    closed = 0
    put('dist/app/package.json', '{}')
    put('electron/launch/report-download.mjs', readFileSync(join(CHECKOUT, 'electron/launch/report-download.mjs'), 'utf8'))
    put('node_modules/electron/package.json', '{"version":"45.4.1"}')
  })
  afterEach(() => rmSync(temp, { recursive: true, force: true }))

  function put(name: string, text: string): void {
    mkdirSync(join(temp, name, '..'), { recursive: true })
    writeFileSync(join(temp, name), text)
  }

  function program(name: string, script: string): void {
    put(name, `#!/bin/sh\n${script}\n`)
    chmodSync(join(temp, name), 0o755)
  }

  function electron(script: string): void {
    put('node_modules/electron/path.txt', 'electron')
    program('node_modules/electron/dist/electron', script)
  }

  function start(more: Partial<Machine> = {}): Promise<number> {
    const machine: Machine = {
      env: { PATH: process.env.PATH, DISPLAY: ':97', SCHOLION_STATE_DIR: join(temp, 'state'), SCHOLION_NO_OPEN: '1' },
      platform: 'linux',
      isRoot: false,
      now: () => NOW,
      checkout: temp,
      folder: '/papers',
      terminal: null,
      interrupted: Promise.resolve(),
      note: (line) => notes.push(line),
      print: (line) => printed.push(line),
      limits: { connect: 50_000, silence: 50_000, ready: 50_000, opener: 50_000, keepFile: 50_000 },
      servePage: async () => ({
        origin: ORIGIN,
        address: ADDRESS,
        anotherAddress: () => `${ORIGIN}/#secret=0ther`,
        close: async () => void (closed += 1),
      }),
      ...more,
    }
    return launch(portsOf(machine))
  }

  const theLine = () => notes.filter((line) => line.includes('Here is Scholion as a page'))
  const untilTheWindowEnds = { interrupted: new Promise(() => {}) }

  it('opens the window over the collection, without a page, and ends as the window ends', async () => {
    electron(`echo "$@" > "${temp}/arguments"; echo "$SCHOLION_READY"; exit 7`)
    expect(await start(untilTheWindowEnds)).toBe(7)
    expect(readFileSync(join(temp, 'arguments'), 'utf8').trim()).toBe(`${join(temp, 'dist/app')} /papers`)
    expect(printed).toEqual([])
    expect(theLine()).toEqual([])
  })

  it('never switches the sandbox off, and never hands on ELECTRON_RUN_AS_NODE', async () => {
    electron(`echo "$@ [$ELECTRON_RUN_AS_NODE]" > "${temp}/arguments"; echo "$SCHOLION_READY"`)
    const env = { PATH: process.env.PATH, DISPLAY: ':97', ELECTRON_RUN_AS_NODE: '1', SCHOLION_STATE_DIR: join(temp, 'state') }
    await start({ ...untilTheWindowEnds, env })
    expect(readFileSync(join(temp, 'arguments'), 'utf8')).toMatch(/\[\]$/m)
    expect(readFileSync(join(temp, 'arguments'), 'utf8')).not.toContain('sandbox')
  })

  it('closes the window when the person interrupts, and that is no failure', async () => {
    electron('echo "$SCHOLION_READY"; exec sleep 600')
    expect(await start()).toBe(0)
  })

  it('serves the page where the window does not say it is ready in time', async () => {
    electron('exec sleep 600')
    const { limits } = { limits: { connect: 1, silence: 1, ready: 200, opener: 1, keepFile: 1 } }
    expect(await start({ limits })).toBe(0)
    expect(theLine()).toEqual([expect.stringMatching(/did not appear within 0.2 s/)])
    expect(printed).toEqual([ADDRESS])
  })

  it('serves the page where the window ends at once, and names what is in the way', async () => {
    electron('echo "electron: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2; exit 127')
    await start()
    expect(theLine()).toEqual([expect.stringMatching(/lacks libnss3\.so.*package/)])
    electron('echo "The SUID sandbox helper binary was found, but is not configured correctly" >&2; exit 1')
    await start()
    expect(theLine()[1]).toMatch(/sandbox.*user namespaces/)
    electron('exit 1')
    await start()
    expect(theLine()[2]).toMatch(/ended at once \(1\)/)
  })

  it('serves the page where the program cannot be started at all', async () => {
    electron('')
    chmodSync(join(temp, 'node_modules/electron/dist/electron'), 0o644)
    await start()
    expect(theLine()).toEqual([expect.stringMatching(/could not be started.*npm ci/)])
  })

  it('serves the page in this version, which has no window yet, and says so in one line', async () => {
    rmSync(join(temp, 'dist'), { recursive: true })
    electron(`touch "${temp}/ran"`)
    expect(await start()).toBe(0)
    expect(notes).toEqual([expect.stringMatching(/no desktop window yet/)])
    expect(printed).toEqual([ADDRESS])
    expect(closed).toBe(1)
    expect(existsSync(join(temp, 'ran'))).toBe(false)
  })

  it('serves the page for root, and without a display, and starts nothing', async () => {
    electron(`touch "${temp}/ran"`)
    await start({ isRoot: true })
    await start({ env: { SCHOLION_STATE_DIR: join(temp, 'state') } })
    expect(theLine()).toEqual([expect.stringMatching(/root/), expect.stringMatching(/no display/)])
    expect(existsSync(join(temp, 'ran'))).toBe(false)
  })

  it('downloads Electron where it is absent, then opens the window', async () => {
    put(
      'node_modules/electron/install.js',
      `const fs = require('node:fs'); fs.mkdirSync('dist', { recursive: true })
       fs.writeFileSync('dist/electron', '#!/bin/sh\\necho "$SCHOLION_READY"\\n', { mode: 0o755 }); fs.writeFileSync('path.txt', 'electron')`,
    )
    expect(await start(untilTheWindowEnds)).toBe(0)
    expect(notes[0]).toMatch(/Downloading Electron 45\.4\.1/)
    expect(printed).toEqual([])
  })

  it('serves the page where the download fails, and does not try again for a day', async () => {
    put(
      'node_modules/electron/install.js',
      'require("node:fs").appendFileSync("tries", "x"); console.error("ENOTFOUND"); process.exit(1)',
    )
    const tries = () => readFileSync(join(temp, 'node_modules/electron/tries'), 'utf8').length
    await start()
    expect(notes).toContain('ENOTFOUND')
    expect(theLine()[0]).toMatch(/could not be downloaded: its installer ended with 1; to have it/)
    await start({ now: () => new Date('2026-11-21T09:00:00Z') })
    expect(tries()).toBe(1)
    expect(theLine()[1]).toMatch(/on 2026-11-20 .*delete .*electron-download-failed\.json/)
    await start({ now: () => new Date('2026-11-21T10:00:01Z') })
    expect(tries()).toBe(2)
    expect(printed).toEqual([ADDRESS, ADDRESS, ADDRESS])
  })

  it('serves the page where the installer says it is done but left no program', async () => {
    put('node_modules/electron/install.js', '')
    await start()
    expect(theLine()).toEqual([expect.stringMatching(/ended without a program/)])
  })

  it('shows an address for another page at each Enter, says so, and none after it ended', async () => {
    rmSync(join(temp, 'dist'), { recursive: true })
    let enter = () => {}
    let end = () => {}
    const terminal = {
      onEnter(told: () => void) {
        enter = told
        return () => {
          enter = () => {}
        }
      },
    }
    let others = 0
    const ended = start({
      terminal,
      interrupted: new Promise<void>((resolve) => {
        end = resolve
      }),
      servePage: async () => ({
        origin: ORIGIN,
        address: ADDRESS,
        anotherAddress: () => `${ORIGIN}/#secret=0ther-${++others}`,
        close: async () => {},
      }),
    })
    await vi.waitFor(() => expect(printed).toEqual([ADDRESS]))
    expect(theLine()[0]).toMatch(/Enter shows an address for another page, Ctrl\+C ends it/)
    enter()
    enter()
    expect(printed).toEqual([ADDRESS, `${ORIGIN}/#secret=0ther-1`, `${ORIGIN}/#secret=0ther-2`])
    end()
    await ended
    enter()
    expect(printed).toHaveLength(3)
  })

  it('prints the address last, without the secret where a browser was opened', async () => {
    program('bin/xdg-open', `printf '%s' "$1" > "${temp}/opened"`)
    const env = { PATH: `${join(temp, 'bin')}:${process.env.PATH}`, DISPLAY: ':97', SCHOLION_STATE_DIR: join(temp, 'state') }
    rmSync(join(temp, 'dist'), { recursive: true })
    await start({ env })
    expect(printed).toEqual([ORIGIN])
    expect(readFileSync(join(temp, 'opened'), 'utf8')).toMatch(/^file:.*open\.html$/)
    program('bin/xdg-open', 'exit 4')
    await start({ env })
    expect(printed).toEqual([ORIGIN, ADDRESS])
  })
})
