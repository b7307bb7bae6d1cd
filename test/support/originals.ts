import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What is known of every original in a folder: relative name → its fingerprint. */
export type Originals = ReadonlyMap<string, string>

/** Takes the sha256, time, mode and inode of every file that is not Scholion's own (transcripts, `collection.json`, exports, hidden files). */
export function takeOriginals(folder: string): Originals {
  const taken = new Map<string, string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || isOurs(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const { mtimeMs, ino, mode } = statSync(path)
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
    taken.set(path.slice(folder.length + 1), `${sha256} ${mtimeMs} ${ino} ${mode}`)
  }
  return taken
}

/** The names of originals that are not what they were, or are gone. Files that came since are none of its business. */
export function changedSince(folder: string, before: Originals): readonly string[] {
  const now = takeOriginals(folder)
  return [...before].filter(([name, was]) => now.get(name) !== was).map(([name]) => name)
}

function isOurs(name: string): boolean {
  return name.endsWith('.tei.json') || name === 'collection.json' || name.startsWith('.')
}
