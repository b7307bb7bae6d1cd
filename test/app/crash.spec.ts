import type { Page } from '@playwright/test'
import { LOSS, Typist } from '../fault/crash/typing.ts'
import { report, seeded } from '../fault/measure.ts'
import { openLetter, putLetter, sign, text } from '../support/at-the-desk.ts'
import { type Desktop, expect, test } from './fixtures.ts'

/** How often each is killed; 50 times in `npm run test:fault`. */
const KILLS = Number(process.env.SCHOLION_KILLS ?? 3)

test.setTimeout(KILLS * 60_000)

async function begin(page: Page): Promise<void> {
  const later = page.getByRole('button', { name: 'Not now' })
  // who edits is asked before the list comes, or not at all
  await expect(page.getByRole('list', { name: 'Documents' })).toBeVisible()
  if (await later.isVisible()) await later.click()
  await openLetter(page)
  await expect(sign(page)).toBeVisible()
}

/** What a person finds who opens the letter anew and takes up what is offered. */
async function found(page: Page): Promise<string> {
  await begin(page)
  const offer = page.getByRole('button', { name: 'Bring the unsaved work back' })
  if (await offer.isVisible()) {
    await offer.click()
    await expect(offer).toHaveCount(0)
  }
  return (await text(page).textContent()) ?? ''
}

const DEATHS: readonly { readonly what: string; readonly kill: (desktop: Desktop) => Promise<unknown> }[] = [
  {
    what: 'the page',
    kill: async ({ app, page }) => {
      await app.evaluate(({ dialog }) => {
        dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
      })
      const gone = page.waitForEvent('crash')
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
      await gone
    },
  },
  {
    what: 'the main process',
    kill: async ({ app }) => {
      const child = app.process()
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  },
]

for (const { what, kill } of DEATHS)
  test(`${what}, killed while somebody types, loses 2 s of it at most`, async ({ start, collection }) => {
    const random = seeded()
    putLetter(collection)
    const losses: number[] = []
    for (let nth = 0; nth < KILLS; nth++) {
      const desktop = await start()
      await begin(desktop.page)
      const typist = new Typist(desktop.page, `k${nth}w`)
      typist.start()
      await new Promise((later) => setTimeout(later, 300 + random() * 6000))
      const died = Date.now()
      await kill(desktop)
      await typist.stop()
      await desktop.quit()
      const again = await start()
      losses.push(typist.loss(await found(again.page), died))
      await again.quit()
    }
    const kept = losses.filter((loss) => loss <= LOSS.most + LOSS.writing)
    report(`crash, ${what} of the desktop app`, `recovered ${kept.length} of ${KILLS}, longest loss ${Math.max(...losses)} ms`)
    expect(kept.length).toBe(KILLS)
  })
