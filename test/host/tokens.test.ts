import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { tokensOf } from '../../electron/server/tokens.ts'

it('a secret for a second tab runs out after five minutes, whatever is done to the clock meanwhile', async () => {
  const MINUTE = 60_000
  let [elapsed, day] = [0, 0]
  const now = () => new Date(Date.UTC(2026, 10, 21, 9 + 24 * day))
  const tokens = () => tokensOf({ randomBytes, now, time: () => elapsed, sessions: [], keep: async () => {} })
  for (day of [0, 2, -2]) {
    const these = tokens()
    const [first, second, printed] = [these.secret(false), these.secret(false), these.secret(true)]
    day += 1
    elapsed += 4 * MINUTE
    expect(await these.exchange(first)).not.toBe(null)
    day -= 3
    elapsed += MINUTE
    expect(await these.exchange(second)).toBe(null)
    expect(await these.exchange(printed)).not.toBe(null)
  }
})
