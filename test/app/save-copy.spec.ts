import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './fixtures.ts'

const LETTER = 'palliser-to-coles-1982-06-01.txt'
const COPY = `${LETTER}.tei.json`

/** The person chooses this place in the system's dialog, or none. */
function choose(app: ElectronApplication, path: string | null): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
  }, path)
}

test('where the letter’s own folder takes nothing, a copy goes where the system’s dialog says, and nowhere unsaid', async ({
  start,
  collection,
}) => {
  const { app, page, said } = await start()
  const elsewhere = join(dirname(collection), 'a stick')
  const shut = join(dirname(collection), 'a shut folder')
  for (const folder of [elsewhere, shut]) mkdirSync(folder)
  await page.getByRole('button', { name: LETTER }).click()
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+End')
  for (const folder of [collection, shut]) chmodSync(folder, 0o555)
  try {
    await page.keyboard.type(' Not to be lost')
    await page.keyboard.press('Control+s')
    const offer = page.getByRole('button', { name: 'Save a copy elsewhere' })

    await choose(app, null)
    await offer.click()
    await expect(page.locator('.said')).toHaveText('No copy was saved elsewhere.')

    await choose(app, join(shut, COPY))
    await offer.click()
    await expect(page.locator('.bars')).toContainText('No copy was saved in a shut folder')
    expect(readdirSync(shut)).toEqual([])

    // from here on in what was said: the other place is offered there
    await choose(app, join(elsewhere, COPY))
    await page.getByRole('button', { name: 'Choose another place …' }).click()
    await expect(page.locator('.bars')).toContainText(`A copy is saved elsewhere as ${COPY}`)
    expect(readFileSync(join(elsewhere, COPY), 'utf8')).toContain('Not to be lost')

    // the button is gone that had the focus: the text has it at the next frame
    await expect(page.locator('.ProseMirror')).toBeFocused()
    await page.keyboard.type(' and more')
    await offer.click()
    await expect(page.locator('.bars'), 'never over anything').toContainText('nothing is written over it')
    expect(readFileSync(join(elsewhere, COPY), 'utf8')).not.toContain('and more')

    await choose(app, join(elsewhere, 'palliser.txt'))
    await offer.click()
    await expect(page.locator('.bars')).toContainText('saved elsewhere as palliser.txt.tei.json')
    expect(existsSync(join(elsewhere, 'palliser.txt')), 'no machine transcript is made').toBe(false)
    expect(said()).not.toContain('Error')
  } finally {
    for (const folder of [collection, shut]) chmodSync(folder, 0o755)
  }
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('keeping')).toContainText(/^Saved/)
  expect(readFileSync(join(collection, COPY), 'utf8')).toContain('and more')
})
