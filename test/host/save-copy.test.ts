import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SYSTEM_TOOLS } from '../../electron/host/system-tools.ts'
import { saveCopy } from '../../electron/main/save-copy.ts'
import { makePlace, type Place, tagOf, value } from '../contract/letters.ts'
import { readOnlyFs } from './read-only-fs.ts'

let place: Place
let folder: string
beforeEach(async () => {
  place = await makePlace()
  folder = join(place.root, 'elsewhere')
  await mkdir(folder)
})
afterEach(() => place.remove())

describe('a copy that is saved elsewhere', () => {
  it.each([
    ['letter.txt.tei.json', 'letter.txt.tei.json'],
    ['mine', 'mine.tei.json'],
    ['mine.json', 'mine.tei.json'],
    // whatever is typed, a copy is no original, no register and nothing that acts by itself
    ['letter.txt', 'letter.txt.tei.json'],
    ['collection.json', 'collection.tei.json'],
    ['start.desktop', 'start.desktop.tei.json'],
  ])('%s is a new transcript file %s', async (chosen, name) => {
    expect(value(await saveCopy(SYSTEM_TOOLS, join(folder, chosen), '{}\n'))).toBe(name)
    expect(await readFile(join(folder, name), 'utf8')).toBe('{}\n')
    expect(await readdir(folder)).toEqual([name])
  })

  it.each(['letter.txt.tei.json', 'letter.txt', 'link.tei.json'])(
    'takes the place of nothing that stands there: %s',
    async (chosen) => {
      await writeFile(join(folder, 'letter.txt'), 'the original')
      await writeFile(join(folder, 'letter.txt.tei.json'), 'its transcript')
      await symlink(join(folder, 'nothing'), join(folder, 'link.tei.json'))
      expect(tagOf(await saveCopy(SYSTEM_TOOLS, join(folder, chosen), '{}'))).toBe('conflict')
      expect(await readFile(join(folder, 'letter.txt'), 'utf8')).toBe('the original')
      expect(await readFile(join(folder, 'letter.txt.tei.json'), 'utf8')).toBe('its transcript')
      expect(await readdir(folder)).toHaveLength(3)
    },
  )

  it.each(['con', 'NUL.txt', 'aux.', 'which?'])('is not made under a name that not every disk can hold: %s', async (chosen) => {
    expect(await saveCopy(SYSTEM_TOOLS, join(folder, chosen), '{}')).toMatchObject({
      ok: false,
      fault: { tag: 'refused', sentence: expect.stringContaining('No copy was saved; choose another name.') },
    })
    expect(await readdir(folder)).toEqual([])
  })

  it('is not called saved where the folder may not be written, or is gone, which is said', async () => {
    const shut = await saveCopy({ ...SYSTEM_TOOLS, port: readOnlyFs(folder) }, join(folder, 'mine'), '{}')
    expect(shut).toMatchObject({
      ok: false,
      fault: { tag: 'read-only', sentence: expect.stringContaining('No copy was saved in elsewhere') },
    })
    expect(tagOf(await saveCopy(SYSTEM_TOOLS, join(folder, 'gone', 'mine'), '{}'))).toBe('unreachable')
  })
})
