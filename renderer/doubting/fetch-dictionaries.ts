import { dictionaryTexts } from '../../shared/text/dictionary/dictionary-texts.ts'
import { makeSpeller } from '../../shared/text/dictionary/make-speller.ts'
import type { Speller } from '../../shared/text/speller.ts'

/** Where the page's own files have them; this runs in a thread whose script stands in a folder beside. */
const folder = () => new URL('../dictionaries/', globalThis.location.href)

/** The speller of a language (first part of its tag), from this program's own files; null where there is no dictionary for it. */
export async function fetchSpeller(language: string): Promise<Speller | null> {
  const texts = await dictionaryTexts(language, {
    text: async (path) => (await got(path)).text(),
    unpacked: async (path) => {
      const packed = await got(`${path}.gz`)
      return new Response(packed.body!.pipeThrough(new DecompressionStream('gzip'))).text()
    },
  })
  return texts && makeSpeller(texts)
}

async function got(path: string): Promise<Response> {
  const answer = await fetch(new URL(path, folder()))
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer
}
