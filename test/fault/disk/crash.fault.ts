import fc from 'fast-check'
import { it } from 'vitest'
import { acts, checkAfter, fate, newDisk, work } from '../../host/crash-work.ts'
import { report, times } from '../measure.ts'

const RUNS = times(30_000, 1500)

it('a power cut at any operation leaves whole all that was acknowledged, on a disk in memory that forgets whatever was not flushed', async () => {
  let cut = 0
  await fc.assert(
    fc.asyncProperty(acts, fc.nat({ max: 90 }), fate, async (acts, cutAfter, fate) => {
      const disk = newDisk()
      const told = await work(disk, acts, cutAfter)
      if (disk.operations > disk.cutAfter) cut += 1
      await checkAfter(disk.afterCut(fate), told)
    }),
    { numRuns: RUNS },
  )
  report(
    'crash model',
    `${RUNS} random sittings, ${cut} of them cut in the middle: acknowledged work lost 0, mixed files 0, originals changed 0`,
  )
})
