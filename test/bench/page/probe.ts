/** What an editor under test must be able to do. */
export interface Subject {
  /** Everything that is not part of loading: making the text, starting a host. */
  prepare(words: number): Promise<void> | void
  /** From the text in memory to the editor standing in the page. */
  load(): Promise<void> | void
  /** Puts the caret in the middle of the document, in sight. */
  placeCaret(): void
  /** The letters right after the place where the caret was put. */
  typed(length: number): string
  /** Asks for a save, as its timer would. */
  saveSoon?(): void
  /** What else is to be told after typing; throws where something is wrong. */
  finish?(typed: string): Promise<unknown>
}

/** How `test/bench/typing.mjs` reaches the page. */
export interface Probe {
  readonly ready: Promise<void>
  /** Loads the text and gives the ms until it was painted. */
  load(): Promise<number>
  placeCaret(): Promise<void>
  /** ms from the nth keydown's own time to the task after the next frame. */
  frame(nth: number): Promise<number>
  typed(length: number): string
  saveSoon(): void
  finish(typed: string): Promise<unknown>
}

declare global {
  interface Window {
    probe: Probe
  }
}

const afterFrame = () =>
  new Promise<number>((resume) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resume(performance.now())
      port2.postMessage(null)
    })
  })

/** Shows an editor to the bench as `window.probe`. */
export function expose(subject: Subject): void {
  const frames: Promise<number>[] = []
  const waiting: (() => void)[] = []
  addEventListener(
    'keydown',
    (event) => {
      frames.push(afterFrame().then((now) => now - event.timeStamp))
      for (const resume of waiting.splice(0)) resume()
    },
    true,
  )
  const words = Number(new URLSearchParams(location.search).get('words'))
  window.probe = {
    ready: Promise.resolve(subject.prepare(words)),
    async load() {
      const start = performance.now()
      await subject.load()
      return (await afterFrame()) - start
    },
    async placeCaret() {
      subject.placeCaret()
      await afterFrame()
      await afterFrame()
    },
    async frame(nth) {
      while (frames.length <= nth) await new Promise<void>((resume) => void waiting.push(resume))
      return frames[nth]!
    },
    typed: (length) => subject.typed(length),
    saveSoon: () => subject.saveSoon?.(),
    finish: async (typed) => subject.finish?.(typed),
  }
}
