import { describe, expect, it } from 'vitest'
import { SAVING } from '../../renderer/state/saving/document-saver.ts'
import { opened, settle, wait, withoutTime } from '../support/saver-at-work.ts'

withoutTime()

describe('closing', () => {
  it('waits for the save, and for what is typed meanwhile', async () => {
    const { type, saver, moods, release, onDisk } = opened()
    moods.save = 'waits'
    type('a')
    const closing = saver.close()
    await settle()
    type('ab')
    moods.save = 'well'
    release()
    expect(await closing).toBe('saved')
    expect(onDisk()).toBe('ab')
  })

  it('leaves a recovery copy where the work cannot be saved, and says so', async () => {
    for (const mood of ['full', 'away', 'throws'] as const) {
      const { type, saver, moods, copied } = opened()
      moods.save = mood
      type('a')
      expect(await saver.close()).toBe('kept')
      expect(await copied()).toBe('a')
      await wait(120_000)
    }
  })

  it('is refused where neither could be done, and the work goes on as before', async () => {
    const { type, saver, moods, onDisk } = opened()
    moods.save = moods.copy = 'full'
    type('a')
    expect(await saver.close()).toBe('open')
    moods.save = moods.copy = 'well'
    type('ab')
    await wait(SAVING.quiet)
    expect(onDisk()).toBe('ab')
  })

  it('does not wait for ever for a disk that hangs', async () => {
    const { type, saver, moods, copied } = opened()
    moods.save = 'waits'
    type('a')
    const closing = saver.close()
    await wait(SAVING.slow)
    expect(await closing).toBe('kept')
    expect(await copied()).toBe('a')
  })

  it('ends everything: nothing is written afterwards', async () => {
    const { type, saver, saves, copied } = opened()
    type('a')
    await saver.close()
    type('late')
    await saver.save()
    await wait(120_000)
    expect(saves).toHaveLength(1)
    expect(await copied()).toBe(null)
  })
})
