import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkArguments } from '../../shared/api/check-arguments.ts'
import { peek } from '../../shared/api/peek.ts'
import { differences } from '../../shared/compare/compare.ts'
import { checkCoverage } from '../../shared/compare/coverage.ts'
import { EXPORTERS } from '../../shared/export/exporters.ts'
import { canonicalText, canonicalTranscript } from '../../shared/format/canonical.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { parseRegisters } from '../../shared/format/registers.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { finish } from '../../shared/format/slices.ts'
import { WorkPrinter } from '../../shared/format/work-printer.ts'
import { statisticsOf } from '../../shared/metrics/statistics.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'

/** The names that every object has without being told, as far as they could be ids, in a fixed order. */
const SECRETS = Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== '__proto__')

const read = (text: string): Transcript => {
  const parsed = parseTranscript(text)
  if (!parsed.ok) throw new Error(parsed.fault.sentence)
  return parsed.value
}

/** The transcript with some of its ids, wherever they stand, called like the secrets of every object. */
function withSecretIds(transcript: Transcript, shift: number): Transcript {
  const ids = [
    transcript.paper.id,
    ...transcript.pages.flatMap((page) => [
      page.id,
      ...page.content.flatMap((child) => [child.id, ...(child.type === 'block' ? Object.keys(child.annotations) : [])]),
      ...page.margin.flatMap((object) => [object.id, ...Object.keys(object.annotations)]),
    ]),
    ...transcript.hands.map(({ id }) => id),
    ...transcript.people.map(({ id }) => id),
  ]
  const names = new Map([...new Set(ids)].slice(shift).map((id, at) => [id, SECRETS[at]]))
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value
    if (Array.isArray(value)) return value.map(renamed)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [names.get(key) ?? key, renamed(inner)]))
  }
  return read(JSON.stringify(renamed(JSON.parse(serialise(transcript)))))
}

describe('ids that are names every object has', () => {
  test('are ids like others: in file and editor, in every edition, in counts and comparisons', () => {
    fc.assert(
      fc.property(arbitraryTranscript, fc.nat(12), (plain, shift) => {
        const transcript = withSecretIds(plain, shift)
        expect(canonicalTranscript(read(serialise(transcript)))).toBe(canonicalTranscript(transcript))
        const doc = toDocument(transcript)
        expect(canonicalText(fromDocument(toDocument(fromDocument(doc))))).toBe(canonicalText(fromDocument(doc)))
        const { paper: _paper, pages: _pages, tray: _tray, unused: _unused, ...beside } = transcript
        expect(finish(new WorkPrinter().checked(doc, beside)).ok).toBe(true)
        for (const exporter of EXPORTERS) {
          const written = (one: Transcript) =>
            exporter.run(one, exporter.defaults, { version: '1', sha256: null, description: null })
          expect(written(transcript).ok).toBe(written(plain).ok)
        }
        const { original: _, ...counts } = statisticsOf(transcript)
        const { original: __, ...plainCounts } = statisticsOf(plain)
        expect({ ...counts, notes: counts.notes.length }).toEqual({ ...plainCounts, notes: plainCounts.notes.length })
        expect(differences(transcript).length).toBe(differences(plain).length)
        expect(checkCoverage(transcript).length).toBe(checkCoverage(plain).length)
      }),
      { numRuns: 150 },
    )
  })
})

describe('the key __proto__', () => {
  const poison = '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}'
  const clean = () => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(Object.keys(Object.prototype)).toEqual([])
  }

  test('in a transcript or in registers is refused with its name, wherever it stands', () => {
    for (const text of [
      `${poison}, "format": "scholion-transcript", "version": 1}`,
      `{"format": "scholion-transcript", "version": 1, "pages": [${poison}}]}`,
      `{"format": "scholion-transcript", "version": 99, "x": [[[${poison}}]]]}`,
    ]) {
      const parsed = parseTranscript(text)
      expect(parsed).toMatchObject({ ok: false, fault: { sentence: expect.stringContaining('__proto__') } })
      expect(parseRegisters(text.replace('scholion-transcript', 'scholion-collection')).ok).toBe(false)
      expect(peek(text)).toBeNull()
    }
    clean()
  })

  test('in a request is refused, or left out', () => {
    for (const call of ['writeTranscript', 'writeJournal', 'writeExport', 'list', 'watch', 'readOriginal'] as const)
      expect(checkArguments(call, JSON.parse(`${poison}}`)).ok).toBe(false)
    const settings = checkArguments('writeSettings', JSON.parse('{"settings": {"__proto__": "x", "name": "y"}}'))
    if (settings.ok) expect(Object.entries(settings.value.settings)).toEqual([['name', 'y']])
    clean()
  })
})
