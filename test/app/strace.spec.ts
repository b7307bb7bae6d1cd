import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isOriginalName } from '../../shared/api/file-names.ts'
import { callsOn, couldWrite, TRACED } from '../fault/disk/watch-calls.ts'
import { expect, test } from './fixtures.ts'

/** Watches the system calls of a running program and of what it starts from now on. Null where that is not allowed. */
async function watchCalls(pid: number, log: string) {
  const child = spawn('strace', ['-f', '-y', '-s', '300', '-e', TRACED, '-e', 'signal=none', '-o', log, '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const gone = new Promise<void>((ended) => child.once('exit', () => ended()))
  const attached = new Promise<boolean>((answer) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('attached')) answer(true)
    })
    child.once('exit', () => answer(false))
  })
  if (!(await attached)) return null
  return {
    async stop() {
      child.kill('SIGINT')
      await gone
    },
  }
}

test('none of the main process’s system calls at work that could write names an original', async ({ start, collection }) => {
  test.skip(spawnSync('strace', ['-V']).status !== 0, 'strace is not here')
  const root = mkdtempSync(join(tmpdir(), 'scholion-watched-'))
  const log = join(root, 'calls')
  const folder = realpathSync(collection)
  const { app, page, quit } = await start()
  const watching = await watchCalls(app.process().pid ?? 0, log)
  if (watching === null) return test.skip(true, 'this user may not watch another program’s system calls')
  await page.reload()
  const later = page.getByRole('button', { name: 'Not now' })
  await page.getByRole('list', { name: 'Documents' }).waitFor()
  if (await later.isVisible()) await later.click()
  const originals = readdirSync(folder).filter(isOriginalName)
  const letter = originals[0] ?? ''
  await page.getByRole('button', { name: letter }).click()
  for (const words of ['watched ', 'and saved ']) {
    await page.locator('.ProseMirror').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.type(words)
    await page.keyboard.press('Control+s')
    await expect(page.getByTestId('keeping')).toHaveText(/^Saved/)
  }
  await page.evaluate(async (letter) => {
    const { host } = window.scholion
    const listed = await host.list()
    if (!listed.ok) throw new Error(listed.fault.sentence)
    const document = listed.value.documents.find((one) => one.original === letter)?.id ?? ''
    const read = await host.readTranscript({ document })
    if (!read.ok) throw new Error(read.fault.sentence)
    const { text, revision } = read.value
    await host.writeConflictCopy({ document, text: text ?? '', who: 'A' })
    await host.keepVersion({ document, revision: revision ?? '', label: 'watched' })
    await host.writeExport({ files: [{ name: 'watched.xml', base64: 'QQ==' }] })
    await host.writeExport({ files: [{ name: letter, base64: 'QQ==' }], overwrite: true })
    await host.writeTranscript({ document, text: text ?? '', base: revision, originals: [letter.toUpperCase()] })
  }, letter)
  await quit()
  await watching.stop()

  const calls = readFileSync(log, 'utf8')
  const onOriginals = callsOn(
    calls,
    originals.map((name) => join(folder, name)),
  )
  expect(onOriginals.filter(couldWrite)).toEqual([])
  // the log does see what it should see
  expect(onOriginals.some((call) => call.startsWith('openat('))).toBe(true)
  const ours = readdirSync(folder).filter((name) => name.startsWith(`${letter}`) && name !== letter)
  const onOurs = callsOn(
    calls,
    ours.map((name) => join(folder, name)),
  ).filter(couldWrite)
  expect(onOurs.length).toBeGreaterThan(3)
  rmSync(root, { recursive: true })
})
