import { type BrowserWindow, dialog } from 'electron'

/** Where the page's process ended by itself, says so and loads the page anew: what was typed stands in the journal. */
export function mendCrashes(window: BrowserWindow, log: (line: string) => void): void {
  window.webContents.on('render-process-gone', async (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    log(`the page's process ended: ${reason} (${exitCode})`)
    await dialog.showMessageBox(window, {
      type: 'error',
      message: 'The window’s contents stopped working and are loaded anew.',
      detail: 'What you typed up to about two seconds ago is kept, and is offered when you open the document again.',
      buttons: ['Load again'],
      noLink: true,
    })
    if (!window.isDestroyed()) window.webContents.reload()
  })
}
