import { type AffixRule, type ByStrip, readAffixes } from './affixes.ts'
import { wordTable } from './word-table.ts'

/**
 * Whether a Hunspell dictionary (the texts of its `.aff` and `.dic`) has a word. Forms are taken apart when they are asked for, never
 * made beforehand: French would be three million. The elided words of French (`l’accord`) are to be asked for part by part.
 */
export function hunspellWords(aff: string, dic: string): (word: string) => boolean {
  const { suffixes, prefixes, longest, longFlags, barred } = readAffixes(aff)
  const byStem = new Map<string, string>()
  for (const line of dic.split('\n').slice(1)) {
    const entry = /^(\S[^/\t]*)(?:\/(\S*))?/.exec(line.trimEnd())
    if (!entry) continue
    const before = byStem.get(entry[1]!)
    byStem.set(entry[1]!, before === undefined ? (entry[2] ?? '') : together(before, entry[2] ?? ''))
  }
  const kinds = [...new Set(byStem.values())]
  const numberOfKind = new Map(kinds.map((flags, index) => [flags, index]))
  const stems = wordTable([...byStem.keys()])
  const kindOf = Uint16Array.from(byStem.values(), (flags) => numberOfKind.get(flags)!)
  const flagsOf = kinds.map((kind) =>
    kind.split('|').map((flags) => new Set(longFlags ? (flags.match(/.{2}/gsu) ?? []) : [...flags])),
  )

  /** Whether some entry of a stem takes one of the rules (and has a further flag); without rules, whether it is a word as it stands. */
  const takes = (stem: string, rules: readonly AffixRule[] | null, more?: string) => {
    const number = stems.numberOf(stem)
    if (number < 0) return false
    return flagsOf[kindOf[number]!]!.some((has) => {
      if (more !== undefined && !has.has(more)) return false
      return rules === null ? !barred.some((flag) => has.has(flag)) : rules.some((rule) => has.has(rule.flag) && fits(rule, stem))
    })
  }
  const isFormOf = (word: string, more?: string) => {
    for (let size = Math.min(longest, word.length); size >= 0; size -= 1) {
      const byStrip = suffixes.get(word.slice(word.length - size))
      if (byStrip === undefined) continue
      const base = word.slice(0, word.length - size)
      for (const [strip, rules] of byStrip) if (takes(base + strip, rules, more)) return true
    }
    return false
  }
  const hasPrefix = (word: string, add: string, byStrip: ByStrip) => {
    if (!word.startsWith(add)) return false
    for (const [strip, rules] of byStrip) {
      const rest = strip + word.slice(add.length)
      if (takes(rest, rules) || rules.some((rule) => fits(rule, rest) && isFormOf(rest, rule.flag))) return true
    }
    return false
  }
  return (word) => {
    if (takes(word, null) || isFormOf(word)) return true
    for (const [add, byStrip] of prefixes) if (hasPrefix(word, add, byStrip)) return true
    return false
  }
}

/** A stem that is entered twice has two sets of flags; each is taken for itself. */
const together = (before: string, flags: string) => (before.split('|').includes(flags) ? before : `${before}|${flags}`)

const fits = ({ condition }: AffixRule, stem: string) => condition === null || condition.test(stem)
