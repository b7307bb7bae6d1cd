import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { realFs } from '../../../electron/host/fs-port.ts'
import { isOwnTemp } from '../../../electron/host/replace-file.ts'
import { sweep } from '../../../electron/host/sweep.ts'
import { originalsIn } from '../../contract/folder-disk.ts'
import { makePlace, type Place } from '../../contract/letters.ts'
import { bundle } from '../../host/bundle.ts'
import { report, seeded, times } from '../measure.ts'
import { type Counts, lookAfter, NOTHING } from './told.ts'

const KILLS = times(1000, 40)

let place: Place
let program: string
beforeAll(async () => {
  place = await makePlace()
  program = await bundle('test/fault/disk/child-work.ts', place.root)
})
afterAll(() => place.remove())

/** Runs the program until it kills itself before its `at`th operation that changes the disk, or (null) is killed after it told `lines` lines. */
function killed(from: number, at: number | null, lines: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = [program, place.folder, place.stateDir, String(from), String(at ?? '')]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let told = ''
    let complaint = ''
    child.stderr.on('data', (chunk) => {
      complaint += chunk
    })
    child.stdout.on('data', (chunk) => {
      told += chunk
      if (at === null && told.split('\n').length > lines) child.kill('SIGKILL')
    })
    child.on('close', (_code, signal) => (signal === 'SIGKILL' ? resolve(told) : reject(new Error(complaint))))
  })
}

async function halves(folder: string): Promise<number> {
  return (await readdir(folder, { recursive: true })).filter((name) => isOwnTemp(name.split('/').at(-1) ?? '')).length
}

it('a kill at any moment leaves what was called done or newer, whole; no original touched; and what is half-written goes', async () => {
  const originals = await originalsIn(place.folder)
  const random = seeded()
  const counts: Counts = { lost: 0, corrupt: 0 }
  let standing = NOTHING
  for (let kill = 0; kill < KILLS; kill += 1) {
    const inside = random() < 0.6
    const lines = await killed(standing.save + 1, inside ? 1 + Math.floor(random() * 90) : null, 1 + Math.floor(random() * 25))
    standing = await lookAfter(place, { lines, floor: standing }, counts)
  }
  const left = (await halves(place.folder)) + (await halves(place.stateDir))
  const later = new Date(Date.now() + 3 * 24 * 3_600_000)
  for (const root of [place.folder, place.stateDir])
    for (const name of ['', ...(await readdir(root, { recursive: true }))]) await sweep(realFs, join(root, name), later)
  const after = (await halves(place.folder)) + (await halves(place.stateDir))
  const changed = JSON.stringify(await originalsIn(place.folder), replace) === JSON.stringify(originals, replace) ? 0 : 1
  report(
    'kill',
    `${KILLS} kills -9 (${standing.save + 1} versions saved): lost acknowledged work ${counts.lost}, corrupt files ${counts.corrupt}, originals changed ${changed}, half-written files left ${left}, after the sweep ${after}`,
  )
  expect({ ...counts, changed, after }).toEqual({ lost: 0, corrupt: 0, changed: 0, after: 0 })
  expect(standing.save).toBeGreaterThan(KILLS / 10)
})

const replace = (_key: string, one: unknown) => (typeof one === 'bigint' ? String(one) : one)
