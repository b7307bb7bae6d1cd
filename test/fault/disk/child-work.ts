import { appendFileSync } from 'node:fs'
import { openFolderHost } from '../../../electron/host/folder-host.ts'
import { splicesBetween } from '../../../shared/api/journal-change.ts'
import { SITTING, sha256, value } from '../../contract/letters.ts'
import { brokenFs } from '../../host/broken-fs.ts'
import { KINDS, type Kind, versionText } from './told.ts'

// Works on one letter until it is killed, and tells of every piece of work before and after. Every text says one number many times, so that a
// mixed one would show. With a fourth argument it kills itself before so many changes of the disk; with a fifth it tells in that file too.
const [folder = '', stateDir = '', from = '0', killAt = '', log = ''] = process.argv.slice(2)
const READS = ['openToRead', 'read', 'file facts', 'facts', 'list', 'realpath', 'mayWrite']
let changes = 0
const port = brokenFs((call) => {
  if (!READS.includes(call)) changes += 1
  if (String(changes) === killAt) process.kill(process.pid, 'SIGKILL')
  return undefined
})
const host = value(await openFolderHost({ folder, stateDir, port }))
const document = value(await host.list()).documents.find((one) => one.original === 'letter.txt')?.id ?? ''
let base = value(await host.readTranscript({ document })).revision
let registers = value(await host.list()).registers.revision
let whole: string | null = null

const say = (line: string) => {
  if (log !== '') appendFileSync(log, `${line}\n`)
  return new Promise<void>((said) => process.stdout.write(`${line}\n`, () => said()))
}

async function work(kind: Kind, n: number): Promise<void> {
  const text = versionText(n)
  if (kind === 'save') {
    base = value(await host.writeTranscript({ document, text, base, originals: ['letter.txt'], manual: true })).revision
  } else if (kind === 'journal') {
    const splices = whole === null ? [] : splicesBetween(whole, text)
    const change = whole === null ? null : { version: n, base, of: sha256(whole), splices }
    const sent = change === null ? null : await host.writeJournal({ document, sitting: SITTING, record: change })
    if (sent === null || !sent.ok) {
      value(await host.writeJournal({ document, sitting: SITTING, record: { version: n, base, text } }))
      whole = text
    }
  } else if (kind === 'drop') value(await host.dropJournal({ document, sitting: SITTING, version: n }))
  else if (kind === 'registers') registers = value(await host.writeRegisters({ text, base: registers })).revision
  else {
    const files = [{ name: 'letter.txt.html', base64: Buffer.from(text).toString('base64') }]
    value(await host.writeExport({ files, overwrite: true }))
  }
}

for (let n = Number(from); ; n += 1) {
  for (const kind of KINDS) {
    await say(`begins ${kind} ${n}`)
    await work(kind, n)
    await say(`done ${kind} ${n}`)
  }
}
