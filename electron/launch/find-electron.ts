import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether there is an Electron to run. */
export type FoundElectron =
  | { readonly kind: 'found'; readonly program: string }
  /** The package is there, its program was never downloaded: `installer` is the script that does. */
  | { readonly kind: 'not-downloaded'; readonly installer: string; readonly version: string }
  | { readonly kind: 'not-installed' }

const NAMES: Readonly<Record<string, string>> = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }

/**
 * Looks for Electron's program in its npm package at `folder`, or where ELECTRON_OVERRIDE_DIST_PATH says. Only reads: requiring the
 * package would start its download, which can hang.
 */
export function findElectron(folder: string, env: Readonly<Record<string, string | undefined>>, platform: string): FoundElectron {
  const named = readOrNull(join(folder, 'path.txt'))?.trim() || null
  const override = env.ELECTRON_OVERRIDE_DIST_PATH
  const program = override ? join(override, named ?? NAMES[platform] ?? 'electron') : named && join(folder, 'dist', named)
  if (program && existsSync(program)) return { kind: 'found', program }
  const version = versionIn(readOrNull(join(folder, 'package.json')))
  const installer = join(folder, 'install.js')
  return version && existsSync(installer) ? { kind: 'not-downloaded', installer, version } : { kind: 'not-installed' }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function versionIn(text: string | null): string | null {
  try {
    const { version } = JSON.parse(text ?? '') as { version?: unknown }
    return typeof version === 'string' ? version : null
  } catch {
    return null
  }
}
