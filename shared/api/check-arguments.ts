import { z } from 'zod'
import { utf8Bytes, whyNotBare } from '../model/bare-name.ts'
import { done, failed, type Result } from '../model/result.ts'
import { CALLS, type Call, type Host } from './contract.ts'

// no `new Function`: the content security policy of the page forbids it
z.config({ jitless: true })

/** The one argument of a call; calls without any take an empty object. */
export type Ask<C extends Call> = Parameters<Host[C]> extends readonly [infer Only] ? Only : Readonly<Record<string, never>>

/** The largest text that goes in or out in one piece: 64 MiB of UTF-8. */
export const MOST_TEXT = 64 * 1024 * 1024

const text = z
  .string()
  .max(MOST_TEXT)
  .refine((value) => value.length * 3 <= MOST_TEXT || utf8Bytes(value) <= MOST_TEXT, 'larger than 64 MiB')
  // a lone surrogate would silently become another character on the way to the disk
  .refine((value) => value.isWellFormed(), 'not valid Unicode')
const document = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const sitting = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const entry = z.string().regex(/^[A-Za-z0-9_.-]{1,128}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const revision = hash.nullable()
const count = z.number().int().nonnegative()
const bare = z.string().superRefine((name, context) => {
  const why = whyNotBare(name)
  if (why !== null) context.addIssue({ code: 'custom', message: `the name ${why}` })
})
const shownName = bare.refine((name) => !name.startsWith('.'), 'the name begins with a dot')
const base64 = z
  .string()
  .max(Math.ceil(MOST_TEXT / 3) * 4)
  .refine(isBase64, 'not base64')

const splice = z.strictObject({ from: count, to: count, text })
const nothing = z.strictObject({})
const ofDocument = z.strictObject({ document })

const ASKS: { readonly [C in Call]: z.ZodType<Ask<C>> } = {
  capabilities: nothing,
  list: nothing,
  readOriginal: z.strictObject({ document, name: bare }),
  readTranscript: ofDocument,
  writeTranscript: z.strictObject({
    document,
    text,
    base: revision,
    originals: z.array(bare).min(1).max(2000),
    evenIfEmpty: z.boolean().exactOptional(),
    manual: z.boolean().exactOptional(),
    continues: z.boolean().exactOptional(),
  }),
  writeConflictCopy: z.strictObject({ document, text, who: z.string().max(200) }),
  readCopy: z.strictObject({ document, name: bare }),
  keepVersion: z.strictObject({ document, revision: hash, label: z.string().max(200) }),
  writeRegisters: z.strictObject({ text, base: revision }),
  writeExport: z.strictObject({
    files: z
      .array(z.strictObject({ name: shownName, base64 }))
      .min(1)
      .max(10_000),
    overwrite: z.boolean().exactOptional(),
  }),
  writeJournal: z.strictObject({
    document,
    sitting,
    record: z.union([
      z.strictObject({ version: count, base: revision, text }),
      z.strictObject({ version: count, base: revision, of: hash, splices: z.array(splice).max(1000) }),
    ]),
  }),
  readJournals: ofDocument,
  dropJournal: z.strictObject({ document, sitting, version: count, last: z.boolean().exactOptional() }),
  listHistory: ofDocument,
  readHistory: z.strictObject({ document, entry }),
  watch: z.strictObject({ since: count }),
  present: z.strictObject({
    sitting,
    document: document.nullable(),
    who: z.string().max(200),
  }),
  readSettings: nothing,
  writeSettings: z.strictObject({
    settings: z
      // a key that begins with a letter can be none of an object's own secrets (`__proto__`)
      .record(z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/), z.string().max(100_000))
      .refine((all) => Object.keys(all).length <= 500, 'more than 500 settings'),
  }),
}

// One search for a foreign sign, without a greedy loop: such a loop's memory grows with the text.
function isBase64(value: string): boolean {
  const body = value.replace(/={1,2}$/, '')
  return value.length % 4 === 0 && !/[^A-Za-z0-9+/]/.test(body)
}

/** Whether a string from outside is the name of a call of the contract. */
export function isCall(name: string): name is Call {
  return (CALLS as readonly string[]).includes(name)
}

/** Checks the argument of a call that came over a boundary. The fault (`bad-request`) says where it is wrong and that nothing was changed. */
export function checkArguments<C extends Call>(call: C, ask: unknown): Result<Ask<C>, 'bad-request'> {
  const schema: z.ZodType<Ask<C>> = ASKS[call]
  const checked = schema.safeParse(ask ?? {})
  if (checked.success) return done(checked.data)
  const issue = checked.error.issues[0]
  const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''
  return failed(
    'bad-request',
    `The request “${call}” was not understood (${where}${issue?.message ?? 'wrong shape'}). Nothing was changed.`,
  )
}
