import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addressForAnother,
  bars,
  changeOutside,
  enter,
  expectOnDisk,
  fileText,
  openLetter,
  picture,
  putLetter,
  sign,
  TRANSCRIPT,
  text,
  typeWords,
} from '../support/at-the-desk.ts'
import { axeFaults } from '../support/axe.ts'
import { expect, test } from '../support/fixtures.ts'
import { slowDisk } from '../support/slow-disk.ts'

test.describe('the file changes outside while nothing is unsaved', () => {
  test('the new version is shown, and undo brings the earlier one back', async ({ page, scholion, collection }) => {
    const file = putLetter(collection)
    await enter(page, scholion.address)
    await openLetter(page)
    await typeWords(page, ' mine')
    await expect(sign(page)).toHaveText(/^Saved/)
    changeOutside(file, 'the minister', 'the ambassador')
    await expect(text(page)).toContainText('the ambassador')
    await expect(bars(page)).toContainText('was changed outside Scholion')
    await picture(page, 'changed-outside')
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+z')
    await expect(text(page)).toContainText('the minister')
    await expect(text(page), 'undo goes back one step, not two').toContainText(' mine')
    await expectOnDisk(file, 'the minister')
  })

  test('what somebody else said of the file is kept when work goes on', async ({ page, scholion, collection }) => {
    const file = putLetter(collection)
    await enter(page, scholion.address)
    await openLetter(page)
    await typeWords(page, ' mine')
    await expect(sign(page)).toHaveText(/^Saved/)
    const theirs = JSON.parse(readFileSync(file, 'utf8'))
    theirs.revisions.push({ when: '2026-01-01T00:00:00Z', who: 'Somebody Else', what: 'checked' })
    theirs.status = Object.keys(theirs).includes('status') ? theirs.status : 'in-progress'
    theirs.catalogue = 'PREM 19/1'
    writeFileSync(file, JSON.stringify(theirs, null, 2))
    await expect(bars(page)).toContainText('was changed outside Scholion')
    await typeWords(page, ' and more')
    await expectOnDisk(file, 'and more')
    const now = JSON.parse(readFileSync(file, 'utf8'))
    expect(now.catalogue).toBe('PREM 19/1')
    expect(now.revisions.map(({ who }: { who: string }) => who)).toContain('Somebody Else')
  })

  test('a file that was only touched is no news', async ({ page, scholion, collection }) => {
    const file = putLetter(collection)
    await enter(page, scholion.address)
    await openLetter(page)
    await typeWords(page, ' mine')
    await expect(sign(page)).toHaveText(/^Saved/)
    const looked = page.waitForResponse((response) => response.url().endsWith('/api/list'))
    utimesSync(file, new Date(), new Date(Date.now() - 60_000))
    await looked
    await expect(bars(page)).toBeEmpty()
    await typeWords(page, ' and more')
    await expectOnDisk(file, 'and more')
    await expect(sign(page)).toHaveText(/^Saved/)
    await expect(bars(page)).toBeEmpty()
  })

  for (const [how, act, button] of [
    ['is removed', (file: string) => rmSync(file), 'Save it again'],
    ['is emptied', (file: string) => writeFileSync(file, ''), 'Put my work back'],
    ['is filled with zeros', (file: string) => writeFileSync(file, Buffer.alloc(300)), 'Put my work back'],
  ] as const) {
    test(`a file that ${how} is never taken over: the work stays, and can be put back`, async ({
      page,
      scholion,
      collection,
    }) => {
      const file = putLetter(collection)
      await enter(page, scholion.address)
      await openLetter(page)
      await typeWords(page, ' mine')
      await expect(sign(page)).toHaveText(/^Saved/)
      act(file)
      const there = fileText(file)
      await expect(bars(page)).toContainText('Nothing is lost: all your work is here')
      await expect(sign(page)).toHaveText(/^Not saved since/)
      await expect(text(page)).toContainText(' mine')
      await picture(page, how.replaceAll(' ', '-'))
      expect(fileText(file), 'nothing is written unasked').toBe(there)
      await page.getByRole('button', { name: button }).click()
      await expectOnDisk(file, ' mine')
      await expect(sign(page)).toHaveText(/^Saved/)
      await expect(bars(page)).toBeEmpty()
      const damaged = readdirSync(collection).filter((name) => name.includes('.damaged-'))
      expect(damaged).toHaveLength(there === null ? 0 : 1)
      if (damaged[0]) expect(fileText(join(collection, damaged[0]))).toBe(there)
    })
  }

  test('a version without any words is not taken over unseen', async ({ page, scholion, collection }) => {
    const file = putLetter(collection)
    await enter(page, scholion.address)
    await openLetter(page)
    await typeWords(page, ' mine')
    await expect(sign(page)).toHaveText(/^Saved/)
    const theirs = JSON.parse(readFileSync(file, 'utf8'))
    for (const one of theirs.pages) one.content = []
    theirs.unused = []
    writeFileSync(file, JSON.stringify(theirs))
    await expect(bars(page)).toContainText('without any words')
    await expect(text(page)).toContainText(' mine')
    await page.getByRole('button', { name: 'Keep mine' }).click()
    await expectOnDisk(file, ' mine')
  })
})

