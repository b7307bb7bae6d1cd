import type { Send } from '../../../shared/api/client.ts'

/** Carries calls to the host in `host-worker.ts`. */
export function workerTransport(words: number): Send {
  const worker = new Worker(new URL('./host-worker.ts', import.meta.url), { type: 'module', name: String(words) })
  const waiting = new Map<number, (answer: unknown) => void>()
  let last = 0
  worker.onmessage = ({ data }: MessageEvent<{ readonly id: number; readonly answer: unknown }>) => {
    waiting.get(data.id)?.(data.answer)
    waiting.delete(data.id)
  }
  return (call, ask) =>
    new Promise((answer) => {
      last += 1
      waiting.set(last, answer)
      worker.postMessage({ id: last, call, ask })
    })
}
