import { z } from 'zod'
import type { JournalRecord } from '../../shared/api/contract.ts'
import { applySplices, type Splice } from '../../shared/api/journal-change.ts'
import type { Tools } from './replace-file.ts'

/** What came after a whole record: a later state of the work, or that it was dropped. */
export type Since =
  | { readonly version: number; readonly base: string | null; readonly splices: readonly Splice[] }
  | { readonly dropped: true }

type Sha256 = Tools['sha256']

const RECORD = z.object({ version: z.number().int().nonnegative(), base: z.string().nullable(), text: z.string() })
const WHOLE = z.object({
  format: z.literal('scholion-journal'),
  version: z.literal(1),
  original: z.string(),
  nonce: z.string().optional(),
  sha256: z.string(),
  record: RECORD,
})
const SINCE = z.union([
  z.object({ dropped: z.literal(true) }),
  z.object({
    version: z.number().int().nonnegative(),
    base: z.string().nullable(),
    splices: z.array(z.object({ from: z.number().int(), to: z.number().int(), text: z.string() })),
  }),
])
const CHANGE = z.object({
  format: z.literal('scholion-journal-change'),
  version: z.literal(1),
  of: z.string(),
  sha256: z.string(),
  since: SINCE,
})

/** `nonce` is new for each writing of a whole record, so that a change can say which one it belongs to. */
export function printWhole(original: string, record: JournalRecord, nonce: string, sha256: Sha256): string {
  const hash = sha256(Buffer.from(record.text))
  return JSON.stringify({ format: 'scholion-journal', version: 1, original, nonce, sha256: hash, record })
}

export function printChange(of: string, since: Since, sha256: Sha256): string {
  return JSON.stringify({ format: 'scholion-journal-change', version: 1, of, sha256: hashOf(of, since, sha256), since })
}

/** A whole record as it stands in its file, or null where it is not what was written. */
export function wholeOf(text: string, sha256: Sha256): { readonly record: JournalRecord; readonly nonce: string | null } | null {
  const read = parsed(WHOLE, text)
  if (read === null || sha256(Buffer.from(read.record.text)) !== read.sha256) return null
  return { record: read.record, nonce: read.nonce ?? null }
}

/** A change as it stands in its file, or null where it is not what was written. */
export function changeOf(text: string, sha256: Sha256): { readonly of: string; readonly since: Since } | null {
  const read = parsed(CHANGE, text)
  return read !== null && hashOf(read.of, read.since, sha256) === read.sha256 ? { of: read.of, since: read.since } : null
}

/** The record that the two files tell together. A change of another writing of the whole is an old one, and passed over. */
export function joined(whole: string, change: string | null, sha256: Sha256): JournalRecord | 'dropped' | 'unreadable' {
  const first = wholeOf(whole, sha256)
  if (first === null) return 'unreadable'
  if (change === null) return first.record
  const second = changeOf(change, sha256)
  if (second === null) return 'unreadable'
  if (second.of !== first.nonce) return first.record
  if ('dropped' in second.since) return 'dropped'
  const { version, base, splices } = second.since
  const text = applySplices(first.record.text, splices)
  return text === null ? 'unreadable' : { version, base, text }
}

function hashOf(of: string, since: Since, sha256: Sha256): string {
  const told = 'dropped' in since ? [] : [since.version, since.base, since.splices.map(({ from, to, text }) => [from, to, text])]
  return sha256(Buffer.from(JSON.stringify([of, ...told])))
}

function parsed<Shape extends z.ZodType>(shape: Shape, text: string): z.infer<Shape> | null {
  try {
    const read = shape.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
