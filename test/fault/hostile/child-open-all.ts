// Opens every document of a folder as the window does, and tells of each in one line what came of it and how long it took.
import { openFolderHost } from '../../../electron/host/folder-host.ts'
import { openDocument } from '../../../renderer/app/open-document.ts'
import { idsFrom } from '../../../shared/model/ids.ts'

const [folder = '', stateDir = ''] = process.argv.slice(2)
const host = await openFolderHost({ folder, stateDir })
if (!host.ok) throw new Error(host.fault.sentence)
const listed = await host.value.list()
if (!listed.ok) throw new Error(listed.fault.sentence)
for (const entry of listed.value.documents) {
  const began = performance.now()
  const opened = await openDocument(host.value, entry, idsFrom(Math.random))
  const ms = Math.round(performance.now() - began)
  const told = opened.ok
    ? {
        blocks: opened.value.transcript.pages.reduce((sum, page) => sum + page.content.length, 0),
        says: [opened.value.readOnly ?? '', ...opened.value.notices].join(' ').trim(),
      }
    : { blocks: null, says: opened.fault.sentence }
  process.stdout.write(`${JSON.stringify({ name: entry.original, ms, ...told })}\n`)
}
await host.value.close()
