import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DocumentSaver, SAVING } from '../../renderer/state/saving/document-saver.ts'
import { COPYING } from '../../renderer/state/saving/recovery-copy.ts'
import { CHANGED, EMPTIED, GONE, type Snapshot, UNREADABLE } from '../../renderer/state/saving/save-state.ts'
import { failed } from '../../shared/model/result.ts'
import { FILE, LETTER, letter, revisionOf, shakyHost } from '../support/shaky-host.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const SITTING = 'this'

/** A saver over one letter whose words are `opened.words`. Every save has a stamp of its own, as the time in a list of revisions is. */
function opened() {
  const shaky = shakyHost()
  const state = { words: 'as it came', stamp: 0, unsound: false, broken: false, captures: 0 }
  const said = new WeakMap<Snapshot, string>()
  const text = () => `${letter(state.words)}${' '.repeat(++state.stamp)}`
  const saver = new DocumentSaver({
    host: shaky.host,
    document: shaky.document,
    sitting: SITTING,
    revision: null,
    clashWith: (there) => {
      if (there === null) return { fault: GONE, clash: 'gone' }
      if (!there.includes('pages')) return { fault: UNREADABLE, clash: 'unreadable' }
      return { fault: wordsIn(there) === '' ? EMPTIED : CHANGED, clash: 'changed' }
    },
    revisionOf: async (there) => revisionOf(there),
    capture: () => {
      state.captures++
      if (state.broken) throw new Error('a hole in the text')
      const { words } = state
      const now = text()
      const work: Snapshot = {
        originals: [LETTER],
        text: async () => now,
        checked: async () => (state.unsound ? failed('unsound', 'It would read otherwise.') : { ok: true, value: now }),
        same: (other) => said.get(other) === words,
      }
      said.set(work, words)
      return work
    },
  })
  const type = (words: string) => {
    state.words = words
    saver.changed()
  }
  const onDisk = () => {
    const there = shaky.disk.get(FILE)
    return there === undefined ? null : wordsIn(there)
  }
  const copied = async () => {
    const record = await shaky.journal(SITTING)
    return record === null ? null : wordsIn(record.text)
  }
  return { ...shaky, state, saver, type, onDisk, copied, saveState: () => saver.saveState.get() }
}

