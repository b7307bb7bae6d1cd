/** One way to make a form of a stem: who may take it, what it asks of the stem's end (or start). */
export interface AffixRule {
  readonly flag: string
  readonly condition: RegExp | null
}

/** Rules that add the same letters, by the letters that they take away first. */
export type ByStrip = ReadonlyMap<string, readonly AffixRule[]>

/** What a Hunspell `.aff` file says of forms, by the letters they add, and the flags that bar a stem from standing alone. */
export interface Affixes {
  readonly suffixes: ReadonlyMap<string, ByStrip>
  readonly prefixes: ReadonlyMap<string, ByStrip>
  /** The most letters that a suffix adds. */
  readonly longest: number
  /** Two letters make a flag, not one. */
  readonly longFlags: boolean
  /** Flags of stems that are no words by themselves. */
  readonly barred: readonly string[]
}

const BARRING = ['NEEDAFFIX', 'ONLYINCOMPOUND', 'FORBIDDENWORD']

/** Reads the affixes of a Hunspell dictionary; what it says of suggestions and compounds is left alone. */
export function readAffixes(aff: string): Affixes {
  const suffixes = new Map<string, Map<string, AffixRule[]>>()
  const prefixes = new Map<string, Map<string, AffixRule[]>>()
  const barred: string[] = []
  let longFlags = false
  for (const line of aff.split('\n')) {
    const [name = '', flag = '', strip = '', add = '', condition] = line.trim().split(/\s+/)
    if (name === 'FLAG') longFlags = flag === 'long'
    else if (BARRING.includes(name)) barred.push(flag)
    else if (name === 'SFX' && condition !== undefined)
      enter(suffixes, strip, add, { flag, condition: asRegExp(`${condition}$`) })
    else if (name === 'PFX' && condition !== undefined)
      enter(prefixes, strip, add, { flag, condition: asRegExp(`^${condition}`) })
  }
  const longest = Math.max(0, ...[...suffixes.keys()].map((add) => add.length))
  return { suffixes, prefixes, longest, longFlags, barred }
}

function enter(affixes: Map<string, Map<string, AffixRule[]>>, strip: string, written: string, rule: AffixRule): void {
  const add = orNothing(written.replace(/\/.*$/, ''))
  const byStrip = affixes.get(add) ?? new Map<string, AffixRule[]>()
  affixes.set(add, byStrip)
  const rules = byStrip.get(orNothing(strip)) ?? []
  byStrip.set(orNothing(strip), rules)
  rules.push(rule)
}

const orNothing = (letters: string) => (letters === '0' ? '' : letters)

const conditions = new Map<string, RegExp | null>([
  ['.$', null],
  ['^.', null],
])

function asRegExp(pattern: string): RegExp | null {
  const before = conditions.get(pattern)
  if (before !== undefined) return before
  const made = new RegExp(pattern, 'u')
  conditions.set(pattern, made)
  return made
}
