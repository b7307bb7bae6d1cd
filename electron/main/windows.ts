import { realpath } from 'node:fs/promises'
import { type BrowserWindow, screen } from 'electron'
import type { HostTag } from '../../shared/api/contract.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { openFolderHost } from '../host/folder-host.ts'
import { mendCrashes } from './after-crash.ts'
import type { KeptFile } from './kept-file.ts'
import { makeWindow, placeNow } from './make-window.ts'
import { OpenWindow } from './open-window.ts'
import { type Recent, withOpened } from './recent.ts'
import { ORIGIN } from './trusted-sender.ts'
import type { Place } from './window-place.ts'

export interface WindowsParts {
  readonly preload: string
  readonly stateDir: string
  /** Where work is kept on folders that may not be written. */
  readonly mirrors: string
  readonly version: string
  readonly recentFile: KeptFile<Recent>
  readonly placeFile: KeptFile<Place>
  readonly working: () => Iterable<Promise<unknown>>
  /** The recent collections changed. */
  readonly changed: () => void
  readonly log: (line: string) => void
}

/** All windows: one for each open collection. */
export class Windows {
  recent: Recent = []
  private place: Place | null = null
  private turn: Promise<unknown> = Promise.resolve()
  private readonly all = new Set<OpenWindow>()
  private readonly parts: WindowsParts

  constructor(parts: WindowsParts) {
    this.parts = parts
  }

  /** Reads what was kept of the last time. */
  async remember(): Promise<void> {
    this.recent = (await this.parts.recentFile.read()) ?? []
    this.place = await this.parts.placeFile.read()
  }

  /** Of the page that these contents show, or of the window; null where it is none of ours. */
  of(contents: number): OpenWindow | null {
    // the contents of a window that has gone cannot be asked for their number
    return [...this.all].find(({ window }) => !window.isDestroyed() && window.webContents.id === contents) ?? null
  }

  /** The window with the focus, else any. */
  get front(): OpenWindow | null {
    const all = [...this.all]
    return all.find(({ window }) => window.isFocused()) ?? all.at(-1) ?? null
  }

  /**
   * Opens a folder: brings its window to the front where it has one, else uses a window in which nothing is open, else a new one. On a
   * fault nothing changed: a folder that is gone may come back with its disk.
   */
  open(folder: string): Promise<Result<OpenWindow, HostTag>> {
    // one after another, or two calls for one folder would make two hosts of it
    const opening = this.turn.then(() => this.openNow(folder))
    this.turn = opening.catch(() => undefined)
    return opening
  }

  private async openNow(folder: string): Promise<Result<OpenWindow, HostTag>> {
    const real = await realpath(folder).catch(() => folder)
    const there = [...this.all].find(({ collection }) => collection?.folder === real)
    if (there) {
      bringToFront(there.window)
      return done(there)
    }
    const { stateDir, mirrors, version } = this.parts
    const host = await openFolderHost({ folder: real, stateDir, mirrors, version, kind: 'desktop' })
    if (!host.ok) return host
    this.keepRecent(withOpened(this.recent, real))
    const empty = [...this.all].find(({ collection }) => collection === null)
    const target = empty ?? this.add()
    target.collection = { folder: real, host: host.value }
    // an empty window's page began without a collection
    if (empty) empty.window.webContents.reload()
    else await target.window.loadURL(`${ORIGIN}/`)
    bringToFront(target.window)
    return done(target)
  }

  /** A window in which nothing is open yet. */
  async openEmpty(): Promise<void> {
    await this.add().window.loadURL(`${ORIGIN}/`)
  }

  /** Closes one after another; false as soon as the person wants to stay. */
  async closeAll(): Promise<boolean> {
    for (const one of [...this.all]) if (!(await one.close())) return false
    return true
  }

  get any(): boolean {
    return this.all.size > 0
  }

  private add(): OpenWindow {
    const { preload, working, log } = this.parts
    const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map(({ workArea }) => workArea)
    const window = makeWindow(preload, this.place, areas)
    const one = new OpenWindow(window, {
      working,
      leaving: () => this.keepPlace(window),
      gone: () => this.all.delete(one),
    })
    this.all.add(one)
    mendCrashes(window, log)
    return one
  }

  private keepPlace(window: BrowserWindow): Promise<void> {
    this.place = placeNow(window)
    return this.parts.placeFile.write(this.place)
  }

  private keepRecent(recent: Recent): void {
    this.recent = recent
    void this.parts.recentFile.write(recent)
    this.parts.changed()
  }
}

/** Shows a window that may be hidden behind others or folded away. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
