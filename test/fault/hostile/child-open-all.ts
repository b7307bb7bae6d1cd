// Opens every document of a folder as the window does, and tells of each in one line what came of it, how long it took, and how long nothing
// else could run meanwhile (host and page together: here they are one thread).
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { openFolderHost } from '../../../electron/host/folder-host.ts'
import { loadDocument } from '../../../renderer/state/load-document.ts'
import { idsFrom } from '../../../shared/model/ids.ts'

const [folder = '', stateDir = ''] = process.argv.slice(2)
const host = await openFolderHost({ folder, stateDir })
if (!host.ok) throw new Error(host.fault.sentence)
const listed = await host.value.list()
if (!listed.ok) throw new Error(listed.fault.sentence)
const held = monitorEventLoopDelay({ resolution: 1 })
held.enable()
for (const entry of listed.value.documents) {
  // the clock of the delays has ticked, and what stood in memory before is gone
  await pause(20)
  held.reset()
  const began = performance.now()
  const worked = process.cpuUsage()
  const loaded = await loadDocument(host.value, entry, idsFrom(Math.random))
  const ms = Math.round(performance.now() - began)
  const { user, system } = process.cpuUsage(worked)
  await pause(5)
  const frozen = Math.round(held.max / 1e6)
  const told = loaded.ok
    ? {
        blocks: loaded.value.transcript.pages.reduce((sum, page) => sum + page.content.length, 0),
        says: [loaded.value.readOnly ?? '', ...loaded.value.notices].join(' ').trim(),
      }
    : { blocks: null, says: loaded.fault.sentence }
  process.stdout.write(
    `${JSON.stringify({ name: entry.original, ms, frozen, work: Math.round((user + system) / 1000), ...told })}\n`,
  )
}
await host.value.close()
