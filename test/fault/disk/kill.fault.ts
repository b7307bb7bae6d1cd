import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isOwnTemp } from '../../../electron/host/replace-file.ts'
import { originalsIn } from '../../contract/folder-disk.ts'
import { makePlace, type Place } from '../../contract/letters.ts'
import { bundle } from '../../host/bundle.ts'
import { report, times } from '../measure.ts'

const KILLS = times(1000, 40)

let place: Place
let program: string
beforeAll(async () => {
  place = await makePlace()
  program = await bundle('test/fault/disk/child-save-loop.ts', place.root)
})
afterAll(() => place.remove())

/** Runs the loop and kills it as soon as it told the `nth` time of a save; gives back the last version it called saved. */
function killed(from: number, nth: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, place.folder, place.stateDir, String(from)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let told = ''
    let complaint = ''
    child.stderr.on('data', (chunk) => {
      complaint += chunk
    })
    child.stdout.on('data', (chunk) => {
      told += chunk
      if (told.split('\n').length > nth) child.kill('SIGKILL')
    })
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(complaint))
      const saved = [...told.matchAll(/^saved (\d+)$/gm)].map((match) => Number(match[1]))
      resolve(saved.at(-1) ?? -1)
    })
  })
}

it('a kill in the middle of saving leaves an old or a new version, never a mixed one, and none older than what was called saved', async () => {
  const originals = await originalsIn(place.folder)
  let standing = -1
  for (let kill = 0; kill < KILLS; kill += 1) {
    const saved = await killed(standing + 1, 1 + (kill % 7))
    const text = await readFile(join(place.folder, 'letter.txt.tei.json'), 'utf8').catch(() => null)
    const words = text === null ? [] : JSON.parse(text).pages[0].content[0].content[0].trim().split(' ')
    expect(new Set(words).size).toBeLessThanOrEqual(1)
    expect([0, 20_000]).toContain(words.length)
    const version = words.length === 0 ? -1 : Number(words[0].slice(1))
    expect(version).toBeGreaterThanOrEqual(Math.max(saved, standing))
    standing = version
  }
  expect(standing).toBeGreaterThan(5)
  expect(await originalsIn(place.folder)).toEqual(originals)
  const stray = (await readdir(place.folder)).filter(isOwnTemp).length
  report(
    'kill',
    `${KILLS} kills: lost acknowledged saves 0, corrupt files 0, originals changed 0; ${stray} half-written files left`,
  )
})
