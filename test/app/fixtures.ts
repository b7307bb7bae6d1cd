import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, type ElectronApplication, type Page } from '@playwright/test'
import type { Bridge } from '../../shared/api/desktop.ts'
import { copyCollection } from '../support/copy-collection.ts'
import { launchElectron } from '../support/launch-electron.ts'
import { type LedgerEntry, writeEntry } from '../support/ledger.ts'
import { changedSince, takeOriginals } from '../support/originals.ts'
import { CHECKOUT } from '../support/start-scholion.ts'
import { type Watched, watch } from '../support/watch-page.ts'

export { expect } from '@playwright/test'

declare global {
  interface Window {
    readonly scholion: Bridge
  }
}

/** The real desktop app, running. */
export interface Desktop {
  readonly app: ElectronApplication
  readonly page: Page
  readonly watched: Watched
  /** What the app has said on stderr so far. */
  readonly said: () => string
  /** Quits as the menu does, and waits until the process is gone. */
  quit(): Promise<void>
}

export interface DesktopOptions {
  /** The folder that `collection` copies, relative to the checkout. */
  collectionFrom: string
  /** For a test that tries what the policy forbids: what was refused is not counted. */
  breaksPolicy: boolean
}

export interface DesktopFixtures {
  /** A fresh copy of a collection; its originals are compared before and after. */
  collection: string
  stateFolder: string
  /** Starts the app over `collection`; again, after `quit`, as often as wanted. */
  start: (folder?: string | null) => Promise<Desktop>
  desktop: Desktop
  /** What no test may cause, counted over the whole run. */
  ledger: { -readonly [Count in keyof LedgerEntry]: LedgerEntry[Count] }
}

/** Playwright's `test` with a real Electron. Whatever a test does, no original changes, no policy is broken, and every exception is caught. */
export const test = base.extend<DesktopFixtures & DesktopOptions>({
  collectionFrom: ['corpus/prem19', { option: true }],
  breaksPolicy: [false, { option: true }],

  ledger: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use, info) => {
      const ledger = { violations: 0, offLoopback: 0, originalWrites: 0 }
      await use(ledger)
      writeEntry(info.testId, ledger)
      if (Object.values(ledger).some((count) => count > 0)) throw new Error(`Nothing may do this: ${JSON.stringify(ledger)}`)
    },
    { auto: true },
  ],

  collection: async ({ collectionFrom, ledger }, use) => {
    const from = resolve(CHECKOUT, collectionFrom)
    if (!existsSync(from)) throw new Error(`There is no folder ${from} to copy a collection from.`)
    const folder = join(mkdtempSync(join(tmpdir(), 'scholion-collection-')), 'letters')
    copyCollection(from, folder)
    const before = takeOriginals(folder)
    await use(folder)
    ledger.originalWrites += changedSince(folder, before).length
    rmSync(join(folder, '..'), { recursive: true, force: true })
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  stateFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'scholion-state-'))
    await use(folder)
    // Chromium's helpers write their last words after the program is gone
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  },

  start: async ({ collection, stateFolder, breaksPolicy, ledger }, use) => {
    const started: Desktop[] = []
    await use(async (folder = collection) => {
      const one = await startDesktop(folder, stateFolder)
      started.push(one)
      return one
    })
    for (const one of started) await one.quit()
    for (const { watched } of started) {
      if (watched.errors() > 0) throw new Error(`An exception that nobody caught:\n${watched.seen.join('\n')}`)
      if (breaksPolicy) continue
      ledger.violations += watched.violations()
      ledger.offLoopback += watched.offLoopback()
    }
  },

  desktop: async ({ start }, use) => {
    await use(await start())
  },
})

async function startDesktop(folder: string | null, stateFolder: string): Promise<Desktop> {
  const app = await launchElectron(stateFolder, folder)
  const child = app.process()
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  app
    .process()
    .stderr?.setEncoding('utf8')
    .on('data', (text: string) => {
      said += text
    })
  const page = await app.firstWindow()
  const watched = await watch(app.context())
  await page.waitForURL('app://scholion/')
  await page.waitForLoadState()
  // from its very beginning under the eyes of `watched`
  await page.reload()
  return {
    app,
    page,
    watched,
    said: () => said,
    async quit() {
      if (child.exitCode !== null || child.signalCode !== null) return
      await app.evaluate(({ app }) => void setImmediate(() => app.quit())).catch(() => {})
      await gone
    },
  }
}
