import { describe, expect, test } from 'vitest'
import { EXPORTERS, optionsFrom } from '../../shared/export/exporters.ts'
import { canonicalTranscript } from '../../shared/format/canonical.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { parseRegisters } from '../../shared/format/registers.ts'
import { fromDocument, toDocument } from '../../shared/schema/document.ts'
import { PAYLOADS } from '../fault/hostile/corpus.ts'
import { hostileFile, hostileRegisters, hostileTranscript } from '../fault/hostile/transcript.ts'

const HASH = 'a'.repeat(64)

describe('a transcript with every payload in every field', () => {
  const transcript = hostileTranscript('hostile.txt', HASH)

  test('comes back from its file, and from the editor, letter for letter', () => {
    const back = parseTranscript(hostileFile('hostile.txt', HASH))
    if (!back.ok) throw new Error(back.fault.sentence)
    expect(canonicalTranscript(back.value)).toBe(canonicalTranscript(transcript))
    const doc = toDocument(back.value)
    doc.check()
    expect(canonicalTranscript({ ...back.value, ...fromDocument(doc) })).toBe(canonicalTranscript(transcript))
  })

  test.each(EXPORTERS.map((exporter) => [exporter.name, exporter] as const))('leaves as %s without a fault', (_, exporter) => {
    const options = optionsFrom(exporter, ['queries=yes'])
    if (!options.ok) throw new Error(options.fault.sentence)
    const words = Object.values(PAYLOADS)[0]!
    const description = {
      title: words,
      country: words,
      series: words,
      piece: words,
      licence: words,
      policy: [['Text and spelling', words] as const],
      settlement: words,
      repository: words,
      reference: words,
      rights: words,
    }
    const edition = exporter.run(transcript, options.value, { version: '1', sha256: HASH, description })
    if (!edition.ok) throw new Error(edition.fault.sentence)
    const { text } = edition.value.files[0]!
    // what a browser or another program would act on
    expect(text).not.toMatch(/<script|<img|<svg|<iframe|<link|<base|<object|<embed|<\?php|<!ENTITY|<!--/i)
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u)
    expect(edition.value.losses.some((one) => one.includes('U+0000'))).toBe(true)
  })

  test('has registers that are read as data', () => {
    expect(parseRegisters(hostileRegisters('__proto__')).ok).toBe(true)
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
