import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { collectionState } from '../../../electron/host/collection-state.ts'
import { originalsIn } from '../../contract/folder-disk.ts'
import { LETTERS } from '../../contract/letters.ts'
import { bundle } from '../../host/bundle.ts'
import { report, seeded, times } from '../measure.ts'
import { type LoopDisk, makeLoopDisk, whyNoLoopDisk } from './loop-disk.ts'
import { type Counts, lookAfter, NOTHING } from './told.ts'

const CUTS = times(100, 8)

type Child = ChildProcessByStdio<null, Readable, Readable>

/** Resolves as soon as the program told so many more lines; rejects where it ended. */
function tells(child: Child, lines: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = lines
    const hear = (chunk: Buffer) => {
      left -= chunk.toString().split('\n').length - 1
      if (left > 0) return
      child.stdout.off('data', hear)
      child.off('close', ended)
      resolve()
    }
    const ended = () => reject(new Error('the program ended'))
    child.stdout.on('data', hear)
    child.once('close', ended)
  })
}

/** Holds a program still, with all its threads, until `resume`: a disk that is copied while somebody writes would be none that ever was. */
async function freeze(child: Child): Promise<{ resume(): void }> {
  child.kill('SIGSTOP')
  const tasks = `/proc/${child.pid}/task`
  const isStill = async () => {
    const stats = await Promise.all((await readdir(tasks)).map((task) => readFile(join(tasks, task, 'stat'), 'utf8')))
    return stats.every((stat) => /\) T /.test(stat))
  }
  while (!(await isStill())) await new Promise((look) => setImmediate(look))
  return { resume: () => void child.kill('SIGCONT') }
}

async function cutAndCut(disk: LoopDisk, program: string, log: string): Promise<string> {
  const place = { folder: join(disk.at, 'letters'), stateDir: join(disk.at, 'state') }
  await mkdir(place.folder)
  for (const [name, text] of Object.entries(LETTERS)) await writeFile(join(place.folder, name), text)
  const contents = async (folder: string) =>
    ((await originalsIn(folder)) as { name: string; sha256: string; mtimeNs: bigint }[]).map(
      ({ name, sha256, mtimeNs }) => `${name} ${sha256} ${mtimeNs}`,
    )
  const originals = await contents(place.folder)
  // the letters are older than the day on which the power goes
  expect(spawnSync('sync', ['-f', place.folder]).status).toBe(0)

  const args = [program, place.folder, place.stateDir, '0', '', log]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const random = seeded()
  const counts: Counts = { lost: 0, corrupt: 0 }
  let [changed, standing] = [0, NOTHING]
  try {
    for (let cut = 0; cut < CUTS; cut += 1) {
      await tells(child, 1 + Math.floor(random() * 40))
      const frozen = await freeze(child)
      const told = await readFile(log, 'utf8')
      await disk.cut(async (at) => {
        const found = { folder: join(at, 'letters'), stateDir: join(at, 'state') }
        // what is ours is kept under the path of the collection, which is another one here
        await rename(collectionState(found.stateDir, place.folder).root, collectionState(found.stateDir, found.folder).root)
        standing = await lookAfter(found, { lines: told, floor: NOTHING }, counts)
        if ((await contents(found.folder)).join() !== originals.join()) changed += 1
      })
      frozen.resume()
    }
  } finally {
    child.kill('SIGKILL')
  }
  expect({ ...counts, changed }).toEqual({ lost: 0, corrupt: 0, changed: 0 })
  expect(standing.save).toBeGreaterThan(CUTS / 4)
  return `${CUTS} power cuts (${standing.save + 1} versions saved): lost acknowledged work ${counts.lost}, corrupt files ${counts.corrupt}, originals changed ${changed}`
}

it('the power may go at any moment: what was called done is found at the next start, whole, and no original is touched', async ({
  skip,
}) => {
  const why = whyNoLoopDisk()
  if (why !== null) return skip(why)
  const built = await mkdtemp(join(tmpdir(), 'scholion-power-'))
  const disk = await makeLoopDisk()
  try {
    report('power', await cutAndCut(disk, await bundle('test/fault/disk/child-work.ts', built), join(built, 'told')))
  } finally {
    await disk.remove()
    await rm(built, { recursive: true, force: true })
  }
})
