// Pictures that stand in the repository: made when somebody asks (npm run screenshots -- --guide), of a collection whose name is the same every time.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { enter, lift, openLetter, text } from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'
import { GUIDE, guidePicture } from '../support/gallery.ts'
import { Hands } from '../support/keyboard.ts'
import { MARGIN_PAPERS, putMarginPapers } from '../support/margin-papers.ts'
import { CHECKOUT, startScholion } from '../support/start-scholion.ts'

const RICHARDS = 'richards-to-coles-1982-03-12.txt'

test.use({ viewport: { width: 1280, height: 720 }, colorScheme: 'light', contextOptions: { reducedMotion: 'reduce' } })

/** Over a copy of the sample with all its work, and the papers that were made for the margin. */
async function atThePage(page: Page, stateFolder: string, act: (folder: string) => Promise<void>): Promise<void> {
  const place = mkdtempSync(join(tmpdir(), 'scholion-guide-'))
  const folder = join(place, 'PREM 19')
  cpSync(join(CHECKOUT, 'corpus/prem19'), folder, { recursive: true })
  putMarginPapers(folder)
  const running = await startScholion(folder, stateFolder)
  try {
    await enter(page, running.address)
    await act(folder)
  } finally {
    await running.stop()
    rmSync(place, { recursive: true })
  }
}

async function open(page: Page, name: string): Promise<void> {
  await openLetter(page, name)
  await expect(page.locator('.crumb')).toHaveAttribute('title', new RegExp(`^${name}`))
  await expect(page.locator('.margin-note.on').first()).toBeVisible()
  // what was hovered on the way there stays so until the mouse goes elsewhere
  await page.mouse.move(1, 719)
}

/** A page at the top of the sheet; until those before it are laid out, each look finds it elsewhere. */
const showPage = async (page: Page, number: number) => {
  const shown = page.locator('.page').nth(number - 1)
  const place = () =>
    shown.evaluate(async (element) => {
      element.scrollIntoView({ block: 'start' })
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      return Math.abs(element.getBoundingClientRect().top - element.closest('.editor-scroller')!.getBoundingClientRect().top) < 2
    })
  await expect.poll(place).toBe(true)
}
const box = (page: Page) => page.getByRole('dialog')

