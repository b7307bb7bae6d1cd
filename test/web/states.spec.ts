import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  bars,
  enter,
  expectOnDisk,
  LETTER,
  openLetter,
  picture,
  putLetter,
  sign,
  text,
  typeWords,
  WORDS,
} from '../support/at-the-desk.ts'
import { expect, test } from '../support/fixtures.ts'

/** Tries to write where nothing may be written, then looks at the file. */
async function expectReadOnly(page: Page, file: string): Promise<void> {
  const before = readFileSync(file)
  await expect(sign(page)).toHaveText('Read only')
  await page.locator('.ProseMirror').focus()
  await page.keyboard.type('not to be typed')
  await page.keyboard.press('Control+s')
  await expect(text(page)).not.toContainText('not to be typed')
  await page.keyboard.press('Alt+w')
  await expect(page.locator('.ProseMirror')).toHaveCount(0)
  expect(readFileSync(file).equals(before), 'the file is the same, byte for byte').toBe(true)
}

/** A transcript that was really saved, and an earlier version of it in history. */
async function saveTwice(page: Page, address: string, file: string): Promise<void> {
  await enter(page, address)
  await openLetter(page)
  await typeWords(page, ' first version')
  await page.keyboard.press('Control+s')
  await expectOnDisk(file, 'first version')
  await typeWords(page, ' second version')
  await page.keyboard.press('Control+s')
  await expectOnDisk(file, 'second version')
  await page.keyboard.press('Alt+w')
  await expect(page.locator('.ProseMirror')).toHaveCount(0)
}

test.describe('a transcript that cannot be read', () => {
  for (const [what, content] of [
    ['cut short', '{ "format": "scholion-transcript", "version": 1, "pag'],
    ['empty', ''],
    ['full of zero bytes', '\u0000'.repeat(200)],
  ] as const) {
    test(`(${what}) is shown as the machine transcript, to read only, and stays as it is`, async ({
      page,
      scholion,
      collection,
    }) => {
      const file = putLetter(collection)
      writeFileSync(file, content)
      await enter(page, scholion.address)
      await openLetter(page)
      await expect(bars(page)).toContainText('What you see is the machine transcript, to read only')
      await expect(text(page)).toContainText('First the weather')
      await picture(page, `damaged-${what.replaceAll(' ', '-')}`)
      await expectReadOnly(page, file)
    })
  }

  test('gives way to an earlier version when the person says so, and is kept beside it', async ({
    page,
    scholion,
    collection,
  }) => {
    const file = putLetter(collection)
    await saveTwice(page, scholion.address, file)
    writeFileSync(file, '{ damaged')
    await openLetter(page)
    await page.getByRole('button', { name: 'Earlier versions …' }).click()
    await expect(page.locator('.choice').first()).toBeVisible()
    await picture(page, 'earlier-versions')
    await page.keyboard.press('1')
    await expect(text(page)).toContainText('first version')
    await expectOnDisk(file, 'first version')
    const damaged = readdirSync(collection).filter((name) => name.includes('.damaged-'))
    expect(damaged).toHaveLength(1)
    expect(readFileSync(join(collection, damaged[0]!), 'utf8')).toBe('{ damaged')
  })

  test('can be begun again from the machine transcript', async ({ page, scholion, collection }) => {
    const file = putLetter(collection)
    writeFileSync(file, '{ damaged')
    await enter(page, scholion.address)
    await openLetter(page)
    await page.getByRole('button', { name: 'Begin again from the machine transcript' }).click()
    await expect(sign(page)).toHaveText('No changes')
    expect(readFileSync(file, 'utf8')).toBe('{ damaged')
    await typeWords(page, ' anew')
    await expectOnDisk(file, ' anew')
    expect(readdirSync(collection).filter((name) => name.includes('.damaged-'))).toHaveLength(1)
  })

  test('that was mended outside can be opened again', async ({ page, scholion, collection }) => {
    const file = putLetter(collection)
    await saveTwice(page, scholion.address, file)
    const sound = readFileSync(file)
    writeFileSync(file, '{ damaged')
    await openLetter(page)
    await expect(sign(page)).toHaveText('Read only')
    writeFileSync(file, sound)
    await page.getByRole('button', { name: 'Open it again' }).click()
    await expect(sign(page)).toHaveText('No changes')
    await expect(text(page)).toContainText('second version')
  })

  test('because a newer Scholion wrote it is not changed', async ({ page, scholion, collection }) => {
    const file = putLetter(collection)
    const newer = {
      format: 'scholion-transcript',
      version: 99,
      marvels: [{ of: 'the future' }],
      originals: [{ name: LETTER }],
      pages: [],
    }
    writeFileSync(file, JSON.stringify(newer))
    await enter(page, scholion.address)
    await openLetter(page)
    await expect(bars(page)).toContainText('written by a newer Scholion (format version 99')
    await expect(page.getByRole('button', { name: 'Begin again from the machine transcript' })).toHaveCount(0)
    await picture(page, 'newer')
    await expectReadOnly(page, file)
  })

  test('because it belongs to another document is not changed', async ({ page, scholion, collection }) => {
    const file = putLetter(collection)
    await saveTwice(page, scholion.address, file)
    const other = join(collection, 'another.txt')
    writeFileSync(other, WORDS)
    writeFileSync(`${other}.tei.json`, readFileSync(file))
    await openLetter(page, 'another.txt')
    await expect(bars(page)).toContainText(`This transcript belongs to ${LETTER}, not to another.txt`)
    await picture(page, 'of-another')
    await expectReadOnly(page, `${other}.tei.json`)
  })
})

