import { BrowserWindow, nativeTheme } from 'electron'
import { LEAST, type Place, placeOf } from './window-place.ts'

/** A window with every wall up and nothing in it yet; shown when its page is painted, where the last one stood. */
export function makeWindow(preload: string, kept: Place | null, areas: Parameters<typeof placeOf>[1]): BrowserWindow {
  const window = new BrowserWindow({
    ...placeOf(kept, areas),
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    title: 'Scholion',
    // the desk of the style sheet, so that nothing flashes before it is read
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#161512' : '#ece8df',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // its dictionaries would come from the network
      spellcheck: false,
    },
  })
  if (kept?.maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  return window
}

/** Where a window stands now, to be kept. */
export function placeNow(window: BrowserWindow): Place {
  return { ...window.getNormalBounds(), maximised: window.isMaximized() }
}
