import { isDeepStrictEqual } from 'node:util'
import { expect, type Locator } from '@playwright/test'

/** What `read` finds once it finds the same twice running: fonts have come, and pages, notes and letters are where they stay. */
export async function atRest<Value>(read: () => Promise<Value>): Promise<Value> {
  let last = await read()
  const isSame = async () => {
    const before = last
    last = await read()
    return isDeepStrictEqual(last, before)
  }
  await expect.poll(isSame, 'it stays as it is').toBe(true)
  return last
}

/** Where something stands on the screen; nowhere (NaN) as long as it is not drawn, which is no reason to give up waiting for it. */
export async function placeOf(what: Locator): Promise<{ readonly top: number; readonly bottom: number; readonly width: number }> {
  const box = await what.boundingBox()
  return { top: box?.y ?? Number.NaN, bottom: box ? box.y + box.height : Number.NaN, width: box?.width ?? Number.NaN }
}
