import { done, failed, type Result } from '../../shared/model/result.ts'
import type { DoubtQuestion, DoubtReply, DoubtsTold, DoubtWork } from './messages.ts'

/** The thread that looks for doubts. It is begun by the first question, and keeps the dictionaries that it has read. */
export class DoubtThread {
  private worker: Worker | null = null
  private readonly waiting = new Map<number, (reply: Result<DoubtsTold | null, string>) => void>()
  private count = 0

  /** Answers when the thread has done so; a fault where it could not, or was stopped. */
  ask(work: DoubtWork): Promise<Result<DoubtsTold | null, string>> {
    const worker = this.running()
    const n = ++this.count
    return new Promise((resolve) => {
      this.waiting.set(n, resolve)
      worker.postMessage({ n, ...work } satisfies DoubtQuestion)
    })
  }

  /** Ends it, with all that it holds. */
  stop(tag = 'stopped', sentence = 'Looking for doubts was stopped.'): void {
    this.worker?.terminate()
    this.worker = null
    const all = [...this.waiting.values()]
    this.waiting.clear()
    for (const resolve of all) resolve(failed(tag, sentence))
  }

  private running(): Worker {
    if (this.worker) return this.worker
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<DoubtReply>) => {
      const resolve = this.waiting.get(data.n)
      this.waiting.delete(data.n)
      resolve?.('value' in data ? done(data.value) : failed('refused', data.sentence))
    }
    worker.onerror = () => this.stop('bug', 'Looking for doubts met a fault of Scholion’s own, and was stopped.')
    this.worker = worker
    return worker
  }
}
