import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import {
  bars,
  enter,
  expectOnDisk,
  fileText,
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
import { CHECKOUT, startScholion } from '../support/start-scholion.ts'

const NOBODY = 65_534
const canDropRoot = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0

test('an empty folder says what to put into it, and shows at once what comes', async ({ page, stateFolder }) => {
  const folder = mkdtempSync(join(tmpdir(), 'scholion-empty-'))
  const running = await startScholion(folder, stateFolder)
  try {
    await enter(page, running.address)
    await expect(page.getByRole('navigation', { name: 'Documents' })).toContainText('This folder holds no transcripts yet')
    await expect(page.getByRole('heading', { name: 'Nothing to open yet' })).toBeVisible()
    await picture(page, 'empty-folder')
    putLetter(folder)
    await expect(page.getByRole('button', { name: LETTER })).toBeVisible()
  } finally {
    await running.stop()
    rmSync(folder, { recursive: true })
  }
})

test('what stands in the folder and is not read is named under the list, folders too', async ({ page, scholion, collection }) => {
  for (const name of ['letter.xml', 'scan.jpg']) writeFileSync(join(collection, name), 'x')
  mkdirSync(join(collection, 'box 2'))
  await enter(page, scholion.address)
  const unread = page.locator('.unread')
  await expect(unread.getByRole('listitem')).toHaveCount(0)
  await unread.getByText('3 names in this folder are not read').click()
  await expect(unread.getByRole('listitem')).toHaveText(['box 2 (a folder)', 'letter.xml', 'scan.jpg'])
  // what comes later is told too, and what can be read is not
  writeFileSync(join(collection, 'notes.docx'), 'x')
  writeFileSync(join(collection, 'notes.txt'), 'x')
  await expect(unread).toContainText('4 names in this folder are not read')
})

test('a folder that goes away is told of, nothing is made in its place, and when it is back the work is saved', async ({
  page,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  await enter(page, scholion.address)
  await openLetter(page)
  await typeWords(page, ' before')
  await expectOnDisk(file, ' before')
  await expect(sign(page)).toHaveText(/^Saved/)
  renameSync(collection, `${collection}-away`)
  await typeWords(page, ' while away')
  await page.keyboard.press('Control+s')
  await expect(sign(page)).toHaveText(/^Not saved since/)
  await expect(bars(page)).toContainText('Nothing was deleted')
  await picture(page, 'folder-away')
  expect(fileText(collection)).toBe(null)
  renameSync(`${collection}-away`, collection)
  // nobody has to do anything: that it is back is seen
  await expectOnDisk(file, ' before while away')
  await expect(sign(page)).toHaveText(/^Saved/)
  await expect(bars(page).getByRole('alert')).toHaveCount(0)
  await expect(text(page)).toContainText(' before while away')
})

test('the button that tries again stays where it is while tries come and fail, for whatever reason, and saves when it is pressed', async ({
  page,
  scholion,
  collection,
}) => {
  const file = putLetter(collection)
  const reasons = [
    'The folder cannot be reached.',
    'The folder cannot be reached.',
    'The letter is not there. If the folder has gone, bring it back, then try again.',
    'It is held by another program.',
  ]
  let failures = 0
  await enter(page, scholion.address)
  await openLetter(page)
  // as a disk that refuses for good: nothing is tried again by itself
  await page.route('**/api/writeTranscript', (route) => {
    const sentence = reasons[failures++]
    if (sentence === undefined) return route.continue()
    return route.fulfill({ json: { ok: false, fault: { tag: 'blocked', sentence } } })
  })
  await typeWords(page, ' while refused')
  await page.keyboard.press('Control+s')
  const button = bars(page).getByRole('button', { name: 'Try again' })
  await expect(bars(page)).toContainText('The folder cannot be reached.')
  const first = await button.elementHandle()
  const place = await button.boundingBox()
  for (const reason of reasons.slice(1)) {
    const answered = page.waitForResponse('**/api/writeTranscript')
    await page.keyboard.press('Control+s')
    await answered
    await expect(bars(page)).toContainText(reason)
    expect(await first?.evaluate((element) => element.isConnected), 'it is the same button').toBe(true)
    expect(await button.boundingBox(), 'it has not moved').toEqual(place)
  }
  await button.click()
  await expectOnDisk(file, ' while refused')
  await expect(sign(page)).toHaveText(/^Saved/)
  await expect(button).toHaveCount(0)
})

test('a folder that may not be written is open to read, and says why', async ({ page, collection, stateFolder }) => {
  test.skip(!canDropRoot, 'needs root and setpriv, to become somebody whom the folder refuses')
  putLetter(collection)
  // no mirror can be made where a file is in the way
  mkdirSync(stateFolder, { recursive: true })
  writeFileSync(join(stateFolder, 'mirrors'), '')
  const place = mkdtempSync(join(tmpdir(), 'scholion-nobody-'))
  const running = await startAsNobody(place, collection, stateFolder)
  try {
    await enter(page, running.address)
    await openLetter(page)
    await expect(bars(page)).toContainText('may not be written')
    await expect(sign(page)).toHaveText('Read only')
    await picture(page, 'read-only-folder')
    await page.locator('.ProseMirror').focus()
    await page.keyboard.type('not to be typed')
    await expect(text(page)).not.toContainText('not to be typed')
  } finally {
    running.child.kill('SIGINT')
    await running.gone
    rmSync(place, { recursive: true })
  }
})

test('work on a folder that may not be written is kept elsewhere, which is said, and is there again', async ({
  page,
  collection,
  stateFolder,
}) => {
  test.skip(!canDropRoot, 'needs root and setpriv, to become somebody whom the folder refuses')
  putLetter(collection)
  const place = mkdtempSync(join(tmpdir(), 'scholion-nobody-'))
  const before = readdirSync(collection)
  const running = await startAsNobody(place, collection, stateFolder)
  try {
    await enter(page, running.address)
    await expect(bars(page)).toContainText('its transcripts are kept in')
    await openLetter(page)
    await page.locator('.ProseMirror').focus()
    await page.keyboard.type('kept elsewhere ')
    await page.keyboard.press('Control+s')
    await expect(sign(page)).toHaveText(/^Saved/)
    expect(readdirSync(collection)).toEqual(before)
    const mirrors = join(stateFolder, 'mirrors')
    const files = readdirSync(join(mirrors, readdirSync(mirrors)[0] ?? ''))
    expect(files).toContain(`${LETTER}.tei.json`)
    await page.reload()
    await openLetter(page)
    await expect(text(page)).toContainText('kept elsewhere ')
  } finally {
    running.child.kill('SIGINT')
    await running.gone
    rmSync(place, { recursive: true })
  }
})

test('a letter whose name leaves no room for the ending is worked on, and what its transcript is called is said', async ({
  page,
  scholion,
  collection,
}) => {
  const name = `Coles to Richards ${'concerning the weather '.repeat(10)}.txt`
  writeFileSync(join(collection, name), WORDS)
  await enter(page, scholion.address)
  await openLetter(page, name)
  await expect(bars(page)).toContainText('so long that no file name could hold it with .tei.json after it')
  await picture(page, 'long-name')
  await typeWords(page, ' saved all the same')
  await expect(sign(page)).toHaveText(/^Saved/)
  const beside = readdirSync(collection).find((one) => one.startsWith('Coles to Richards') && one.endsWith('.tei.json')) ?? ''
  await expectOnDisk(join(collection, beside), 'saved all the same')
  await page.reload()
  await openLetter(page, name)
  await expect(text(page)).toContainText('saved all the same')
  await expect(bars(page), 'it was said once').not.toContainText('so long that')
})

/** The same program as another user: what it runs is copied to where that user may read. */
async function startAsNobody(place: string, collection: string, stateFolder: string) {
  for (const part of ['node', 'renderer']) cpSync(join(CHECKOUT, 'dist', part), join(place, 'dist', part), { recursive: true })
  mkdirSync(stateFolder, { recursive: true })
  chownSync(stateFolder, NOBODY, NOBODY)
  for (const folder of [place, collection]) chmodSync(folder, 0o755)
  const drop = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--', process.execPath]
  const program = [join(place, 'dist/node/cli.js'), 'serve', collection, '--no-open']
  const child: ChildProcess = spawn('setpriv', [...drop, ...program], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, SCHOLION_STATE_DIR: stateFolder },
  })
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  const address = await new Promise<string>((found, lost) => {
    createInterface({ input: child.stdout! }).on('line', (line) => line.startsWith('http') && found(line))
    child.once('exit', (code) => lost(new Error(`it ended with ${code}`)))
  })
  return { address, child, gone }
}
