import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepBoth, keepMine, keepOffer, takeOffer, takeTheirs } from '../../../renderer/features/versions/settle.ts'
import type { AppCore } from '../../../renderer/state/app-core.ts'
import { loadDocument } from '../../../renderer/state/load-document.ts'
import type { OpenDocument } from '../../../renderer/state/open-document.ts'
import { lookAtFile } from '../../../renderer/state/watch-outside.ts'
import { observable } from '../../../renderer/ui/observable.ts'
import type { Host } from '../../../shared/api/contract.ts'
import { parseTranscript } from '../../../shared/format/parse.ts'
import { serialise } from '../../../shared/format/serialise.ts'
import { idsFrom } from '../../../shared/model/ids.ts'
import { makePlace, type Place } from '../../contract/letters.ts'
import { report, seeded, times } from '../measure.ts'
import { Machine } from './machine.ts'
import { BareWindow, tokensIn, typedIn } from './window.ts'

const STEPS = times(100_000, 2400)
const DAY = 60
const FILE = 'letter.txt.tei.json'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.UTC(2026, 10, 21, 9) })
})
afterEach(() => {
  vi.useRealTimers()
})

const who = fc.nat(1)
const step = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('type' as const), who, block: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), who }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('time' as const), ms: fc.constantFrom(100, 600, 2500, 3500, 20_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('save' as const), who }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('look' as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('outside' as const),
      how: fc.constantFrom('edit', 'edit', 'edit', 'older', 'empty', 'damage', 'zeros', 'delete', 'copy', 'touch' as const),
      block: fc.nat(3),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), who, after: fc.nat(12) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('full' as const), who, on: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide' as const), who, how: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), who }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('open' as const), who }) },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

const immediate = () => new Promise<void>((go) => setImmediate(go))

/** Two people at two computers over one folder, whatever happens to them. */
class World {
  readonly place: Place
  readonly machines: readonly Machine[]
  readonly windows: (BareWindow | null)[] = [null, null]
  readonly counts = { saved: 0, copied: 0, merged: 0, clashes: 0, offers: 0, killed: 0 }
  private readonly pages: { dead: boolean }[] = [{ dead: true }, { dead: true }]
  private readonly apps: (AppCore | null)[] = [null, null]
  /** Every word that a host said it holds, or that somebody else wrote into the file. */
  private readonly owed = new Set<string>()
  /** Words that a person took out again, or threw away. */
  private readonly takenBack = new Set<string>()
  /** Words that another program took out of the file. Saved again, they are owed again. */
  private readonly destroyed = new Set<string>()
  /** Words of others that another program had destroyed, and that stand again only because this person saved what was on the screen. */
  private readonly broughtBack = [new Set<string>(), new Set<string>()] as const
  private readonly typist = new Map<string, number>()
  private readonly olds: string[] = []
  private readonly newId = idsFrom(seeded(7))
  private token = 0

  constructor(place: Place) {
    this.place = place
    this.machines = [0, 1].map((nth) => new Machine(place.folder, join(place.root, `state-${nth}`)))
  }

  get file(): string {
    return join(this.place.folder, FILE)
  }

