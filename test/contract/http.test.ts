import { clientOf } from '../../shared/api/client.ts'
import { contractSuite } from './contract-suite.ts'
import { folderDisk } from './folder-disk.ts'
import { makePlace } from './letters.ts'
import { openTab, servePlace } from './page.ts'

contractSuite('page', async () => {
  const place = await makePlace()
  const page = await servePlace(place)
  return {
    host: clientOf(openTab(page.address).send),
    disk: folderDisk(place.folder),
    close: async () => {
      await page.close()
      await place.remove()
    },
  }
})
