import { describe, expect, it } from 'vitest'
import { SAVING } from '../../renderer/state/saving/document-saver.ts'
import { COPYING } from '../../renderer/state/saving/recovery-copy.ts'
import { opened, settle, wait, withoutTime, wordsIn } from '../support/saver-at-work.ts'
import { FILE, letter } from '../support/shaky-host.ts'

withoutTime()

describe('what was undone', () => {
  it('is not written: a letter that was never changed gets no file', async () => {
    const { type, saver, onDisk, saveState } = opened()
    type('a')
    type('as it came')
    await saver.save()
    expect(onDisk()).toBe(null)
    expect(saveState()).toMatchObject({ state: 'unchanged', since: null })
    expect(saver.dirty).toBe(false)
  })

  it('is not written over the file that says the same, and its recovery copy goes', async () => {
    const { type, saver, disk, saveState, copied } = opened()
    type('a')
    await saver.save()
    const file = disk.get(FILE)
    type('ab')
    await saver.journal()
    expect(await copied()).toBe('ab')
    type('a')
    await saver.save()
    expect(disk.get(FILE)).toBe(file)
    expect(saveState()).toMatchObject({ state: 'saved', since: null })
    await settle()
    expect(await copied()).toBe(null)
  })

  it('is not called saved where something else stands on disk by now, and its recovery copy stays', async () => {
    const { type, saver, disk, saveState, copied } = opened()
    type('a')
    await saver.save()
    type('ab')
    await saver.journal()
    disk.set(FILE, '{ damaged')
    type('a')
    await saver.save()
    expect(saveState()).toMatchObject({ state: 'failed', trouble: { clash: 'unreadable' } })
    expect(saver.dirty).toBe(true)
    expect(await copied()).toBe('ab')
  })

  it('is written all the same where it came from elsewhere', async () => {
    const { saver, onDisk } = opened()
    saver.unsaved()
    await saver.save()
    expect(onDisk()).toBe('as it came')
  })
})

describe('saving by itself', () => {
  it('comes 3 s after the last change, and says since when something was unsaved until then', async () => {
    const { type, onDisk, saveState } = opened()
    type('a')
    const since = saveState().since
    expect(saveState()).toMatchObject({ state: 'changed', since: Date.now() })
    await wait(SAVING.quiet - 1)
    type('ab')
    await wait(SAVING.quiet - 1)
    expect(onDisk()).toBe(null)
    expect(saveState().since).toBe(since)
    await wait(1)
    expect(onDisk()).toBe('ab')
    expect(saveState()).toMatchObject({ state: 'saved', since: null })
  })

  it('comes 30 s after the first change though the typing never pauses', async () => {
    const { type, onDisk, saves } = opened()
    for (let second = 0; second < 30; second++) {
      type(`after ${second} s`)
      await wait(1000)
    }
    expect(saves).toHaveLength(1)
    expect(onDisk()).toBe('after 29 s')
    for (let second = 30; second < 60; second++) {
      type(`after ${second} s`)
      await wait(1000)
    }
    expect(saves).toHaveLength(2)
  })

  it('writes nothing where nothing changed', async () => {
    const { saver, saves, saveState } = opened()
    await saver.save()
    await wait(60_000)
    expect(saves).toEqual([])
    expect(saveState().state).toBe('unchanged')
  })

  it('marks as saved what was captured: words typed meanwhile are unsaved, and are saved next', async () => {
    const { type, saver, moods, release, onDisk, saveState } = opened()
    moods.save = 'waits'
    type('first')
    void saver.save()
    await settle()
    type('first and second')
    moods.save = 'well'
    release()
    await settle()
    expect(onDisk()).toBe('first')
    expect(saveState().state).toBe('changed')
    expect(saver.dirty).toBe(true)
    await wait(SAVING.quiet)
    expect(onDisk()).toBe('first and second')
    expect(saveState().state).toBe('saved')
  })

  it('never runs twice at once; of several that wait the latest work is written once', async () => {
    const { type, saver, moods, release, saves, onDisk } = opened()
    moods.save = 'waits'
    type('one')
    const all = [saver.save()]
    await settle()
    for (const words of ['two', 'three', 'four']) {
      type(words)
      all.push(saver.save())
    }
    await settle()
    expect(saves.map(wordsIn)).toEqual(['one'])
    moods.save = 'well'
    release()
    await Promise.all(all)
    expect(saves.map(wordsIn)).toEqual(['one', 'four'])
    expect(onDisk()).toBe('four')
  })
})

