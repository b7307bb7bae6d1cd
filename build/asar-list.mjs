import { closeSync, openSync, readSync } from 'node:fs'

/**
 * The names of all files in an asar archive, sorted. Its head is two pickled numbers and the length of a JSON text: 16 bytes, of which
 * the last four say how long the text is.
 */
export function asarList(archive) {
  const file = openSync(archive, 'r')
  try {
    const head = Buffer.alloc(16)
    readSync(file, head, 0, 16, 0)
    const text = Buffer.alloc(head.readUInt32LE(12))
    readSync(file, text, 0, text.length, 16)
    return [...namesIn(JSON.parse(text.toString('utf8')), '')].sort()
  } finally {
    closeSync(file)
  }
}

function* namesIn(folder, path) {
  for (const [name, entry] of Object.entries(folder.files)) {
    if (entry.files) yield* namesIn(entry, `${path}${name}/`)
    else yield path + name
  }
}
