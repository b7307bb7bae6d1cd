import { describe, expect, it } from 'vitest'
import { SAVING } from '../../renderer/state/saving/document-saver.ts'
import { COPYING } from '../../renderer/state/saving/recovery-copy.ts'
import { EMPTIED, GONE, UNREADABLE } from '../../renderer/state/saving/save-state.ts'
import { opened, settle, wait, withoutTime, wordsIn } from '../support/saver-at-work.ts'
import { FILE, letter, revisionOf } from '../support/shaky-host.ts'

withoutTime()

describe('a clash with somebody else’s version', () => {
  async function clashed() {
    const all = opened()
    all.type('mine')
    await wait(SAVING.quiet)
    all.disk.set(FILE, letter('theirs'))
    all.type('mine, second')
    await wait(SAVING.quiet)
    return all
  }

  it('stops saving, never copying', async () => {
    const { type, saves, saveState, copied, onDisk } = await clashed()
    expect(saveState()).toMatchObject({ state: 'failed', trouble: { clash: 'changed' } })
    const before = saves.length
    type('mine, third')
    await wait(120_000)
    expect(saves).toHaveLength(before)
    expect(await copied()).toBe('mine, third')
    expect(onDisk()).toBe('theirs')
  })

  it('ends when the person says that mine replaces theirs, which goes to history', async () => {
    const { saver, saveState, onDisk, history } = await clashed()
    await saver.overwrite(revisionOf(letter('theirs')))
    expect(onDisk()).toBe('mine, second')
    expect(saveState()).toMatchObject({ state: 'saved', trouble: null })
    expect(await history()).toContain(letter('theirs'))
  })

  it('leaves what the person chose in the history, also where an autosave follows at once', async () => {
    for (const there of [letter('theirs'), '']) {
      const { type, disk, saver, onDisk, history } = opened()
      type('mine')
      await wait(SAVING.quiet)
      disk.set(FILE, there)
      type('mine, chosen')
      await wait(SAVING.quiet)
      await saver.overwrite(revisionOf(there))
      type('mine, without it')
      await wait(SAVING.quiet)
      expect(onDisk()).toBe('mine, without it')
      expect((await history()).map(wordsIn)).toContain('mine, chosen')
    }
  })

  it('ends when theirs is shown; mine keeps its recovery copy until the document is closed', async () => {
    const { saver, saveState, copied, saves } = await clashed()
    const before = saves.length
    saver.changed()
    saver.reloaded(revisionOf(letter('theirs')))
    expect(saveState()).toMatchObject({ state: 'saved', trouble: null })
    expect(saver.dirty).toBe(false)
    await wait(60_000)
    expect(saves).toHaveLength(before)
    expect(await copied()).toBe('mine, second')
    expect(await saver.close()).toBe('saved')
    await settle()
    expect(await copied()).toBe(null)
  })

  it('comes back if a third version comes while the person decides', async () => {
    const { saver, saveState, disk, onDisk } = await clashed()
    const theirs = revisionOf(letter('theirs'))
    disk.set(FILE, letter('a third'))
    await saver.overwrite(theirs)
    expect(saveState().trouble).toMatchObject({ clash: 'changed' })
    expect(onDisk()).toBe('a third')
  })

  it('is told from a file that is gone and from one that nobody can read', async () => {
    for (const [there, clash] of [
      [null, 'gone'],
      ['', 'unreadable'],
      ['\u0000\u0000', 'unreadable'],
    ] as const) {
      const { type, disk, saveState, saver, onDisk } = opened()
      type('mine')
      await wait(SAVING.quiet)
      if (there === null) disk.delete(FILE)
      else disk.set(FILE, there)
      type('mine, second')
      await wait(SAVING.quiet)
      expect(saveState().trouble?.clash).toBe(clash)
      expect(disk.get(FILE) ?? null).toBe(there)
      await saver.overwrite(there === null ? null : revisionOf(there))
      expect(onDisk()).toBe('mine, second')
    }
  })

  it('makes saved work unsaved again when its file is gone: it is copied, and not saved unasked', async () => {
    for (const trouble of [
      { fault: GONE, clash: 'gone' },
      { fault: EMPTIED, clash: 'changed' },
    ] as const) {
      const { type, saver, disk, saveState, copied, saves } = opened()
      type('mine')
      await wait(SAVING.quiet)
      disk.delete(FILE)
      saver.lost(trouble)
      expect(saver.dirty).toBe(true)
      expect(saveState()).toMatchObject({ state: 'failed', trouble })
      await wait(60_000)
      expect(await copied()).toBe('mine')
      expect(saves).toHaveLength(1)
    }
  })

  it('is told as what it is, also when a save meets it first: a version without words is no common change', async () => {
    const { type, saver, disk, saveState } = opened()
    type('mine')
    await wait(SAVING.quiet)
    disk.set(FILE, letter(''))
    saver.lost({ fault: UNREADABLE, clash: 'unreadable' })
    await saver.save()
    expect(saveState().trouble).toEqual({ fault: EMPTIED, clash: 'changed' })
  })

  it('is over when the file that was saved stands there again: nothing is asked, and nothing was written', async () => {
    const { type, saver, disk, saveState, saves, copied } = opened()
    type('mine')
    await wait(SAVING.quiet)
    const file = disk.get(FILE)!
    disk.delete(FILE)
    saver.lost({ fault: GONE, clash: 'gone' })
    await wait(COPYING.most)
    disk.set(FILE, file)
    saver.found()
    await settle()
    expect(saveState()).toMatchObject({ state: 'saved', trouble: null, since: null })
    expect(saver.dirty).toBe(false)
    expect(saves).toHaveLength(1)
    expect(await copied()).toBe(null)
  })

  it('is not claimed where the file could not be looked at: the disk is away, which is told, and the save is tried again', async () => {
    const { type, disk, moods, saveState } = opened()
    type('mine')
    await wait(SAVING.quiet)
    disk.set(FILE, letter('theirs'))
    moods.look = 'away'
    type('mine, second')
    await wait(SAVING.quiet)
    expect(saveState().trouble).toMatchObject({ fault: { tag: 'unreachable' }, clash: null })
    moods.look = 'well'
    await wait(SAVING.retry)
    expect(saveState().trouble?.clash).toBe('changed')
  })
})

