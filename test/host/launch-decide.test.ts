import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { stateDir } from '../../electron/host/state-dir.ts'
import { decide, hasDisplay, type LaunchFacts } from '../../electron/launch/decide.ts'
import { forgetFailure, recallFailure, rememberFailure } from '../../electron/launch/fetch-memory.ts'
import { findElectron } from '../../electron/launch/find-electron.ts'

const READY: LaunchFacts = {
  hasApp: true,
  isRoot: false,
  hasDisplay: true,
  electron: { kind: 'found', program: '/opt/electron' },
  failure: null,
  failureFile: '/state/electron-download-failed.json',
}
const NOT_DOWNLOADED = { kind: 'not-downloaded', installer: '/e/install.js', version: '45.4.1' } as const
const why = (facts: Partial<LaunchFacts>) => {
  const decision = decide({ ...READY, ...facts })
  return decision.open === 'page' ? decision.why : decision.open
}

describe('whether a window opens', () => {
  it('opens where nothing is in the way', () => {
    expect(decide(READY)).toEqual({ open: 'window', program: '/opt/electron' })
  })

  it('says that this version has no window yet, before it asks for anything else', () => {
    expect(why({ hasApp: false, isRoot: true, hasDisplay: false, electron: { kind: 'not-installed' } })).toMatch(
      /no desktop window yet/,
    )
  })

  it('never opens for root, and says to start as an ordinary user', () => {
    expect(why({ isRoot: true })).toMatch(/root.*ordinary user/)
  })

  it('says that there is no display, and what would bring one', () => {
    expect(why({ hasDisplay: false })).toMatch(/DISPLAY nor WAYLAND_DISPLAY.*desktop session/)
  })

  it('says that the package electron is not there, and names the command', () => {
    expect(why({ electron: { kind: 'not-installed' } })).toMatch(/npm ci/)
  })

  it('downloads Electron where it was never downloaded', () => {
    expect(decide({ ...READY, electron: NOT_DOWNLOADED })).toEqual({
      open: 'after-download',
      installer: '/e/install.js',
      version: '45.4.1',
    })
  })

  it('downloads nothing for root or without a display', () => {
    expect(why({ electron: NOT_DOWNLOADED, isRoot: true })).toMatch(/root/)
    expect(why({ electron: NOT_DOWNLOADED, hasDisplay: false })).toMatch(/display/)
  })

  it('does not ask again within a day of a failed download, and says how to', () => {
    const failure = { at: '2026-11-20T10:00:00.000Z', version: '45.4.1', reason: 'no connection within 5 s' }
    expect(why({ electron: NOT_DOWNLOADED, failure })).toMatch(
      /2026-11-20 \(no connection within 5 s\).*delete \/state\/electron-download-failed.json/,
    )
  })

  it('asks again at once when another version is wanted', () => {
    const failure = { at: '2026-11-20T10:00:00.000Z', version: '44.0.0', reason: 'no connection' }
    expect(decide({ ...READY, electron: NOT_DOWNLOADED, failure }).open).toBe('after-download')
  })

  it('takes a Linux without DISPLAY and WAYLAND_DISPLAY for one without a screen, and no other system', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
  })
})

describe('what is looked up on the disk', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'scholion-launch-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const put = (name: string, text: string) => {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }

  it('finds the program that path.txt names', () => {
    put('path.txt', 'electron')
    put('dist/electron', '')
    expect(findElectron(folder, {}, 'linux')).toEqual({ kind: 'found', program: join(folder, 'dist', 'electron') })
  })

  it('finds the program in the folder that ELECTRON_OVERRIDE_DIST_PATH names, without a path.txt', () => {
    put('other/electron', '')
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'other') }
    expect(findElectron(folder, env, 'linux')).toEqual({ kind: 'found', program: join(folder, 'other', 'electron') })
  })

  it('knows a package that was never downloaded, or whose program went, from one that is not installed', () => {
    expect(findElectron(folder, {}, 'linux')).toEqual({ kind: 'not-installed' })
    put('package.json', '{"version":"45.4.1"}')
    put('install.js', '')
    const never = { kind: 'not-downloaded', installer: join(folder, 'install.js'), version: '45.4.1' }
    expect(findElectron(folder, {}, 'linux')).toEqual(never)
    put('path.txt', 'electron')
    expect(findElectron(folder, {}, 'linux')).toEqual(never)
  })

  it('remembers a failed download for a day, not longer, and not into the past', () => {
    const file = join(folder, 'state', 'failed.json')
    const failure = { at: '2026-11-20T10:00:00.000Z', version: '45.4.1', reason: 'no connection' }
    rememberFailure(file, failure)
    expect(recallFailure(file, new Date('2026-11-21T09:59:59Z'))).toEqual(failure)
    expect(recallFailure(file, new Date('2026-11-21T10:00:00Z'))).toBeNull()
    expect(recallFailure(file, new Date('2026-11-20T09:00:00Z'))).toBeNull()
    forgetFailure(file)
    expect(recallFailure(file, new Date('2026-11-20T10:00:01Z'))).toBeNull()
  })

  it('takes a memory that is damaged for none', () => {
    put('failed.json', '{"at":')
    expect(recallFailure(join(folder, 'failed.json'), new Date())).toBeNull()
  })
})

describe('where the state stands', () => {
  const at = (platform: string, env: Record<string, string>, home = '/home/ada') => stateDir({ platform, env, home })

  it('follows SCHOLION_STATE_DIR, then the custom of each system', () => {
    expect(at('linux', { SCHOLION_STATE_DIR: '/s', XDG_STATE_HOME: '/x' })).toBe('/s')
    expect(at('linux', { XDG_STATE_HOME: '/x' })).toBe('/x/scholion')
    expect(at('linux', { XDG_STATE_HOME: 'not/absolute' })).toBe('/home/ada/.local/state/scholion')
    expect(at('linux', {})).toBe('/home/ada/.local/state/scholion')
    expect(at('darwin', { XDG_STATE_HOME: '/x' })).toBe('/home/ada/Library/Application Support/Scholion')
    expect(at('win32', { LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local' })).toBe('C:\\Users\\ada\\AppData\\Local\\Scholion')
    expect(at('win32', {}, 'C:\\Users\\ada')).toBe('C:\\Users\\ada\\AppData\\Local\\Scholion')
  })
})
