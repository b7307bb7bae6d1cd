import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'

const LETTER = 'palliser-to-coles-1982-06-01.txt'

test('after an export “Show in folder” shows that file where it stands, and nothing else can be asked for', async ({
  start,
  collection,
}) => {
  const { app, page } = await start()
  await app.evaluate(({ shell }) => {
    const seen = globalThis as unknown as { shown: string[] }
    seen.shown = []
    shell.showItemInFolder = (path) => void seen.shown.push(path)
  })
  const shown = () => app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)
  await page.getByRole('button', { name: LETTER }).click()
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+e')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Show in folder' }).click()
  const [name] = readdirSync(join(collection, 'editions'))
  await expect.poll(shown).toEqual([join(collection, 'editions', name!)])

  const ask = (asked: string) => page.evaluate((one) => window.scholion.shell.showEdition({ name: one }), asked)
  for (const elsewhere of [`../${LETTER}`, join(collection, LETTER), '..', 'gone.xml'])
    expect((await ask(elsewhere)).ok, elsewhere).toBe(false)
  expect(await shown()).toHaveLength(1)
})
