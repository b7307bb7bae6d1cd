import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { z } from 'zod'

/** Folders that were open, newest first: real paths. */
export type Recent = readonly string[]

export const RECENT = z.array(z.string().min(1).max(4096)).max(100)
const MOST = 10

/** The list after `folder` was opened. */
export function withOpened(recent: Recent, folder: string): Recent {
  return [folder, ...recent.filter((one) => one !== folder)].slice(0, MOST)
}

/** What a page may know of a folder: a name to show, and an id to ask for it by. */
export function shownRecent(folder: string): { readonly id: string; readonly name: string } {
  return { id: createHash('sha256').update(folder).digest('hex').slice(0, 16), name: basename(folder) }
}
