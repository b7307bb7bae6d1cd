import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { enter, openLetter } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { WORD_CLIPBOARD, WRITER_CLIPBOARD } from '../support/office-clipboards.ts'

const NAME = 'minutes.txt'

async function paste(page: Page, html: string): Promise<void> {
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+End')
  await page.evaluate((html) => {
    const data = new DataTransfer()
    data.setData('text/html', html)
    data.setData('text/plain', 'not this')
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
}

for (const [name, html] of [
  ['Word', WORD_CLIPBOARD],
  ['LibreOffice Writer', WRITER_CLIPBOARD],
] as const) {
  test(`what is copied in ${name} comes as what it is, what cannot come is said, and no policy is broken`, async ({
    page,
    scholion,
    collection,
  }) => {
    const broken: string[] = []
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) broken.push(message.text())
    })
    writeFileSync(join(collection, NAME), 'Dear John\n')
    await enter(page, scholion.address)
    await openLetter(page, NAME)
    await paste(page, html)
    const blocks = page.locator('.ProseMirror .block')
    await expect(blocks).toHaveText([
      'Dear JohnMEETING at noon with Mr Brown Mr Green on Monday Tuesday, early.',
      'Present\tOffice',
      /^Mr Green\tTreasury\s*and Board$/,
    ])
    await expect(page.locator('.ProseMirror .m-del')).toHaveText(['Mr Brown', 'Monday'])
    await expect(page.locator('.margin-note')).toContainText(['The younger brother.'])
    const notice = page.locator('.bars')
    await expect(notice).toContainText('2 struck-out places as deletion, hand not stated')
    await expect(notice).toContainText('one footnote as editor’s note')
    await expect(notice).toContainText('2 rows of a table as lines')
    await expect(notice).toContainText('the line under 2 places')
    await page.screenshot({ path: test.info().outputPath('pasted.png') })
    await notice.getByRole('button', { name: 'Make 2 pen marks' }).click()
    await expect(page.getByTestId('where')).toBeVisible()
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect(blocks).toHaveText(['Dear John'])
    await expect(page.locator('.margin-note')).toHaveCount(0)
    expect(broken).toEqual([])
  })
}

test('what a browser shows comes as it is shown: numbers of lists, lines and blanks, cells in their columns; what it does not show is said', async ({
  page,
  scholion,
  collection,
}) => {
  writeFileSync(join(collection, NAME), 'Dear John\n')
  await enter(page, scholion.address)
  await openLetter(page, NAME)
  await paste(
    page,
    `<meta charset='utf-8'><p>Agreed:</p><ol start="3" type="a"><li>the 4<sup>th</sup></li><li>two<ul><li><p>within</p></li></ul></li></ol>
<pre>TO:  FCO\n\tLONDON\n</pre><p>seen<span style="display:none"> not seen</span></p>
<table><tr><td rowspan="2">Port</td><td>1</td></tr><tr><td>2</td></tr></table>`,
  )
  const words = () =>
    page.locator('.ProseMirror .block').evaluateAll((blocks) => blocks.map((block) => (block as HTMLElement).innerText.trimEnd()))
  await expect
    .poll(words)
    .toEqual(['Dear JohnAgreed:', 'c. the 4th', 'd. two', '• within', 'TO:  FCO\n\tLONDON', 'seen', 'Port\t1', '\t2'])
  const notice = page.locator('.bars')
  await expect(notice).toContainText('3 numbers and bullets of lists as words')
  await expect(notice).toContainText('that one place was raised or lowered')
  await expect(notice).toContainText('hidden words, in one place')
  await page.screenshot({ path: test.info().outputPath('browser.png') })
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+z')
  await expect.poll(words).toEqual(['Dear John'])
})
