import { type App, dialog } from 'electron'
import { z } from 'zod'
import type { Result } from '../../shared/model/result.ts'
import { bringToFront, type Windows } from './windows.ts'

/** Says what hindered, where nobody in a page asked. */
export function tellFault(opened: Result<unknown>): void {
  if (opened.ok) return
  // not the error box, which would stop the whole program until it is answered
  void dialog.showMessageBox({
    type: 'error',
    message: 'The folder was not opened.',
    detail: opened.fault.sentence,
    buttons: ['OK'],
  })
}

/** Opens the window that Scholion begins with: the folder asked for, else the one that was open last, else none. */
export async function openFirst(windows: Windows, folder: string | null): Promise<void> {
  const first = folder ?? windows.recent[0] ?? null
  const opened = first === null ? null : await windows.open(first)
  if (opened?.ok) return
  await windows.openEmpty()
  if (opened !== null && folder !== null) tellFault(opened)
}

const CALLED = z.object({ folder: z.string().max(4096).nullable() })

/** A second start of the program, or a folder handed over by the system, is shown by this one. */
export function openOnCall(app: App, windows: Windows): void {
  const open = async (folder: string | null) => {
    if (folder !== null) tellFault(await windows.open(folder))
    else if (windows.front) bringToFront(windows.front.window)
  }
  app.on('second-instance', (_event, _argv, _cwd, called) => {
    const asked = CALLED.safeParse(called)
    void open(asked.success ? asked.data.folder : null)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void open(path)
  })
}
