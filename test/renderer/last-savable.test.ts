import { describe, expect, it } from 'vitest'
import { SAVING } from '../../renderer/state/saving/document-saver.ts'
import { allBeforeSavable, KEPT_AFTER, KEPT_BOTH, leftOf } from '../../renderer/state/saving/last-savable.ts'
import { COPYING } from '../../renderer/state/saving/recovery-copy.ts'
import { opened, settle, wait, withoutTime, wordsIn } from '../support/saver-at-work.ts'

withoutTime()

/** A letter saved as “a”, gone on with to “ab”, and then made such that it would not read back, as “abc”. */
async function unsound() {
  const all = opened()
  const { type, saver, state } = all
  type('a')
  await saver.save()
  type('ab')
  await wait(COPYING.quiet)
  state.unsound = true
  type('abc')
  await wait(SAVING.quiet)
  const kept = async () => {
    const answer = await all.inner.readJournals({ document: all.document })
    return answer.ok ? answer.value.journals.map(({ record }) => wordsIn(record.text)).sort() : []
  }
  return { ...all, kept }
}

describe('work that would not read back', () => {
  it('is kept as it is, and beside it as it could be saved last; both are in the journals, and it is said', async () => {
    const { kept, onDisk, saveState } = await unsound()
    expect(onDisk()).toBe('a')
    expect(await kept()).toEqual(['ab', 'abc'])
    expect(saveState().trouble?.fault.tag).toBe('unsound')
    expect(saveState().trouble?.fault.sentence).toContain(KEPT_BOTH)
  })

  it('is kept with all that is typed after it, and the state that could be saved stays', async () => {
    const { kept, type, saveState } = await unsound()
    for (const words of ['abcd', 'abcde']) {
      type(words)
      await wait(SAVING.quiet)
      expect(await kept()).toEqual(['ab', words])
      expect(saveState().trouble?.fault.sentence).toContain(KEPT_BOTH)
    }
  })

  it('leaves nothing behind once it is undone and saved', async () => {
    const { kept, type, state, onDisk, saveState } = await unsound()
    state.unsound = false
    type('abx')
    await wait(SAVING.quiet)
    await settle()
    expect(onDisk()).toBe('abx')
    expect(await kept()).toEqual([])
    expect(saveState()).toMatchObject({ state: 'saved', trouble: null })
  })

  it('is kept alone where the file holds what could be saved last', async () => {
    const { type, saver, state, saveState, inner, document } = opened()
    type('a')
    await saver.save()
    state.unsound = true
    type('ab')
    await wait(SAVING.quiet)
    const answer = await inner.readJournals({ document })
    expect(answer.ok && answer.value.journals.map(({ record }) => wordsIn(record.text))).toEqual(['ab'])
    expect(saveState().trouble?.fault.sentence).toContain(KEPT_AFTER)
  })

  it('promises nothing where no copy of it could be kept', async () => {
    const { type, saver, state, moods, saveState } = opened()
    type('a')
    await saver.save()
    state.unsound = true
    moods.copy = 'throws'
    type('ab')
    await wait(SAVING.quiet)
    expect(saveState().trouble?.fault.tag).toBe('unsound')
    expect(saveState().trouble?.fault.sentence).not.toContain('kept')
  })

  it('is offered before the state of it that could be saved last, whatever else is offered, and each is known for what it is', async () => {
    const { inner, document, copied } = await unsound()
    const other = { version: 1, base: null, text: 'of another window' }
    await inner.writeJournal({ document, sitting: 'another', record: other })
    const answer = await inner.readJournals({ document })
    const journals = answer.ok ? answer.value.journals : []
    for (const given of [journals, journals.toReversed()]) {
      const offers = allBeforeSavable(given)
      const told = offers.map((one) => [wordsIn(one.record.text), leftOf(one, offers)])
      expect(told.filter(([, what]) => what !== null)).toEqual([
        ['abc', 'all'],
        ['ab', 'savable'],
      ])
      expect(told).toContainEqual(['of another window', null])
      expect(told).toHaveLength(3)
    }
    expect(await copied()).toBe('abc')
  })
})
