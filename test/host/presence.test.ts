import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { realFs } from '../../electron/host/fs-port.ts'
import { FORGOTTEN, presenceIn } from '../../electron/host/presence.ts'
import { makePlace, type Place, sha256, value } from '../contract/letters.ts'

let place: Place
beforeEach(async () => {
  place = await makePlace()
})
afterEach(() => place.remove())

let random = 0
const program = (pid: number, boot = 'now', time = () => 0, now = () => new Date('2026-11-21T09:00:00Z')) => {
  const tools = { port: realFs, now, pause: async () => {}, sha256, randomHex: () => String(random++).padStart(12, '0') }
  return presenceIn(tools, join(place.stateDir, 'present'), { pid, boot }, (one) => one !== 666, time)
}
const document = 'd'
const others = async (one: ReturnType<typeof program>, sitting: string) =>
  value(await one.present({ sitting, document, who: sitting })).others.map(({ who }) => who)

describe('who else has a document open', () => {
  it('is told between two programs on one machine', async () => {
    const [one, two] = [program(1), program(2)]
    expect(await others(one, 'a')).toEqual([])
    expect(await others(two, 'b')).toEqual(['a'])
    expect(await others(one, 'a')).toEqual(['b'])
    await two.close()
    expect(await others(one, 'a')).toEqual([])
  })

  it('leaves out programs that have ended, and those of an earlier start of the machine', async () => {
    await others(program(3, 'before'), 'earlier')
    await others(program(666), 'dead')
    expect(await others(program(1), 'a')).toEqual([])
    expect(await readdir(join(place.stateDir, 'present'))).toHaveLength(1)
  })

  it('leaves out windows that were not heard of for a while, and takes no harm from what is no note', async () => {
    let at = 1000
    const [one, two] = [program(1, 'now', () => at), program(2, 'now', () => at)]
    await others(one, 'a')
    await mkdir(join(place.stateDir, 'present'), { recursive: true })
    await writeFile(join(place.stateDir, 'present', '00000000abcd.json'), '{"pid":1,"boot":"now","sittings":[{}]}')
    at += FORGOTTEN - 1
    expect(await others(two, 'b')).toEqual(['a'])
    at += 1
    expect(await others(two, 'b')).toEqual([])
  })

  it('is told though the clock is put forward or back meanwhile', async () => {
    let hours = 9
    const now = () => new Date(Date.UTC(2026, 10, 21, hours))
    const [one, two] = [program(1, 'now', () => 0, now), program(2, 'now', () => 0, now)]
    await others(one, 'a')
    for (hours of [8, 12, 40]) expect(await others(two, 'b')).toEqual(['a'])
  })

  it('never hinders anything where no note can be left', async () => {
    await writeFile(join(place.root, 'file'), '')
    const tools = { port: realFs, now: () => new Date(), pause: async () => {}, sha256, randomHex: () => 'f'.repeat(12) }
    const none = presenceIn(tools, join(place.root, 'file', 'present'), { pid: 1, boot: 'now' })
    expect(await others(none, 'a')).toEqual([])
    expect(await others(none, 'b')).toEqual(['a'])
  })

  it('is told between two hosts of one collection', async () => {
    const hosts = [value(await openFolderHost(place)), value(await openFolderHost(place))] as const
    const id = value(await hosts[0].list()).documents[0]?.id ?? ''
    value(await hosts[0].present({ sitting: 'a', document: id, who: 'A. Archivist' }))
    const told = value(await hosts[1].present({ sitting: 'b', document: id, who: '' })).others
    expect(told.map(({ who }) => who)).toEqual(['A. Archivist'])
    for (const host of hosts) await host.close()
  })
})
