import { Menu } from 'electron'
import { CHANNELS, type MenuPart, type Shell } from '../../shared/api/desktop.ts'
import { menuTemplate } from './menu-template.ts'
import { tellFault } from './open-folders.ts'
import { shownRecent } from './recent.ts'
import type { Windows } from './windows.ts'

/** The native menu: one for all windows; what is chosen goes to the window in front. */
export class AppMenu {
  private parts: readonly MenuPart[] = []
  private readonly windows: Windows
  private readonly shell: () => Shell

  constructor(windows: Windows, shell: () => Shell) {
    this.windows = windows
    this.shell = shell
  }

  /** Takes the table of commands that a page brought. */
  show(parts: readonly MenuPart[]): void {
    this.parts = parts
    this.draw()
  }

  draw(): void {
    const { windows, shell } = this
    const template = menuTemplate({
      parts: this.parts,
      recent: windows.recent.map(shownRecent),
      isMac: process.platform === 'darwin',
      choose: (id) => windows.front?.window.webContents.send(CHANNELS.chosen, id),
      openFolder: () => void shell().openFolder().then(tellFault),
      openRecent: (id) => void shell().openRecent({ id }).then(tellFault),
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
}
