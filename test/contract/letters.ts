import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Host, JournalRecord } from '../../shared/api/contract.ts'
import type { Result } from '../../shared/model/result.ts'

/** Small letters for tests of the hosts. */
export const LETTERS: Readonly<Record<string, string>> = {
  'letter.txt': 'John Coles, Esq., No. 10\n\n1 June, 1982.\n\nDear John,\n\nFirst the weather.\n',
  'letter.md': '# The same stem, another letter\n',
  'minute-1.txt': 'Minute, first sheet\n',
  'minute-2.txt': 'Minute, second sheet\n',
}

/** A transcript file as the hosts see it: whose it is, and words on a page. */
export function transcript(originals: string | readonly string[], words: string): string {
  const names = typeof originals === 'string' ? [originals] : originals
  const pages = [{ id: 'p1', content: [{ type: 'block', id: 'b1', role: 'paragraph', content: words === '' ? [] : [words] }] }]
  const whole = {
    format: 'scholion-transcript',
    version: 1,
    originals: names.map((name) => ({ name, text: ['machine words'] })),
    pages,
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The sitting where one window alone is at work. */
export const SITTING = 'the-sitting'

/** The recovery journal of a document that was written last, or null where there is none. */
export async function journalOf(host: Pick<Host, 'readJournals'>, document: string): Promise<JournalRecord | null> {
  return value(await host.readJournals({ document })).journals[0]?.record ?? null
}

/** The value of a result that must be there. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.fault.tag}: ${result.fault.sentence}`)
  return result.value
}

/** The tag of a failure, or `done`. */
export function tagOf(result: Result<unknown>): string {
  return result.ok ? 'done' : result.fault.tag
}

export interface Place {
  readonly root: string
  readonly folder: string
  readonly stateDir: string
  remove(): Promise<void>
}

/** A collection with the letters, and a state folder beside it, in a new folder of their own. */
export async function makePlace(): Promise<Place> {
  const root = await mkdtemp(join(tmpdir(), 'scholion-test-'))
  const folder = join(root, 'letters')
  await mkdir(folder)
  for (const [name, text] of Object.entries(LETTERS)) await writeFile(join(folder, name), text)
  return { root, folder, stateDir: join(root, 'state'), remove: () => rm(root, { recursive: true, force: true }) }
}
