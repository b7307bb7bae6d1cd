import { lstat, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { World } from './contract-world.ts'
import { LETTERS, sha256 } from './letters.ts'

/** What stands in a folder, seen and changed as another program would. */
export function folderDisk(folder: string): World['disk'] {
  return {
    read: (name) => readFile(join(folder, name), 'utf8').catch(() => null),
    write: (name, text) => writeFile(join(folder, name), text),
    remove: (name) => rm(join(folder, name)),
    originals: () => originalsIn(folder),
  }
}

/** Content, time, inode and mode of each original. */
export async function originalsIn(folder: string): Promise<unknown> {
  const facts = Object.keys(LETTERS).map(async (name) => {
    const { mtimeNs, ctimeNs, ino, mode, nlink } = await lstat(join(folder, name), { bigint: true })
    return { name, sha256: sha256(await readFile(join(folder, name))), mtimeNs, ctimeNs, ino, mode, nlink }
  })
  return Promise.all(facts)
}
