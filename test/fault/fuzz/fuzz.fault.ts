import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serialise } from '../../../shared/format/serialise.ts'
import { bundle } from '../../host/bundle.ts'
import { imported } from '../../support/imported.ts'
import { SEED } from '../../support/property-runs.ts'
import { LETTER_OF_PAYLOADS, NAMES, PAYLOADS } from '../hostile/corpus.ts'
import { hostileFile, hostileRegisters } from '../hostile/transcript.ts'
import { report, SHORT, seeded } from '../measure.ts'
import { mutate } from './mutate.ts'

/** For each reader: `SCHOLION_MINUTES` (10) in the long run, a fixed number of inputs in the bounded one. */
const MINUTES = Number(process.env.SCHOLION_MINUTES ?? 10)
const BOUNDED = 400
/** What one input may cost: its reader is killed after this many ms, and may hold this many MB. */
const PATIENCE = 20_000
const MEMORY = 256
const AT_ONCE = 25

const CORPUS = fileURLToPath(new URL('../../../corpus/prem19', import.meta.url))
const GOLDEN = fileURLToPath(new URL('../../golden/format', import.meta.url))
const FAILED = fileURLToPath(new URL('../../../test-results/fuzz', import.meta.url))

const filesIn = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name)))
const json = (...values: readonly unknown[]) => values.map((value) => Buffer.from(JSON.stringify(value)))
const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const letters = filesIn(CORPUS, '.txt')
const registers = readFileSync(join(CORPUS, 'collection.json'), { encoding: 'utf8', flag: 'r' })
const record = { version: 3, base: null, text: '{"format":"scholion-transcript"}' }

/** What each reader is given changed. */
const SEEDS: Readonly<Record<string, readonly Buffer[]>> = {
  text: [
    ...letters,
    Buffer.from(LETTER_OF_PAYLOADS),
    Buffer.from('\ufeffa\r\nb\rc\n\fd'),
    Buffer.from('caf\xe9 \x93x\x94', 'latin1'),
    Buffer.from('a b', 'utf16le'),
  ],
  transcript: [
    ...filesIn(GOLDEN, '.json'),
    ...filesIn(CORPUS, '.tei.json'),
    Buffer.from(serialise(imported('- one\n\n**two** three\n\f> four\n'))),
    Buffer.from(hostileFile('hostile.txt', 'a'.repeat(64))),
  ],
  registers: [
    Buffer.from(registers),
    ...Object.values(PAYLOADS)
      .slice(0, 3)
      .map((one) => Buffer.from(hostileRegisters(one))),
  ],
  paste: [
    Buffer.from(Object.values(PAYLOADS).join('\n')),
    Buffer.from(`<html><body>${Object.values(PAYLOADS).join('<p>')}`),
    Buffer.from(
      '<div data-pm-slice="1 1 []" class="block" data-block=\'{"id":"b","role":null}\'>x<span data-mark="unclear" data-attrs=\'{"id":"m"}\'>y</span></div>',
    ),
  ],
  settings: json({ name: 'A', 'panel.width': '300' }, { constructor: 'x', toString: 'y' }),
  journal: json({ format: 'scholion-journal', version: 1, original: 'a.txt', sha256: hash(record.text), record }),
  'page state': json({ port: 4000, sessions: [{ hash: 'a'.repeat(64), at: 1 }] }, { port: null, sessions: [] }),
  call: json(
    { document: 'a', text: 'x', base: null, originals: ['a.txt'], evenIfEmpty: true },
    { files: [{ name: 'a.xml', base64: 'AAAA' }], overwrite: true },
    { document: 'a', record },
    { settings: { name: 'x' } },
    { since: 0 },
    {},
  ),
  names: [
    Buffer.from(NAMES.join('\n')),
    Buffer.from(
      'letter.txt\nLetter.txt\nletter.txt.tei.json\nletter.txt (conflict A 2026-01-01).tei.json\n.x\n~a.txt\ne\u0301.txt\n\u00e9.txt',
    ),
  ],
}

let program: string
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scholion-fuzz-program-'))
  program = await bundle('test/fault/fuzz/child-readers.ts', folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Told {
  readonly outcome?: string
  readonly crash?: string
  readonly ms: number
}

/** A reader in a process of its own, which is made anew when it died. */
class Reader {
  readonly #name: string
  #child: ChildProcess | null = null
  #answers: AsyncIterator<string> | null = null

  constructor(name: string) {
    this.#name = name.replaceAll(' ', '_')
  }

  /** The answers to inputs in their order; the one that killed the reader, or took too long, is told as a crash, and those after it are asked again. */
  async read(inputs: readonly Buffer[]): Promise<readonly Told[]> {
    const told: Told[] = []
    while (told.length < inputs.length) {
      const child = this.#child ?? this.#start()
      for (const input of inputs.slice(told.length)) child.stdin!.write(`${this.#name} ${input.toString('base64')}\n`)
      while (told.length < inputs.length) {
        const answer = await this.#next(child)
        told.push(answer ?? { crash: `the reader died, or took more than ${PATIENCE} ms or ${MEMORY} MB`, ms: PATIENCE })
        if (!answer) break
      }
    }
    return told
  }

  #start(): ChildProcess {
    const child = spawn(process.execPath, [`--max-old-space-size=${MEMORY}`, program], { stdio: ['pipe', 'pipe', 'ignore'] })
    child.stdin.on('error', () => {})
    this.#child = child
    this.#answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    return child
  }

  async #next(child: ChildProcess): Promise<Told | null> {
    const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE)
    const { value, done } = await this.#answers!.next()
    clearTimeout(timer)
    if (!done) return JSON.parse(value)
    this.#child = null
    return null
  }

  end(): void {
    this.#child?.stdin?.end()
  }
}

describe.concurrent('inputs made from hostile ones', () => {
  it.each(Object.keys(SEEDS))('read as %s are read, or refused with a reason; nothing crashes', async (name) => {
    const seeds = SEEDS[name]!
    const random = seeded(SEED)
    const reader = new Reader(name)
    const outcomes = new Map<string, number>()
    const crashes: string[] = []
    let [inputs, slowest] = [0, 0]
    const until = Date.now() + MINUTES * 60_000
    const more = () => (SHORT ? inputs < BOUNDED : Date.now() < until)
    let batch: readonly Buffer[] = seeds
    while (more()) {
      const told = await reader.read(batch)
      for (const [at, { outcome, crash, ms }] of told.entries()) {
        inputs += 1
        slowest = Math.max(slowest, ms)
        if (outcome !== undefined) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        if (crash === undefined) continue
        mkdirSync(FAILED, { recursive: true })
        const file = join(FAILED, `${name.replaceAll(' ', '-')}-${SEED}-${inputs}.bin`)
        if (crashes.length < 20) writeFileSync(file, batch[at]!)
        crashes.push(`${file}: ${crash}`)
      }
      batch = Array.from({ length: AT_ONCE }, () => mutate(seeds, random))
    }
    reader.end()
    const list = [...outcomes].sort(([, a], [, b]) => b - a)
    report(
      `fuzz ${name}`,
      `${inputs} inputs (seed ${SEED}), ${outcomes.size} outcomes, crashes ${crashes.length}, slowest ${Math.round(slowest)} ms: ${list
        .slice(0, 12)
        .map(([outcome, count]) => `${outcome} ${count}`)
        .join('; ')}`,
    )
    expect(crashes.slice(0, 5)).toEqual([])
    // a reader that refuses everything, or takes everything, was not tried
    expect(outcomes.size).toBeGreaterThan(1)
  })
})
