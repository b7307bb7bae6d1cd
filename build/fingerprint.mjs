// Says whether the built files still belong to the sources. By content, not by time: a deleted file, a checkout of an older commit and
// a clock that was set back all count, and touching a file does not.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the build depends on, relative to the checkout. */
export const SOURCES = [
  'shared',
  'electron',
  'renderer',
  'build',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.base.json',
]

const STAMP = 'stamp.json'

function* filesUnder(root, path) {
  const full = join(root, path)
  if (!existsSync(full)) return
  const entries = readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    // An editor's backup and lock files come and go while somebody else is typing.
    if (entry.name.startsWith('.') || entry.name.endsWith('~')) continue
    const inner = `${path}/${entry.name}`
    if (entry.name === 'decisions') continue
    if (entry.isDirectory()) yield* filesUnder(root, inner)
    else if (entry.isFile()) yield inner
  }
}

function* sourceFiles(root, sources) {
  for (const source of sources) {
    if (/\.\w+$/.test(source)) {
      if (existsSync(join(root, source))) yield source
    } else yield* filesUnder(root, source)
  }
}

/** A hash (hex) over the names and bytes of all sources in the checkout `root`. */
export function fingerprintOf(root, sources = SOURCES) {
  const hash = createHash('sha256')
  for (const file of sourceFiles(root, sources)) {
    let bytes
    try {
      bytes = readFileSync(join(root, file))
    } catch {
      continue // gone between the listing and the reading: the next run sees the same
    }
    hash.update(`${file}\0${bytes.length}\0`).update(bytes)
  }
  return hash.digest('hex')
}

/** Whether `out` holds a whole build of the sources that `fingerprint` names. */
export function isFresh(out, fingerprint) {
  const stamp = readStamp(out)
  return stamp.fingerprint === fingerprint && stamp.files.length > 0 && stamp.files.every((file) => existsSync(join(out, file)))
}

/** The last finished build: `{ fingerprint, files }`, both empty where there was none or it cannot be read. */
export function readStamp(out) {
  try {
    const { fingerprint, files } = JSON.parse(readFileSync(join(out, STAMP), 'utf8'))
    if (typeof fingerprint === 'string' && Array.isArray(files)) return { fingerprint, files }
  } catch {
    // No stamp, or one that a crash cut short: both mean "build".
  }
  return { fingerprint: '', files: [] }
}

export const stampName = STAMP
