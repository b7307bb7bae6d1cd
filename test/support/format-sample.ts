import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parseTranscript } from '../../shared/format/parse.ts'

/**
 * Old files that must open for ever. To add one: save it under `test/golden/format/` as `version-N.json` (or `version-N-what.json`) the day
 * before version N is left, and never touch it again.
 */
const GOLDEN = join(import.meta.dirname, '../golden/format')
export const fixtures = readdirSync(GOLDEN).map((name) => readFileSync(join(GOLDEN, name), 'utf8'))
/** The sample of version 1, as it lies in the file. */
export const SAMPLE = readFileSync(join(GOLDEN, 'version-1.json'), 'utf8')

// biome-ignore lint/suspicious/noExplicitAny: the tests damage plain JSON at any place
export type Json = any

/** How a file is taken: ok, or the tag of its fault. */
export const tagOf = (text: string) => {
  const result = parseTranscript(text)
  return result.ok ? 'ok' : result.fault.tag
}

/** What is said of the sample after it was damaged. */
export function saidOf(damage: (sample: Json) => void): string {
  const sample: Json = JSON.parse(SAMPLE)
  damage(sample)
  const result = parseTranscript(JSON.stringify(sample))
  if (result.ok) return 'ok'
  expect(result.fault.sentence).toMatch(/Nothing was changed/)
  return `${result.fault.tag}: ${result.fault.problems?.join('; ') ?? result.fault.sentence}`
}
