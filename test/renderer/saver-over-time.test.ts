import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { SAVING } from '../../renderer/state/saving/document-saver.ts'
import { COPYING } from '../../renderer/state/saving/recovery-copy.ts'
import { opened, settle, wait, withoutTime, wordsIn } from '../support/saver-at-work.ts'
import { FILE, LETTER, letter, revisionOf } from '../support/shaky-host.ts'

withoutTime()

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
