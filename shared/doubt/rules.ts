import type { Rule } from './rule.ts'
import { joined } from './rules/joined.ts'
import { nonword } from './rules/nonword.ts'
import { letterInNumber } from './rules/number.ts'
import { parted } from './rules/parted.ts'

/** Every rule there is. To add one: a file under `rules/` and a line here. */
export const RULES: readonly Rule[] = [nonword, parted, joined, letterInNumber]
