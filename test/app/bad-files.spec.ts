import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { expect, test } from './fixtures.ts'

/** What stands in a folder: names, sizes, times and content. */
async function everything(folder: string): Promise<readonly string[]> {
  return Promise.all(
    readdirSync(folder)
      .sort()
      .map(async (name) => {
        const { size, mtimeMs, ino } = statSync(join(folder, name))
        const hash = createHash('sha256')
        await pipeline(createReadStream(join(folder, name)), hash)
        return `${name} ${size} ${mtimeMs} ${ino} ${hash.digest('hex')}`
      }),
  )
}

/** A sound transcript of another original. */
const FOREIGN = 'richards-to-coles-1982-03-12.txt.tei.json'

/** Each wrong file, and what the person is told of it. */
const WRONG: Readonly<Record<string, RegExp>> = {
  'binary.txt': /binary\.txt: This file holds zero bytes: it is no plain text\. The file was not touched/,
  'huge.txt': /huge\.txt is larger than 50 MiB\. It is not opened/,
  'broken.txt': /damaged or cut short.*Nothing was changed/,
  'foreign.txt': /belongs to richards-to-coles-1982-03-12\.txt, not to foreign\.txt/,
  'newer.txt': /written by a newer Scholion \(format version 99; this one knows 1\).*Nothing was changed/,
}

test('a wrong file gets its sentence, and nothing on disk changes', async ({ collection, start }) => {
  const put = (name: string, bytes: string | Uint8Array) => writeFileSync(join(collection, name), bytes)
  put(
    'binary.txt',
    Uint8Array.from({ length: 5000 }, (_, n) => (n * 7919) % 256),
  )
  put('huge.txt', 'x')
  truncateSync(join(collection, 'huge.txt'), 200 * 1024 * 1024)
  for (const name of ['broken', 'foreign', 'newer']) put(`${name}.txt`, `The machine words of ${name}\n`)
  put('broken.txt.tei.json', '{"format": "scholion-transcript", "version": 1, "originals": [')
  put('foreign.txt.tei.json', readFileSync(join(collection, FOREIGN)))
  put(
    'newer.txt.tei.json',
    JSON.stringify({ format: 'scholion-transcript', version: 99, originals: [{ name: 'newer.txt' }], pages: [] }),
  )
  const before = await everything(collection)

  const { page } = await start()
  const later = page.getByRole('button', { name: 'Not now' })
  await expect(page.getByRole('button', { name: 'newer.txt' })).toBeVisible()
  if (await later.isVisible()) await later.click()
  const messages = page.getByRole('region', { name: 'Messages' })
  for (const [name, tells] of Object.entries(WRONG)) {
    await test.step(name, async () => {
      await page.getByRole('button', { name }).click()
      await expect(messages).toContainText(tells)
      // what can be looked at can only be looked at
      if (await page.locator('.ProseMirror').isVisible()) {
        await expect(page.locator('.ProseMirror')).toHaveAttribute('contenteditable', 'false')
        await page.keyboard.press('Alt+w')
        await expect(page.locator('.ProseMirror')).toHaveCount(0)
      }
    })
  }
  expect(await everything(collection)).toEqual(before)
})
