import { expect, test } from './fixtures.ts'

test('the page has no Node, and of the program only the methods of the contract', async ({ desktop: { page } }) => {
  expect(await page.evaluate(() => [typeof require, typeof process, typeof module, typeof Buffer, typeof global])).toEqual(
    Array(5).fill('undefined'),
  )
  const keys = await page.evaluate(() => {
    const { scholion } = window
    return { all: Object.keys(scholion), host: Object.keys(scholion.host), shell: Object.keys(scholion.shell) }
  })
  expect(keys).toEqual({
    all: ['host', 'shell', 'onChosen', 'onClosing'],
    host: ['capabilities', 'list'],
    shell: ['showMenus', 'collections', 'openFolder', 'openRecent', 'openSample', 'flushed'],
  })
})
