import { type Hand, layerOf, type Person } from '../../model/hand.ts'

/** Initials with which somebody signs, at the end of a line or alone on it: `A.J.C. 14/10`, `MT`. */
export interface SignedInitials {
  readonly letters: string
  /** With a day and month after them. */
  readonly dated: boolean
  /** Where they begin in the line. */
  readonly at: number
}

const DAY = String.raw`(?:(?:[012]?\d|3[01]) ?[/.-] ?(?:0?[1-9]|1[012]|[ivx]{1,4})(?: ?[/.-] ?(?:19)?\d{2})?|\d{1,2}(?:st|nd|rd|th)? (?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec)[a-z]*\.?(?: (?:19)?\d{2})?)`
const WITH_DAY = new RegExp(String.raw`(?:^|[\s(–-])((?:\p{Lu}\.? ?){1,3}\p{Lu}[a-z]?\.?|\p{Lu}\.?)[,;]? (${DAY})[.)]*$`, 'u')
const ALONE = /(?:^|[\s(–-])((?:\p{Lu}\.? ?){1,3}\p{Lu}\.?)[.)]*$/u
const SMALL =
  /\p{L}[.?!] (?!pm|am|no|mm|cm|km|kg|ft|in|hr|it|is|so|to|of|or|an|as|at|be|by|do|go|he|if|me|my|on|up|us|we)([a-z]{2})\.?$/u

/** Initials of two to four letters at the end of a line; null where there are none. Without a date, only those that a hand of the register bears count anywhere but alone on their line. */
export function signedInitials(words: string): SignedInitials | null {
  const dated = WITH_DAY.exec(words)
  if (dated) return { letters: lettersIn(dated[1]!), dated: true, at: placeOf(dated) }
  const alone = ALONE.exec(words) ?? SMALL.exec(words)
  return alone ? { letters: lettersIn(alone[1]!), dated: false, at: placeOf(alone) } : null
}

const placeOf = (found: RegExpExecArray): number => found.index + found[0].indexOf(found[1]!)
const lettersIn = (words: string): string => words.replace(/[^\p{L}]/gu, '').toUpperCase()

/** The handwriting hand of a register whose badge, or whose person's initials, these letters are; null where none is, or several are. */
export function handOfInitials(letters: string, hands: readonly Hand[], people: readonly Person[]): Hand | null {
  const found = hands.filter((hand) => {
    if (layerOf(hand) !== 'handwritten' || hand.id.startsWith('unknown')) return false
    const person = people.find(({ id }) => id === hand.person)
    const known = [hand.badge, initialsOf(hand.name), ...(person ? [initialsOf(person.name)] : [])]
    return known.some((one) => one.length > 1 && one.toUpperCase() === letters)
  })
  return found.length === 1 ? found[0]! : null
}

function initialsOf(name: string): string {
  const words = name.match(/\p{L}+(?:[’'`]\p{L}+)?/gu) ?? []
  return words
    .filter((word) => !/^(?:Mr|Mrs|Miss|Ms|Dr|Sir|Lord|Lady|President)$/.test(word))
    .map((word) => word[0]!.toUpperCase())
    .join('')
}
