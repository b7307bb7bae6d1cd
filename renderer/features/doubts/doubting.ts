import { type DoubtPlace, doubtPlaces } from '../../../shared/doubt/doubt-places.ts'
import { compositionIsPending } from '../../../shared/state/marked-mends.ts'
import { DoubtThread } from '../../doubting/doubt-thread.ts'
import type { DoubtsTold } from '../../doubting/messages.ts'
import { DOUBT_LINES, standingDoubts } from '../../editor/doubt-lines.ts'
import { nextTask } from '../../host/next-task.ts'
import type { AppState } from '../../state/app-state.ts'
import { ofApp } from '../../state/of-app.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { type Observable, observable } from '../../ui/observable.ts'
import { whenFree } from '../../ui/when-free.ts'

export interface DoubtsState {
  /** `off`: nobody wants them · `looking`: nothing is known yet · `ready` · `failed`: `sentence` says why. */
  readonly phase: 'off' | 'looking' | 'ready' | 'failed'
  /** Those that still stand, in the order that the person wants. */
  readonly places: readonly DoubtPlace[]
  /** Found, but not listed: there are too many. */
  readonly more: number
  readonly without: readonly string[]
  readonly sentence: string
}

const OFF: DoubtsState = { phase: 'off', places: [], more: 0, without: [], sentence: '' }

/** So long nobody typed before the changed text is gone through again, in ms. */
const QUIET = 500
/** Of the other transcripts of the collection so many are read for their words, and so many letters of them. */
const OTHERS = { documents: 200, letters: 20_000_000 } as const

/** The doubts of this window's document. */
export const doubtingOf = ofApp((app) => new Doubting(app))

/** Looks for doubts in the open document as long as the person wants them: in a thread, of what has changed, and draws them between two keys. */
class Doubting {
  readonly state: Observable<DoubtsState> = observable(OFF)
  /** Where the person was last in the list. */
  at = -1
  /** The words that were declared right here, by the key of their doubt: undo takes them off the collection's list again. */
  readonly declared = new Map<string, string>()
  private readonly app: AppState
  private readonly thread = new DoubtThread()
  private opened: OpenDocument | null = null
  private letGo: () => void = () => undefined
  private told: DoubtsTold | null = null
  /** What was asked about last: the document, and the words known to be right then. */
  private asked: readonly unknown[] = []
  private isAsking = false
  private hasLearnt = false
  private waiting: ReturnType<typeof setTimeout> | undefined

  constructor(app: AppState) {
    this.app = app
    app.opened.subscribe(() => this.follow())
    app.look.subscribe(() => this.follow())
    app.registers.subscribe(() => this.soon())
    this.follow()
  }

  /** Tries once more after a failure. */
  again(): void {
    this.asked = []
    this.state.set({ ...OFF, phase: 'looking' })
    this.soon(0)
  }

  /** Takes some off the list at once, before the thread has looked again. */
  drop(isGone: (place: DoubtPlace) => boolean): void {
    const { view } = this.opened ?? {}
    if (view) this.draw(standingDoubts(view.state).filter((place) => !isGone(place)))
  }

  private follow(): void {
    const opened = this.app.look.get().doubts ? this.app.opened.get() : null
    if (opened === this.opened) {
      this.tell()
      return
    }
    this.letGo()
    this.opened?.view?.dispatch(this.opened.state.tr.setMeta(DOUBT_LINES, []))
    this.opened = opened
    this.asked = []
    this.told = null
    this.at = -1
    clearTimeout(this.waiting)
    this.state.set(opened ? { ...OFF, phase: 'looking' } : OFF)
    this.letGo = opened ? opened.tick.subscribe(() => this.changed()) : () => undefined
    this.soon(0)
  }

  private changed(): void {
    if (!this.opened?.view) return
    this.tell()
    if (this.asked[0] !== this.opened.document) this.soon()
  }

