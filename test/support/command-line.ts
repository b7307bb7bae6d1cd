import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { COMMANDS } from '../../electron/cli/commands.ts'
import { run } from '../../electron/cli/run.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import type { Transcript } from '../../shared/model/transcript.ts'

// biome-ignore lint/suspicious/noExplicitAny: the tests look into printed JSON
export type Json = any

/** A new folder for each test, and the folder of letters in it; the program's own state lies beside the letters. */
export let root = ''
export let folder = ''
let stateBefore: string | undefined

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'scholion-cli-'))
  folder = join(root, 'letters')
  mkdirSync(folder)
  stateBefore = process.env.SCHOLION_STATE_DIR
  process.env.SCHOLION_STATE_DIR = join(root, 'state')
})

afterEach(() => {
  if (stateBefore === undefined) delete process.env.SCHOLION_STATE_DIR
  else process.env.SCHOLION_STATE_DIR = stateBefore
  rmSync(root, { recursive: true, force: true })
})

/** Runs one command in this process; what it printed, and its code. */
export async function scholion(...argv: string[]) {
  let out = ''
  let err = ''
  const streams = {
    out: (text: string) => {
      out += text
    },
    err: (text: string) => {
      err += text
    },
  }
  const code = await run(argv, COMMANDS, streams)
  return { code, out, err, json: () => JSON.parse(out) as Json }
}

export const inFolder = (name: string) => join(folder, name)
export const put = (name: string, text: string | Uint8Array) => writeFileSync(inFolder(name), text)
export const sha256 = (name: string) =>
  createHash('sha256')
    .update(readFileSync(inFolder(name)))
    .digest('hex')

export function transcriptOf(name: string): Transcript {
  const parsed = parseTranscript(readFileSync(inFolder(`${name}.tei.json`), 'utf8'))
  if (!parsed.ok) throw new Error(parsed.fault.sentence)
  return parsed.value
}

/** Mends the first words of the first block, as an editor would have saved it. */
export function mend(name: string, was: string, now: string) {
  const path = inFolder(`${name}.tei.json`)
  const text = readFileSync(path, 'utf8')
  const [pages, rest] = [text.slice(0, text.indexOf('"originals"')), text.slice(text.indexOf('"originals"'))]
  writeFileSync(path, pages.replace(was, now) + rest)
}
