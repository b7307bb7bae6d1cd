import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { copyCollection } from './copy-collection.ts'
import { inElectron } from './in-electron.ts'
import { writeEntry } from './ledger.ts'
import { changedSince, takeOriginals } from './originals.ts'
import { CHECKOUT, type RunningScholion, startScholion } from './start-scholion.ts'
import { type Watched, watch } from './watch-page.ts'

export { expect } from '@playwright/test'

/** How many times slower the page's thread is to be: a slow page shows what a test does not wait for. */
const SLOW = Number(process.env.SCHOLION_SLOW ?? 1)

export interface ScholionOptions {
  /** The folder that `collection` copies, relative to the checkout. Set with `test.use({ collectionFrom: … })`. */
  collectionFrom: string
  /** For a test that breaks the policy on purpose to see it hold: its violations are not counted, but there must be at least one. */
  breaksPolicy: boolean
}

export interface ScholionFixtures {
  /** A fresh copy of a collection; gone after the test. Its originals are compared before and after. */
  collection: string
  /** A fresh state folder, as of a person who never ran Scholion. */
  stateFolder: string
  /** A page host over `collection`, in a process of its own. */
  scholion: RunningScholion
  watched: Watched
}

/** Playwright's `test` with a collection, a host over it, and a page that is watched. Every browser test uses it. */
export const test = base.extend<ScholionFixtures & ScholionOptions & { ledger: { originalWrites: number } }>({
  collectionFrom: ['corpus/prem19', { option: true }],
  breaksPolicy: [false, { option: true }],

  ledger: [
    async ({ watched, breaksPolicy }, use, info) => {
      const ledger = { originalWrites: 0 }
      await use(ledger)
      const violations = watched.violations()
      const entry = { violations: breaksPolicy ? 0 : violations, offLoopback: watched.offLoopback(), ...ledger }
      writeEntry(info.testId, entry)
      if (breaksPolicy && violations === 0) throw new Error('This test says it breaks the policy, but nothing was refused.')
      const bad = entry.violations + entry.offLoopback + entry.originalWrites + watched.errors()
      if (bad > 0) throw new Error(`Nothing may do this:\n${watched.seen.join('\n')}\n${JSON.stringify(entry)}`)
    },
    { auto: true },
  ],

  watched: async ({ context }, use) => {
    await use(await watch(context))
  },

  collection: async ({ collectionFrom, ledger }, use) => {
    const from = resolve(CHECKOUT, collectionFrom)
    if (!existsSync(from)) throw new Error(`There is no folder ${from} to copy a collection from.`)
    const folder = mkdtempSync(join(tmpdir(), 'scholion-collection-'))
    copyCollection(from, folder)
    const before = takeOriginals(folder)
    await use(folder)
    ledger.originalWrites += changedSince(folder, before).length
    rmSync(folder, { recursive: true, force: true })
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  stateFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'scholion-state-'))
    await use(folder)
    // in the desktop window Chromium's helpers write their last words after the program is gone
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
  },

  scholion: async ({ collection, stateFolder }, use) => {
    const running = await startScholion(collection, stateFolder)
    await use(running)
    await running.stop()
  },

  context: async ({ context }, use) => {
    const slowDown = async (page: Page) => {
      const session = await context.newCDPSession(page)
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOW })
    }
    // a page that is gone again needs no slowing
    if (SLOW > 1) context.on('page', (page) => void slowDown(page).catch(() => undefined))
    await use(context)
  },

  ...(process.env.ELECTRON_EXECUTABLE ? inElectron : {}),
})
