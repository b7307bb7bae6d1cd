import type { Rule } from './rule.ts'
import { impossibleDate } from './rules/date.ts'
import { fragment } from './rules/fragment.ts'
import { genre } from './rules/genre.ts'
import { strayHyphen } from './rules/hyphen.ts'
import { joined } from './rules/joined.ts'
import { nonword } from './rules/nonword.ts'
import { letterInNumber } from './rules/number.ts'
import { parted } from './rules/parted.ts'
import { postcode } from './rules/postcode.ts'
import { realword } from './rules/realword.ts'
import { repeatedWord } from './rules/repeat.ts'
import { sequence } from './rules/sequence.ts'

/** The rules that look no further than the passage beside: what they found holds until one of the three changes. To add one: a file under `rules/` and a line here. */
export const RULES_WITHIN: readonly Rule[] = [
  nonword,
  parted,
  strayHyphen,
  joined,
  letterInNumber,
  impossibleDate,
  postcode,
  realword,
  genre,
  repeatedWord,
  fragment,
]

/** The rules that look through the whole file. */
export const RULES_ACROSS: readonly Rule[] = [sequence]
