import { describe, expect, it } from 'vitest'
import { SAVING } from '../../renderer/state/saving/document-saver.ts'
import { COPYING } from '../../renderer/state/saving/recovery-copy.ts'
import { offered, opened, SITTING, settle, wait, withoutTime, wordsIn } from '../support/saver-at-work.ts'
import { letter, type shakyHost } from '../support/shaky-host.ts'

withoutTime()

describe('the recovery copy of a long text', () => {
  const long = 'It was a long letter. '.repeat(150_000)
  const sizeOf = (record: ReturnType<typeof shakyHost>['copies'][number]) => JSON.stringify(record).length

  it('is written whole once; after that only what changed, also after a save', async () => {
    const { type, saver, copies, copied } = opened()
    type(long)
    await wait(COPYING.quiet)
    expect(sizeOf(copies[0]!)).toBeGreaterThan(3_000_000)
    for (const words of [`${long}One word.`, `A${long}One word.`]) {
      type(words)
      await wait(COPYING.quiet)
      expect(await copied()).toBe(words)
      if (words.startsWith('A')) continue
      await saver.save()
      expect(await copied()).toBe(null)
    }
    expect(copies).toHaveLength(3)
    for (const record of copies.slice(1)) expect(sizeOf(record)).toBeLessThan(500)
  })

  it('is written whole again where much changed, or where the host does not hold it any more', async () => {
    const { type, copies, copied, inner, document } = opened()
    type(long)
    await wait(COPYING.quiet)
    const other = 'Another letter. '.repeat(100_000)
    type(other)
    await wait(COPYING.quiet)
    expect(copies.map((record) => 'text' in record)).toEqual([true, true])
    // as a host that was started again: it has another whole record, or none
    await inner.writeJournal({
      document,
      sitting: SITTING,
      record: { version: 1, base: null, text: letter('of another sitting') },
    })
    type(`${other}!`)
    await wait(COPYING.quiet)
    expect(copies.map((record) => 'text' in record)).toEqual([true, true, false, true])
    expect(await copied()).toBe(`${other}!`)
  })
})

describe('the recovery copy', () => {
  it('comes half a second after the last change, at latest 2 s after the first', async () => {
    const { type, copied } = opened()
    type('a')
    await wait(COPYING.quiet)
    expect(await copied()).toBe('a')
    type('ab')
    await wait(COPYING.quiet - 1)
    expect(await copied()).toBe('a')
    await wait(1)
    expect(await copied()).toBe('ab')
    for (let tenth = 0; tenth < 20; tenth++) {
      type(`a ${tenth}`)
      await wait(100)
    }
    expect(await copied()).toBe('a 19')
  })

  it('of who types from the first moment without a pause comes at once, and not after 2 s: there is nothing else', async () => {
    const { type, copied, saver } = opened()
    const typeOn = async () => {
      for (let key = 0; key < 20; key++) {
        type(`word ${key}`)
        await wait(25)
      }
    }
    await typeOn()
    expect(await copied()).toMatch(/^word \d+$/)
    await saver.save()
    expect(await copied(), 'what is in the file needs no copy').toBe(null)
    await typeOn()
    expect(await copied()).toMatch(/^word \d+$/)
  })

  it('is dropped by the save that holds what it holds, and not by an earlier one', async () => {
    const { type, saver, moods, release, copied } = opened()
    moods.save = 'waits'
    type('a')
    void saver.save()
    await settle()
    type('ab')
    await wait(COPYING.quiet)
    moods.save = 'well'
    release()
    await settle()
    expect(await copied()).toBe('ab')
    await saver.save()
    await settle()
    expect(await copied()).toBe(null)
  })

  it('does not come back behind the save that made it needless', async () => {
    const { type, saver, moods, release, copied } = opened()
    moods.copy = 'waits'
    type('a')
    await wait(COPYING.quiet)
    await saver.save()
    moods.copy = 'well'
    release()
    await settle()
    expect(await copied()).toBe(null)
  })

  it('that cannot be kept is told, does not put off the save, and is tried again', async () => {
    const { type, moods, saveState, onDisk, copied } = opened()
    moods.copy = 'full'
    moods.save = 'full'
    type('a')
    await wait(COPYING.quiet)
    expect(saveState()).toMatchObject({ state: 'changed', copyFault: { tag: 'full' }, trouble: null })
    moods.save = 'well'
    await wait(SAVING.quiet - COPYING.quiet)
    expect(onDisk()).toBe('a')
    moods.save = 'full'
    type('ab')
    await wait(COPYING.quiet)
    moods.copy = 'well'
    await wait(COPYING.retry)
    expect(await copied()).toBe('ab')
    expect(saveState().copyFault).toBe(null)
  })

  it('is written at once when the page is about to go', async () => {
    const { type, saver, copied } = opened()
    type('a')
    await saver.journal(true)
    expect(await copied()).toBe('a')
  })

  it('of another sitting stays while this one saves, and until the person has answered', async () => {
    const all = await offered()
    all.type('a')
    await wait(SAVING.quiet)
    expect(all.onDisk()).toBe('a')
    expect(await all.left()).toBe('of yesterday')
    expect(await all.copied()).toBe(null)
    all.saver.decided(all.offer, 'left')
    await settle()
    expect(await all.left()).toBe(null)
  })

  it('of another sitting that was taken up stays until the file has it', async () => {
    const all = await offered()
    all.moods.save = 'full'
    all.type('of yesterday')
    all.saver.decided(all.offer, 'taken')
    await wait(SAVING.quiet)
    expect(await all.copied()).toBe('of yesterday')
    expect(await all.left()).toBe('of yesterday')
    all.moods.save = 'well'
    await wait(SAVING.retry)
    expect(all.onDisk()).toBe('of yesterday')
    expect(await all.left()).toBe(null)
  })

  it('of another sitting is not dropped by a save that was under way when it was taken up', async () => {
    const all = await offered()
    all.moods.save = 'waits'
    all.type('a')
    void all.saver.save()
    await settle()
    all.type('of yesterday')
    all.saver.decided(all.offer, 'taken')
    all.moods.save = 'well'
    all.release()
    await settle()
    expect(all.onDisk()).toBe('a')
    expect(await all.left()).toBe('of yesterday')
  })

  it('that is taken up over newer work, which was saved by itself, leaves that version in the history', async () => {
    const all = await offered()
    for (const words of ['of today', 'of today, and more']) {
      all.type(words)
      await wait(SAVING.quiet)
    }
    expect(await all.saver.savedForGood()).toBe(true)
    all.type('of yesterday')
    all.saver.decided(all.offer, 'taken')
    await wait(SAVING.quiet)
    expect(all.onDisk()).toBe('of yesterday')
    expect((await all.history()).map(wordsIn)).toContain('of today, and more')
  })

  it('takes no work’s place that is not saved, and does not wait for ever for a disk that hangs', async () => {
    for (const mood of ['full', 'waits'] as const) {
      const all = await offered()
      all.moods.save = mood
      all.type('of today')
      const safe = all.saver.savedForGood()
      await wait(SAVING.slow)
      expect(await safe).toBe(false)
    }
  })

  it('of long work is dropped for good when the document is closed', async () => {
    const all = opened()
    all.type('a')
    await all.saver.journal()
    expect(await all.saver.close()).toBe('saved')
    await settle()
    expect(all.drops.at(-1)).toMatchObject({ last: true })
  })
})
