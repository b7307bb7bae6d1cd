import { isDeepStrictEqual } from 'node:util'
import { expect, type Locator } from '@playwright/test'

/** How often running the same must be found: what moves late moves after a frame or two, and a busy machine shows those late. */
const RUNNING = 4

/** What `read` finds once it finds the same again and again: fonts have come, and pages, notes and letters are where they stay. */
export async function atRest<Value>(read: () => Promise<Value>): Promise<Value> {
  let last = await read()
  let same = 1
  const howOften = async () => {
    const before = last
    last = await read()
    same = isDeepStrictEqual(last, before) ? same + 1 : 1
    return same
  }
  await expect.poll(howOften, { message: 'it stays as it is', intervals: [50] }).toBeGreaterThanOrEqual(RUNNING)
  return last
}

/** Where something stands on the screen; nowhere (NaN) as long as it is not drawn, which is no reason to give up waiting for it. */
export async function placeOf(what: Locator): Promise<{ readonly top: number; readonly bottom: number; readonly width: number }> {
  const box = await what.boundingBox()
  return { top: box?.y ?? Number.NaN, bottom: box ? box.y + box.height : Number.NaN, width: box?.width ?? Number.NaN }
}
