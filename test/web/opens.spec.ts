import { expect, test } from '../support/fixtures.ts'

test.use({ collectionFrom: 'test/support/collections/one-letter' })

test('the address that is printed opens Scholion', async ({ page, scholion }) => {
  await page.goto(scholion.address)
  await expect(page).toHaveTitle(/Scholion/)
  await expect(page.getByText('Scholion').first()).toBeVisible()
})
