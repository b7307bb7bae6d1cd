import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { NobodyReads } from '../../electron/cli/command.ts'
import { COMMANDS } from '../../electron/cli/commands.ts'
import { run } from '../../electron/cli/run.ts'

interface Hit {
  readonly document: string
  readonly page: number
  readonly layer: string | null
  readonly hand: string | null
  readonly snippet: string
  readonly words: string
}

let folder = ''
let stateBefore: string | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scholion-search-'))
  cpSync('corpus/prem19', folder, { recursive: true })
  stateBefore = process.env.SCHOLION_STATE_DIR
  process.env.SCHOLION_STATE_DIR = join(folder, 'state')
})

afterEach(() => {
  if (stateBefore === undefined) delete process.env.SCHOLION_STATE_DIR
  else process.env.SCHOLION_STATE_DIR = stateBefore
  rmSync(folder, { recursive: true, force: true })
})

async function search(...argv: string[]) {
  let [out, err] = ['', '']
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) }
  const code = await run(['search', folder, ...argv], COMMANDS, streams)
  return { code, out, err, hits: () => (JSON.parse(out) as { hits: readonly Hit[] }).hits }
}

const RICHARDS = 'richards-to-coles-1982-03-12.txt'

describe('scholion search', () => {
  test('finds words over the whole folder, also where there is no transcript yet, and changes nothing', async () => {
    const before = readdirSync(folder).sort()
    const { code, hits } = await search('prime minister', '--json')
    expect(code).toBe(0)
    expect(new Set(hits().map(({ document }) => document)).size).toBe(4)
    for (const { page, snippet, words } of hits()) {
      expect(page).toBeGreaterThan(0)
      expect(words).toMatch(/^prime minister$/i)
      expect(snippet).toContain(words)
    }
    expect(readdirSync(folder).sort()).toEqual([...before, 'state'].sort())
  })

  test('finds what one hand wrote, by its badge or its name, with its layer', async () => {
    const byBadge = await search('the', '--hand', 'MT', '--json')
    expect(byBadge.hits().length).toBeGreaterThan(0)
    for (const hit of byBadge.hits()) expect(hit).toMatchObject({ document: RICHARDS, hand: 'mt', layer: 'handwritten' })
    expect((await search('the', '--hand', 'margaret thatcher', '--json')).out).toBe(byBadge.out)
    const handwritten = (await search('the', '--layer', 'handwritten', '--json')).hits()
    expect(handwritten.length).toBeGreaterThanOrEqual(byBadge.hits().length)
  })

  test('tells it in words, one line each; a letter that cannot be read is named, and the rest is searched', async () => {
    writeFileSync(join(folder, 'bone-to-coles-1982-10-14.txt.tei.json'), '{')
    const { code, out, err } = await search('buckley')
    expect(code).toBe(1)
    expect(err).toContain('bone-to-coles-1982-10-14.txt: ')
    expect(out).toMatch(new RegExp(`^${RICHARDS}, page 1, typed, hand .*\\[Buckley\\]`, 'm'))
    expect(out).toMatch(/^\d+ places in one document\.$/m)
    expect((await search('no such words anywhere')).out).toBe('Nothing was found.\n')
  })

  test('says what is wrong with the question', async () => {
    for (const wrong of [[], ['  '], ['a', '--layer', 'scribbled'], ['a', '--in', 'dreams'], ['a', 'b']])
      expect(await search(...wrong)).toMatchObject({ code: 2, out: '' })
    expect(await search('a', '--hand', 'nobody')).toMatchObject({ code: 2, out: '' })
  })

  test('writes each place as it is found and keeps none; asked for some, it says that there are more', async () => {
    const all = (await search('e', '--json', '--limit', 'all')).hits()
    const some = await search('e', '--json', '--limit', '7')
    expect(JSON.parse(some.out)).toMatchObject({ hits: all.slice(0, 7), more: true })
    expect(some).toMatchObject({ code: 0, err: expect.stringContaining('The first 7 are listed') })
    expect(JSON.parse((await search('e', '--json', '--limit', String(all.length))).out)).toMatchObject({ hits: all, more: false })
    expect((await search('e', '--limit', '7')).out).toMatch(/\n\nThe first 7 places in one document; there are more\.\n$/)
    expect(JSON.parse((await search('no such words anywhere', '--json')).out)).toEqual({ hits: [], more: false })
    for (const wrong of ['0', '-1', 'some']) expect(await search('e', '--limit', wrong)).toMatchObject({ code: 2, out: '' })
  })

  test('lists no more than anybody reads unless it is asked, and says so; how much is written at once does not grow with what is found', async () => {
    for (const name of ['one', 'two', 'three']) writeFileSync(join(folder, `${name}.txt`), `${'e '.repeat(9000)}\n`)
    const pieces: number[] = []
    let said = ''
    const code = await run(['search', folder, 'e', '--json'], COMMANDS, {
      out: (text) => void pieces.push(text.length),
      err: (text) => void (said += text),
    })
    expect(code).toBe(0)
    expect(said).toBe('The first 20000 are listed, and looking ended there; --limit N lists more, --limit all every one.\n')
    expect(pieces).toHaveLength(20_001)
    expect(Math.max(...pieces)).toBeLessThan(1000)
  })

  test('ends quietly where nobody reads on', async () => {
    let count = 0
    const out = () => {
      count += 1
      if (count > 3) throw new NobodyReads()
    }
    let said = ''
    expect(await run(['search', folder, 'e'], COMMANDS, { out, err: (text) => void (said += text) })).toBe(0)
    expect(said).toBe('')
  })
})
