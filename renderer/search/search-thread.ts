import { done, failed, type Result } from '../../shared/model/result.ts'
import type { Outcomes, Question, Reply, Source, Work } from './messages.ts'

type Kind = keyof Outcomes
type Asked<One extends Kind> = Extract<Work, { readonly kind: One }>

/** How long an expression may take over one document, in ms. */
export const PATIENCE = 1000

/** Who asked: told when the thread begins with the question, and what came of it. */
interface Asker {
  readonly begun: () => void
  readonly answered: (reply: Result<unknown>) => void
}

/**
 * The thread that searches. It remembers what it has read; one that is stopped forgets it, and the next question begins a new one.
 */
export class SearchThread {
  private worker: Worker | null = null
  private readonly waiting = new Map<number, Asker>()
  private readonly known = new Map<string, string>()
  private count = 0

  /** Whether this version of a document was read already. */
  knows(document: string, version: string): boolean {
    return this.worker !== null && this.known.get(document) === version
  }

  async learn(document: string, version: string, source: Source): Promise<Result<null>> {
    const learned = await this.ask({ kind: 'learn', key: document, source })
    if (learned.ok) this.known.set(document, version)
    return learned
  }

  /**
   * Asks, and waits at most so long (in ms) for the answer, from when the thread begins with it (on a busy machine it may take seconds to start):
   * then the thread is stopped, fault `too-long`.
   */
  ask<One extends Kind>(work: Asked<One>, patience: number | null = null): Promise<Result<Outcomes[One], string>> {
    const worker = this.running()
    const n = ++this.count
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const tooLong = () => this.stop('too-long', 'It takes too long, and was stopped. Nothing was changed.')
      this.waiting.set(n, {
        begun: () => {
          if (patience !== null) timer = setTimeout(tooLong, patience)
        },
        answered: (reply) => {
          clearTimeout(timer)
          resolve(reply as Result<Outcomes[One], string>)
        },
      })
      worker.postMessage({ n, timed: patience !== null, ...work } satisfies Question)
    })
  }

  /** Stops whatever is under way. */
  stop(tag = 'stopped', sentence = 'The search was stopped.'): void {
    this.worker?.terminate()
    this.worker = null
    this.known.clear()
    const all = [...this.waiting.values()]
    this.waiting.clear()
    for (const asker of all) asker.answered(failed(tag, sentence))
  }

  private running(): Worker {
    if (this.worker) return this.worker
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      const asker = this.waiting.get(data.n)
      if ('begun' in data) return asker?.begun()
      this.waiting.delete(data.n)
      asker?.answered('value' in data ? done(data.value) : failed('refused', data.sentence))
    }
    worker.onerror = () =>
      this.stop('bug', 'Searching met a fault of Scholion’s own, and was stopped. Nothing was changed. Search once more.')
    this.worker = worker
    return worker
  }
}
