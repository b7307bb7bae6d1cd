import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PATIENCE, withPageJournal } from '../../renderer/host/page-journal.ts'
import type { KeptCopy, PageStore } from '../../renderer/host/page-store.ts'
import { letter, revisionOf, shakyHost } from '../support/shaky-host.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** One browser over one host; `sit` opens the page anew, as another sitting. */
function browser(shaky = shakyHost(), name = 'sitting') {
  const kept = new Map<string, KeptCopy>()
  const state = { full: false }
  const store: PageStore = {
    keep: async (document, copy) => {
      if (!state.full) kept.set(`${document} ${copy.sitting}`, copy)
      return !state.full
    },
    read: async (document) => [...kept].filter(([key]) => key.startsWith(`${document} `)).map(([, copy]) => copy),
    remove: async (document, sitting) => void kept.delete(`${document} ${sitting}`),
  }
  let sittings = 0
  /** What the page says of a host that owes an answer. */
  const told: (string | null)[] = []
  const { document } = shaky
  const sit = async () => {
    const host = withPageJournal(shaky.host, store, (fault) => told.push(fault?.tag ?? null))
    const sitting = `${name}-${++sittings}`
    await host.list()
    return {
      sitting,
      write: (version: number, words: string) =>
        host.writeJournal({ document, sitting, record: { version, base: null, text: letter(words) } }),
      change: (version: number, of: string, words: string) => {
        const splices = [{ from: 0, to: letter(of).length, text: letter(words) }]
        return host.writeJournal({ document, sitting, record: { version, base: null, of: revisionOf(letter(of)), splices } })
      },
      /** What is offered, newest first. */
      read: async () => {
        const read = await host.readJournals({ document })
        return read.ok ? read.value.journals.map(({ record }) => record.text) : read.fault.tag
      },
      drop: (version: number, of = sitting) =>
        host.dropJournal({ document, sitting: of, version, ...(of === sitting ? {} : { last: true }) }),
    }
  }
  return { ...shaky, state, kept, sit, told }
}

