import type { FetchFailure } from './fetch-memory.ts'
import type { FoundElectron } from './find-electron.ts'

/** All that the choice between window and page follows from. */
export interface LaunchFacts {
  /** Whether this checkout holds a built desktop app. */
  readonly hasApp: boolean
  readonly isRoot: boolean
  readonly hasDisplay: boolean
  readonly electron: FoundElectron
  /** A download of Electron that failed lately. */
  readonly failure: FetchFailure | null
  /** The file that remembers it. */
  readonly failureFile: string
}

export type Decision =
  | { readonly open: 'window'; readonly program: string }
  | { readonly open: 'after-download'; readonly installer: string; readonly version: string }
  /** `why` says in one line what is in the way of a window and what would mend it. */
  | { readonly open: 'page'; readonly why: string }

/** Whether a screen can be reached. Only Linux says so in its environment. */
export function hasDisplay(env: Readonly<Record<string, string | undefined>>, platform: string): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Window or page. What cannot be mended by waiting is asked first, so that nothing is downloaded for a window that could not open. */
export function decide(facts: LaunchFacts): Decision {
  if (!facts.hasApp) return page('This version of Scholion has no desktop window yet; a later one will bring it.')
  if (facts.isRoot) {
    return page(
      'No window opens for root, since its sandbox would have to be switched off; start Scholion as an ordinary user to have it.',
    )
  }
  if (!facts.hasDisplay) {
    return page(
      'There is no display for a window (neither DISPLAY nor WAYLAND_DISPLAY is set); start Scholion in a desktop session to have it.',
    )
  }
  const { electron, failure } = facts
  if (electron.kind === 'found') return { open: 'window', program: electron.program }
  if (electron.kind === 'not-installed')
    return page('The package electron, which draws the window, is not installed; run `npm ci` to have it.')
  if (failure && failure.version === electron.version) {
    return page(
      `Electron, which draws the window, could not be downloaded on ${failure.at.slice(0, 10)} (${failure.reason}) and is not asked for again for a day; ` +
        `delete ${facts.failureFile} to try at once.`,
    )
  }
  return { open: 'after-download', installer: electron.installer, version: electron.version }
}

function page(why: string): Decision {
  return { open: 'page', why }
}
