import type { Letters } from './rule.ts'

/**
 * What recognisers take for one another on typed and printed pages: what is read, what stands there, and how often that happens against
 * the commonest of them. Both directions count. From the shapes of letters; typewriter faces have no ligatures but letters that touch.
 */
const SMALL: readonly (readonly [weight: number, pairs: string])[] = [
  [1, 'rn:m c:e l:i h:b n:u o:c o:e a:o l:t f:t i:t'],
  [0.7, 'cl:d li:h ri:n ii:u nn:m in:m ni:m vv:w tt:H tl:d lc:k ti:n rm:nn fi:h v:y u:v e:a r:t i:j m:n h:n'],
  [0.5, 'g:q g:y s:a w:v h:li n:r i:r s:e k:h d:cl f:r z:s x:k p:n ct:d iu:m rr:n m:w s:g d:o b:o y:g t:r hi:m tn:m un:im'],
  [1, 'e:é e:è e:ê é:è a:à a:â u:ù u:û i:î i:ï o:ô c:ç'],
]

/** The same of capitals. */
const CAPITALS: readonly (readonly [weight: number, pairs: string])[] = [
  [1, 'I:L I:T E:F E:B O:Q O:C O:D M:N C:G H:N H:M R:K R:B P:F U:V B:S Y:V A:R T:F W:H P:R K:X D:B I:E E:K T:Y O:U S:G'],
  [0.7, 'I:J I:F L:E T:P C:E C:S A:H U:O N:W D:P X:Y N:R N:U Z:S I:H'],
]

/** Letters that digits are read as, and digits that letters are read as. */
export const DIGIT_OF: Readonly<Record<string, string>> = {
  l: '1',
  I: '1',
  i: '1',
  L: '1',
  '|': '1',
  '!': '1',
  O: '0',
  o: '0',
  Q: '0',
  D: '0',
  S: '5',
  s: '5',
  B: '8',
  Z: '2',
  z: '2',
  G: '6',
  b: '6',
  g: '9',
  q: '9',
  A: '4',
  T: '7',
}
export const LETTERS_OF: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'il',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'bg',
  '8': 'b',
  '9': 'g',
}

interface Confusion {
  readonly stands: string
  readonly weight: number
}

type ByRead = ReadonlyMap<string, readonly Confusion[]>

/** Of letters by what is read, both ways; each pair once, as often as it happens at most. In small letters. */
function byRead(shapes: readonly (readonly [number, string])[]): ByRead {
  const weights = new Map<string, number>()
  const enter = (read: string, stands: string, weight: number) =>
    weights.set(`${read}:${stands}`, Math.max(weight, weights.get(`${read}:${stands}`) ?? 0))
  for (const [weight, pairs] of shapes) {
    for (const pair of pairs.toLowerCase().split(' ')) {
      const [one, other] = pair.split(':') as [string, string]
      enter(one, other, weight)
      enter(other, one, weight)
    }
  }
  const found = new Map<string, Confusion[]>()
  for (const [pair, weight] of weights) {
    const [read, stands] = pair.split(':') as [string, string]
    const like = found.get(read) ?? []
    found.set(read, like)
    like.push({ stands, weight })
  }
  return found
}

const OF_SMALL = byRead(SMALL)
const OF_CAPITALS = byRead(CAPITALS)
/** As many small letters are read for others at most. */
const LONGEST = 2

/** A word with one stretch of it read as recognisers confuse it, and how likely that is. */
export interface Variant {
  readonly word: string
  readonly weight: number
}

/** Every word (in small letters) that a word may be a misreading of, by one confusion; capitals are confused with other letters than small ones. */
export function confusedFrom(small: string, letters: Letters = 'small'): readonly Variant[] {
  const variants: Variant[] = []
  for (let at = 0; at < small.length; at += 1) {
    const isCapital = letters === 'caps' || (letters === 'title' && at === 0)
    const table = isCapital ? OF_CAPITALS : OF_SMALL
    for (let size = 1; size <= (isCapital ? 1 : LONGEST) && at + size <= small.length; size += 1) {
      const confusions = table.get(small.slice(at, at + size))
      if (confusions === undefined) continue
      const [head, tail] = [small.slice(0, at), small.slice(at + size)]
      for (const { stands, weight } of confusions) variants.push({ word: head + stands + tail, weight })
    }
  }
  return variants
}
