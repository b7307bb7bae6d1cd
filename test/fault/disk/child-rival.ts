import { openFolderHost } from '../../../electron/host/folder-host.ts'
import { tagOf, transcript, value } from '../../contract/letters.ts'

// Adds words of its own to one letter, again and again, beside a rival who does the same: reads what stands there, adds, saves against it, and
// reads anew where the rival was first. Prints the words that were acknowledged, and how often it was turned away.
const [folder = '', stateDir = '', name = '', times = '0'] = process.argv.slice(2)
const host = value(await openFolderHost({ folder, stateDir }))
const document = value(await host.list()).documents.find((one) => one.original === 'letter.txt')?.id ?? ''
const acknowledged: string[] = []
let conflicts = 0
for (let n = 0; n < Number(times); ) {
  const { text, revision } = value(await host.readTranscript({ document }))
  const words: string = text === null ? '' : (JSON.parse(text).pages[0].content[0].content[0] ?? '')
  const added = transcript('letter.txt', `${words} ${name}${n}`)
  const answer = await host.writeTranscript({ document, text: added, base: revision, originals: ['letter.txt'], continues: true })
  if (answer.ok) {
    acknowledged.push(`${name}${n}`)
    n += 1
  } else if (tagOf(answer) === 'conflict') conflicts += 1
  else value(answer)
}
await host.close()
process.stdout.write(JSON.stringify({ acknowledged, conflicts }))