if (GUIDE !== null) {
  test('of the letter', async ({ page, stateFolder }) => {
    await atThePage(page, stateFolder, async () => {
      await open(page, RICHARDS)
      await page.keyboard.press('F9')
      await guidePicture(page, 'window.png')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+n')
      await guidePicture(page, 'notes.png')
      await page.keyboard.press('Alt+g')
      await page.getByRole('button', { name: /Margaret Thatcher/ }).click()
      await page.getByRole('button', { name: 'State it anew …' }).click()
      await expect(page.getByRole('form', { name: 'Margaret Thatcher' })).toBeVisible()
      await page.mouse.move(1, 719)
      await guidePicture(page, 'hands.png')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+i')
      await page.locator('.ProseMirror').focus()
      await page.keyboard.press('Control+l')
      await page.keyboard.press('1')
      await guidePicture(page, 'layers.png')
      await page.keyboard.press('Control+l')
      await page.keyboard.press('a')
      await expect(page.locator('.faded')).toHaveCount(0)
      await text(page).getByText('Poland: The Buckley Mission').click()
      await page.keyboard.press('Control+b')
      await expect(box(page)).toBeVisible()
      await guidePicture(page, 'roles.png')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+Shift+D')
      await expect(page.locator('.paper-panel')).toBeVisible()
      await guidePicture(page, 'paper.png')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+i')
      await page.keyboard.press('Escape')
      await page.keyboard.press('F7')
      await expect(page.frameLocator('iframe').getByText('Poland: The Buckley Mission').first()).toBeVisible()
      await guidePicture(page, 'read.png')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+Shift+F')
      await expect(box(page)).toBeVisible()
      await guidePicture(page, 'own-keys.png')
      await page.keyboard.press('Escape')
      await page.keyboard.press('F1')
      await page.getByRole('button', { name: 'All keys' }).click()
      await guidePicture(page, 'keys.png')
      await page.keyboard.press('Escape')
    })
  })

  test('of what leaves, and of what comes together', async ({ page, stateFolder }) => {
    await atThePage(page, stateFolder, async () => {
      await open(page, RICHARDS)
      const hands = new Hands(page)
      await page.keyboard.press('Alt+Shift+O')
      await expect(box(page)).toBeVisible()
      await guidePicture(page, 'join.png')
      await page.keyboard.press('Escape')
      await hands.find('We have now heard')
      await page.keyboard.press('Alt+Shift+Q')
      await expect(box(page)).toBeVisible()
      await guidePicture(page, 'copy-notes.png')
      await page.keyboard.press('Escape')
      await hands.find('Mr Buckley and his colleagues')
      await page.keyboard.press('Alt+m')
      await page.keyboard.press('h')
      await hands.fill({})
      await expect(page.locator('.m-withheld').first()).toBeVisible()
      await page.keyboard.press('ArrowLeft')
      await page.mouse.move(1, 719)
      await guidePicture(page, 'withheld.png')
    })
  })

  test('of what is looked for, and of names', async ({ page, stateFolder }) => {
    await atThePage(page, stateFolder, async () => {
      await open(page, RICHARDS)
      await page.keyboard.press('Control+Shift+F')
      await page.getByLabel('Search the collection for').fill('prime minister')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('status').filter({ hasText: 'found' })).not.toContainText('so far')
      await guidePicture(page, 'search.png')
      await page.keyboard.press('Escape')
      const hands = new Hands(page)
      await hands.press('Control+h')
      await hands.type('Soviet Union')
      await hands.goToField('Replace by')
      await hands.type('USSR')
      await page.getByRole('button', { name: /^Look at each/ }).click()
      await expect(box(page)).toBeVisible()
      await page.mouse.move(1, 719)
      await guidePicture(page, 'replace.png')
      await hands.press('Escape')
      if (await page.locator('.find-bar').count()) await page.getByRole('button', { name: 'Close', exact: true }).click()
      for (const name of ['President Reagan', 'Mr Buckley']) {
        await hands.find(name)
        await hands.press('Control+Shift+P', 'Enter')
      }
      await hands.find('Lord Carrington')
      await hands.press('Control+Shift+P')
      await guidePicture(page, 'person.png')
      await hands.press('Enter', 'Alt+Shift+A')
      await expect(box(page)).toContainText('are ticked')
      await guidePicture(page, 'alike.png')
      await hands.press('Enter', 'Alt+Shift+N')
      await box(page).locator('.name-entry', { hasText: 'Lord Carrington' }).click()
      await expect(page.locator('.mention').nth(1)).toBeVisible()
      await page.mouse.move(1, 719)
      await guidePicture(page, 'names.png')
      await page.keyboard.press('Escape')
      await text(page).getByText('12 March 1982').click()
      await page.keyboard.press('Control+Shift+D')
      await expect(box(page)).toBeVisible()
      await guidePicture(page, 'dates.png')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Alt+Shift+V')
      await page.keyboard.press('d')
      for (const key of ['Alt+=', 'Alt+=', 'Alt+=']) await page.keyboard.press(key)
      await page.keyboard.press('F9')
      await guidePicture(page, 'look.png')
    })
  })

  test('of the margin', async ({ page, stateFolder }) => {
    await atThePage(page, stateFolder, async () => {
      await open(page, MARGIN_PAPERS[0])
      await showPage(page, 4)
      await guidePicture(page, 'pen-marks.png')
      await showPage(page, 7)
      await guidePicture(page, 'editors-notes.png')
      await page.locator('.margin-note.on[data-kind="editornote"]').first().click()
      await expect(page.getByTestId('where')).toContainText(/in (editor’s note|headnote)/)
      await page.keyboard.press('Alt+k')
      await expect(box(page)).toBeVisible()
      await page.mouse.move(1, 719)
      await guidePicture(page, 'references.png')
      await page.keyboard.press('Escape')
      await showPage(page, 13)
      await guidePicture(page, 'pages.png')
      await showPage(page, 5)
      const count = page.locator('.crowd-count.on, .crowd-count').first()
      await count.evaluate((element) => element.scrollIntoView({ block: 'end' }))
      await guidePicture(page, 'crowd.png')
    })
  })

  test('of a first note', async ({ page, stateFolder }) => {
    await atThePage(page, stateFolder, async (folder) => {
      rmSync(join(folder, `${RICHARDS}.tei.json`))
      await openLetter(page, RICHARDS)
      await page.getByRole('button', { name: 'Looks right' }).click()
      await lift(page, "I don't think", '1')
      await text(page)
        .locator('.block')
        .filter({ hasText: 'Somewhere in the' })
        .click({ position: { x: 20, y: 8 } })
      await page.keyboard.press('Control+m')
      await expect(page.locator('.choice').first()).toBeVisible()
      await guidePicture(page, 'lift.png')
    })
  })
}
