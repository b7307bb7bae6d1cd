import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readStamp, stampName } from './fingerprint.mjs'

/**
 * Moves a finished build from `made` into `out`, file by file, so that a program started at any moment finds either the old entry or the
 * new one, never none. Files of the last build are kept one round longer: a page that is open may still ask for them. `last` names the
 * files that must go over last, because they name the others.
 */
export function publish(made, out, fingerprint, last) {
  const before = readStamp(out).files
  // Without a stamp the folder counts as stale, so a crash half-way is mended by the next run.
  rmSync(join(out, stampName), { force: true })
  const files = list(made)
  const ordered = [...files.filter((file) => !last.includes(file)), ...files.filter((file) => last.includes(file))]
  for (const file of ordered) {
    mkdirSync(dirname(join(out, file)), { recursive: true })
    renameSync(join(made, file), join(out, file))
  }
  const keep = new Set([...files, ...before])
  const rooms = new Set(files.map((file) => file.split('/')[0]))
  for (const room of rooms)
    for (const file of list(join(out, room))) if (!keep.has(`${room}/${file}`)) rmSync(join(out, room, file))
  writeFileSync(join(made, stampName), JSON.stringify({ fingerprint, files }, null, 2))
  renameSync(join(made, stampName), join(out, stampName))
}

function list(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()
}
