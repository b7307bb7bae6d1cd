import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EXPORTERS, optionsFrom } from '../../shared/export/exporters.ts'
import { parseTranscript } from '../../shared/format/parse.ts'

const GOLDEN = join(import.meta.dirname, '../golden/export')
const RICHARDS = join(import.meta.dirname, '../../corpus/prem19/richards-to-coles-1982-03-12.txt.tei.json')
const CONTEXT = { version: '0.0.0', sha256: '0'.repeat(64), description: null }

function richards() {
  const parsed = parseTranscript(readFileSync(RICHARDS, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.fault.sentence)
  return parsed.value
}

function exported(kind: string, ...given: string[]) {
  const exporter = EXPORTERS.find(({ name }) => name === kind)!
  const options = optionsFrom(exporter, given)
  if (!options.ok) throw new Error(options.fault.sentence)
  const result = exporter.run(richards(), options.value, CONTEXT)
  if (!result.ok) throw new Error(result.fault.sentence)
  return result.value
}

describe('the Richards letter leaves as it did', () => {
  test.each([
    ['richards.silent.xml', 'tei', 'correction=silent'],
    ['richards.marked.xml', 'tei', 'correction=marked'],
    ['richards.apparatus.xml', 'tei', 'correction=apparatus'],
    ['richards.html', 'html', 'queries=no'],
  ])('%s', (name, kind, option) => {
    const [file] = exported(kind, option).files
    if (process.env.SCHOLION_RENEW_GOLDEN === '1') writeFileSync(join(GOLDEN, name), file!.text)
    expect(file!.text, 'README.md in test/golden/export says how to renew it').toBe(readFileSync(join(GOLDEN, name), 'utf8'))
  })
})

describe('the table of exporters', () => {
  test('keeps the full name of the machine transcript', () => {
    expect(exported('tei').files.map(({ name }) => name)).toEqual(['richards-to-coles-1982-03-12.txt.xml'])
    expect(exported('html').files.map(({ name }) => name)).toEqual(['richards-to-coles-1982-03-12.txt.html'])
  })

  test('takes options as its own schema has them, and says what they take', () => {
    const [tei, html] = EXPORTERS as [(typeof EXPORTERS)[number], (typeof EXPORTERS)[number]]
    expect(optionsFrom(tei, ['correction=marked', 'queries'])).toEqual({
      ok: true,
      value: { correction: 'marked', queries: true, legend: false },
    })
    expect(optionsFrom(tei, [])).toEqual({ ok: true, value: tei.defaults })
    const sentence = (given: string, exporter = tei) => {
      const result = optionsFrom(exporter, [given])
      return result.ok ? '' : result.fault.sentence
    }
    expect(sentence('correction=loud')).toBe('The option correction takes silent, marked, apparatus, not “loud”.')
    expect(sentence('queries=perhaps')).toBe('The option queries takes yes or no, not “perhaps”.')
    expect(sentence('queries=constructor')).toContain('takes yes or no')
    expect(sentence('correction=silent', html)).toBe('html has no option “correction”. It has: queries, legend.')
    expect(sentence('toString=1')).toContain('has no option')
  })

  test('has no two kinds whose files have the same name', () => {
    const extensions = EXPORTERS.map(({ extension }) => extension)
    expect(new Set(extensions).size, extensions.join(', ')).toBe(extensions.length)
  })

  test('says of every kind what it cannot hold', () => {
    for (const { cannotHold, says } of EXPORTERS) {
      expect(cannotHold.length).toBeGreaterThan(0)
      expect(says).toMatch(/\.$/)
    }
  })
})