test.describe('the file changes outside while something is unsaved', () => {
  /** Mine and theirs, both after the same save. */
  async function clash(page: import('@playwright/test').Page, address: string, file: string): Promise<void> {
    const disk = await slowDisk(page, 'writeTranscript')
    await enter(page, address)
    await openLetter(page)
    await typeWords(page, ' common')
    await expect(sign(page)).toHaveText(/^Saved/)
    await page.locator('.ProseMirror').focus()
    disk.hold()
    await page.keyboard.type(' mine')
    changeOutside(file, 'Dear John', 'Dear Sir John')
    await disk.answer()
    await expect(bars(page)).toContainText('changed the file of this document while you worked')
    await expect(text(page)).toContainText('common mine')
    await expect(text(page)).not.toContainText('Dear Sir John')
    expect(readFileSync(file, 'utf8')).toContain('Dear Sir John')
    expect(readFileSync(file, 'utf8')).not.toContain('mine')
  }

  test('keep both: mine is written beside it and theirs is shown; undo brings mine back', async ({
    page,
    scholion,
    collection,
  }) => {
    const file = putLetter(collection)
    await clash(page, scholion.address, file)
    await picture(page, 'clash')
    await page.getByRole('button', { name: 'Keep both' }).click()
    await expect(bars(page)).toContainText('Your version is kept as a-short-letter.txt (conflict')
    await expect(text(page)).toContainText('Dear Sir John')
    await picture(page, 'kept-both')
    const [copy] = readdirSync(collection).filter((name) => name.includes('(conflict '))
    expect(readFileSync(join(collection, copy!), 'utf8')).toContain('common mine')
    expect(readFileSync(file, 'utf8')).toContain('Dear Sir John')
    await expect(sign(page)).toHaveText(/^Saved/)
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+z')
    await expect(text(page)).toContainText('common mine')
  })

  test('theirs is shown; undo brings mine back, and then it is saved over theirs, which goes to history', async ({
    page,
    scholion,
    collection,
  }) => {
    const file = putLetter(collection)
    await clash(page, scholion.address, file)
    await page.getByRole('button', { name: 'Show theirs' }).click()
    await expect(text(page)).toContainText('Dear Sir John')
    await expect(sign(page)).toHaveText(/^Saved/)
    expect(readFileSync(file, 'utf8')).toContain('Dear Sir John')
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+z')
    await expect(text(page)).toContainText('common mine')
    await expectOnDisk(file, 'common mine')
  })

  test('difference by difference mine or theirs is chosen by key or mouse, nothing preset; both whole versions stay in the history', async ({
    page,
    scholion,
    collection,
  }) => {
    const file = putLetter(collection)
    await clash(page, scholion.address, file)
    changeOutside(file, 'the minister', 'the ambassador')
    const box = page.getByRole('dialog', { name: 'Your work and the version in the file' })
    const save = box.getByRole('button', { name: 'Save with these choices' })
    await page.keyboard.press('Alt+b')
    await expect(box.getByRole('radio')).toHaveCount(4)
    await expect(box.getByRole('radio', { checked: true }), 'nothing is preset').toHaveCount(0)
    await expect(save).toBeDisabled()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('m')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('m')
    await expect(save).toBeEnabled()
    // by mouse, or with Tab and the arrows of a pair of choices
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    await expect(box.getByRole('radio', { name: 'Theirs' }).last()).toBeChecked()
    await box.getByRole('radio', { name: 'Theirs' }).first().check()
    await expect(box.locator('.difference').first(), 'where the hand is, there the letters act').toHaveClass(/current/)
    await page.keyboard.press('m')
    await picture(page, 'choices')
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('4')
    await expect(box).toHaveCount(0)
    await expectOnDisk(file, 'the ambassador')
    await expect(sign(page)).toHaveText(/^Saved/)
    await expect(text(page)).toContainText('common mine')
    await expect(text(page)).toContainText('the ambassador')
    for (const shown of [fileText(file), await text(page).innerText()]) expect(shown).not.toContain('Dear Sir John')
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press('Alt+h')
    const versions = page.getByRole('dialog').getByRole('option')
    await expect(versions.first(), 'what was on the screen').toContainText('1 block')
    await expect(versions.nth(1), 'what was in the file').toContainText('1 block')
  })

  test('mine replaces theirs, which can be had back from history', async ({ page, scholion, collection }) => {
    const file = putLetter(collection)
    await clash(page, scholion.address, file)
    await page.getByRole('button', { name: 'Keep mine' }).click()
    await expectOnDisk(file, 'common mine')
    await expect(sign(page)).toHaveText(/^Saved/)
    await expect(bars(page)).toBeEmpty()
    const history = readdirSync(scholion.stateDir, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && one.parentPath.includes('history'))
      .map((one) => readFileSync(join(one.parentPath, one.name)))
    expect(history.length).toBeGreaterThan(0)
    const token = await page.evaluate(() => sessionStorage.getItem('scholion-session'))
    const call = (name: string, body: unknown) =>
      page.evaluate(
        async ([path, json, key]) => {
          const headers = { 'content-type': 'application/json', 'x-scholion-token': key! }
          return (await fetch(`/api/${path}`, { method: 'POST', headers, body: json! })).json()
        },
        [name, JSON.stringify(body), token] as const,
      )
    const { value } = await call('list', {})
    const document = value.documents.find((one: { original: string }) => `${one.original}.tei.json` === TRANSCRIPT).id
    const [newest] = (await call('listHistory', { document })).value
    expect((await call('readHistory', { document, entry: newest.id })).value).toContain('Dear Sir John')
  })

  test('while the person has not decided, closing keeps the work and says where it is', async ({
    page,
    scholion,
    collection,
  }) => {
    const file = putLetter(collection)
    await clash(page, scholion.address, file)
    await openLetter(page, 'richards-to-coles-1982-03-12.txt')
    await expect(page.locator('.crumb')).toHaveAttribute('title', /^richards-to-coles-1982-03-12.txt/)
    await expect(bars(page)).toContainText('a-short-letter.txt was closed before it could be saved. Its work is kept')
    await picture(page, 'left-unsaved')
    await page.getByRole('button', { name: 'Open it', exact: true }).click()
    await expect(text(page)).toContainText('Dear Sir John')
    await page.getByRole('button', { name: 'Bring the unsaved work back' }).click()
    await expect(text(page)).toContainText('common mine')
    await expectOnDisk(file, 'common mine')
  })
})

