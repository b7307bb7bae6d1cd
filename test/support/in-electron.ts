import { spawn } from 'node:child_process'
import { type BrowserContext, expect, type Page } from '@playwright/test'
import type { Bridge } from '../../shared/api/desktop.ts'
import { APP, EXECUTABLE, launchElectron } from './launch-electron.ts'
import type { RunningScholion } from './start-scholion.ts'

/** Fixtures that take the place of the browser's: one desktop window, in which nothing is open before `scholion` is asked for. */
export const inElectron = {
  context: async ({ stateFolder }: { stateFolder: string }, use: (context: BrowserContext) => Promise<void>) => {
    const app = await launchElectron(stateFolder, null)
    const child = app.process()
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    await app.firstWindow()
    await use(app.context())
    child.kill('SIGTERM')
    await gone
  },
  page: async ({ context }: { context: BrowserContext }, use: (page: Page) => Promise<void>) => {
    const [page] = context.pages()
    if (!page) throw new Error('the desktop app has no window')
    await use(page)
  },
  scholion: async (
    { collection, stateFolder, page }: { collection: string; stateFolder: string; page: Page },
    use: (running: RunningScholion) => Promise<void>,
  ) => {
    await page.waitForURL('app://scholion/')
    await page.waitForLoadState()
    await page.evaluate(() => document.documentElement.setAttribute('data-before', ''))
    // a second start hands its folder to the first, which has an empty window for it
    const second = spawn(EXECUTABLE, ['--disable-gpu', APP, collection], {
      stdio: 'ignore',
      env: { ...process.env, SCHOLION_STATE_DIR: stateFolder },
    })
    await new Promise((resolve) => second.once('exit', resolve))
    // the window knows its collection before it is loaded anew: only the page that comes after is the story's
    const isOpen = () =>
      page
        .evaluate(async () => {
          if (document.documentElement.hasAttribute('data-before')) return false
          const answer = await (window as unknown as { scholion: Bridge }).scholion.shell.collections()
          return answer.ok && answer.value.open
        })
        // the page is being loaded anew
        .catch(() => false)
    await expect.poll(isOpen).toBe(true)
    await page.waitForLoadState()
    const over = () => Promise.resolve()
    await use({
      address: 'app://scholion/#',
      origin: 'app://scholion',
      stateDir: stateFolder,
      process: second,
      stop: over,
      kill: over,
    })
  },
}
