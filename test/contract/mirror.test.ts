import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openFolderHost } from '../../electron/host/folder-host.ts'
import { mirrorOf } from '../../electron/host/shelf.ts'
import { readOnlyFs } from '../host/read-only-fs.ts'
import { contractSuite } from './contract-suite.ts'
import { folderDisk, originalsIn } from './folder-disk.ts'
import { LETTERS, makePlace, value } from './letters.ts'

contractSuite('mirrored folder', async () => {
  const place = await makePlace()
  const mirrors = join(place.root, 'mirrors')
  const host = value(await openFolderHost({ ...place, mirrors, port: readOnlyFs(place.folder) }))
  return {
    host,
    disk: { ...folderDisk(mirrorOf(mirrors, place.folder)), originals: () => originalsIn(place.folder) },
    close: async () => {
      await host.close()
      const names = await readdir(place.folder)
      await place.remove()
      if (names.length > Object.keys(LETTERS).length) throw new Error(`written beside the letters: ${names.join(', ')}`)
    },
  }
})
