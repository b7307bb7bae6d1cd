import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { realFs } from '../../electron/host/fs-port.ts'
import { inTurn } from '../../electron/host/turn.ts'
import { sha256 } from '../contract/letters.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scholion-test-'))
})
afterEach(() => rm(folder, { recursive: true }))

const me = { pid: 1, boot: 'now' }
let waits = 0
const tools = {
  port: realFs,
  now: () => new Date(),
  randomHex: () => '0123456789ab',
  sha256,
  pause: async () => {
    waits += 1
  },
}
const work = (at = folder) =>
  inTurn(
    tools,
    at,
    'letter',
    me,
    async () => (await readdir(folder)).join(),
    (pid) => pid !== 666,
  )
const left = (holder: unknown) => writeFile(join(folder, 'letter.turn'), JSON.stringify(holder))

describe('a turn', () => {
  it('leaves a note while it lasts, and none afterwards, whatever comes of the work', async () => {
    expect(await work()).toBe('letter.turn')
    const broken = inTurn(tools, folder, 'letter', me, async () => Promise.reject(new Error('on purpose')))
    await expect(broken).rejects.toThrow('on purpose')
    expect(await readdir(folder)).toEqual([])
  })

  it('does not wait for a dead program, nor for one of an earlier start of the machine', async () => {
    for (const holder of [
      { pid: 666, boot: 'now' },
      { pid: 2, boot: 'before' },
    ]) {
      await left(holder)
      waits = 0
      await work()
      expect(waits).toBe(0)
      expect(await readdir(folder)).toEqual([])
    }
  })

  it('does not wait for a note that says nothing, as a power cut leaves it', async () => {
    for (const rest of ['', '\0\0\0', '{"pid":1']) {
      await writeFile(join(folder, 'letter.turn'), rest)
      waits = 0
      await work()
      expect(waits).toBe(0)
      expect(await readdir(folder)).toEqual([])
    }
  })

  it('waits for another program, but not for ever, and leaves its note alone', async () => {
    await left({ pid: 2, boot: 'now' })
    waits = 0
    expect(await work()).toBe('letter.turn')
    expect(waits).toBeGreaterThan(100)
    expect(await readdir(folder)).toEqual(['letter.turn'])
  })

  it('hinders nothing where no note can be left', async () => {
    waits = 0
    expect(await work(join(folder, 'nowhere'))).toBe('')
    expect(waits).toBe(0)
  })
})
