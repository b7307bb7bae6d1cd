import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { parseTranscript } from '../../../shared/format/parse.ts'
import { parseRegisters } from '../../../shared/format/registers.ts'
import { serialise } from '../../../shared/format/serialise.ts'
import { bundle } from '../../host/bundle.ts'
import { imported } from '../../support/imported.ts'
import { report, times } from '../measure.ts'

/** What a person's computer may give it at least: the whole program runs in so many MB of heap. */
const MEMORY = 1024

const WORDS = 'Dear John\n\nFirst the weather\n'
const MB = 1024 * 1024
const sound = serialise({ ...imported(WORDS), status: 'in-progress' })
const named = (name: string, text = sound) => text.replaceAll('letter.txt', name)
const HEAD = '{"format":"scholion-transcript","version":1,"status":"in-progress","originals":[{"name":"X"}],"pages":['
const deep = (open: string, depth: number) => `${HEAD}${open.repeat(depth)}`

interface Case {
  readonly original?: string | Uint8Array
  /** Makes the original that large, without taking the room. */
  readonly sparse?: number
  readonly transcript?: string | Uint8Array
  readonly says: RegExp
  /** Whether words are shown (the machine transcript, where the transcript is none). */
  readonly shown: boolean
}

const STAND_IN = /What you see is the machine transcript, to read only/
const transcript = (text: string | Uint8Array, says: RegExp): Case => ({ transcript: text, says, shown: true })
const refused = (original: string | Uint8Array, says: RegExp): Case => ({ original, says, shown: false })

/** What may lie in a folder, and what a person is told of it. */
const CASES: Readonly<Record<string, Case>> = {
  'sound.txt': { transcript: named('sound.txt'), says: /changed outside Scholion/, shown: true },
  'empty.txt': transcript('', /is empty.*history.*Nothing was changed/),
  'cut.txt': transcript(sound.slice(0, 500), /damaged or cut short.*history.*Nothing was changed/),
  'zeros.txt': transcript(new Uint8Array(4000), /zero bytes, as after a power cut/),
  'half-zeros.txt': transcript(Buffer.concat([Buffer.from(sound.slice(0, 300)), Buffer.alloc(2000)]), /damaged or cut short/),
  'bytes.txt': transcript(Buffer.concat([Buffer.from(sound), Buffer.from([0xff, 0xfe, 0x80])]), STAND_IN),
  'newer.txt': transcript(
    '{"format":"scholion-transcript","version":99,"originals":[{"name":"newer.txt"}],"pages":[]}',
    /newer Scholion \(format version 99/,
  ),
  'older.txt': transcript(
    '{"format":"scholion-transcript","version":0,"originals":[{"name":"older.txt"}],"pages":[]}',
    /does not say which version/,
  ),
  'other.txt': transcript('{"a": 1}', /is not a Scholion transcript/),
  'prose.txt': transcript('Dear John, this is no JSON', /no JSON/),
  'deep-1000.txt': transcript(deep('[', 1000), /nested too deeply/),
  'deep-1000000.txt': transcript(deep('{"a":', 1_000_000), /nested too deeply/),
  'deep-closed.txt': transcript(`${deep('[', 100_000)}${']'.repeat(100_000)}]}`, /nested too deeply/),
  'many.txt': transcript(`${HEAD}${'{},'.repeat(times(19 * MB, 2_000_100))}0]}`, /more than 2000000 lists and objects/),
  'numbers.txt': transcript(`${HEAD}${'0,'.repeat(times(30 * MB, 7 * MB))}0]}`, /more than 6000000 values/),
  'pages.txt': transcript(`${HEAD}${'{},'.repeat(times(1_900_000, 300_000))}{}]}`, /cannot be opened for work/),
  'runs.txt': transcript(
    `${HEAD}{"id":"p","content":[{"type":"block","id":"b","content":[${'"",'.repeat(times(20 * MB, 7 * MB))}""]}]}]}`,
    /more than 6000000 values/,
  ),
  'keys.txt': transcript(
    `{"format":"scholion-transcript","version":1,${Array.from({ length: 300_000 }, (_, n) => `"k${n}":0,`).join('')}"x":0}`,
    /more than 50000 under one heading/,
  ),
  'long-key.txt': transcript(
    `{"format":"scholion-transcript","version":1,"${'k'.repeat(5 * MB)}":0}`,
    /cannot be opened for work/,
  ),
  'poison.txt': transcript(`{"format":"scholion-transcript","version":1,"__proto__":{"x":1}}`, /a key named “__proto__”/),
  'large-transcript.txt': { ...transcript(`${sound}${' '.repeat(65 * MB)}`, /larger than|more than/), shown: false },
  'binary.txt': refused(
    Uint8Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256),
    /zero bytes: it is no plain text/,
  ),
  'utf16-cut-short.txt': refused(Buffer.from('\ufeffDear John', 'utf16le').subarray(0, 17), /UTF-16.*Choose another/),
  'utf16-no-mark.txt': { original: Buffer.from('Dear John, this is plain', 'utf16le'), says: /UTF-16/, shown: true },
  'huge.txt': { sparse: 200 * MB, says: /larger than 50 MiB/, shown: false },
  'large.txt': { sparse: 20 * MB, says: /16 MB/, shown: false },
  'one-line.txt': { original: 'word '.repeat(2 * MB), says: /UTF-8/, shown: true },
  'many-lines.txt': refused('x\n'.repeat(300_000), /more than 250000 lines/),
  'latin.txt': {
    original: Buffer.from('caf\xe9 \x93quoted\x94', 'latin1'),
    says: /Windows-1252.*choose another encoding/,
    shown: true,
  },
  'bom.txt': { original: '\ufeffDear John', says: /byte order mark/, shown: true },
  'ends.txt': { original: 'a\r\nb\rc\nd\r\n\r\ne', says: /UTF-8/, shown: true },
  'nothing.txt': { original: '', says: /UTF-8/, shown: false },
  'blanks.txt': { original: ' \n\n\t\f \n', says: /UTF-8/, shown: false },
}

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'scholion-damage-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Names, times and content of everything in a folder. */
async function everything(folder: string): Promise<readonly string[]> {
  const lines: string[] = []
  for (const name of readdirSync(folder).sort()) {
    const { size, mtimeMs, ino } = statSync(join(folder, name))
    const hash = createHash('sha256')
    await pipeline(createReadStream(join(folder, name)), hash)
    lines.push(`${name} ${size} ${mtimeMs} ${ino} ${hash.digest('hex')}`)
  }
  return lines
}

