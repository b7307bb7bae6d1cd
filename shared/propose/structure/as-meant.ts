/**
 * Words as they were meant, for the rules alone: figures that the machine read as letters (`l978`, `2O`, `SWlH`), and words of office papers
 * that it misread by a letter (`sincerelv`, `copving`). Of the same length where it can be; nothing is corrected by it.
 */
export function asMeant(words: string): string {
  // running text is looked through for figures alone: its rules need no more
  if (words.length > 110) return words.replace(/\S*\d\S*/gu, withFigures)
  return words.replace(/[^\s]+/gu, (token) => {
    const figures = withFigures(token)
    if (figures !== token) return figures
    return token.replace(/\p{L}{4,}/gu, (word) => genreWord(word) ?? word)
  })
}

/** A token that is a number but for letters read for figures. */
function withFigures(token: string): string {
  if (!/\d/.test(token) && !/^[([]?[lIO]{1,2}[.,)]?$/.test(token)) return token
  if (!/[lIOoS]/.test(token)) return token
  // a figure stands beside it, or another letter that is one
  return token
    .replace(/(?<=[\d£.,:/-])[lI|](?![\p{Ll}]{3})/gu, '1')
    .replace(/(?<![\p{L}])[lI|](?=[\d.,:/O])/gu, '1')
    .replace(/(?<=[\d.,:])[Oo]+(?![\p{Ll}])/gu, (run) => '0'.repeat(run.length))
    .replace(/(?<![\p{L}])O(?=\d)/gu, '0')
}

const GENRE = (
  'sincerely faithfully private secretary secretaries office foreign commonwealth minister ministry department copying ' +
  'confidential restricted secret unclassified personal telephone reference january february august ' +
  'september october november december monday tuesday wednesday thursday friday saturday sunday london committee attached enclosed ' +
  'enclosure enclosures copied prime treasury cabinet chancellor director chairman embassy distribution memorandum conclusions ' +
  'minutes subject university regards wishes obedient servant'
).split(' ')

const GENRE_SET = new Set(GENRE)
/** Each word, and each without one of its letters. */
const NEAR = new Map<string, string>()
for (const word of GENRE) for (const near of withoutOne(word)) if (!NEAR.has(near)) NEAR.set(near, word)

function withoutOne(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}

/** A word of the genre that differs from this one by one letter, with its capitals; null where it is none, or is itself one. */
function genreWord(word: string): string | null {
  if (word.length < 6) return null
  const small = word.toLowerCase()
  if (GENRE_SET.has(small)) return null
  // one letter more, one less, one other; a plural of its own is no misreading
  const found = NEAR.get(small) ?? withoutOne(small).flatMap((one) => (GENRE_SET.has(one) ? [one] : (NEAR.get(one) ?? [])))[0]
  if (found === undefined || Math.abs(found.length - small.length) > 1 || found.length < 5 || small === `${found}s`) return null
  if (/^\p{Lu}+$/u.test(word)) return found.toUpperCase()
  return /^\p{Lu}/u.test(word) ? found[0]!.toUpperCase() + found.slice(1) : found
}
