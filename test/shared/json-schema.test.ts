import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { jsonSchemaText } from '../../shared/format/json-schema.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'
import { SAMPLE } from '../support/format-sample.ts'

describe('the JSON Schema', () => {
  const file = readFileSync(join(import.meta.dirname, '../../shared/format/transcript-1.schema.json'), 'utf8')

  test('is up to date (node build/json-schema.mjs writes it)', () => {
    expect(file).toBe(jsonSchemaText())
  })

  test('describes every file that Scholion writes, and the sample', () => {
    const schema = z.fromJSONSchema(JSON.parse(file))
    expect(schema.safeParse(JSON.parse(SAMPLE)).error).toBeUndefined()
    fc.assert(
      fc.property(
        arbitraryTranscript,
        (transcript) => void expect(schema.safeParse(JSON.parse(serialise(transcript))).error).toBeUndefined(),
      ),
    )
  })

  test('refuses what it should', () => {
    const schema = z.fromJSONSchema(JSON.parse(file))
    for (const damage of ['"status": "finished"', '"status": 1'])
      expect(schema.safeParse(JSON.parse(SAMPLE.replace('"status": "in-progress"', damage))).success).toBe(false)
    expect(schema.safeParse(JSON.parse(SAMPLE.replace('"cert": "unknown"', '"cert": "sure"'))).success).toBe(false)
  })
})
