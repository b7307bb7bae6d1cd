import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acts, checkAfter, fate, newDisk, work } from './crash-work.ts'

describe('a power cut', () => {
  it('leaves whole what was acknowledged, or what was under way: saves, recovery copies, history, registers, editions, copies and kept versions; and the original untouched', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.nat({ max: 90 }), fate, async (acts, cutAfter, fate) => {
        const disk = newDisk()
        const told = await work(disk, acts, cutAfter)
        await checkAfter(disk.afterCut(fate), told)
      }),
      { numRuns: 300 },
    )
  })

  it('the model of the disk does forget: a save that flushes nothing is lost in it', async () => {
    const disk = newDisk()
    const file = await disk.port.createNew('/letters/x', null)
    await file.write(Buffer.from('words'), 0)
    expect(disk.afterCut({ entries: [0], bytes: 0 }).text('/letters/x')).toBeNull()
    await disk.port.syncFolder('/letters')
    expect(disk.afterCut({ entries: [0], bytes: 0.5 }).text('/letters/x')).toBe('wo')
    await file.sync()
    expect(disk.afterCut({ entries: [0], bytes: 0 }).text('/letters/x')).toBe('words')
  })
})
