import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { peek } from '../../shared/api/peek.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { usedEntries } from '../../shared/format/references.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { LIMITS } from '../../shared/format/version.ts'
import { type Json, SAMPLE, saidOf, tagOf } from '../support/format-sample.ts'

describe('the sample of version 1', () => {
  test('opens, and is saved byte for byte as it is', () => {
    const result = parseTranscript(SAMPLE)
    if (!result.ok) throw new Error(result.fault.problems?.join('\n'))
    expect(serialise(result.value)).toBe(SAMPLE)
    expect(result.value.extra).toEqual({ 'x-unknown': 'kept' })
    expect(result.value.paper.extra['x-later']).toEqual([1, { constructor: null }])
    expect(usedEntries(result.value)).toEqual({
      hands: new Set(['richards', 'mt']),
      people: new Set(['thatcher']),
      names: new Set(),
    })
  })

  test('cut short anywhere is told to be damaged, and nothing is thrown', () => {
    for (let length = 0; length < SAMPLE.trimEnd().length; length += 1) expect(tagOf(SAMPLE.slice(0, length))).toBe('damaged')
  })

  test('with any stretch of it gone, doubled or overwritten gives a transcript or a fault, never an exception', () => {
    const cut = fc.tuple(
      fc.nat(SAMPLE.length),
      fc.nat(80),
      fc.constantFrom('', '\u0000', '"', '}', '[', 'null', '-1', '"__proto__":{"x":1},', '{"a":'),
    )
    fc.assert(
      fc.property(cut, ([at, length, put]) => {
        const result = parseTranscript(SAMPLE.slice(0, at) + put + SAMPLE.slice(at + length))
        if (result.ok) expect(parseTranscript(serialise(result.value)).ok).toBe(true)
        else expect(result.fault.sentence).toMatch(/Nothing was changed/)
      }),
      { numRuns: 3000 },
    )
  })

  test('with any value in it replaced by one of another kind gives a transcript or a fault, never an exception', () => {
    const paths: (string | number)[][] = []
    const walk = (value: Json, path: (string | number)[]) => {
      paths.push(path)
      if (typeof value === 'object' && value !== null) for (const key of Object.keys(value)) walk(value[key], [...path, key])
    }
    walk(JSON.parse(SAMPLE), [])
    for (const path of paths.slice(1)) {
      for (const value of [null, true, -1, 1.5, '', '../../etc/passwd', [], [[]], [null], {}, { a: 1 }]) {
        const sample: Json = JSON.parse(SAMPLE)
        const holder = path.slice(0, -1).reduce((at: Json, key) => at[key], sample)
        holder[path.at(-1)!] = value
        const result = parseTranscript(JSON.stringify(sample))
        if (result.ok) expect(parseTranscript(serialise(result.value))).toEqual(result)
      }
    }
  })
})

describe('a file that is no transcript is told apart', () => {
  test.each([
    ['', 'damaged', 'empty'],
    ['\u0000\u0000\u0000', 'damaged', 'zero bytes'],
    ['Dear John,', 'not-json', 'no JSON'],
    ['[1]', 'not-a-transcript', 'JSON'],
    ['{"format":"other","version":1}', 'not-a-transcript', 'not a Scholion transcript'],
    ['{"format":"scholion-transcript"}', 'damaged', 'version'],
    ['{"format":"scholion-transcript","version":"1"}', 'damaged', 'version'],
    ['{"format":"scholion-transcript","version":1}', 'invalid', 'and'],
  ])('%j is %s', (text, tag, says) => {
    const result = parseTranscript(text)
    expect(result).toMatchObject({ ok: false, fault: { tag, sentence: expect.stringContaining(says) } })
  })

  test('one from a newer Scholion is kept as it stands, to be looked at', () => {
    const result = parseTranscript(SAMPLE.replace('"version": 1', '"version": 99'))
    expect(result).toMatchObject({ ok: false, fault: { tag: 'newer', raw: { version: 99, status: 'in-progress' } } })
  })

  test.each([201, 1000, 100_000, 1_000_000])('%i levels deep is refused', (depth) => {
    expect(tagOf('['.repeat(depth))).toBe('too-deep')
    expect(tagOf(`{"format":"scholion-transcript","x":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`)).toBe('too-deep')
  })

  test('one that holds millions of lists is refused before it takes the memory for them', () => {
    const many = (count: number) => `{"format":"scholion-transcript","version":1,"x":[${'[],'.repeat(count)}0]}`
    expect(tagOf(many(LIMITS.values))).toBe('too-large')
    expect(tagOf(many(1000))).toBe('invalid')
    expect(tagOf(`{"format":"scholion-transcript","version":1,"x":"${'['.repeat(LIMITS.values + 1)}"}`)).toBe('invalid')
    expect(peek(`{"originals":[{"name":"a.txt"}],"x":[${'{},'.repeat(LIMITS.values)}0]}`)).toBeNull()
  })

  test('one that holds millions of values, or tens of thousands of keys in one object, is refused before it is read', () => {
    const values = (count: number) => `{"format":"scholion-transcript","version":1,"x":[${'0,'.repeat(count)}0]}`
    const keys = (count: number) =>
      `{"format":"scholion-transcript","version":1,${Array.from({ length: count }, (_, n) => `"k${n}":0`).join()}}`
    const reading = vi.spyOn(JSON, 'parse')
    try {
      for (const text of [values(LIMITS.entries), keys(LIMITS.keys)]) {
        expect(parseTranscript(text)).toMatchObject({ ok: false, fault: { tag: 'too-large' } })
        expect(peek(text)).toBeNull()
      }
      expect(reading).not.toHaveBeenCalled()
    } finally {
      reading.mockRestore()
    }
    for (const text of [values(1000), keys(1000), `{"x":"${','.repeat(LIMITS.entries + 1)}"}`])
      expect(tagOf(text)).not.toBe('too-large')
    // many objects with few keys each
    expect(tagOf(`{"format":"scholion-transcript","version":1,"x":[${'{"a":0,"b":1},'.repeat(LIMITS.keys)}0]}`)).toBe('invalid')
  })

  test('brackets inside words are not counted as depth', () => {
    expect(
      saidOf((sample) => {
        sample.extra = `${'['.repeat(500)}\\"${'{'.repeat(500)}`
      }),
    ).toBe('ok')
  })

  test('one larger than the limit is refused before it is read', () => {
    expect(tagOf(' '.repeat(LIMITS.fileLength + 1))).toBe('too-large')
  })

  test('a byte order mark that another editor put before it does no harm', () => {
    expect(tagOf(`\ufeff${SAMPLE}`)).toBe('ok')
  })
})

describe('a hostile key', () => {
  test.each(['{"__proto__":{"polluted":true}}', '{"a":[{"__pr\\u006fto__":1}]}'])(
    '%s is refused and pollutes nothing',
    (json) => {
      expect(tagOf(SAMPLE.replace('"kept"', json))).toBe('invalid')
      expect(({} as Json).polluted).toBeUndefined()
    },
  )

  test('named like a method is kept as plain data', () => {
    const text = SAMPLE.replace(
      '"kept"',
      '{\n    "constructor": {\n      "prototype": 1\n    },\n    "toJSON": "x",\n    "hasOwnProperty": null\n  }',
    )
    const result = parseTranscript(text)
    expect(result.ok && serialise(result.value)).toBe(text)
  })
})
