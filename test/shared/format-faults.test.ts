import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { peek } from '../../shared/api/peek.ts'
import { jsonSchemaText } from '../../shared/format/json-schema.ts'
import { MIGRATIONS } from '../../shared/format/migrations/index.ts'
import { leadsTo, type Migration } from '../../shared/format/migrations/migrate.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import { usedEntries } from '../../shared/format/references.ts'
import { serialise } from '../../shared/format/serialise.ts'
import { LIMITS, VERSION } from '../../shared/format/version.ts'
import { done, failed } from '../../shared/model/result.ts'
import { arbitraryTranscript } from '../support/arbitrary-transcript.ts'

/**
 * Old files that must open for ever. To add one: save it under `test/golden/format/` as `version-N.json` (or `version-N-what.json`) the day
 * before version N is left, and never touch it again.
 */
const GOLDEN = join(import.meta.dirname, '../golden/format')
const fixtures = readdirSync(GOLDEN).map((name) => readFileSync(join(GOLDEN, name), 'utf8'))
const SAMPLE = readFileSync(join(GOLDEN, 'version-1.json'), 'utf8')

// biome-ignore lint/suspicious/noExplicitAny: the tests damage plain JSON at any place
type Json = any
const tagOf = (text: string) => {
  const result = parseTranscript(text)
  return result.ok ? 'ok' : result.fault.tag
}

/** What is said of the sample after it was damaged. */
function saidOf(damage: (sample: Json) => void): string {
  const sample: Json = JSON.parse(SAMPLE)
  damage(sample)
  const result = parseTranscript(JSON.stringify(sample))
  if (result.ok) return 'ok'
  expect(result.fault.sentence).toMatch(/Nothing was changed/)
  return `${result.fault.tag}: ${result.fault.problems?.join('; ') ?? result.fault.sentence}`
}

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

describe('what does not fit is named with its place', () => {
  test.each<[string, (sample: Json) => void, string]>([
    [
      'words in an annotation that is not there',
      (s) => void delete s.pages[0].content[1].annotations.a1,
      'page 1, block 2: words lie in annotation “a1”, which is not there',
    ],
    [
      'an annotation on no words',
      (s) => {
        s.pages[0].content[0].annotations = { a9: { type: 'unclear' } }
      },
      'page 1, block 1: annotation “a9” lies on no words',
    ],
    [
      'an anchor without its note',
      (s) => void s.pages[0].margin.shift(),
      'page 1, block 2, Note: names “note1”, which is not there',
    ],
    [
      'a piece of a note that is not there',
      (s) => {
        s.pages[0].margin[0].joins = 'gone'
      },
      'page 1, margin 1, Goes on from piece: names “gone”',
    ],
    [
      'a note that goes on from itself',
      (s) => {
        s.pages[0].margin[0].joins = 'note1'
      },
      'page 1, margin 1: the pieces of this note go on from each other in a ring',
    ],
    [
      'a hand that is not in the register',
      (s) => {
        s.pages[0].content[0].hand = 'xx'
      },
      'page 1, block 1, Hand: names “xx”, which is not there',
    ],
    [
      'a person who is not in the register',
      (s) => {
        s.people = []
      },
      'hand 1: names “thatcher”, which is not there',
    ],
    [
      'two blocks with one id',
      (s) => {
        s.pages[0].content[1].id = 'block1'
      },
      'page 1, block 2: has the id “block1”, which page 1, block 1 has already',
    ],
    [
      'an id that is no id',
      (s) => {
        s.pages[0].id = '__proto__'
      },
      'page 1: “id” is “__proto__”, which is no id',
    ],
    [
      'an original that is a path',
      (s) => {
        s.originals[0].name = '../letter.txt'
      },
      'original 1: “name” is “../letter.txt”, which is not a bare file name',
    ],
    [
      'a range beyond its original',
      (s) => {
        s.unused[0].source = [[0, 1, 999]]
      },
      'stretch 1 that is set aside: names character 999 of original 1, which has 47',
    ],
    [
      'a range of no original',
      (s) => {
        s.unused[0].source = [[1, 1, 2]]
      },
      'names original 2, which is not there',
    ],
    [
      'a certainty that is none',
      (s) => {
        s.pages[0].content[1].annotations.a1.cert = 'sure'
      },
      'page 1, block 2, annotation a1: “cert” is “sure”, which it must not be',
    ],
    [
      'a role that is none',
      (s) => {
        s.pages[0].content[0].role = 'poem'
      },
      'page 1, block 1: “role” is “poem”, which this version does not know',
    ],
    [
      'an annotation’s key that could not be kept',
      (s) => {
        s.pages[0].content[1].annotations.a1.colour = 'red'
      },
      'a key that this version does not know and could not keep',
    ],
    [
      'something else in the line',
      (s) => {
        s.pages[0].content[0].content = [{ image: 'x' }]
      },
      'page 1, block 1: this version does not know “image” in the line',
    ],
    [
      'a block too long for the editor',
      (s) => {
        s.pages[0].content[0].content = ['x'.repeat(100_001)]
      },
      'page 1, block 1: longer than 100000 characters',
    ],
    [
      'more unknown keys than a later version would have',
      (s) => void Object.assign(s.paper, Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`k${at}`, 1]))),
      'the first paper: more than 200 keys',
    ],
    [
      'no page',
      (s) => {
        s.pages = []
      },
      '“pages” is empty',
    ],
  ])('%s', (_, damage, says) => {
    const said = saidOf(damage)
    expect(said).toMatch(/^invalid: /)
    expect(said).toContain(says)
  })

  test('an annotation over two blocks that says two things', () => {
    const damage = (s: Json) => {
      s.pages[0].content[0].content = [{ text: 'Dear John,', in: ['a1'] }]
      s.pages[0].content[0].annotations = { a1: { type: 'unclear' } }
    }
    expect(saidOf(damage)).toContain('annotation “a1” says something else than in page 1, block 1')
  })

  test('a file with thousands of faults tells the first ones', () => {
    const said = saidOf((s) => {
      s.unused = Array.from({ length: 5000 }, () => 1)
    })
    expect(said.split('; ').length).toBeLessThanOrEqual(LIMITS.problems)
  })
})

