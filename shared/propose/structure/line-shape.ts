import { countOf, isCapitals } from './letters.ts'
import * as say from './office-words.ts'

/** The small words that make a sentence, English and French. */
const SMALL =
  /\b(?:the|of|to|and|in|that|is|was|for|it|on|as|be|with|by|at|have|has|are|this|not|but|from|or|which|we|he|she|they|you|his|would|will|our|if|le|la|les|de|des|du|et|que|qui|est|dans|pour|une|un|par|sur|nous|vous|je|il|au|aux|en)\b/giu

/** How many small words of sentences stand in a line. */
export const smallWords = (words: string): number => words.match(SMALL)?.length ?? 0

/** Whether a line is running text: so many words, and small ones among them. */
export function isProse(words: string): boolean {
  const count = countOf(words)
  if (count < 6 || isTabular(words)) return false
  if (isCapitals(words) && count < 14) return false
  // the name of a house, in small letters or not
  if (count < 10 && HOUSE.test(words) && !/[.,;]$/.test(words)) return false
  const small = smallWords(words)
  return count >= 12
    ? small >= 2
    : small >= 2 &&
        /\p{Ll}{2}/u.test(words) &&
        !/^\p{Lu}[\p{L}’']*(?: (?:of|the|and|for|de|du|la|to) ?\p{Lu}?| \p{Lu}[\p{L}’']*)*$/u.test(words)
}

const HOUSE =
  /^(?:Direction|Minist[eè]re|Ministry|Department|D[ée]partement|Office|Embassy|Ambassade|Service|Bureau|Division|University|Universit[ée]|Institute|Institut|Board|Council|Conseil|Society|Soci[ée]t[ée]|Ministry) (?:of|de|des|du|for)\b/u

/** Whether a line is a row of a table: most of it are figures, or dots. */
export function isTabular(words: string): boolean {
  const tokens = words.split(' ')
  return tokens.length > 2 && tokens.filter((token) => /^[£$%()\d.,:–-]+$/.test(token)).length * 2 > tokens.length
}

/** Whether a line ends as a sentence does. */
export const endsSentence = (words: string): boolean =>
  /[.?!][)"”’']*$/.test(words) && !/\b(?:Mr|Mrs|Dr|St|No|Esq|Sir|Hon|cf|viz|[A-Z])\.$/.test(words)

export const beginsSmall = (words: string): boolean => /^["“'‘(]?\p{Ll}/u.test(words)

/** A person, as a line of an address names him: by a title, by what stands after the name, or by initials before it. */
export function namesPerson(words: string): boolean {
  if (words.length > 80 || countOf(words) > 12 || /^(?!to|for|attention)[\p{L} ]{3,30}: /iu.test(words)) return false
  const bare = words.replace(/^(?:to|for)\s*:?\s+/i, '').replace(/^[(["“]+|[)\]"”.]+$/gu, '')
  if (endsSentence(words) && countOf(words) > 8) return false
  if (say.TITLE.test(bare) && /^(?:[^ ]+ ){1,4}\p{Lu}/u.test(bare) && smallWords(bare) <= 2) return true
  if (say.AFTER_NAME.test(bare) && /^\p{Lu}/u.test(bare)) return true
  return isName(bare)
}

/** Two to five words of which each may be a person's, one of them an initial or all with small letters. */
export function isName(words: string): boolean {
  const tokens = words.replace(/[,.;:]+$/, '').split(/[ ]+/)
  if (tokens.length < 2 || tokens.length > 6) return false
  if (!tokens.every((token) => say.NAME_WORD.test(token))) return false
  // words in capitals are a name only beside initials or a forename
  const capitals = tokens.filter((token) => /^\p{Lu}{3,}/u.test(token))
  if (capitals.length === tokens.length) return false
  return (
    /\p{L}{3}/u.test(tokens.at(-1)!) &&
    !say.BODY.test(words) &&
    !say.OFFICE.test(words) &&
    !say.TOWN.test(words) &&
    !NO_NAME.test(words)
  )
}

/** Words that begin with capitals and are no names. */
const NO_NAME =
  /\b(?:Copy|Part|Item|Page|Form|Note|Notes|Minute|Sheet|Draft|Version|Annex|Flag|Present|Contents|Total|Subject|Grade|Station|Name|Signature|Press|Prime|Attendance|Dear|Yours|Our|Your|Agenda|Appendix|The|And|In|On|At|To|For|Your|My|This|That|Not|No|Yes|Only|All|New|North|South|East|West|Talking|Points)\b/u

/** Whether a line is of an address or letterhead. */
export function isOfHouse(words: string): boolean {
  if (words.length > 90 || isProse(words) || /[?!;]$|[[\]]|^(?:for|p\.p\.) /i.test(words)) return false
  if (
    !(
      say.BODY.test(words) ||
      say.STREET.test(words) ||
      say.POSTCODE.test(words) ||
      say.TELEPHONE.test(words) ||
      (say.TOWN.test(words) && countOf(words) < 6)
    )
  )
    return false
  return titledShare(words) > 0.75
}

/** How much of a line's words begin with a capital or a figure, small words apart. */
export function titledShare(words: string): number {
  const tokens = words.split(' ')
  const titled = tokens.filter(
    (token) =>
      /^[("“‘'[]?[\p{Lu}\d&/–-]/u.test(token) ||
      /^(?:of|the|and|for|in|on|to|a|with|by|de|du|la|le|les|des|d['’].*|l['’].*|et|en|au|aux|sur|from|at|quai|rue|n[°o]|der|and|[&:])$/.test(
        token,
      ),
  )
  return titled.length / tokens.length
}

/** Whether a line is no words at all: scraps of the scanner. */
export function isScrap(words: string): boolean {
  const letters = words.replace(/[^\p{L}]/gu, '')
  if (words.length > 40) return letters.length < words.length * 0.4 && !isTabular(words) && !/\.{5}|_{4}/.test(words)
  if (/^\p{L}$/u.test(words)) return false
  if (letters.length === 0) return !/\d/.test(words) || /[^\d\s.,/()-]/.test(words)
  const tokens = words.split(' ')
  const real = tokens.filter((token) => /\p{L}{3}/u.test(token) && /[aeiouyàâéèêëîïôùûœæ]/iu.test(token))
  // figures with strokes and letters with points are references and initials
  if (/\p{Lu}\.|[n№]°|\d[/-]\d|\d{3}/u.test(words)) return false
  return real.length === 0 && tokens.length > 1 && words.length < 13 && /\p{Ll}|[^\p{L}\d\s.,/()-]/u.test(words)
}
