import type { Fault } from '../model/result.ts'
import type { Transcript } from '../model/transcript.ts'
import { excessOf } from './depth.ts'
import { isTree, Problems, type Tree } from './fields.ts'
import { transcriptFromFile } from './from-file.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { type Migration, migrate } from './migrations/migrate.ts'
import { checkReferences } from './references.ts'
import { FORMAT, LIMITS, VERSION } from './version.ts'

export type ParseTag =
  | 'not-json'
  | 'not-a-transcript'
  | 'newer'
  | 'damaged'
  | 'too-deep'
  | 'too-large'
  | 'migration-failed'
  | 'invalid'

export interface ParseFault extends Fault<ParseTag> {
  /** With `newer`: the file's tree, so that it can be shown read-only. Nothing in it has been checked but its depth and its keys. */
  readonly raw?: Tree
  /** With `invalid`: everything found wrong (at most `LIMITS.problems`), each with its place in words. */
  readonly problems?: readonly string[]
}

export type Parsed<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: ParseFault }

/** The newest version and the way to it: other than the default only in tests. */
export interface Versions {
  readonly version: number
  readonly migrations: readonly Migration[]
}

const SAFE = 'Nothing was changed, and the machine transcript beside it is untouched.'

/**
 * The transcript that a file's text holds: shape, version, migration, validation, in this order. Every way in which a file can be wrong
 * comes back as a fault with a sentence; no text makes it throw. What it gives is in canonical form, ids are unique and every
 * reference leads somewhere. A byte order mark before the text is passed over.
 */
export function parseTranscript(
  text: string,
  versions: Versions = { version: VERSION, migrations: MIGRATIONS },
): Parsed<Transcript> {
  const read = readTree(text, 'transcript')
  if (!read.ok) return read
  const tree = read.value
  if (tree.format !== FORMAT)
    return refuse('not-a-transcript', `This file is not a Scholion transcript (it does not say “${FORMAT}”). ${SAFE}`)
  const version = checkVersion(tree, versions.version)
  if (typeof version !== 'number') return version
  const migrated = migrate(tree, version, versions.migrations)
  if (!migrated.ok) return migrated
  const problems = new Problems()
  const transcript = transcriptFromFile(migrated.value, problems)
  // references of a tree that could not be read would only repeat the same story
  if (problems.list.length === 0) checkReferences(transcript, problems)
  return problems.list.length === 0 ? { ok: true, value: transcript } : invalid(problems)
}

/** The object that JSON text holds, with bounds on size, depth and keys checked before anything walks it. */
export function readTree(text: string, what: string): Parsed<Tree> {
  if (text.length > LIMITS.fileLength) {
    return refuse(
      'too-large',
      `This ${what} has more than ${LIMITS.fileLength} characters, the most that Scholion opens. ${SAFE}`,
    )
  }
  const excess = excessOf(text, { depth: LIMITS.depth, holders: LIMITS.values, entries: LIMITS.entries, keys: LIMITS.keys })
  if (excess === 'many') {
    return refuse(
      'too-large',
      `This ${what} holds more than ${LIMITS.values} lists and objects, the most that Scholion opens. ${SAFE}`,
    )
  }
  if (excess === 'wide') {
    return refuse(
      'too-large',
      `This ${what} holds more than ${LIMITS.entries} values, or more than ${LIMITS.keys} under one heading, the most that Scholion opens. ${SAFE}`,
    )
  }
  if (excess === 'deep') {
    return refuse(
      'too-deep',
      `This ${what} is nested too deeply (more than ${LIMITS.depth} levels) to be one that Scholion wrote. ${SAFE}`,
    )
  }
  let value: unknown
  try {
    value = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text)
  } catch {
    return refuse(...damage(text, what))
  }
  if (!isTree(value)) return refuse('not-a-transcript', `This file holds JSON, but no ${what}. ${SAFE}`)
  if (hasHostileKey(value)) {
    return refuse('invalid', `This ${what} has a key named “__proto__”, which no Scholion writes. ${SAFE}`)
  }
  return { ok: true, value }
}

function damage(text: string, what: string): ['damaged' | 'not-json', string] {
  const lead = 'Take an earlier version from its history, or begin again from the machine transcript.'
  if (text.trim() === '') return ['damaged', `This ${what} is empty. ${lead} ${SAFE}`]
  if (/^[\u0000\s]+$/.test(text)) return ['damaged', `This ${what} holds only zero bytes, as after a power cut. ${lead} ${SAFE}`]
  if (/^\ufeff?\s*\{/.test(text))
    return ['damaged', `This ${what} is damaged or cut short: it cannot be read as JSON. ${lead} ${SAFE}`]
  return ['not-json', `This file is not a ${what}: it is no JSON. ${SAFE}`]
}

/** Whether a key anywhere in it could be taken for an object's own secret. Iterative, though depth is bounded by now: a file of 64 million characters can be wide. */
export function hasHostileKey(value: unknown): boolean {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    if (Object.hasOwn(next, '__proto__')) return true
    for (const child of Array.isArray(next) ? next : Object.values(next)) if (typeof child === 'object') open.push(child)
  }
  return false
}

/** The version of a tree, or the fault that it is none or a newer one. */
export function checkVersion(tree: Tree, newest: number): number | { readonly ok: false; readonly fault: ParseFault } {
  const { version } = tree
  if (!Number.isSafeInteger(version) || (version as number) < 1)
    return refuse('damaged', `This file does not say which version of the format it has. ${SAFE}`)
  if ((version as number) <= newest) return version as number
  const sentence = `This file was written by a newer Scholion (format version ${version}; this one knows ${newest}). It can be looked at, not changed. ${SAFE}`
  return { ok: false, fault: { tag: 'newer', sentence, raw: tree } }
}

function refuse(tag: ParseTag, sentence: string): { readonly ok: false; readonly fault: ParseFault } {
  return { ok: false, fault: { tag, sentence } }
}

/** The fault of a file that is well formed and still wrong: the first problem in the sentence, all of them beside it. */
export function invalid(problems: Problems): { readonly ok: false; readonly fault: ParseFault } {
  const [first = '', ...rest] = problems.list
  const more = rest.length > 0 ? ` (and ${rest.length} more)` : ''
  const sentence = `This file cannot be opened for work: ${first}${more}. It may be damaged, or written by a newer Scholion. ${SAFE}`
  return { ok: false, fault: { tag: 'invalid', sentence, problems: problems.list } }
}
