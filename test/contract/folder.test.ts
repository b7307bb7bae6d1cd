import { openFolderHost } from '../../electron/host/folder-host.ts'
import { contractSuite } from './contract-suite.ts'
import { folderDisk } from './folder-disk.ts'
import { makePlace, value } from './letters.ts'

contractSuite('folder', async () => {
  const place = await makePlace()
  const host = value(await openFolderHost(place))
  return {
    host,
    disk: folderDisk(place.folder),
    close: async () => {
      await host.close()
      await place.remove()
    },
  }
})
