import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { makePlace, value } from '../contract/letters.ts'

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