describe('what was told of a save that failed', () => {
  it('stays told while it is tried again, until a save is done', async () => {
    const { type, saver, moods, saveState, saves, onDisk } = opened()
    type('mine')
    await wait(SAVING.quiet)
    moods.save = 'full'
    type('mine, second')
    await wait(SAVING.quiet)
    const told = saveState().trouble
    expect(told?.fault.tag).toBe('full')
    // another version stands there when it is tried again, and is gone when it is looked at
    moods.save = 'beaten'
    await wait(SAVING.retry)
    expect(saves).toHaveLength(3)
    expect(saveState().trouble).toBe(told)
    moods.save = 'well'
    await wait(SAVING.again)
    expect(saveState()).toMatchObject({ state: 'saved', trouble: null })
    expect(onDisk()).toBe('mine, second')
    expect(saver.dirty).toBe(false)
  })
})

describe('a text without words', () => {
  it('is not saved over one that has them, before the person says yes', async () => {
    const { type, saver, saveState, onDisk, saves } = opened()
    type('words')
    await wait(SAVING.quiet)
    type('')
    await wait(SAVING.quiet)
    expect(saveState().trouble?.fault.tag).toBe('empty')
    expect(onDisk()).toBe('words')
    await wait(120_000)
    expect(saves, 'it does not ask again and again').toHaveLength(2)
    await saver.save(true)
    expect(onDisk()).toBe('')
    expect(saveState()).toMatchObject({ state: 'saved', trouble: null })
  })

  it('is saved where the words were typed onto an empty letter in this sitting, and are undone: nothing is lost', async () => {
    const { state, type, saver, saveState, onDisk } = opened('')
    type('words')
    await saver.save()
    expect(onDisk()).toBe('words')
    state.undone = true
    type('')
    expect(await saver.close()).toBe('saved')
    expect(onDisk()).toBe('')
    expect(saveState().trouble).toBe(null)
  })

  it('is asked about where the words of an empty letter were deleted and not undone, or stood there when it was opened', async () => {
    const deleted = opened('')
    deleted.type('words')
    await deleted.saver.save()
    deleted.type('')
    await deleted.saver.save()
    expect(deleted.saveState().trouble?.fault.tag).toBe('empty')
    const stood = opened('words of yesterday')
    stood.type('more words')
    await stood.saver.save()
    stood.state.undone = true
    stood.type('')
    await stood.saver.save()
    expect(stood.saveState().trouble?.fault.tag).toBe('empty')
  })

  it('once allowed is not allowed for ever', async () => {
    const { type, saver, saveState } = opened()
    type('words')
    await saver.save(true)
    type('')
    await saver.save()
    expect(saveState().trouble?.fault.tag).toBe('empty')
  })
})
