import type { Transcript } from '../model/transcript.ts'
import { type Passage, passagesOf } from './passage.ts'

/** Small words that one language alone has: enough to tell which one a page is in. */
const TELLING: Readonly<Record<string, string>> = {
  en: 'the of and to that which with is was were be this are from by have has would should will not on for it he she they',
  fr: 'le la les de des du et à que qui dans pour une est sont par sur au aux ce cette nous vous il elle ne pas avec ont été',
  de: 'der die das und nicht ist mit den dem ein eine auf für von zu sich auch werden wird sind war wir',
  es: 'el los las y que del por con una para se es su como más este esta no al ha han',
  it: 'il gli di che per con una sono della del nel alla questo non è ha si da le anche',
  nl: 'de het een en van dat niet zijn voor met op te is wordt aan deze ook door',
}
const WORDS = new Map<string, readonly string[]>()
for (const [language, words] of Object.entries(TELLING))
  for (const word of words.split(' ')) WORDS.set(word, [...(WORDS.get(word) ?? []), language])

/** The language of words, by the small words among them; null where too few tell. */
function likelyLanguage(words: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const word of words) for (const language of WORDS.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1)
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < 3 || first[1] < words.length * 0.05) return null
  return second !== undefined && second[1] * 1.5 > first[1] ? null : first[0]
}

/**
 * The language of each paper of a file (first part of its tag), as it is stated; where nothing is, as its small words tell; English, which
 * most of these papers are in, where they do not.
 */
export function languageOfPapers({ paper, pages }: Transcript, passages: readonly Passage[]): readonly string[] {
  const divisions = pages.flatMap(({ content }) => content.filter((child) => child.type === 'division'))
  return [paper, ...divisions].map(({ language }, index) => {
    const stated = language?.toLowerCase().split('-')[0]
    if (stated) return stated
    const words = passages.filter((passage) => passage.paper === index).flatMap(({ tokens }) => tokens.map(({ small }) => small))
    return likelyLanguage(words) ?? 'en'
  })
}

/** The languages of all papers of a file, each once: whose dictionaries are to be read. */
export function languagesOf(transcript: Transcript): readonly string[] {
  return [...new Set(languageOfPapers(transcript, passagesOf(transcript)))]
}
