import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { dictionaryOf, dictionaryTexts } from '../../shared/text/dictionary/dictionary-texts.ts'
import type { DictionaryTexts } from '../../shared/text/dictionary/make-speller.ts'

/** Where the packages' data stand: beside the built program, or in a checkout among the packages. */
const FOLDERS = [join(import.meta.dirname, 'dictionaries'), join(import.meta.dirname, '../../node_modules')]

/** The texts of a language's dictionaries (`en-GB`, `fr`), read from the disk; null where there are none for it. */
export async function readDictionaries(language: string): Promise<DictionaryTexts | null> {
  const first = dictionaryOf(language)?.of[0]
  const folder = first && FOLDERS.find((one) => existsSync(join(one, first)))
  if (!folder) return null
  const text = (path: string) => readFile(join(folder, path), 'utf8')
  return dictionaryTexts(language, { text, unpacked: (path) => unpacked(join(folder, path)) })
}

/** The package unpacks its lists when it is installed, where it is allowed to. */
async function unpacked(path: string): Promise<string> {
  if (existsSync(path)) return readFile(path, 'utf8')
  return gunzipSync(await readFile(`${path}.gz`)).toString('utf8')
}
