import { setTimeout as pause } from 'node:timers/promises'
import { type BrowserWindow, dialog } from 'electron'
import { CHANNELS } from '../../shared/api/desktop.ts'
import type { FolderHost } from '../host/folder-host.ts'
import { flush } from './flush.ts'

export interface OpenWindowParts {
  /** Calls that the hosts still work on. */
  readonly working: () => Iterable<Promise<unknown>>
  /** The window is about to go: nothing hinders it any more. */
  readonly leaving: () => Promise<unknown>
  readonly gone: () => void
}

/** One window of ours: what it shows, and how it closes. */
export class OpenWindow {
  readonly window: BrowserWindow
  /** The opened collection: real path and host. Null before one was chosen. */
  collection: { readonly folder: string; readonly host: FolderHost } | null = null
  /** The page's answer to being told that the window closes. */
  flushed: (unsaved: string | null) => void = () => {}
  private closing: Promise<boolean> | null = null
  private readonly parts: OpenWindowParts

  constructor(window: BrowserWindow, parts: OpenWindowParts) {
    this.window = window
    this.parts = parts
    window.on('close', (event) => {
      event.preventDefault()
      void this.close()
    })
    window.once('closed', parts.gone)
  }

  /** Lets the page save, then closes. False where the person wants to stay, because something could not be saved. */
  close(): Promise<boolean> {
    this.closing ??= this.closeGently().finally(() => {
      this.closing = null
    })
    return this.closing
  }

  private async closeGently(): Promise<boolean> {
    if (this.window.isDestroyed()) return true
    const unsaved = await this.askPage()
    if (unsaved !== null && !(await this.leavesUnsaved(unsaved))) return false
    await this.parts.leaving()
    await this.collection?.host.close()
    // the page has had its say: its own question, which would hold the window, is not asked again
    if (!this.window.isDestroyed()) this.window.destroy()
    return true
  }

  private askPage(): Promise<string | null> | null {
    const { webContents } = this.window
    if (webContents.isCrashed() || webContents.isDestroyed() || this.collection === null) return null
    const answered = new Promise<string | null>((resolve) => {
      this.flushed = resolve
    })
    const parts = { answered, working: this.parts.working, pause: (milliseconds: number) => pause(milliseconds) }
    return flush({ ...parts, ask: () => webContents.send(CHANNELS.closing) })
  }

  private async leavesUnsaved(sentence: string): Promise<boolean> {
    const { response } = await dialog.showMessageBox(this.window, {
      type: 'warning',
      message: 'Not everything could be saved.',
      detail: sentence,
      buttons: ['Stay', 'Close and lose it'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    return response === 1
  }
}
