import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** Where the host keeps what belongs to one collection, apart from the collection itself: named after the real path of its folder. */
export interface CollectionState {
  readonly root: string
  readonly journal: string
  readonly history: string
  readonly locks: string
  /** Notes of who has which document open. */
  readonly present: string
  /** Port and sessions of the page host. */
  readonly page: string
}

/** `folder` must be a real path. Nothing is made on the disk. */
export function collectionState(stateDir: string, folder: string): CollectionState {
  const key = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  const root = join(stateDir, 'collections', key)
  return {
    root,
    journal: join(root, 'journal'),
    history: join(root, 'history'),
    locks: join(root, 'locks'),
    present: join(root, 'present'),
    page: join(root, 'page'),
  }
}
