import { mkdir, rename, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { makePlace, tagOf, value } from '../contract/letters.ts'

it('the folder of editions is open to whom every new folder beside the letters is', async () => {
  const place = await makePlace()
  const host = value(await openFolderHost(place))
  try {
    value(await host.writeExport({ files: [{ name: 'letter.html', base64: 'AAAA' }], overwrite: false }))
    await mkdir(join(place.folder, 'another'))
    const { mode } = await stat(join(place.folder, 'another'))
    expect((await stat(join(place.folder, 'editions'))).mode).toBe(mode)
  } finally {
    await host.close()
    await place.remove()
  }
})

it('an edition is shown in its folder by its name alone, and nothing that lies elsewhere ever is', async () => {
  const place = await makePlace()
  const host = value(await openFolderHost(place))
  const editions = join(place.folder, 'editions')
  try {
    expect(tagOf(await host.editionPath('letter.html')), 'before there is one').toBe('missing')
    value(await host.writeExport({ files: [{ name: 'letter.html', base64: 'AAAA' }], overwrite: false }))
    expect(value(await host.editionPath('letter.html'))).toBe(join(editions, 'letter.html'))
    await writeFile(join(place.folder, 'outside.html'), '')
    await symlink(join(place.folder, 'outside.html'), join(editions, 'link.html'))
    for (const name of ['link.html', '../outside.html', join(place.folder, 'outside.html'), '..', '.', '', 'a/b', 'a\0b'])
      expect(tagOf(await host.editionPath(name)), name).toBe('refused')
    // another folder put in its place
    await rename(editions, join(place.root, 'elsewhere'))
    await symlink(join(place.root, 'elsewhere'), editions)
    expect(tagOf(await host.editionPath('letter.html'))).toBe('refused')
  } finally {
    await host.close()
    await place.remove()
  }
})
