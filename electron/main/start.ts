import { join } from 'node:path'
import { type App, ipcMain, session } from 'electron'
import { readStaticFiles } from '../server/static-files.ts'
import { answerCalls } from './answer-calls.ts'
import { AppMenu } from './app-menu.ts'
import { serveApp } from './app-protocol.ts'
import { keptFile } from './kept-file.ts'
import { noCollection } from './no-collection.ts'
import { openFirst, openOnCall } from './open-folders.ts'
import { RECENT } from './recent.ts'
import { sayReady } from './say-ready.ts'
import { setSessionRules } from './session-rules.ts'
import { PLACE } from './window-place.ts'
import { type ShellParts, shellOf } from './window-shell.ts'
import { Windows } from './windows.ts'

export interface Start {
  readonly app: App
  /** The folder that was asked for, or null. */
  readonly folder: string | null
  /** The built app. */
  readonly here: string
  /** Our own folder on this machine. */
  readonly state: string
  readonly mirrors: string
  readonly log: (line: string) => void
}

/** Everything from the moment Chromium is ready: the rules first, then the answers, then a window. */
export async function start({ app, folder, here, state, mirrors, log }: Start): Promise<void> {
  const version = app.getVersion()
  serveApp(session.defaultSession, await readStaticFiles(join(here, 'renderer')))
  setSessionRules(session.defaultSession, log)

  const windows: Windows = new Windows({
    preload: join(here, 'preload.cjs'),
    stateDir: state,
    mirrors,
    version,
    recentFile: keptFile(state, 'recent.json', RECENT),
    placeFile: keptFile(state, 'window.json', PLACE),
    working: () => working,
    changed: () => menu.draw(),
    log,
  })
  const shellParts: ShellParts = {
    app,
    windows,
    sample: app.isPackaged ? join(process.resourcesPath, 'sample') : join(here, '..', '..', 'corpus', 'prem19'),
    showMenus(parts) {
      menu.show(parts)
      sayReady()
    },
  }
  const menu = new AppMenu(windows, () => shellOf(shellParts, windows.front))
  const none = noCollection(version)
  const working = answerCalls(ipcMain, {
    log,
    behind(contents) {
      const window = windows.of(contents)
      return window && { host: window.collection?.host ?? none, shell: shellOf(shellParts, window) }
    },
  })

  quitGently(app, windows)
  openOnCall(app, windows)
  await windows.remember()
  await openFirst(windows, folder)
}

// Quitting waits until every window has saved, and is given up where the person wants to stay.
function quitGently(app: App, windows: Windows): void {
  app.on('before-quit', (event) => {
    if (!windows.any) return
    event.preventDefault()
    void windows.closeAll().then((closed) => closed && app.quit())
  })
  app.on('window-all-closed', () => app.quit())
}
