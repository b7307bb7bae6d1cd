import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { type Browser, chromium, type Page, expect as shown } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildIfStale } from '../../../build/bundle.mjs'
import { findOrInstallBrowser } from '../../../build/find-browser.mjs'
import { bars, crash, enter, expectOnDisk, LETTER, openLetter, putLetter, sign, text } from '../../support/at-the-desk.ts'
import { startAgain, startScholion } from '../../support/start-scholion.ts'
import { report, seeded, times } from '../measure.ts'
import { LOSS, Typist } from './typing.ts'

const KILLS = times(50, 3)

let browser: Browser
beforeAll(async () => {
  buildIfStale()
  const isRoot = process.getuid?.() === 0
  browser = await chromium.launch({ executablePath: findOrInstallBrowser(), chromiumSandbox: !isRoot, args: ['--disable-gpu'] })
})
afterAll(() => browser?.close())

/** A letter that somebody is typing into. */
async function atWork() {
  const place = mkdtempSync(join(tmpdir(), 'scholion-crash-'))
  const collection = mkdtempSync(join(place, 'letters-'))
  const file = putLetter(collection)
  copyFileSync(join(collection, LETTER), join(place, 'before'))
  const scholion = await startScholion(collection, join(place, 'state'))
  const context = await browser.newContext()
  const page = await context.newPage()
  await enter(page, scholion.address)
  await openLetter(page)
  const typist = new Typist(page)
  typist.start()
  return {
    ...{ collection, file, scholion, context, page, typist },
    end: async () => {
      await context.close()
      const same = readFileSync(join(collection, LETTER)).equals(readFileSync(join(place, 'before')))
      rmSync(place, { recursive: true })
      expect(same, 'the original is as it was').toBe(true)
    },
  }
}

/** What a person finds who opens the letter anew and takes up what is offered. */
async function found(page: Page): Promise<string> {
  await openLetter(page)
  await shown(sign(page)).toBeVisible()
  const offer = page.getByRole('button', { name: 'Bring the unsaved work back' })
  if (await offer.isVisible()) {
    await offer.click()
    await shown(bars(page)).toContainText('The unsaved work is back')
  }
  return (await text(page).textContent()) ?? ''
}

const numbers = (kind: string, losses: readonly number[]) =>
  `${kind} ${losses.filter((loss) => loss <= LOSS.most + LOSS.writing).length} of ${losses.length}, longest loss ${Math.max(...losses)} ms`

it(`the page, killed while somebody types, loses 2 s of it at most (${KILLS} times)`, async () => {
  const random = seeded()
  const losses: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const { scholion, context, page, typist, end, collection } = await atWork()
    await after(300 + random() * 6000)
    const died = Date.now()
    await crash(page)
    await typist.stop()
    await scholion.stop()
    const back = await startAgain(scholion, collection)
    const next = await context.newPage()
    await enter(next, back.address)
    losses.push(typist.loss(await found(next), died))
    await back.stop()
    await end()
  }
  report('crash, page in Chromium', numbers('recovered', losses))
  for (const loss of losses) expect(loss).toBeLessThanOrEqual(LOSS.most + LOSS.writing)
})

it(`the program, killed while somebody types, loses nothing of a page that lives on, and 2 s at most of one that dies too (${KILLS} times)`, async () => {
  const random = seeded()
  const losses: number[] = []
  for (let kill = 0; kill < KILLS; kill++) {
    const { scholion, context, page, typist, end, collection, file } = await atWork()
    await after(300 + random() * 4000)
    await scholion.kill()
    await after(random() * 4000)
    const died = Date.now()
    const diesToo = kill % 2 === 1
    if (diesToo) await crash(page)
    await typist.stop()
    const back = await startAgain(scholion, collection)
    if (diesToo) {
      const next = await context.newPage()
      await enter(next, back.address)
      losses.push(typist.loss(await found(next), died))
    } else {
      await expectOnDisk(file, `w${typist.times.length - 1}q`)
      const loss = typist.loss(readFileSync(file, 'utf8'), Number.POSITIVE_INFINITY)
      expect(loss).toBe(0)
      losses.push(0)
    }
    await back.stop()
    await end()
  }
  report('crash, program under Chromium', numbers('recovered', losses))
  for (const loss of losses) expect(loss).toBeLessThanOrEqual(LOSS.most + LOSS.writing)
})
