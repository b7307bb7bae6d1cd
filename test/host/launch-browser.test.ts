import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { browserOpener, onPath, openBrowser } from '../../electron/launch/open-browser.ts'

const everywhere = (program: string) => `/usr/bin/${program}`
const ADDRESS = 'http://127.0.0.1:4711/#secret=s3cret'

describe('whether a browser is opened', () => {
  it('takes the opener of the system', () => {
    expect(browserOpener({ DISPLAY: ':0' }, 'linux', everywhere)).toEqual(['/usr/bin/xdg-open'])
    expect(browserOpener({}, 'darwin', everywhere)).toEqual(['/usr/bin/open'])
    expect(browserOpener({ ComSpec: 'C:\\cmd.exe' }, 'win32', everywhere)).toEqual(['C:\\cmd.exe', '/d', '/c', 'start', '""'])
  })

  it('opens none without a display, without an opener, in CI, or where SCHOLION_NO_OPEN forbids it', () => {
    expect(browserOpener({}, 'linux', everywhere)).toBeNull()
    expect(browserOpener({ DISPLAY: ':0' }, 'linux', () => null)).toBeNull()
    expect(browserOpener({ DISPLAY: ':0', CI: 'true' }, 'linux', everywhere)).toBeNull()
    expect(browserOpener({ SCHOLION_NO_OPEN: '1' }, 'darwin', everywhere)).toBeNull()
  })
})

describe('opening the page in a browser', () => {
  let temp: string
  beforeEach(() => {
    temp = mkdtempSync(join(tmpdir(), 'scholion-open-'))
    mkdirSync(join(temp, 'bin'))
  })
  afterEach(() => rmSync(temp, { recursive: true, force: true }))

  // An opener that writes down what it was given, and ends with `code`.
  const opener = (code: number) => {
    const path = join(temp, 'bin', 'opener')
    writeFileSync(path, `#!/bin/sh\nprintf '%s' "$*" > "${temp}/given"\nexit ${code}\n`)
    chmodSync(path, 0o755)
    return [path]
  }
  const given = () => readFileSync(join(temp, 'given'), 'utf8')
  const options = { address: ADDRESS, patienceMs: 50_000, keepMs: 50_000 }
  const left = () => readdirSync(temp).filter((name) => name.startsWith('scholion-'))

  it('gives the browser a file that only this person can read and that sends it on, never the secret itself', async () => {
    const browser = await openBrowser({ ...options, temp, opener: opener(0) })
    expect(browser.isOpen).toBe(true)
    expect(given()).not.toContain('s3cret')
    const file = fileURLToPath(given())
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700)
    expect(readFileSync(file, 'utf8')).toContain(`location.replace("${ADDRESS}")`)
    browser.forget()
    expect(existsSync(file)).toBe(false)
    expect(left()).toEqual([])
  })

  it('deletes the file as soon as the page took the secret', async () => {
    let take = () => {}
    const used = new Promise<void>((taken) => {
      take = taken
    })
    await openBrowser({ ...options, temp, opener: opener(0), used })
    expect(left()).toHaveLength(1)
    take()
    await used.then(() => undefined)
    expect(left()).toEqual([])
  })

  it('says that nothing was opened where the opener fails or is not there, and leaves no file', async () => {
    expect((await openBrowser({ ...options, temp, opener: opener(3) })).isOpen).toBe(false)
    expect((await openBrowser({ ...options, temp, opener: [join(temp, 'nothing')] })).isOpen).toBe(false)
    expect(left()).toEqual([])
  })

  it('knows an opener on the PATH by its being a program', () => {
    const [path = ''] = opener(0)
    expect(onPath({ PATH: dirname(path) })('opener')).toBe(path)
    chmodSync(path, 0o644)
    expect(onPath({ PATH: dirname(path) })('opener')).toBeNull()
  })
})