  /** Lets everything come to rest that needs no time. */
  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      await immediate()
      await vi.advanceTimersByTimeAsync(0)
      quiet = this.machines.some((machine) => machine.isBusy) ? 0 : quiet + 1
    }
  }

  private watched(nth: number, host: Host): Host {
    const owe = (text: string) => {
      for (const token of tokensIn(text)) this.owed.add(token)
    }
    return {
      ...host,
      writeTranscript: async (ask) => {
        const answer = await host.writeTranscript(ask)
        if (answer.ok) {
          owe(ask.text)
          for (const token of tokensIn(ask.text))
            if (this.destroyed.delete(token) && this.typist.get(token) !== nth) this.broughtBack[nth]!.add(token)
          this.counts.saved++
        }
        return answer
      },
      writeJournal: async (ask) => {
        const answer = await host.writeJournal(ask)
        if (answer.ok && 'text' in ask.record) {
          owe(ask.record.text)
          this.counts.copied++
        }
        return answer
      },
      writeConflictCopy: async (ask) => {
        const answer = await host.writeConflictCopy(ask)
        if (answer.ok) owe(ask.text)
        return answer
      },
    }
  }

  private async open(nth: number): Promise<void> {
    const machine = this.machines[nth]!
    if (!machine.alive) await machine.start()
    if (this.windows[nth]) return
    const page = { dead: false }
    const host = this.watched(nth, machine.pageHost(page))
    const listed = await host.list()
    const entry = listed.ok ? listed.value.documents.find((one) => one.original === 'letter.txt') : undefined
    if (!entry) return
    const loaded = await loadDocument(host, entry, this.newId)
    if (!loaded.ok) return
    // a damaged file is begun anew, as a person would choose; what may only be read stays closed
    if (loaded.value.standIn === 'not-understood' || (loaded.value.readOnly !== null && loaded.value.standIn === null)) return
    const window = new BareWindow(host, { ...loaded.value, readOnly: null, standIn: null }, this.newId())
    this.counts.offers += loaded.value.recovery.length
    const opened = observable(window as unknown as OpenDocument | null)
    this.pages[nth] = page
    this.windows[nth] = window
    this.apps[nth] = { host, opened, editor: observable<string | null>('Ruth'), notify: () => undefined } as unknown as AppCore
  }

  private leave(nth: number): void {
    this.counts.merged += this.windows[nth]?.merges ?? 0
    this.pages[nth]!.dead = true
    this.windows[nth] = null
  }

  /** What a person takes out of his own words, knowing it. */
  private takeBack(nth: number, words: string, but: string): void {
    const kept = new Set(tokensIn(but))
    for (const token of tokensIn(words)) if (!kept.has(token) && this.typist.get(token) === nth) this.takenBack.add(token)
  }

  /**
   * What a person takes out by Undo: his own words; and words of somebody else's that he had taken in, where another program destroyed the version
   * they came in before a save of ours replaced it and so put it into the history. They stood on the disk again by his save alone, the window told
   * him that they came in and that Undo takes them out, and of a row of autosaves the history keeps one for ten minutes. Words that were never
   * destroyed are owed whoever undoes them, and these are owed again as soon as anybody saves them again.
   */
  private undone(nth: number, was: string, now: string): void {
    this.takeBack(nth, was, now)
    const kept = new Set(tokensIn(now))
    for (const token of tokensIn(was)) if (!kept.has(token) && this.broughtBack[nth]!.delete(token)) this.destroyed.add(token)
  }

  async do(one: Step): Promise<void> {
    if (one.do === 'time') {
      for (let left = one.ms; left > 0; left -= 500) {
        await vi.advanceTimersByTimeAsync(Math.min(left, 500))
        await this.settle()
      }
      return
    }
    if (one.do === 'outside') return this.outside(one.how, one.block)
    const nth = one.who
    const [window, app] = [this.windows[nth], this.apps[nth]]
    const opened = window as unknown as OpenDocument
    if (one.do === 'open') await this.open(nth)
    else if (one.do === 'full') this.machines[nth]!.full = one.on
    else if (one.do === 'kill') {
      this.counts.killed++
      this.machines[nth]!.killAfter(one.after)
    } else if (!window || !app) return
    else if (one.do === 'type') {
      const token = `m${this.token++}q`
      this.typist.set(token, nth)
      window.type(one.block, ` ${token}`)
    } else if (one.do === 'undo') {
      const was = window.words
      if (window.undo()) this.undone(nth, was, window.words)
    } else if (one.do === 'save') void window.saver.save(false, true)
    else if (one.do === 'look') {
      const listed = await app.host.list()
      if (listed.ok)
        void lookAtFile(
          app,
          opened,
          listed.value.documents.find(({ id }) => id === window.loaded.entry.id),
        )
    } else if (one.do === 'crash') this.leave(nth)
    else if (one.do === 'close') {
      const closing = window.saver.close()
      for (let tries = 0; tries < 60; tries++) {
        await vi.advanceTimersByTimeAsync(500)
        await this.settle()
      }
      if ((await closing) !== 'open') this.leave(nth)
    } else await this.decide(nth, window, app, one.how)
  }

  private async decide(nth: number, window: BareWindow, app: AppCore, how: number): Promise<void> {
    const opened = window as unknown as OpenDocument
    const { offer } = window
    const clash = window.saver.saveState.get().trouble?.clash
    if (offer) {
      // of a disk that hangs nobody waits for the end
      if (how === 0) void takeOffer(app, opened, offer)
      else if (how === 1) await keepOffer(app, opened, offer)
      else if (how === 2) {
        this.takeBack(nth, offer.record.text, '')
        window.decide(offer, 'left')
      }
    } else if (clash) {
      this.counts.clashes++
      const was = window.words
      if (how === 0) await keepMine(app, opened)
      else if (clash === 'changed' && how === 1) await keepBoth(app, opened)
      else if (clash === 'changed' && how === 2) {
        if (await takeTheirs(app, opened)) this.takeBack(nth, was, window.words)
      }
    }
  }

  private read(): string | null {
    try {
      return readFileSync(this.file, 'utf8')
    } catch {
      return null
    }
  }

  /**
   * Another program at the file, which may destroy what stands there: saved words that are then in no history and no copy are not ours to answer
   * for. Who has them on the screen has them still, and Undo brings them back; a journal may hold them for a while.
   */
  private outside(how: 'edit' | 'older' | 'empty' | 'damage' | 'zeros' | 'delete' | 'copy' | 'touch', block: number): void {
    const was = this.read()
    if (was === null) return
    const parsed = parseTranscript(was)
    const token = `x${this.token++}q`
    if (how === 'edit' || how === 'copy') {
      if (!parsed.ok) return
      const text = serialise(typedIn(parsed.value, block, ` ${token}`))
      this.owed.add(token)
      writeFileSync(how === 'edit' ? this.file : join(this.place.folder, `letter.txt (conflict X ${token}).tei.json`), text)
    } else if (how === 'older') writeFileSync(this.file, this.olds[block % Math.max(this.olds.length, 1)] ?? was)
    else if (how === 'empty') writeFileSync(this.file, '')
    else if (how === 'damage') writeFileSync(this.file, was.slice(0, was.length / 2))
    else if (how === 'zeros') writeFileSync(this.file, Buffer.alloc(was.length))
    else if (how === 'touch') utimesSync(this.file, new Date(0), new Date(0))
    else rmSync(this.file)
    if (parsed.ok && this.olds.length < 8) this.olds.push(was)
    const still = this.found(false)
    for (const lost of tokensIn(was)) if (!still.has(lost)) this.destroyed.add(lost)
  }

  /** Every word that is in the file, a journal, the history, a conflict copy or a damaged copy. */
  private found(journals = true): ReadonlySet<string> {
    const words = new Set<string>()
    for (const name of readdirSync(this.place.root, { recursive: true, encoding: 'utf8' })) {
      const path = join(this.place.root, name)
      if (name.endsWith('.tmp') || !statSync(path).isFile()) continue
      if (!journals && /(^|\/)journal\//.test(name)) continue
      const bytes = readFileSync(path)
      for (const token of tokensIn((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('latin1'))) words.add(token)
    }
    return words
  }

  /** Words that are owed to somebody and are nowhere. */
  missing(): readonly string[] {
    const found = this.found()
    return [...this.owed].filter((token) => !found.has(token) && !this.takenBack.has(token) && !this.destroyed.has(token))
  }

  async end(): Promise<void> {
    for (const nth of [0, 1]) if (this.windows[nth]) this.leave(nth)
    for (const machine of this.machines) machine.kill()
    await this.settle()
  }
}

it('whatever happens, every word that was called saved or copied is in the file, a journal, the history or a copy; no foreign version is overwritten, no original changed', async () => {
  const sum = { steps: 0, saved: 0, copied: 0, merged: 0, clashes: 0, offers: 0, killed: 0 }
  let longest = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: DAY, maxLength: DAY, size: 'max' }), async (steps) => {
      const world = new World(await makePlace())
      const original = join(world.place.folder, 'letter.txt')
      const before = readFileSync(original)
      try {
        await world.do({ do: 'open', who: 0 })
        for (const one of steps) {
          const began = performance.now()
          await world.do(one)
          await world.settle()
          longest = Math.max(longest, performance.now() - began)
          sum.steps++
          expect(world.missing(), JSON.stringify(one)).toEqual([])
        }
        expect(readFileSync(original).equals(before), 'the original is as it was').toBe(true)
      } finally {
        await world.end()
        vi.clearAllTimers()
        await world.place.remove()
      }
      for (const key of Object.keys(world.counts) as (keyof typeof world.counts)[]) sum[key] += world.counts[key]
    }),
    { numRuns: Math.ceil(STEPS / DAY) },
  )
  report(
    'model',
    `${sum.steps} steps (${sum.saved} saves, ${sum.copied} recovery copies, ${sum.merged} versions taken in, ${sum.clashes} clashes decided, ${sum.offers} offers of recovery, ${sum.killed} kills): lost of what was called saved or copied, or was written by others, 0; originals changed 0, longest step ${Math.round(longest)} ms`,
  )
  for (const key of ['saved', 'copied', 'merged', 'clashes', 'offers'] as const) expect(sum[key], key).toBeGreaterThan(2)
})
