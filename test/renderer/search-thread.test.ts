import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Question, Reply } from '../../renderer/search/messages.ts'
import { PATIENCE, SearchThread } from '../../renderer/search/search-thread.ts'

/** A thread that starts and works when the test says so. */
class SlowWorker {
  static last: SlowWorker
  readonly asked: Question[] = []
  isStopped = false
  onmessage: (event: { data: Reply }) => void = () => undefined
  constructor() {
    SlowWorker.last = this
  }
  postMessage(question: Question): void {
    this.asked.push(question)
  }
  terminate(): void {
    this.isStopped = true
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('Worker', SlowWorker)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const QUERY = { words: 'a+', matchCase: false, wholeWords: false, where: 'all', regular: true } as const
const ask = () => new SearchThread().ask<'match'>({ kind: 'match', texts: ['aa'], query: QUERY }, PATIENCE)

it('a thread that takes long to start is not taken for an expression that takes too long', async () => {
  const answer = ask()
  vi.advanceTimersByTime(10 * PATIENCE)
  const { last } = SlowWorker
  expect(last.isStopped).toBe(false)
  const [{ n }] = last.asked as [Question]
  last.onmessage({ data: { n, begun: true } })
  vi.advanceTimersByTime(PATIENCE - 1)
  last.onmessage({ data: { n, value: [] } })
  expect(await answer).toEqual({ ok: true, value: [] })
})

it('an expression is stopped a second after the thread began with it', async () => {
  const answer = ask()
  const { last } = SlowWorker
  last.onmessage({ data: { n: last.asked[0]!.n, begun: true } })
  vi.advanceTimersByTime(PATIENCE)
  expect(await answer).toMatchObject({ ok: false, fault: { tag: 'too-long' } })
  expect(last.isStopped).toBe(true)
})
