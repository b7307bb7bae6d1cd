import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect } from 'vitest'
import type { ExportContext } from '../../shared/export/context.ts'
import { writeTei } from '../../shared/export/tei/write-tei.ts'
import type { TeiOptions } from '../../shared/export/tei/writing.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import type { block } from '../shared/export-letter.ts'
import { letter, page } from '../shared/export-letter.ts'

const CHECKOUT = join(import.meta.dirname, '../..')
const SCHEMA = join(resolve(CHECKOUT, process.env.SCHOLION_REFERENCE ?? '../shared'), 'data/schemas/tei_all-4.12.0.rng')
const isThere = (program: string) => spawnSync('which', [program]).status === 0

/** Whether jing and the schema of TEI are here. */
export const IS_JUDGED = isThere('jing') && existsSync(SCHEMA)
export const CONTEXT: ExportContext = { version: '0.1.0', sha256: 'b'.repeat(64), description: null }
export const SILENT: TeiOptions = { correction: 'silent', queries: false }

let folder: string | null = null
let unjudged: string[] = []
let files = 0

/** The transcript as TEI. Every document that a test makes so is judged at the end. */
export function tei(transcript: Transcript, options: TeiOptions = SILENT, context: ExportContext = CONTEXT) {
  const written = writeTei(transcript, options, context)
  if (!written.ok) throw new Error(written.fault.sentence)
  folder ??= mkdtempSync(join(tmpdir(), 'scholion-tei-'))
  files += 1
  const path = join(folder, `${files}.xml`)
  writeFileSync(path, written.value.text)
  unjudged.push(path)
  return written.value
}

/** The body without the layout between elements, and without hands: most tests are about other things. */
export function body(transcript: Transcript, options: TeiOptions = SILENT) {
  const { text } = tei(transcript, options)
  return text
    .slice(text.indexOf('<body>') + 6, text.indexOf('</body>'))
    .replace(/\n\s*/g, '')
    .replace(/ hand="#hand.tw"/g, '')
    .replace(/ xml:id="[a-z0-9]+"/g, '')
}

export const of = (...blocks: ReturnType<typeof block>[]) => letter([page(blocks)])
export const div = (inside: string) => `<div><pb/>${inside}</div>`

/** What was made since the last judgement, before jing and xmllint as far as they are here; gives the number of documents. */
export function judge(): number {
  const all = unjudged
  unjudged = []
  if (folder === null || all.length === 0) return 0
  const list = join(folder, 'list')
  writeFileSync(list, all.join('\n'))
  if (IS_JUDGED) {
    const judged = spawnSync('xargs', ['-a', list, '-n', '100000', 'jing', SCHEMA], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    expect(judged.stdout.split('\n').slice(0, 10).join('\n')).toBe('')
    expect(judged.status).toBe(0)
  }
  if (isThere('xmllint')) {
    const read = spawnSync('xargs', ['-a', list, 'xmllint', '--noout'], { encoding: 'utf8' })
    expect(read.stderr).toBe('')
  }
  return all.length
}

afterAll(() => {
  try {
    judge()
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true })
  }
}, 120_000)
