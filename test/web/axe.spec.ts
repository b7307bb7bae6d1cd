import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function faults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of assistive technology, in the ${colorScheme}`, async ({ page, scholion }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(scholion.address)
    await expect(page.getByRole('button', { name: 'Not now' })).toBeVisible()
    expect(await faults(page), 'first start').toEqual([])
    await page.getByRole('button', { name: 'Not now' }).click()
    await page.getByRole('button', { name: 'richards-to-coles-1982-03-12.txt' }).click()
    await expect(page.locator('.margin-note.on').first()).toBeVisible()
    expect(await faults(page), 'a letter with notes').toEqual([])
    await page.keyboard.press('F9')
    expect(await faults(page), 'in a note').toEqual([])
    for (const tab of [/^Notes/, /^Lost/, /^Aside/, /^Hands/]) {
      await page.getByRole('tab', { name: tab }).click()
      expect(await faults(page), String(tab)).toEqual([])
    }
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+k')
    expect(await faults(page), 'palette').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await page.getByText('12 March 1982').click()
    await page.keyboard.press('Control+b')
    expect(await faults(page), 'chooser').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+S')
    await page.keyboard.press('p')
    expect(await faults(page), 'form').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+Enter')
    await page.keyboard.press('Alt+Shift+D')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await faults(page), 'the description of a paper').toEqual([])
  })
}
