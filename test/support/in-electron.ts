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
    // a second start hands its folder to the first, which has an empty window for it
    const second = spawn(EXECUTABLE, ['--disable-gpu', APP, collection], {
      stdio: 'ignore',
      env: { ...process.env, SCHOLION_STATE_DIR: stateFolder },
    })
    await new Promise((resolve) => second.once('exit', resolve))
    const isOpen = () =>
      page
        .evaluate(() => (window as unknown as { scholion: Bridge }).scholion.shell.collections())
        .then((answer) => answer.ok && answer.value.open)
        // the page is being loaded anew
        .catch(() => false)
    await expect.poll(isOpen).toBe(true)
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
