import { openFolderHost } from '../../electron/host/folder-host.ts'
import { SITTING, tagOf, transcript, value } from '../contract/letters.ts'

// Run as somebody whom the folder does not belong to: opens it, tries every kind of writing, and prints what came of it.
const [folder = '', stateDir = ''] = process.argv.slice(2)
const opened = await openFolderHost({ folder, stateDir, pause: async () => {} })
if (!opened.ok) process.stdout.write(JSON.stringify({ opened: opened.fault.tag }))
else {
  const host = opened.value
  const document = value(await host.list()).documents.find((one) => one.original === 'letter.txt')?.id ?? ''
  const { canWrite, why } = value(await host.capabilities())
  const read = value(await host.readTranscript({ document }))
  const text = transcript('letter.txt', 'mine')
  const report = {
    opened: 'done',
    canWrite,
    why,
    readOnly: read.readOnly,
    original: tagOf(await host.readOriginal({ document, name: 'letter.txt' })),
    save: tagOf(await host.writeTranscript({ document, text, base: read.revision, originals: ['letter.txt'] })),
    copy: tagOf(await host.writeConflictCopy({ document, text, who: 'nobody' })),
    registers: tagOf(await host.writeRegisters({ text: '{}', base: null })),
    edition: tagOf(await host.writeExport({ files: [{ name: 'letter.txt.xml', base64: '' }] })),
    journal: tagOf(await host.writeJournal({ document, sitting: SITTING, record: { version: 1, base: null, text } })),
  }
  process.stdout.write(JSON.stringify(report))
  await host.close()
}
