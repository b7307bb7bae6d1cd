/**
 * What recognisers take for one another on typed and printed pages: what is read, what stands there, and how often that happens against
 * the commonest of them. Both directions count. From the shapes of letters; typewriter faces have no ligatures but letters that touch.
 */
const SHAPES: readonly (readonly [weight: number, pairs: string])[] = [
  [1, 'rn:m c:e l:i h:b n:u o:c o:e a:o l:t f:t i:t'],
  [0.7, 'cl:d li:h ri:n ii:u nn:m in:m ni:m vv:w tt:H tl:d lc:k ti:n rm:nn fi:h v:y u:v e:a r:t i:j m:n h:n'],
  [0.5, 'g:q g:y s:a w:v h:li n:r i:r s:e k:h d:cl f:r z:s x:k p:n ct:d iu:m rr:n m:w s:g d:o b:o y:g t:r hi:m tn:m un:im'],
  [1, 'e:é e:è e:ê é:è a:à a:â u:ù u:û i:î i:ï o:ô c:ç'],
  [1, 'I:l I:L I:T E:F E:B O:Q O:C O:D M:N C:G H:N H:M R:K R:B P:F U:V L:I B:R S:B Y:V A:R T:F W:H P:R V:Y K:X D:B I:E E:K'],
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

export interface Confusion {
  readonly read: string
  readonly stands: string
  readonly weight: number
}

/** All of them, both ways, in small letters and, for single letters, in capitals. */
const CONFUSIONS: readonly Confusion[] = SHAPES.flatMap(([weight, pairs]) =>
  pairs.split(' ').flatMap((pair) => {
    const [one, other] = pair.split(':') as [string, string]
    return [
      { read: one.toLowerCase(), stands: other.toLowerCase(), weight },
      { read: other.toLowerCase(), stands: one.toLowerCase(), weight },
    ]
  }),
)

const byRead = new Map<string, Confusion[]>()
for (const confusion of CONFUSIONS) {
  const like = byRead.get(confusion.read)
  if (like) like.push(confusion)
  else byRead.set(confusion.read, [confusion])
}

const LONGEST = Math.max(...CONFUSIONS.map(({ read }) => read.length))

/** A word with one stretch of it read as recognisers confuse it, and how likely that is. */
export interface Variant {
  readonly word: string
  readonly weight: number
}

/** Every word that a word in small letters may be a misreading of, by one confusion. */
export function confusedFrom(word: string): readonly Variant[] {
  const variants: Variant[] = []
  for (let at = 0; at < word.length; at += 1) {
    for (let size = 1; size <= LONGEST && at + size <= word.length; size += 1) {
      for (const { stands, weight } of byRead.get(word.slice(at, at + size)) ?? [])
        variants.push({ word: word.slice(0, at) + stands + word.slice(at + size), weight })
    }
  }
  return variants
}
