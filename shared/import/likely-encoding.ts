import { decodeSingleByte, type SingleByte } from './single-byte.ts'

/** In this order where two are as likely. */
const CANDIDATES: readonly SingleByte[] = ['windows-1252', 'windows-1251', 'koi8-r', 'macintosh', 'cp437', 'cp850', 'ibm866']

export interface Likely {
  readonly encoding: SingleByte
  /** How many places of its text look like no writing: a capital in the middle of a word, a sign within one, a word of accents alone. */
  readonly odd: number
}

/** The encodings of one byte a character by how much their text looks like writing, the likeliest first. Of those that read the same only one. */
export function likelyEncodings(bytes: Uint8Array): readonly Likely[] {
  const seen = new Set<string>()
  return CANDIDATES.flatMap((encoding): (Likely & { nth: number })[] => {
    const text = decodeSingleByte(bytes, encoding)
    if (seen.has(text)) return []
    seen.add(text)
    return [{ encoding, odd: oddities(text), nth: CANDIDATES.indexOf(encoding) }]
  })
    .sort((a, b) => a.odd - b.odd || a.nth - b.nth)
    .map(({ encoding, odd }) => ({ encoding, odd }))
}

const WORD = /[\p{L}\p{M}’'-]+/gu

/** Places that no writing has: see `Likely`. */
function oddities(text: string): number {
  let odd = 0
  // controls, box drawing, private use, and what no office typed
  odd += 2 * count(text, /[\u0080-\u009f\u2500-\u25ff\ue000-\uf8ff\u2320\u2321\u2219]/g)
  // a sign within a word
  odd +=
    2 *
    count(
      text,
      /\p{L}[\u00a1-\u00bf\u00d7\u00f7\u2020-\u2027\u2030\u2039\u203a\u2044\u20ac\u2100-\u22ff\u02c6-\u02dd‚„“”‘^~]\p{L}/gu,
    )
  // a sign that cannot end a word or stand before one
  odd += count(text, /\p{L}[\u00a1\u00bf‚„‘“](?!\p{L})|(?<!\p{L})[¬¦¤¸¨¯\u2248-\u2265\u02c6-\u02dd∂∏∑∫Ωπ∆◊](?=\p{L})/gu)
  for (const [word] of text.matchAll(WORD)) {
    if (!/[^\p{ASCII}]/u.test(word)) continue
    if (/\p{Ll}\p{Lu}/u.test(word)) odd += 2
    const latin = count(word, /\p{Script=Latin}/gu)
    const other = count(word, /[\p{Script=Cyrillic}\p{Script=Greek}]/gu)
    if (latin > 0 && other > 0) odd += 2
    const accents = count(word, /[^\p{ASCII}’]/gu)
    if (other === 0 && accents > 2 && accents * 2 > word.length) odd += 1
    // ª º and the like within a word
    if (/[ªºµ]/.test(word)) odd += 1
  }
  return odd
}

const count = (text: string, sign: RegExp) => text.match(sign)?.length ?? 0
