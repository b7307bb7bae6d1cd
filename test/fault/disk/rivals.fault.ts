import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { originalsIn } from '../../contract/folder-disk.ts'
import { makePlace } from '../../contract/letters.ts'
import { bundle } from '../../host/bundle.ts'
import { report, times } from '../measure.ts'

const SAVES = times(1000, 150)

function run(...args: readonly string[]): Promise<{ readonly acknowledged: readonly string[]; readonly conflicts: number }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let told = ''
  child.stdout.on('data', (chunk) => {
    told += chunk
  })
  return new Promise((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(told)) : reject(new Error(`it ended with ${code}`))))
  })
}

it('two programs that save one letter as fast as they can lose no word that was called saved', async () => {
  const place = await makePlace()
  const originals = await originalsIn(place.folder)
  const program = await bundle('test/fault/disk/child-rival.ts', place.root)
  const all = await Promise.all(['a', 'b'].map((name) => run(program, place.folder, place.stateDir, name, String(SAVES))))
  const text = await readFile(join(place.folder, 'letter.txt.tei.json'), 'utf8')
  const words = new Set<string>(JSON.parse(text).pages[0].content[0].content[0].split(' '))
  const lost = all.flatMap(({ acknowledged }) => acknowledged).filter((word) => !words.has(word))
  const conflicts = all.reduce((sum, one) => sum + one.conflicts, 0)
  report('rivals', `2 programs, ${2 * SAVES} saves of one letter, ${conflicts} conflicts: words lost ${lost.length}`)
  expect(lost).toEqual([])
  expect(conflicts).toBeGreaterThan(0)
  expect(await originalsIn(place.folder)).toEqual(originals)
  await place.remove()
})
