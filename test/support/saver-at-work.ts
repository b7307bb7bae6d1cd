import { afterEach, beforeEach, vi } from 'vitest'
import { DocumentSaver } from '../../renderer/state/saving/document-saver.ts'
import { CHANGED, EMPTIED, GONE, type Snapshot, UNREADABLE } from '../../renderer/state/saving/save-state.ts'
import { failed } from '../../shared/model/result.ts'
import { FILE, LETTER, letter, revisionOf, shakyHost } from './shaky-host.ts'

export const SITTING = 'this'

/** A saver over one letter whose words are `opened.words`. Every save has a stamp of its own, as the time in a list of revisions is. */
export function opened(words = 'as it came') {
  const shaky = shakyHost()
  const state = { words, undone: false, stamp: 0, unsound: false, broken: false, captures: 0 }
  const said = new WeakMap<Snapshot, string>()
  const text = () => `${letter(state.words)}${' '.repeat(++state.stamp)}`
  const saver = new DocumentSaver({
    host: shaky.host,
    document: shaky.document,
    sitting: SITTING,
    revision: null,
    isAllUndone: () => state.undone,
    clashWith: (there) => {
      if (there === null) return { fault: GONE, clash: 'gone' }
      if (!there.includes('pages')) return { fault: UNREADABLE, clash: 'unreadable' }
      return { fault: wordsIn(there) === '' ? EMPTIED : CHANGED, clash: 'changed' }
    },
    revisionOf: async (there) => revisionOf(there),
    capture: () => {
      state.captures++
      if (state.broken) throw new Error('a hole in the text')
      const { words, unsound } = state
      const now = text()
      const work: Snapshot = {
        originals: [LETTER],
        text: async () => now,
        checked: async () => (unsound ? failed('unsound', 'It would read otherwise.') : { ok: true, value: now }),
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

export function wordsIn(file: string): string {
  try {
    return JSON.parse(file).pages[0].content[0].content[0] ?? ''
  } catch {
    return file
  }
}

export const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)
/** Lets everything happen that needs no time. */
export const settle = () => wait(0)

/** An open document where work of another sitting is on offer. */
export async function offered() {
  const all = opened()
  const record = { version: 7, base: null, text: letter('of yesterday') }
  await all.inner.writeJournal({ document: all.document, sitting: 'earlier', record })
  const left = async () => {
    const kept = await all.journal('earlier')
    return kept && wordsIn(kept.text)
  }
  return { ...all, offer: { sitting: 'earlier', record }, left }
}

/** Time goes on only where a test says so. */
export function withoutTime(): void {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })
}
