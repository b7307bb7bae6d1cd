import type { Send } from '../../../shared/api/client.ts'
import type { Call } from '../../../shared/api/contract.ts'

/** Carries calls to the host in `host-worker.ts`, and counts them. What the host holds is told by its size and kind. */
export function workerTransport(
  size: number | string,
  kind: string,
): { readonly send: Send; readonly made: (call: Call) => number } {
  const worker = new Worker(new URL('./host-worker.ts', import.meta.url), {
    type: 'module',
    name: `${size} ${kind}`.trim(),
  })
  const waiting = new Map<number, (answer: unknown) => void>()
  const counts = new Map<Call, number>()
  let last = 0
  worker.onmessage = ({ data }: MessageEvent<{ readonly id: number; readonly answer: unknown }>) => {
    waiting.get(data.id)?.(data.answer)
    waiting.delete(data.id)
  }
  return {
    send: (call, ask) =>
      new Promise((answer) => {
        last += 1
        waiting.set(last, answer)
        counts.set(call, (counts.get(call) ?? 0) + 1)
        worker.postMessage({ id: last, call, ask })
      }),
    made: (call) => counts.get(call) ?? 0,
  }
}