describe('a save that fails', () => {
  it('leaves the work unsaved, says since when, keeps saying it while it tries again, and tries until it is done', async () => {
    const { type, moods, saver, saveState, onDisk } = opened()
    const told: string[] = []
    type('words')
    const since = Date.now()
    moods.save = 'full'
    await wait(SAVING.quiet)
    saver.saveState.subscribe(() =>
      told.push(`${saveState().state} ${saveState().trouble?.fault.tag} ${saveState().since === since}`),
    )
    expect(saveState()).toMatchObject({ state: 'failed', since, trouble: { fault: { tag: 'full' }, clash: null } })
    await wait(SAVING.retry)
    expect(told).toEqual(['saving full true', 'failed full true'])
    moods.save = 'well'
    await wait(SAVING.retry)
    expect(onDisk()).toBe('words')
    expect(saveState()).toMatchObject({ state: 'saved', since: null, trouble: null })
  })

  it('is tried again 3 s after the next change, not only after the long wait', async () => {
    const { type, moods, onDisk } = opened()
    moods.save = 'full'
    type('words')
    await wait(SAVING.quiet)
    moods.save = 'well'
    type('more words')
    await wait(SAVING.quiet)
    expect(onDisk()).toBe('more words')
  })

  it('does not hold up what was typed during it by the long wait', async () => {
    const { type, moods, saver, release, onDisk } = opened()
    moods.save = 'waits'
    type('a')
    void saver.save()
    await settle()
    type('ab')
    moods.save = 'full'
    release()
    await settle()
    moods.save = 'well'
    await wait(SAVING.quiet)
    expect(onDisk()).toBe('ab')
  })

  it('through a fault of ours is told, harms nothing, and the next one goes well', async () => {
    const { type, state, saveState, onDisk, moods } = opened()
    state.broken = true
    type('a')
    await wait(SAVING.quiet)
    expect(saveState().trouble?.fault).toMatchObject({ tag: 'bug' })
    expect(saveState().copyFault).toMatchObject({ tag: 'bug' })
    state.broken = false
    moods.save = moods.copy = 'throws'
    type('ab')
    await wait(SAVING.quiet)
    expect(saveState().trouble?.fault.sentence).toContain('the transport broke')
    moods.save = moods.copy = 'well'
    await wait(SAVING.retry)
    expect(onDisk()).toBe('ab')
    expect(saveState()).toMatchObject({ state: 'saved', trouble: null, copyFault: null })
  })

  it('because the text would not read back is tried again when something changed, not by waiting', async () => {
    const { type, state, saves, saveState, onDisk } = opened()
    state.unsound = true
    type('a')
    await wait(60_000)
    expect(saves).toEqual([])
    expect(saveState().trouble?.fault.tag).toBe('unsound')
    state.unsound = false
    type('b')
    await wait(SAVING.quiet)
    expect(onDisk()).toBe('b')
  })

  it('is said after 20 s without an answer, while typing and copying go on', async () => {
    const { type, moods, saver, release, saveState, copied, onDisk } = opened()
    moods.save = 'waits'
    type('slow')
    void saver.save()
    await wait(SAVING.slow - 1)
    expect(saveState()).toMatchObject({ state: 'saving', trouble: null })
    await wait(1)
    expect(saveState()).toMatchObject({ state: 'saving', trouble: { fault: { tag: 'slow' } } })
    type('slow and more')
    await wait(COPYING.most)
    expect(await copied()).toBe('slow and more')
    moods.save = 'well'
    release()
    await wait(SAVING.quiet)
    expect(onDisk()).toBe('slow and more')
    expect(saveState().trouble).toBe(null)
  })
})

describe('a save that the person asked for', () => {
  it('is kept in the history when another takes its place, also where an autosave came first', async () => {
    const { type, saver, saves, history } = opened()
    for (const words of ['a', 'ab', 'abc']) {
      type(words)
      await wait(SAVING.quiet)
    }
    await saver.save(false, true)
    type('abcd')
    await wait(SAVING.quiet)
    expect((await history()).map(wordsIn)).toEqual(['abc', 'a'])
    expect(saves).toHaveLength(5)
  })

  it('writes nothing where nothing was changed since the document was opened', async () => {
    const { saver, saves } = opened()
    await saver.save(false, true)
    expect(saves).toEqual([])
  })
})

describe('an answer that was lost', () => {
  for (const mood of ['answer-lost', 'late-error'] as const) {
    it(`makes no clash: what stands there is known to be ours (${mood})`, async () => {
      const { type, moods, saveState, onDisk, history } = opened()
      moods.save = mood
      type('a')
      await wait(SAVING.quiet)
      expect(saveState().state).toBe('failed')
      expect(onDisk()).toBe('a')
      type('ab')
      await wait(SAVING.quiet)
      moods.save = 'well'
      type('abc')
      await wait(SAVING.quiet)
      expect(saveState()).toMatchObject({ state: 'saved', trouble: null })
      expect(onDisk()).toBe('abc')
      expect((await history()).map(wordsIn)).toEqual(['a'])
    })
  }

  it('does not hide what somebody else wrote after it', async () => {
    const { type, moods, disk, saveState, onDisk } = opened()
    moods.save = 'answer-lost'
    type('a')
    await wait(SAVING.quiet)
    disk.set(FILE, letter('theirs'))
    moods.save = 'well'
    type('ab')
    await wait(SAVING.quiet)
    expect(saveState().trouble).toMatchObject({ clash: 'changed' })
    expect(onDisk()).toBe('theirs')
  })
})
