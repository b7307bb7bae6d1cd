import { posix, win32 } from 'node:path'

/** What the folder follows from: `process.env`, `process.platform`, `os.homedir()`. */
export interface StateDirFacts {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly home: string
}

/**
 * The folder of this person on this machine for work that cannot stand beside its letters, because their folder may not be written. It is work, not
 * state: it goes where programs keep data. SCHOLION_STATE_DIR takes it along.
 */
export function mirrorsDir({ env, platform, home }: StateDirFacts): string {
  const path = platform === 'win32' ? win32 : posix
  if (env.SCHOLION_STATE_DIR) return path.join(path.resolve(env.SCHOLION_STATE_DIR), 'mirrors')
  if (platform === 'win32') return path.join(env.APPDATA || path.join(home, 'AppData', 'Roaming'), 'Scholion', 'Mirrors')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Scholion', 'Mirrors')
  const xdg = env.XDG_DATA_HOME
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.local', 'share'), 'scholion', 'mirrors')
}

/**
 * The folder of this person on this machine where journal, history, settings and launch memory stand: never in a collection, never in
 * the checkout. An absolute path; it need not exist yet. SCHOLION_STATE_DIR goes before all else; a relative XDG path is not valid and is
 * passed over, as its standard says.
 */
export function stateDir({ env, platform, home }: StateDirFacts): string {
  const path = platform === 'win32' ? win32 : posix
  if (env.SCHOLION_STATE_DIR) return path.resolve(env.SCHOLION_STATE_DIR)
  if (platform === 'win32') return path.join(env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'Scholion')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Scholion')
  const xdg = env.XDG_STATE_HOME
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.local', 'state'), 'scholion')
}
