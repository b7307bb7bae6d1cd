import { isoDate } from '../vocabulary/iso-date.ts'
import { PAPER_KINDS } from '../vocabulary/page.ts'
import { ROLES } from '../vocabulary/roles.ts'
import { shortDate } from '../vocabulary/short-date.ts'
import { readPaper, type ToldBlock } from './read-paper.ts'

/** What a document is called on screen. */
export interface Title {
  /** “Richards to Coles, 12 Mar 1982”. */
  readonly words: string
  /** `stated`: all of it is stated of the paper · `roles`: some of it is only read from blocks by their roles · `line`: the first line of its text. */
  readonly from: 'stated' | 'roles' | 'line'
  /** The paper’s date where it is known so, in ISO 8601: for the order of a list. */
  readonly date: string | null
}

/** The facts of a paper that its title is made of, as a file has them: what is no words states nothing. */
export type TitleFacts = Readonly<Partial<Record<'kind' | 'from' | 'to' | 'date' | 'subject', unknown>>>

/**
 * The title of a document, from what is stated of its first paper, else from its blocks with a role, else from its first line of text; null where
 * there is none. `blocks` are those of the first paper. What is not there is never made up: a party that is not known is left out.
 */
export function titleOf(stated: TitleFacts, blocks: readonly ToldBlock[]): Title | null {
  const facts = {
    kind: wordsOf(stated.kind),
    from: wordsOf(stated.from),
    to: wordsOf(stated.to),
    date: wordsOf(stated.date),
    subject: wordsOf(stated.subject),
  }
  // tags are looked at where a fact is offered: a list of files reads none
  const read = readPaper(blocks.map(({ tagged: _, ...block }) => block))
  const from = facts.from ?? read.from
  const to = facts.to ?? read.to
  const date = facts.date ?? read.date
  const subject = facts.subject ?? read.subject
  const named = partiesInWords(from, to) ?? subject ?? kindInWords(facts.kind)
  const day = date === null ? null : shortDate(date)
  const iso = isoDate(date)
  if (named === null && day === null) {
    const line = firstLine(blocks)
    return line === null ? null : { words: shortened(line), from: 'line', date: null }
  }
  const parts = partiesInWords(from, to) === null ? [facts.subject ?? facts.kind, facts.date] : [facts.from, facts.to, facts.date]
  const used = partiesInWords(from, to) === null ? [named, date] : [from, to, date]
  const isStated = used.every((part, at) => part === null || parts[at] !== null)
  return {
    words: [named === null ? null : shortened(named), day].filter((part) => part !== null).join(', '),
    from: isStated ? 'stated' : 'roles',
    date: iso,
  }
}

const wordsOf = (value: unknown): string | null =>
  typeof value === 'string' ? value.slice(0, 500).replace(/\s+/gu, ' ').trim() || null : null

function partiesInWords(from: string | null, to: string | null): string | null {
  if (from !== null && to !== null) return `${briefly(from)} to ${briefly(to)}`
  if (from !== null) return `From ${briefly(from)}`
  return to === null ? null : `To ${briefly(to)}`
}

function kindInWords(kind: string | null): string | null {
  const label = kind === null ? null : ((PAPER_KINDS as Readonly<Record<string, string>>)[kind] ?? kind)
  return label && `${label.charAt(0).toUpperCase()}${label.slice(1)}`
}

/**
 * “F N Richards”, “Mr Pym” and “George P. Shultz” by their last word: where an initial or “Mr” says that it is a person's name. All else
 * (“Prime Minister”, “Lord Carrington”, “Michael Palliser”) stays whole.
 */
function briefly(party: string): string {
  const words = party.trim().split(/\s+/u)
  const last = words.at(-1)!
  const before = words.slice(0, -1)
  const isName = words.length <= 6 && words.every((word) => /^\p{Lu}/u.test(word)) && /^\p{Lu}[\p{Ll}'’-]+\p{L}+$/u.test(last)
  return isName && before.some((word) => INITIAL.test(word) || PLAIN_TITLES.has(word.replace('.', ''))) ? last : party
}

const INITIAL = /^(?:\p{Lu}[’']?\.?)+$/u
const PLAIN_TITLES = new Set(['Mr', 'Mrs', 'Miss', 'Ms', 'Dr'])

/** The first line that reads as words, not what stands on the paper as furniture. */
function firstLine(blocks: readonly ToldBlock[]): string | null {
  const flowOf = (role: string | null) =>
    (ROLES as Readonly<Record<string, { readonly flow: string }>>)[role ?? '']?.flow ?? 'text'
  for (const { role, words } of blocks) {
    if (flowOf(role) === 'furniture' || flowOf(role) === 'archive') continue
    const line = words.split('\n').find((one) => /\p{L}{3}/u.test(one))
    if (line !== undefined) return line.replace(/\s+/gu, ' ').trim()
  }
  return null
}

const MOST = 70

function shortened(words: string): string {
  if (words.length <= MOST) return words
  const cut = words.slice(0, MOST).replace(/[\uD800-\uDBFF]$/u, '')
  return `${cut.replace(/\s+\S*$/u, '')} …`
}
