import { createHash } from 'node:crypto'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { keptFile } from '../../electron/main/kept-file.ts'
import { journalOf, makePlace, type Place, SITTING, transcript, value } from '../contract/letters.ts'

let place: Place
beforeEach(async () => {
  place = await makePlace()
})
afterEach(() => place.remove())

const POISON = '"__proto__": {"polluted": "yes"}, "constructor": {"prototype": {"polluted": "yes"}}'
const clean = () => expect(({} as Record<string, unknown>).polluted).toBeUndefined()

it('settings with keys that are an object’s secrets change no object', async () => {
  await mkdir(place.stateDir)
  for (const text of [
    `{${POISON}, "name": "A"}`,
    '{"__proto__": "x", "name": "A"}',
    '{"constructor": "x", "name": "A"}',
    '[]',
    '"x"',
  ]) {
    await writeFile(join(place.stateDir, 'settings.json'), text)
    const host = await openFolderHost(place)
    const settings = value(await value(host).readSettings())
    expect(Object.getPrototypeOf(settings)).toBe(Object.prototype)
    expect(Object.hasOwn(settings, '__proto__')).toBe(false)
    for (const one of Object.values(settings)) expect(typeof one).toBe('string')
    await value(host).close()
  }
  clean()
})

it('a journal with such keys is data: what it says beside its record is left out, and another record is not taken for it', async () => {
  const host = value(await openFolderHost(place))
  const document = value(await host.list()).documents[0]!.id
  const text = transcript('letter.md', 'unsaved')
  value(await host.writeJournal({ document, sitting: SITTING, record: { version: 1, base: null, text } }))
  const collections = join(place.stateDir, 'collections')
  const file = join(collections, (await readdir(collections))[0]!, 'journal', `${document}+${SITTING}.json`)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const record = `{${POISON}, "version": 1, "base": null, "text": ${JSON.stringify(text)}}`
  const head = `${POISON}, "format": "scholion-journal", "version": 1, "original": "letter.md"`
  await writeFile(file, `{${head}, "sha256": "${sha256}", "record": ${record}}`)
  expect(await journalOf(host, document)).toEqual({ version: 1, base: null, text })
  await writeFile(file, `{${head}, "sha256": "${sha256}", "__proto__": {"record": ${record}}}`)
  expect(value(await host.readJournals({ document })).notices).toHaveLength(1)
  await host.close()
  clean()
})

it('the list of recent collections takes nothing from a prototype', async () => {
  await mkdir(place.stateDir)
  await writeFile(join(place.stateDir, 'recent.json'), '{"__proto__": {"folders": ["/etc"]}}')
  const kept = keptFile(place.stateDir, 'recent.json', z.object({ folders: z.array(z.string()) }))
  expect(await kept.read()).toBeNull()
  clean()
})
