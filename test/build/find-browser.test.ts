import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBrowser, findOrInstallBrowser, installPlan } from '../../build/find-browser.mjs'
import { put, tempTree } from './temp-tree.ts'

const none = { own: () => null, macApps: [] }

function withProgram(name: string): { folder: string; path: string } {
  const folder = tempTree()
  put(folder, name, '#!/bin/sh\n')
  chmodSync(join(folder, name), 0o755)
  return { folder, path: join(folder, name) }
}

describe('finding a browser for the tests', () => {
  it('takes CHROMIUM_PATH before all else', () => {
    const { path } = withProgram('mine')
    const system = withProgram('chromium')
    expect(findBrowser({ CHROMIUM_PATH: path, PATH: system.folder }, none)).toBe(path)
  })

  it('does not pass over a CHROMIUM_PATH that names nothing', () => {
    const system = withProgram('chromium')
    expect(() => findBrowser({ CHROMIUM_PATH: '/no/such/chromium', PATH: system.folder }, none)).toThrow(/CHROMIUM_PATH names/)
  })

  it("takes Playwright's own before the system's", () => {
    const own = withProgram('own')
    const system = withProgram('chromium')
    expect(findBrowser({ PATH: system.folder }, { ...none, own: () => own.path })).toBe(own.path)
    expect(findBrowser({ PATH: system.folder }, { ...none, own: () => '/never/installed' })).toBe(system.path)
  })

  it('knows the names that systems give it', () => {
    for (const name of ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']) {
      const { folder, path } = withProgram(name)
      expect(findBrowser({ PATH: `/nowhere:${folder}` }, none)).toBe(path)
    }
    expect(findBrowser({ PATH: '/nowhere' }, none)).toBeNull()
  })
})

describe('installing a browser for the tests', () => {
  const plan = [['install-it', 'now']]

  it('uses apt-get as root on a Debian-like system, and Playwright elsewhere', () => {
    expect(installPlan({ uid: 0, isDebian: true })).toEqual([
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium-headless-shell', 'fonts-dejavu-core', 'fonts-noto-core'],
    ])
    for (const machine of [
      { uid: 1000, isDebian: true },
      { uid: 0, isDebian: false },
    ]) {
      expect(installPlan(machine)).toEqual([['npx', '--no-install', 'playwright', 'install', 'chromium']])
    }
  })

  it('installs nothing where there is one', () => {
    const run = () => {
      throw new Error('ran')
    }
    expect(findOrInstallBrowser({}, { find: () => '/usr/bin/chromium', run, plan })).toBe('/usr/bin/chromium')
  })

  it('installs where there is none, and finds what it installed', () => {
    const ran: string[][] = []
    const find = () => (ran.length > 0 ? '/usr/bin/chromium' : null)
    const run = (command: string[]) => {
      ran.push(command)
      return 0
    }
    expect(findOrInstallBrowser({}, { find, run, plan })).toBe('/usr/bin/chromium')
    expect(ran).toEqual(plan)
  })

  it('installs nothing where SCHOLION_NO_INSTALL forbids it, and says how to get one', () => {
    const run = () => {
      throw new Error('ran')
    }
    expect(() => findOrInstallBrowser({ SCHOLION_NO_INSTALL: '1' }, { find: () => null, run, plan })).toThrow(
      /need Chromium.*forbids.*`install-it now`.*CHROMIUM_PATH/,
    )
  })

  it('says how to get one where the install fails or brings none', () => {
    expect(() => findOrInstallBrowser({}, { find: () => null, run: () => 100, plan })).toThrow(
      /`install-it now` failed.*CHROMIUM_PATH/,
    )
    expect(() => findOrInstallBrowser({}, { find: () => null, run: () => 0, plan })).toThrow(/still no Chromium/)
  })
})