function wordsIn(file: string): string {
  try {
    return JSON.parse(file).pages[0].content[0].content[0] ?? ''
  } catch {
    return file
  }
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)
/** Lets everything happen that needs no time. */
const settle = () => wait(0)

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

  it('once allowed is not allowed for ever', async () => {
    const { type, saver, saveState } = opened()
    type('words')
    await saver.save(true)
    type('')
    await saver.save()
    expect(saveState().trouble?.fault.tag).toBe('empty')
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

/** An open document where work of another sitting is on offer. */
async function offered() {
  const all = opened()
  const record = { version: 7, base: null, text: letter('of yesterday') }
  await all.inner.writeJournal({ document: all.document, sitting: 'earlier', record })
  const left = async () => {
    const kept = await all.journal('earlier')
    return kept && wordsIn(kept.text)
  }
  return { ...all, offer: { sitting: 'earlier', record }, left }
}

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

describe('whatever happens', () => {
  const mood = fc.constantFrom('well', 'well', 'away', 'answer-lost', 'waits', 'full', 'late-error', 'throws' as const)
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.constant({ do: 'type' } as const) },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(100, 500, 3000, 16_000, 40_000) }),
    },
    { weight: 1, arbitrary: fc.constant({ do: 'save' } as const) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('saves' as const), mood }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('copies' as const), mood }) },
    { weight: 1, arbitrary: fc.constant({ do: 'release' } as const) },
    { weight: 1, arbitrary: fc.constant({ do: 'other' } as const) },
    { weight: 1, arbitrary: fc.constantFrom({ do: 'mine' } as const, { do: 'theirs' } as const) },
  )

  it('“Saved” is only said of what stands on disk, no version of anybody is lost, and in the end all is saved', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const all = opened()
        let mine = 0
        let others = 0
        const theirs: string[] = []
        /** Where words may be found again: the file, its history. */
        const kept = async () => [all.disk.get(FILE) ?? '', ...(await all.history())].map(wordsIn)
        all.saver.saveState.subscribe(() => {
          const { state } = all.saveState()
          if (state === 'saved' && !theirs.includes(all.state.words)) expect(all.onDisk()).toBe(all.state.words)
        })
        const act = async (one: (typeof steps)[number]) => {
          if (one.do === 'type') all.type(`mine ${++mine}`)
          if (one.do === 'wait') await wait(one.ms)
          if (one.do === 'save') void all.saver.save()
          if (one.do === 'saves') all.moods.save = one.mood as typeof all.moods.save
          if (one.do === 'copies') all.moods.copy = one.mood as typeof all.moods.copy
          if (one.do === 'release') all.release()
          if (one.do === 'other') {
            // as another program of ours would: what it replaces goes to its history too
            const words = `theirs ${++others}`
            const before = all.disk.get(FILE)
            const wrote = await all.inner.writeTranscript({
              document: all.document,
              text: letter(words),
              base: before === undefined ? null : revisionOf(before),
              originals: [LETTER],
              manual: true,
            })
            expect(wrote.ok).toBe(true)
            theirs.push(words)
          }
          const clash = all.saveState().trouble?.clash
          const there = all.disk.get(FILE)
          if (one.do === 'mine' && clash) void all.saver.overwrite(there === undefined ? null : revisionOf(there))
          if (one.do === 'theirs' && clash && there !== undefined && !theirs.includes(all.state.words)) {
            await all.saver.settled()
            if (all.disk.get(FILE) !== there) return
            all.type(wordsIn(there))
            theirs.push(all.state.words)
            all.saver.reloaded(revisionOf(there))
          }
          await settle()
        }
        for (const one of steps) await act(one)
        // everything is mended, and the person decides for the work on the screen
        all.moods.save = all.moods.copy = 'well'
        all.release()
        await wait(60_000)
        for (let tries = 0; tries < 3 && all.saveState().trouble?.clash; tries++) {
          const there = all.disk.get(FILE)
          await all.saver.overwrite(there === undefined ? null : revisionOf(there))
        }
        await wait(60_000)
        expect(all.saver.dirty).toBe(false)
        expect(all.saveState().trouble).toBe(null)
        const found = await kept()
        if (mine > 0 && !theirs.includes(all.state.words)) expect(found).toContain(all.state.words)
        for (const words of theirs.filter((one) => one.startsWith('theirs'))) expect(found).toContain(words)
        expect(await all.saver.close()).toBe('saved')
        await settle()
        expect(await all.copied(), 'no copy is left of what is saved').toBe(null)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a clock that is put forward or back, a machine that sleeps, a tab that gets its turn late', () => {
  const HOUR = 3_600_000
  const event = fc.oneof(
    { weight: 3, arbitrary: fc.record({ what: fc.constant('type'), ms: fc.integer({ min: 0, max: 900 }) }) },
    fc.record({ what: fc.constant('clock'), ms: fc.integer({ min: -48 * HOUR, max: 48 * HOUR }) }),
    // nothing of ours runs, and the time of day goes on
    fc.record({ what: fc.constant('sleep'), ms: fc.integer({ min: 1000, max: 12 * HOUR }) }),
  )
  /** By how much a timer is late: not at all; in a tab that nobody sees; in one that nobody has seen for long. */
  const lateness = fc.constantFrom(0, 1000, 60_000)

  it('change nothing of when the recovery copy and the save come', async () => {
    const onTime = setTimeout
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 60 }), lateness, async (events, late) => {
        vi.stubGlobal('setTimeout', (ring: () => void, ms: number) => onTime(ring, ms + late))
        const { type, copied, onDisk, saver, saveState } = opened()
        let typed = 0
        let [copyAge, fileAge] = [0, 0]
        for (const { what, ms } of events) {
          if (what === 'type') {
            type(`word ${++typed}`)
            await wait(ms)
            copyAge = (await copied()) === `word ${typed}` || !saver.dirty ? 0 : copyAge + ms
            fileAge = saver.dirty ? fileAge + ms : 0
          } else vi.setSystemTime(Date.now() + ms)
          // each is at most so far behind what is on the screen, in time that somebody typed
          expect(copyAge).toBeLessThanOrEqual(COPYING.most + 900 + late)
          expect(fileAge).toBeLessThanOrEqual(SAVING.most + 900 + late)
        }
        await wait(SAVING.quiet + late)
        if (typed > 0) expect([onDisk(), saveState().state]).toEqual([`word ${typed}`, 'saved'])
        await saver.close()
      }),
    )
    vi.unstubAllGlobals()
  })

  it('lose nothing of who types on for 41 s while the clock is an hour behind', async () => {
    const { type, copied, onDisk } = opened()
    type('before')
    vi.setSystemTime(Date.now() - HOUR)
    for (let key = 0; key < 200; key++) {
      type(`word ${key}`)
      await wait(205)
    }
    expect(await copied()).not.toBe(null)
    expect(onDisk()).toMatch(/^word/)
  })
})