test.describe('originals', () => {
  test('one that was changed since the transcript was begun is told of; nothing moves', async ({
    page,
    scholion,
    collection,
  }) => {
    const file = putLetter(collection)
    await saveTwice(page, scholion.address, file)
    putLetter(collection, `A new first line.\n\n${WORDS}`)
    await openLetter(page)
    await expect(bars(page)).toContainText(`${LETTER} was changed outside Scholion since this transcript was begun`)
    await expect(text(page)).not.toContainText('A new first line')
    await expect(text(page)).toContainText('second version')
    await picture(page, 'original-changed')
    await typeWords(page, ' third')
    await expectOnDisk(file, ' third')
  })

  test('one that is gone leaves its transcript to work in', async ({ page, scholion, collection }) => {
    const file = putLetter(collection)
    await saveTwice(page, scholion.address, file)
    rmSync(join(collection, LETTER))
    await openLetter(page)
    await expect(bars(page)).toContainText(`${LETTER} is not in the folder any more`)
    await picture(page, 'original-gone')
    await typeWords(page, ' third')
    await expectOnDisk(file, ' third')
  })

  test('Windows-1252 is recognised, said and changeable; no letter is replaced', async ({ page, scholion, collection }) => {
    const latin = Buffer.from('Dear Andr\xe9,\n\nthe \x93caf\xe9\x94 bill \x96 \xa35.\n', 'latin1')
    const file = putLetter(collection, latin)
    await enter(page, scholion.address)
    await openLetter(page)
    await expect(bars(page)).toContainText('Read as Windows-1252, because some of its letters cannot be read as UTF-8')
    await expect(text(page)).toContainText('“café” bill – £5.')
    await picture(page, 'windows-1252')
    await page.keyboard.press('Alt+Shift+y')
    await page.keyboard.press('l')
    await expect(bars(page)).toContainText('Each line is a block')
    await typeWords(page, ' dear')
    await expect(bars(page), 'the choice is over once work has begun').toBeEmpty()
    await expectOnDisk(file, ' dear')
    expect(JSON.parse(readFileSync(file, 'utf8')).originals[0]).toMatchObject({ encoding: 'windows-1252' })
    expect(readFileSync(join(collection, LETTER)).equals(latin)).toBe(true)
  })

  test('two encodings in one file are told, and read in pieces where that is chosen', async ({ page, scholion, collection }) => {
    const mixed = Buffer.concat([
      Buffer.from('Dear Müller,\n\ncafé, naïve.\n'),
      Buffer.from('The Minister\x92s \xa35.\n', 'latin1'),
    ])
    const file = putLetter(collection, mixed)
    await enter(page, scholion.address)
    await openLetter(page)
    await expect(bars(page)).toContainText('Two encodings stand in this one file')
    await page.getByRole('button', { name: 'Read otherwise …' }).click()
    const inPieces = page.getByRole('option', { name: 'as UTF-8, and Windows-1252 where it is none' })
    await expect(inPieces).toContainText('The Minister’s £5. / Dear Müller,')
    await picture(page, 'two-encodings')
    await inPieces.click()
    await expect(text(page)).toContainText('The Minister’s £5.')
    await expect(text(page)).toContainText('Dear Müller,')
    await typeWords(page, ' more')
    await expectOnDisk(file, ' more')
    expect(JSON.parse(readFileSync(file, 'utf8')).originals[0]).toMatchObject({ encoding: 'utf-8+windows-1252' })
    expect(readFileSync(join(collection, LETTER)).equals(mixed)).toBe(true)
  })

  test('an encoding that cannot be known is offered with the first odd lines of each', async ({ page, scholion, collection }) => {
    putLetter(collection, Buffer.from('Dear John,\n\nthe bill of \xa35.\n', 'latin1'))
    await enter(page, scholion.address)
    await openLetter(page)
    await expect(bars(page)).toContainText('as well')
    await picture(page, 'encoding-not-known')
    await page.getByRole('button', { name: 'Read otherwise …' }).click()
    await expect(page.getByRole('option', { name: 'as Mac Roman' })).toContainText('the bill of £5.')
    await expect(page.getByRole('option', { name: 'as KOI8-R' })).toContainText('the bill of')
    await picture(page, 'encoding-menu')
    await page.getByRole('option', { name: 'as Windows-1251' }).click()
    await expect(bars(page)).toContainText('Read as Windows-1251, as you chose')
    await expect(text(page)).toContainText('the bill of Ј5.')
  })

  test('UTF-16 is read by its mark, Cyrillic of before Unicode by how it reads, and signs that no edition can hold are told', async ({
    page,
    scholion,
    collection,
  }) => {
    putLetter(collection, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Dear Müller,\u001b\n', 'utf16le')]))
    await enter(page, scholion.address)
    await openLetter(page)
    await expect(bars(page)).toContainText('Read as UTF-16: the file says so at its beginning (byte order mark).')
    await expect(bars(page)).toContainText('1 sign that no edition in TEI or HTML can hold: U+001B')
    await expect(text(page)).toContainText('Dear Müller,')
  })
})

test.describe('asked in a hurry', () => {
  test('of two documents that are opened at once the last one stands, and nothing typed is lost', async ({
    page,
    scholion,
    collection,
  }) => {
    const file = putLetter(collection)
    await enter(page, scholion.address)
    await openLetter(page)
    await typeWords(page, ' hurried')
    await page.evaluate((last) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('.documents button')]
      for (const one of buttons) one.click()
      buttons.find((one) => one.textContent?.includes(last))?.click()
    }, 'palliser-to-coles')
    await expect(page.locator('.crumb')).toHaveAttribute('title', /^palliser-to-coles-1982-06-01.txt/)
    await expect(text(page)).toContainText('Palliser')
    expect(readFileSync(file, 'utf8')).toContain(' hurried')
  })

  test('the open document chosen again keeps its undo', async ({ page, scholion, collection }) => {
    const file = putLetter(collection)
    await enter(page, scholion.address)
    await openLetter(page)
    await typeWords(page, ' once')
    await page.keyboard.press('Control+s')
    await expectOnDisk(file, ' once')
    await openLetter(page)
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+z')
    await expect(text(page)).not.toContainText('once')
  })
})

test('what was said of the last command is gone when somebody types on', async ({ page, scholion, collection }) => {
  putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  const said = page.locator('.said')
  await text(page)
    .getByText('First the weather')
    .dblclick({ position: { x: 6, y: 8 } })
  await page.keyboard.press('Control+Shift+I')
  await expect(said).toHaveText('Unclear marked')
  await typeWords(page, ' and more')
  await expect(said).toBeEmpty()
})

test('a text without words is not saved over one with words before the person says so', async ({
  page,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  await saveTwice(page, scholion.address, file)
  const before = readFileSync(file, 'utf8')
  await openLetter(page)
  await page.locator('.ProseMirror').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+s')
  await expect(bars(page)).toContainText('would lose all its words')
  expect(readFileSync(file, 'utf8')).toBe(before)
  await picture(page, 'empty')
  await page.getByRole('button', { name: 'Yes, save it empty' }).click()
  await expect(sign(page)).toHaveText(/^Saved/)
  expect(readFileSync(file, 'utf8')).not.toBe(before)
})