  /** Tells what still stands. */
  private tell(): void {
    const { view } = this.opened ?? {}
    const before = this.state.get()
    if (!view || before.phase !== 'ready') return
    const inOrder = this.app.look.get().doubtsInOrder
    const places = [...standingDoubts(view.state)].sort((a, b) =>
      inOrder ? a.from - b.from : b.doubt.score - a.doubt.score || a.from - b.from,
    )
    const same = (place: DoubtPlace, index: number) => {
      const one = before.places[index]
      return one?.doubt === place.doubt && one.from === place.from && one.to === place.to
    }
    if (places.length === before.places.length && places.every(same)) return
    this.state.set({ ...before, places })
  }

  private soon(quiet = QUIET): void {
    clearTimeout(this.waiting)
    if (!this.opened) return
    const waiting = setTimeout(() => {
      whenFree(() => {
        if (this.waiting === waiting) void this.ask()
      })
    }, quiet)
    this.waiting = waiting
  }

  private async ask(): Promise<void> {
    const { opened } = this
    if (!opened?.view || this.isAsking || this.state.get().phase === 'failed') return
    const registers = this.app.registers.get()
    const asked = [opened.document, registers]
    if (asked.every((one, at) => one === this.asked[at])) return
    this.asked = asked
    this.isAsking = true
    const { hands, people, names, words = [] } = registers
    const text = await opened.work().text(false)
    const answer = await this.thread.ask({
      kind: 'doubts',
      document: opened.loaded.entry.id,
      text,
      known: { hands, people, names, words },
    })
    this.isAsking = false
    if (this.opened !== opened) return this.soon(0)
    if (!answer.ok) {
      this.state.set({ ...OFF, phase: 'failed', sentence: answer.fault.sentence })
      return
    }
    this.told = answer.value
    whenFree(() => this.arrived())
    if (opened.document !== asked[0] || this.app.registers.get() !== registers) this.soon()
  }

  private arrived(): void {
    const { opened, told } = this
    if (!opened?.view || !told) return
    // nothing is drawn into words that an input method is composing
    if (opened.view.composing || compositionIsPending(opened.state)) {
      setTimeout(() => whenFree(() => this.arrived()), QUIET)
      return
    }
    const { doubts, count, without } = told
    this.told = null
    this.state.set({ ...this.state.get(), phase: 'ready', more: count - doubts.length, without, sentence: '' })
    this.draw(doubtPlaces(opened.document, doubts))
    if (!this.hasLearnt) void this.learn(opened)
  }

  private draw(places: readonly DoubtPlace[]): void {
    const { view } = this.opened ?? {}
    if (!view) return
    const now = standingDoubts(view.state)
    const sign = (all: readonly DoubtPlace[]) =>
      all
        .map(({ doubt, from, to }) => `${from} ${to} ${JSON.stringify(doubt)}`)
        .sort()
        .join('\n')
    if (sign(now) !== sign(places)) view.dispatch(view.state.tr.setMeta(DOUBT_LINES, places).setMeta('addToHistory', false))
    this.tell()
  }

  /** The words that people have worked on elsewhere in the collection: read once, when the letter itself was gone through. */
  private async learn({ loaded }: OpenDocument): Promise<void> {
    this.hasLearnt = true
    const others = (this.app.collection.get()?.documents ?? []).filter(
      ({ id, transcript }) => transcript !== null && id !== loaded.entry.id,
    )
    const texts: string[] = []
    let letters = 0
    for (const { id } of others.slice(0, OTHERS.documents)) {
      const read = await this.app.host.readTranscript({ document: id })
      await nextTask()
      const text = read.ok ? read.value.text : null
      letters += text?.length ?? 0
      if (letters > OTHERS.letters) break
      if (text !== null) texts.push(text)
    }
    if (texts.length === 0) return
    await this.thread.ask({ kind: 'learn', texts })
    this.asked = []
    this.soon(0)
  }
}
