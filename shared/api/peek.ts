import { excessOf } from '../format/depth.ts'
import { LIMITS } from '../format/version.ts'
import { isBareName } from '../model/bare-name.ts'
import { type Title, titleOf } from '../propose/document-title.ts'
import { type ToldBlock, tellsOfPaper } from '../propose/read-paper.ts'
import { isCollated } from '../vocabulary/collation.ts'
import { STATUSES } from '../vocabulary/page.ts'

/** The little that a host must know of a transcript file: whose it is, and whether it holds words. Everything else is the format's. */
export interface Peek {
  /** Bare names of its originals, in order. */
  readonly originals: readonly string[]
  /** Whether any page, or any note on a page, holds a letter or a digit. */
  readonly hasWords: boolean
  /** How far the work has come, as the file says; null where it says nothing that could be told. */
  readonly status: string | null
  /** Whether it is recorded of every page that it was collated. */
  readonly collated: boolean
  /** What it is called on screen; null where nothing in it says so. */
  readonly title: Title | null
}

const MOST_DEEP = 200

/** Looks into a transcript file leniently. `null` where it is no JSON, nests too deeply, or has no list of originals with bare names: damaged, or not ours. */
export function peek(text: string): Peek | null {
  const whole = parsed(text)
  if (!isRecord(whole) || !Array.isArray(whole.originals)) return null
  const names: readonly unknown[] = whole.originals.map((entry: unknown) => (isRecord(entry) ? entry.name : entry))
  if (names.length === 0 || !names.every(isBareName)) return null
  return {
    originals: names,
    hasWords: holdsWords(whole.pages),
    status: statusOf(whole),
    collated: collatedIn(whole),
    title: titleIn(whole),
  }
}

function parsed(text: string): unknown {
  // a hostile file must not cost a host its memory, only because it lies in the folder
  if (excessOf(text, { depth: MOST_DEEP, holders: LIMITS.values, entries: LIMITS.entries, keys: LIMITS.keys }) !== null)
    return null
  try {
    // some editors put a byte order mark before everything they save
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}

const statusOf = ({ status }: Readonly<Record<string, unknown>>) =>
  typeof status === 'string' && Object.hasOwn(STATUSES, status) ? status : null

function collatedIn({ pages }: Readonly<Record<string, unknown>>): boolean {
  const all = (Array.isArray(pages) ? pages : []).map((page: unknown) => {
    const { state, collated } = isRecord(page) ? page : {}
    return { state: typeof state === 'string' ? state : null, collated: Array.isArray(collated) ? collated : [] }
  })
  return isCollated(all)
}

/** By the facts and the blocks of its first paper. */
function titleIn({ paper, pages }: Readonly<Record<string, unknown>>): Title | null {
  const stated = isRecord(paper) ? paper : {}
  const facts = isRecord(stated.facts) ? stated.facts : {}
  return titleOf({ ...stated, subject: facts.subject }, blocksIn(pages))
}

/** The blocks of the first paper that tell of it, and the first of the others. */
function blocksIn(pages: unknown): readonly ToldBlock[] {
  const told: ToldBlock[] = []
  for (const page of Array.isArray(pages) ? pages : []) {
    for (const block of isRecord(page) && Array.isArray(page.content) ? page.content : []) {
      if (!isRecord(block)) continue
      if (block.type === 'division') return told
      const role = typeof block.role === 'string' ? block.role : null
      if (!tellsOfPaper(role) && told.some((one) => !tellsOfPaper(one.role) && /\p{L}{3}/u.test(one.words))) continue
      told.push({ role, facts: isRecord(block.facts) ? block.facts : {}, words: wordsOf(block.content) })
    }
  }
  return told
}

function wordsOf(content: unknown): string {
  const runs: readonly unknown[] = Array.isArray(content) ? content : []
  return runs
    .map((run) => {
      if (typeof run === 'string') return run
      if (!isRecord(run)) return ''
      return run.lb === undefined ? (typeof run.text === 'string' ? run.text : '') : '\n'
    })
    .join('')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// Words are the strings of a `content` list and whatever is called `text`; ids, roles and the like stand under other keys.
// With its own stack, of lists and objects only: their number is bounded, that of plain values is not.
function holdsWords(pages: unknown): boolean {
  const stack: { readonly holder: object; readonly words: boolean }[] = []
  const look = (value: unknown, words: boolean): boolean => {
    if (typeof value === 'object' && value !== null) stack.push({ holder: value, words })
    return words && typeof value === 'string' && /[\p{L}\p{N}]/u.test(value)
  }
  look(pages, false)
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { holder, words } = item
    if (Array.isArray(holder)) {
      for (const one of holder) if (look(one, words)) return true
    } else {
      const record = holder as Readonly<Record<string, unknown>>
      for (const key of Object.keys(record)) if (look(record[key], key === 'content' || key === 'text')) return true
    }
  }
  return false
}
