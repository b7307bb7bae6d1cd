import { resolve } from 'node:path'

/**
 * The folder that the command line names, or null. `argv` as the process has it; unpackaged, the app's own folder stands before it.
 * Switches are Electron's.
 */
export function askedFolder(argv: readonly string[], cwd: string, isPackaged: boolean): string | null {
  const words = argv.slice(1).filter((word) => !word.startsWith('-'))
  const folder = words[isPackaged ? 0 : 1]
  return folder === undefined ? null : resolve(cwd, folder)
}
