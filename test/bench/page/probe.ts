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
  /** Where there is something that keeps the work. */
  readonly keeping?: Keeping
}

export interface Keeping {
  /** Keeps the work now; resolves when it is kept. */
  keep(what: Kept): Promise<void>
  /** How often that was done so far. */
  counts(): Readonly<Record<Kept, number>>
  /** Throws where the saved file does not hold these letters. */
  check(typed: string): Promise<void>
}

export type Kept = 'journal' | 'save'

/** How `test/bench/typing.mjs` reaches the page. */
export interface Probe {
  readonly ready: Promise<void>
  /** Loads the text and gives the ms until it was painted. */
  load(): Promise<number>
  placeCaret(): Promise<void>
  /** ms from the nth keydown's own time to the task after the next frame. */
  frame(nth: number): Promise<number>
  typed(length: number): string
  readonly keeping: Keeping | null
  /** Asks for a save as a timer would. */
  saveSoon(): void
  /** Keeps the work: ms until it was kept, and the longest time between two frames meanwhile. */
  keep(what: Kept): Promise<{ readonly ms: number; readonly longest: number }>
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

async function watched(work: () => Promise<void>) {
  let [last, longest, running] = [await afterFrame(), 0, true]
  const look = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (running) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  const start = performance.now()
  await work()
  const ms = performance.now() - start
  running = false
  await afterFrame()
  return { ms, longest }
}

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
  const { keeping = null } = subject
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
    keeping,
    saveSoon: () => void setTimeout(() => void keeping?.keep('save')),
    keep: (what) => watched(async () => keeping?.keep(what)),
  }
}