/** The migrations that no fixture runs. */
function unrun(migrations: readonly Migration[], version: number, texts: readonly string[]): readonly string[] {
  const left = new Set(migrations.map(({ name }) => name))
  const watched = migrations.map((migration) => ({
    ...migration,
    up: (tree: Parameters<Migration['up']>[0]) => {
      left.delete(migration.name)
      return migration.up(tree)
    },
  }))
  for (const text of texts) expect(parseTranscript(text, { version, migrations: watched })).toMatchObject({ ok: true })
  return [...left]
}

describe('migrations', () => {
  const planted: Migration = { from: 1, name: 'status is called approved', up: (tree) => done({ ...tree, status: 'approved' }) }

  test('lead from version 1 to this one without a gap, and each is run by an old file', () => {
    expect(leadsTo(MIGRATIONS, VERSION)).toBe(true)
    expect(unrun(MIGRATIONS, VERSION, fixtures)).toEqual([])
  })

  test('that no old file runs are found (a planted one)', () => {
    expect(unrun([planted], 2, [SAMPLE.replace('"version": 1', '"version": 2')])).toEqual([planted.name])
    expect(unrun([planted], 2, fixtures)).toEqual([])
    expect(leadsTo([planted], 3)).toBe(false)
    expect(leadsTo([{ ...planted, from: 2 }], 2)).toBe(false)
  })

  test('bring an old file up to date without touching what came in', () => {
    const result = parseTranscript(SAMPLE, { version: 2, migrations: [planted] })
    expect(result).toMatchObject({ ok: true, value: { status: 'approved' } })
  })

  test('that fail or throw are told, with their number and name', () => {
    const fails: Migration = { ...planted, up: () => failed('x', 'there was no status.') }
    const throws: Migration = {
      ...planted,
      up: () => {
        throw new Error('a bug')
      },
    }
    for (const migration of [fails, throws]) {
      expect(parseTranscript(SAMPLE, { version: 2, migrations: [migration] })).toMatchObject({
        ok: false,
        fault: {
          tag: 'migration-failed',
          sentence: expect.stringMatching(/step 1 \(status is called approved\) failed: (there was no status|a bug)/),
        },
      })
    }
  })
})

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
