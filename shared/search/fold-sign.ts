/**
 * How a letter with its marks is compared. Exactly: only what is canonically the same is equal. Else without marks, in plain letters and
 * digits; nothing for a sign without width.
 */
export function signFolder(matchCase: boolean, exact: boolean): (sign: string) => string {
  const memory = MEMORY[Number(matchCase) * 2 + Number(exact)]!
  return (sign) => {
    const known = memory.get(sign)
    if (known !== undefined) return known
    const as = exact ? sign.normalize('NFC') : plain(sign)
    const folded = matchCase ? as : others(as.toLowerCase(), exact)
    // so that nobody’s file fills the memory
    if (memory.size < 20_000) memory.set(sign, folded)
    return folded
  }
}

const MEMORY: readonly Map<string, string>[] = [new Map(), new Map(), new Map(), new Map()]

/** Marks that stand on a letter of another script's or on none, and vowel signs; those of Indian scripts and of kana make another letter. */
const MARKS =
  /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Cyrillic}\p{Script=Thaana}]/gu
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u0640]/gu

function plain(sign: string): string {
  const wide = sign.normalize('NFKD')
  // a mark that stands alone would become a blank
  const parts = /\s/u.test(wide) ? sign.normalize('NFD') : wide
  return others(parts.replace(MARKS, '').replace(UNSEEN, '').normalize('NFC'), false)
}

function others(letters: string, exact: boolean): string {
  return exact ? letters : letters.replace(/[^\x00-\x7f]/gu, (one) => OTHERS.get(one) ?? digit(one) ?? one)
}

/** What has no decomposition in Unicode, and what readers type for it. */
const OTHERS: ReadonlyMap<string, string> = new Map(
  "ß ss|ẞ SS|æ ae|Æ AE|œ oe|Œ OE|ø o|Ø O|ł l|Ł L|đ d|Đ D|ð d|Ð D|þ th|Þ Th|ħ h|Ħ H|ŧ t|Ŧ T|ı i|ς σ|‘ '|’ '|‚ '|‛ '|ʼ '|′ '|“ \"|” \"|„ \"|‟ \"|″ \"|‐ -|‑ -|‒ -|– -|− -|⁄ /"
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)

/** The digit that a decimal digit of any script stands for. Each script has ten in a row, from a code that ends in 0 or 6. */
function digit(sign: string): string | null {
  if (!/^\p{Nd}$/u.test(sign)) return null
  const code = sign.codePointAt(0)!
  const last = code & 15
  const isFromZero = last < 6 || (last < 10 && /\p{Nd}/u.test(String.fromCodePoint(code - last)))
  return String(isFromZero ? last : last - 6)
}