describe('recovery copies in the page', () => {
  for (const mood of ['away', 'full', 'late-error'] as const) {
    it(`stand in for the host’s when it cannot keep one (${mood}), and are offered the next time`, async () => {
      const { moods, sit } = browser()
      const first = await sit()
      moods.copy = mood
      expect((await first.write(3, 'kept here')).ok).toBe(true)
      moods.copy = 'well'
      expect(await (await sit()).read()).toEqual([letter('kept here')])
    })
  }

  it('stand in for a host whose answer is late by a second, which is said until it answers', async () => {
    const { moods, sit, kept, told, release, copies } = browser()
    const first = await sit()
    moods.copy = 'waits'
    const written = first.write(3, 'kept here')
    await vi.advanceTimersByTimeAsync(999)
    expect([kept.size, told]).toEqual([0, []])
    await vi.advanceTimersByTimeAsync(1)
    expect((await written).ok).toBe(true)
    expect([kept.size, told]).toEqual([1, ['late']])
    // nobody waits for it again, and it is asked nothing more that could arrive before what it was asked
    for (const version of [4, 5]) expect((await first.write(version, `and on ${version}`)).ok).toBe(true)
    expect(copies).toHaveLength(1)
    expect([...kept.values()]).toMatchObject([{ record: { version: 5, text: letter('and on 5') } }])
    moods.copy = 'well'
    release()
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toEqual(['late', null])
    expect(kept.size, 'what it was given was older').toBe(1)
    await first.write(6, 'kept there')
    expect(kept.size).toBe(0)
  })

  it('stand in for a host that owes an answer of whichever call: no later one waits for it', async () => {
    const { moods, sit, kept } = browser()
    const first = await sit()
    await first.write(3, 'there')
    moods.copy = 'waits'
    const dropped = first.drop(3)
    await vi.advanceTimersByTimeAsync(PATIENCE)
    expect((await dropped).ok).toBe(false)
    const written = first.write(4, 'kept here')
    await vi.advanceTimersByTimeAsync(PATIENCE)
    expect((await written).ok).toBe(true)
    expect(kept.size).toBe(1)
  })

  it('that neither a late host nor the browser keeps are said not to be, and nobody waits for them', async () => {
    const { moods, sit, state } = browser()
    const first = await sit()
    moods.copy = 'waits'
    state.full = true
    const written = first.write(3, 'nowhere')
    await vi.advanceTimersByTimeAsync(PATIENCE)
    expect(await written).toMatchObject({ ok: false, fault: { tag: 'unreachable' } })
  })

  it('of what changed are joined with the whole record that they are of', async () => {
    const { moods, sit, kept } = browser()
    const first = await sit()
    await first.write(1, 'the whole, there')
    moods.copy = 'away'
    expect((await first.change(2, 'the whole, there', 'changed, here')).ok).toBe(true)
    expect((await first.change(3, 'the whole, there', 'changed again')).ok).toBe(true)
    // the whole once, and what changed
    expect(kept.size).toBe(2)
    moods.copy = 'well'
    const second = await sit()
    expect(await second.read()).toEqual([letter('changed again')])
    await second.drop(3, first.sitting)
    expect(kept.size).toBe(0)
  })

  it('of what changed are not joined with another whole record', async () => {
    const { moods, sit, kept } = browser()
    const first = await sit()
    await first.write(1, 'the whole, there')
    moods.copy = 'away'
    expect(await first.change(2, 'never seen', 'x')).toMatchObject({ ok: false, fault: { tag: 'missing' } })
    await first.change(2, 'the whole, there', 'changed, here')
    for (const [key, copy] of kept)
      if (key.endsWith('whole'))
        kept.set(key, { ...copy, record: { version: 1, base: null, text: letter('quite another letter') } })
    moods.copy = 'well'
    expect(await (await sit()).read()).toEqual([letter('the whole, there')])
  })

  it('of what changed are asked for anew by a host that does not have the whole', async () => {
    const { sit, kept } = browser()
    const first = await sit()
    expect(await first.change(2, 'the whole', 'x')).toMatchObject({ ok: false, fault: { tag: 'missing' } })
    expect(kept.size).toBe(0)
  })

  it('that cannot be kept anywhere are said not to be', async () => {
    const { moods, state, sit } = browser()
    const first = await sit()
    moods.copy = 'full'
    state.full = true
    expect(await first.write(3, 'nowhere')).toMatchObject({ ok: false, fault: { tag: 'full' } })
  })

  it('go when the host has a newer one of the same sitting', async () => {
    const { moods, sit, kept, journal } = browser()
    const first = await sit()
    moods.copy = 'away'
    await first.write(3, 'kept here')
    moods.copy = 'well'
    await first.write(4, 'kept there')
    expect(kept.size).toBe(0)
    expect((await journal())?.text).toBe(letter('kept there'))
  })

  it('are not dropped by a save that is older than they', async () => {
    const { moods, sit, kept } = browser()
    const first = await sit()
    moods.copy = 'away'
    await first.write(5, 'kept here')
    moods.copy = 'well'
    await first.drop(4)
    expect(kept.size).toBe(1)
    await first.drop(5)
    expect(kept.size).toBe(0)
  })

  it('come before an earlier state of the same sitting that the host still has', async () => {
    const { moods, sit, kept, journal } = browser()
    const first = await sit()
    await first.write(3, 'earlier, there')
    moods.copy = 'away'
    await first.write(9, 'later, here')
    moods.copy = 'well'
    const second = await sit()
    expect(await second.read()).toEqual([letter('later, here')])
    await second.drop(10, first.sitting)
    expect(kept.size).toBe(0)
    expect(await journal()).toBe(null)
  })

  it('stand beside other unsaved work at the host: both are offered, and each is dropped by itself', async () => {
    const shaky = shakyHost()
    const one = browser(shaky, 'one')
    const other = browser(shaky, 'other')
    const first = await one.sit()
    shaky.moods.copy = 'away'
    await first.write(9, 'in one browser')
    shaky.moods.copy = 'well'
    const elsewhere = await other.sit()
    await elsewhere.write(2, 'in another browser')
    const again = await one.sit()
    expect(await again.read()).toEqual([letter('in one browser'), letter('in another browser')])
    await again.drop(2, elsewhere.sitting)
    expect(await (await one.sit()).read()).toEqual([letter('in one browser')])
    await again.drop(9, first.sitting)
    expect(await (await one.sit()).read()).toEqual([])
  })

  it('of other sittings outlive the saves of this one, until they were answered', async () => {
    const { moods, sit, kept } = browser()
    const first = await sit()
    moods.copy = 'away'
    await first.write(9, 'of the first')
    moods.copy = 'well'
    const second = await sit()
    await second.drop(50)
    expect(kept.size).toBe(1)
    await second.drop(50, first.sitting)
    expect(kept.size).toBe(0)
  })

  it('are offered also where the host cannot be asked', async () => {
    const { moods, sit, host } = browser()
    const first = await sit()
    moods.copy = 'away'
    await first.write(9, 'of the first')
    host.readJournals = async () => ({ ok: false, fault: { tag: 'unreachable', sentence: 'Nobody answers.' } })
    expect(await (await sit()).read()).toEqual([letter('of the first')])
  })
})
