import { join } from 'node:path'
import { type App, dialog, shell } from 'electron'
import type { Answer } from '../../shared/api/contract.ts'
import type { MenuPart, Shell } from '../../shared/api/desktop.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { done } from '../../shared/model/result.ts'
import { SYSTEM_TOOLS } from '../host/system-tools.ts'
import type { OpenWindow } from './open-window.ts'
import { shownRecent } from './recent.ts'
import { copySample } from './sample.ts'
import { saveCopy } from './save-copy.ts'
import type { Windows } from './windows.ts'

export interface ShellParts {
  readonly app: App
  readonly windows: Windows
  /** The folder that holds the sample collection. */
  readonly sample: string
  readonly showMenus: (parts: readonly MenuPart[]) => void
}

type Opened = Promise<Answer<{ readonly opened: boolean }>>

/** What a window can ask for beside its host; also what the native menu does for the window in front (null: there is none). */
export function shellOf(parts: ShellParts, window: OpenWindow | null): Shell {
  const { app, windows, sample } = parts
  const open = async (folder: string): Opened => {
    const opened = await windows.open(folder)
    return opened.ok ? done({ opened: true }) : opened
  }
  return {
    async showMenus({ menus }) {
      parts.showMenus(menus)
      return done(null)
    },
    async collections() {
      return done({ open: window !== null && window.collection !== null, recent: windows.recent.map(shownRecent) })
    },
    async openFolder() {
      const asked = { title: 'Open a folder of letters', buttonLabel: 'Open', properties: ['openDirectory' as const] }
      const { filePaths } = await (window ? dialog.showOpenDialog(window.window, asked) : dialog.showOpenDialog(asked))
      return filePaths[0] === undefined ? done({ opened: false }) : open(filePaths[0])
    },
    async openRecent({ id }) {
      const folder = windows.recent.find((one) => shownRecent(one).id === id)
      if (folder === undefined)
        return fault(
          'missing',
          'That collection is not among the recent ones any more. Nothing was changed; open its folder instead.',
        )
      return open(folder)
    },
    async openSample() {
      const copied = await copySample(sample, app.getPath('documents'))
      return copied.ok ? open(copied.value) : copied
    },
    async saveCopy({ name, text }) {
      const asked = {
        title: 'Save a copy elsewhere',
        buttonLabel: 'Save the copy',
        defaultPath: join(app.getPath('documents'), name),
      }
      const { filePath } = await (window ? dialog.showSaveDialog(window.window, asked) : dialog.showSaveDialog(asked))
      if (!filePath) return done({ saved: null })
      const saved = await saveCopy(SYSTEM_TOOLS, filePath, text)
      return saved.ok ? done({ saved: saved.value }) : saved
    },
    async showEdition({ name }) {
      if (!window?.collection)
        return fault(
          'missing',
          'No collection is open in this window, so there is nothing to show: open one first. Nothing was changed.',
        )
      const path = await window.collection.host.editionPath(name)
      if (!path.ok) return path
      shell.showItemInFolder(path.value)
      return done(null)
    },
    async flushed({ unsaved }) {
      window?.flushed(unsaved)
      return done(null)
    },
  }
}
