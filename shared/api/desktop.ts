import type { Answer, Host } from './contract.ts'

/** The channels between a desktop window and its main process. There are no others. */
export const CHANNELS = {
  /** (name, ask) → Result, for every call of the contract. */
  call: 'scholion:call',
  /** (name, ask) → Result, for what only a desktop has. */
  shell: 'scholion:shell',
  /** To the window: the id of a command that was chosen in the native menu. */
  chosen: 'scholion:chosen',
  /** To the window: it is about to close; answered by `flushed`. */
  closing: 'scholion:closing',
} as const

/** One entry of a native menu. */
export interface MenuEntry {
  readonly id: string
  readonly label: string
  /** As the key table writes it, `Ctrl+Shift+P`; shown only: the page's own keyboard acts on it. */
  readonly key: string | null
}

export interface MenuPart {
  readonly label: string
  readonly entries: readonly MenuEntry[]
}

/** What stands open, and what was open before: names and opaque ids, never paths. */
export interface Collections {
  readonly open: boolean
  readonly recent: readonly { readonly id: string; readonly name: string }[]
}

/** Gives a copy of the work to a place that the person chooses; the last way when its own folder takes nothing. */
export type SaveCopy = (ask: {
  readonly name: string
  readonly text: string
}) => Promise<Answer<{ readonly saved: string | null }>>

/** Shows an edition of the opened collection, by its name alone, in the system's own window of its folder; nothing is opened or run. */
export type ShowEdition = (ask: { readonly name: string }) => Promise<Answer<null>>

/** What a desktop window can ask for beside its host. `null` answers mean "done". */
export interface Shell {
  /** Puts the table of commands into the native menu. The first call also says that the window is up. */
  showMenus(ask: { readonly menus: readonly MenuPart[] }): Promise<Answer<null>>
  collections(): Promise<Answer<Collections>>
  /** Asks the person for a folder; opens it in this window where none is open here, else in another. `false`: they thought better of it. */
  openFolder(): Promise<Answer<{ readonly opened: boolean }>>
  openRecent(ask: { readonly id: string }): Promise<Answer<{ readonly opened: boolean }>>
  /** Copies the sample collection into the person's documents, once, and opens the copy. */
  openSample(): Promise<Answer<{ readonly opened: boolean }>>
  /**
   * Asks the person where a copy of the work is to go, and writes it there as a new file, never over anything. `saved`: what it is called, or null
   * where they thought better of it.
   */
  saveCopy: SaveCopy
  showEdition: ShowEdition
  /** The answer to `onClosing`: `unsaved` is what is left to say of work that could not be saved, or null. */
  flushed(ask: { readonly unsaved: string | null }): Promise<Answer<null>>
}

export const SHELL_CALLS = [
  'showMenus',
  'collections',
  'openFolder',
  'openRecent',
  'openSample',
  'saveCopy',
  'showEdition',
  'flushed',
] as const satisfies readonly (keyof Shell)[]
export type ShellCall = (typeof SHELL_CALLS)[number]
type Complete = Exclude<keyof Shell, ShellCall> extends never ? true : never
export const SHELL_CALLS_ARE_COMPLETE: Complete = true

/** What the preload script puts before the page as `window.scholion`: the contract, the shell, and two callbacks. Nothing else. */
export interface Bridge {
  readonly host: Host
  readonly shell: Shell
  onChosen(run: (id: string) => void): void
  onClosing(run: () => void): void
}