it('whatever lies in the folder is opened or refused with its sentence, in little memory, and nothing on the disk changes', async () => {
  const program = await bundle('test/fault/hostile/child-open-all.ts', root)
  const folder = join(root, 'letters')
  mkdirSync(folder)
  for (const [name, { original = WORDS, sparse, transcript: text }] of Object.entries(CASES)) {
    writeFileSync(join(folder, name), sparse === undefined ? original : 'x')
    if (sparse !== undefined) truncateSync(join(folder, name), sparse)
    if (text !== undefined) writeFileSync(join(folder, `${name}.tei.json`), text)
  }
  const before = await everything(folder)
  const run = spawnSync(process.execPath, [`--max-old-space-size=${MEMORY}`, program, folder, join(root, 'state')], {
    encoding: 'utf8',
  })
  expect(run.status, `${run.stdout.slice(-300)}\n${run.stderr.slice(0, 1500)}`).toBe(0)
  const told = run.stdout
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as { name: string; ms: number; frozen: number; work: number; blocks: number | null; says: string },
    )
  expect(told.map(({ name }) => name)).toEqual(Object.keys(CASES).sort())
  for (const { name, blocks, says } of told) {
    expect(says, name).toMatch(CASES[name]!.says)
    expect((blocks ?? 0) > 0, `${name}: ${blocks} blocks`).toBe(CASES[name]!.shown)
  }
  expect(await everything(folder)).toEqual(before)
  const slowest = told.reduce((most, one) => (one.ms > most.ms ? one : most))
  // numbers to be read, no test: a loaded machine would make it fail; the work of the processors is that of host, page and their memory together
  const frozen = told.reduce((most, one) => (one.frozen > most.frozen ? one : most))
  const over = told
    .filter((one) => one.frozen > 1000)
    .map((one) => `${one.name} ${one.frozen} ms (${one.work} ms of work in all)`)
  report(
    'damage',
    `${told.length} damaged or foreign files: crashes 0, changed on disk 0; slowest ${slowest.name} ${slowest.ms} ms; longest freeze ${frozen.name} ${frozen.frozen} ms (of 1000 at most), over it: ${over.join(', ') || 'none'}`,
  )
})

it('a transcript cut at any length, filled with zeros from anywhere, or with any bit turned, is read or refused, never half read', () => {
  const bytes = Buffer.from(sound)
  const step = times(1, 9)
  const outcomes = new Map<string, number>()
  const count = (text: string) => {
    const read = parseTranscript(text)
    const outcome = read.ok ? 'read' : read.fault.tag
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (read.ok) expect(parseTranscript(serialise(read.value))).toEqual(read)
    else expect(read.fault.sentence).toMatch(/Nothing was changed/)
    return outcome
  }
  const end = bytes.length - 1
  for (let at = 0; at < end; at += step) {
    expect(count(bytes.subarray(0, at).toString('utf8'))).not.toBe('read')
    const zeroed = Buffer.from(bytes)
    zeroed.fill(0, at)
    expect(count(zeroed.toString('utf8'))).not.toBe('read')
    for (let bit = 0; bit < 8; bit += 1) {
      const turned = Buffer.from(bytes)
      turned[at]! ^= 1 << bit
      count(turned.toString('utf8'))
    }
  }
  const registers = '{"format":"scholion-collection","version":1,"hands":[],"people":[{"id":"a","name":"A","offices":[]}]}'
  for (let at = 0; at < registers.length; at += 1) expect(parseRegisters(registers.slice(0, at)).ok).toBe(false)
  report('bits', `${[...outcomes].map(([outcome, number]) => `${outcome} ${number}`).join(', ')}`)
})
