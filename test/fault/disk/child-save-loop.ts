import { openFolderHost } from '../../../electron/host/folder-host.ts'
import { transcript, value } from '../../contract/letters.ts'

// Saves one version after the other until it is killed. Tells of each save before and after. One version is one word said many times.
const [folder = '', stateDir = '', from = '0'] = process.argv.slice(2)
const host = value(await openFolderHost({ folder, stateDir }))
const document = value(await host.list()).documents.find((one) => one.original === 'letter.txt')?.id ?? ''
let base = value(await host.readTranscript({ document })).revision
for (let n = Number(from); ; n += 1) {
  process.stdout.write(`begins ${n}\n`)
  const text = transcript('letter.txt', `v${n} `.repeat(20_000))
  base = value(await host.writeTranscript({ document, text, base, originals: ['letter.txt'] })).revision
  process.stdout.write(`saved ${n}\n`)
}