test.describe('one document in two places', () => {
  test('a second tab of the same browser reads along, and takes over when the first lets go', async ({
    page,
    context,
    scholion,
    collection,
  }) => {
    const file = putLetter(collection)
    await enter(page, scholion.address)
    await openLetter(page)
    await typeWords(page, ' first tab')
    const second = await context.newPage()
    await enter(second, await addressForAnother(page))
    await openLetter(second)
    await expect(bars(second)).toContainText('open in another tab or window')
    await expect(sign(second)).toHaveText('Read only')
    await picture(second, 'second-tab')
    await second.locator('.ProseMirror').focus()
    await second.keyboard.type('not typed')
    await expectOnDisk(file, ' first tab')
    await expect(text(second)).toContainText(' first tab')
    await expect(text(second)).not.toContainText('not typed')
    await page.keyboard.press('Alt+w')
    await expect(page.locator('.ProseMirror')).toHaveCount(0)
    await second.getByRole('button', { name: 'Work here instead' }).click()
    await expect(sign(second)).toHaveText('No changes')
    await typeWords(second, ' and second tab')
    await expectOnDisk(file, ' first tab and second tab')
  })

  test('two browsers lose nothing to each other: the second to save is asked', async ({
    page,
    browser,
    scholion,
    collection,
  }) => {
    const file = putLetter(collection)
    const disk = await slowDisk(page, 'writeTranscript')
    await enter(page, scholion.address)
    const other = await browser.newContext()
    try {
      const second = await other.newPage()
      const diskOfSecond = await slowDisk(second, 'writeTranscript')
      await enter(second, await addressForAnother(page))
      await openLetter(page)
      await openLetter(second)
      await typeWords(page, ' from one')
      await page.keyboard.press('Control+s')
      await expect(sign(page)).toHaveText(/^Saved/)
      await expect(text(second)).toContainText(' from one')
      const both = [disk, diskOfSecond]
      for (const one of both) one.hold()
      await typeWords(second, ' from two')
      await typeWords(page, ' again')
      await page.keyboard.press('Control+s')
      await second.keyboard.press('Control+s')
      for (const one of both) await one.asked()
      for (const one of both) await one.answer()
      const asked = page.getByRole('button', { name: 'Keep both' })
      const askedToo = second.getByRole('button', { name: 'Keep both' })
      await expect.poll(async () => (await asked.count()) + (await askedToo.count())).toBe(1)
      const loser = (await asked.count()) === 1 ? page : second
      await loser.getByRole('button', { name: 'Keep both' }).click()
      await expect(bars(loser)).toContainText('Your version is kept as')
      const all = readdirSync(collection)
        .filter((name) => name.startsWith('a-short-letter.txt') && name.endsWith('.tei.json'))
        .map((name) => readFileSync(join(collection, name), 'utf8'))
      expect(all.join()).toContain(' from one again')
      expect(all.join()).toContain(' from one from two')
      expect(readFileSync(file, 'utf8')).toContain(' from one')
    } finally {
      await other.close()
    }
  })
})
