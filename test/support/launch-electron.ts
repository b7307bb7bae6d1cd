import { join } from 'node:path'
import { type ElectronApplication, _electron as electron } from '@playwright/test'
import { CHECKOUT } from './start-scholion.ts'

/** Electron's program, where the tests run under the reference folder's tool. */
export const EXECUTABLE = process.env.ELECTRON_EXECUTABLE ?? ''
export const APP = join(CHECKOUT, 'dist/app')
const GATE = join(CHECKOUT, 'test/support/electron-gate')

/** Starts the desktop app over a folder, or over none, with a person's state folder. */
export function launchElectron(stateFolder: string, folder: string | null): Promise<ElectronApplication> {
  const { SCHOLION_READY: _, ...env } = process.env as Record<string, string>
  return electron.launch({
    executablePath: EXECUTABLE,
    // Playwright would switch it off
    chromiumSandbox: true,
    args: ['--disable-gpu', GATE, APP, ...(folder === null ? [] : [folder])],
    env: { ...env, SCHOLION_STATE_DIR: stateFolder },
  })
}
