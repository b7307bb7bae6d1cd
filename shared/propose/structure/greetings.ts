import type { Layer } from '../../model/hand.ts'
import { countOf } from './letters.ts'
import { endsSentence, isProse } from './line-shape.ts'
import { lettersApart } from './near.ts'
import * as say from './office-words.ts'
import { handwritten, ofLayer, type Reading } from './reading.ts'
import type { WrittenLine } from './written-lines.ts'

/**
 * The greeting that a line is. In the letters of offices the writer puts it in by hand as often as not: the layer is proposed only where form
 * (`Dear Sir,`, a colon) or a misread word tells it.
 */
export function salutationIn({ words, text }: WrittenLine): Reading | null {
  if (words.length > 70 || !/^\p{L}/u.test(words)) return null
  if (!say.SALUTATION.test(words) || countOf(words) > 9 || /[.?!]$/.test(words)) return null
  if (!/[,:;–-]$/.test(words) && countOf(words) > 4) return null
  const formal =
    /:$/.test(words) || /^(?:dear )?(?:sirs?|madam|gentlemen|excellency|monsieur|madame|messieurs|your|mon|ma)\b/iu.test(words)
  const layer: Layer = formal ? 'typed' : 'unknown'
  const misread = /^(?:my )?dear/i.test(words) && !/^(?:[Mm]y )?[Dd](?:ear|EAR)/.test(text) && !/^DEAR/.test(text) && !formal
  return misread
    ? handwritten('salutation', 0.85, 'It is a greeting that the machine misread, as it misreads handwriting.')
    : ofLayer(layer, 'salutation', 0.96, `“${words}” greets the person written to.`)
}

/** A greeting that the machine misread beyond its own words: `Sea John,`. Only right before the text. */
export function misreadGreeting(lines: readonly WrittenLine[], at: number, end: number): Reading | null {
  const { words } = lines[at]!
  const found = /^(?:My |my )?(\p{L}{3,5}) \p{Lu}[\p{L}’']+(?: \p{Lu}[\p{L}’']+)?[,.;:]?$/u.exec(words)
  if (!found || lettersApart(found[1]!.toLowerCase(), 'dear', 2) > 2) return null
  const rest = lines.slice(at + 1, Math.min(end, at + 5))
  if (!rest.some(({ words: next }) => isProse(next) && next.length > 35)) return null
  if (!/,$/.test(words) && !/^[DSBJ]/.test(found[1]!)) return null
  if (lettersApart(found[1]!.toLowerCase(), 'dear', 1) <= 1)
    return ofLayer('unknown', 'salutation', 0.88, 'It stands where a greeting stands, and is one but for a letter.')
  return handwritten(
    'salutation',
    0.87,
    'It stands where a greeting stands, and is nearly one: “Dear”, in handwriting that the machine misread.',
  )
}

const CLOSES = [
  'yours ever',
  'yours sincerely',
  'yours faithfully',
  'yours truly',
  'yours',
  'yours aye',
  'as ever',
  'best wishes',
  'sincerely yours',
  'yours affectionately',
]

const FORMAL =
  /^(?:I am|I remain|We are|I have the honour to be|Je suis),? (?:dear |my dear )?(?:Sirs?|Madam|Gentlemen|Monsieur),?$/u

/** The close that a line is; the layer as with greetings. */
export function closeIn({ words }: WrittenLine): Reading | null {
  if (words.length > 90 || countOf(words) > 14) return null
  if (FORMAL.test(words)) return ofLayer('typed', 'close', 0.88, 'It begins a formal close.')
  const bare = words.replace(/^[[("“]+|[\])"”]+$/gu, '')
  if (!say.CLOSE.test(bare)) return null
  if (countOf(words) > 4 && !/[,.\]]$/.test(words)) return null
  if (/\b(?:is|was|has|have|will|would|to|you)\b/i.test(words.replace(/^.*(?:yours|sincerely|faithfully)/i, ''))) return null
  if (/^yours? own\b/i.test(bare))
    return handwritten('close', 0.8, '“Yours ever”, or the like, in handwriting that the machine misread.')
  const layer: Layer = /faithfully|veuillez|je vous|obedient|respectfully|truly|^sincerely|salutations/i.test(bare)
    ? 'typed'
    : 'unknown'
  return ofLayer(layer, 'close', 0.95, `“${words}” closes a letter.`)
}

/** A close that the machine misread: `Yous ener`. Only after running text and before names. */
export function misreadClose(words: string): Reading | null {
  if (words.length > 24 || countOf(words) > 3 || endsSentence(words)) return null
  const letters = words
    .toLowerCase()
    .replace(/[^\p{L} ]/gu, '')
    .trim()
  if (letters.length < 8 || !/^(?:y[o0-9]|[a-z]o[uv]|sin|with|ever|as e)/.test(letters)) return null
  const near = CLOSES.filter((one) => one.length > 6).some(
    (one) => lettersApart(letters, one, 4) <= Math.floor(one.length * 0.32),
  )
  return near && /^y|s\w+ y/i.test(letters)
    ? handwritten('close', 0.87, 'It is nearly “Yours ever” or the like: a close in handwriting that the machine misread.')
    : null
}
