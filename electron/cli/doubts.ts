import { basename } from 'node:path'
import { collectionWords } from '../../shared/doubt/collection-words.ts'
import { DOUBT_KINDS, type Doubt } from '../../shared/doubt/doubt.ts'
import { doubtsOf } from '../../shared/doubt/doubts-of.ts'
import { languagesOf } from '../../shared/doubt/language.ts'
import { done } from '../../shared/model/result.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { makeSpeller } from '../../shared/text/dictionary/make-speller.ts'
import type { Speller } from '../../shared/text/speller.ts'
import { readDictionaries } from '../host/dictionaries.ts'
import { readArguments } from './arguments.ts'
import { type Command, DONE, SOME_FAILED, WRONG_USAGE } from './command.ts'
import { findDocument, placeOf } from './find-document.ts'
import { readOrImport } from './read-or-import.ts'
import { readTranscript } from './read-transcript.ts'
import { withFolder } from './with-folder.ts'

/** Where the machine may have misread, best first. Reads the other transcripts of the folder for their words. */
export const doubts: Command = {
  name: 'doubts',
  usage: 'FILE [--json]',
  summary: 'lists what looks misread, the likeliest first, with reasons and what may be meant',
  async run(args, { out, err }) {
    const read = readArguments(args)
    if (typeof read === 'string' || read.positionals.length !== 1) {
      err(`scholion doubts: ${typeof read === 'string' ? read : 'name one file.'}\n`)
      return WRONG_USAGE
    }
    const file = read.positionals[0]!
    const { folder, name } = placeOf(file)
    const result = await withFolder(folder, async (host) => {
      const listed = await host.list()
      if (!listed.ok) return listed
      const found = await findDocument(host, folder, name)
      if (!found.ok) return found
      const transcript = await readOrImport(host, found.value)
      if (!transcript.ok) return transcript
      const others: Transcript[] = []
      for (const entry of listed.value.documents) {
        const other = entry.id === found.value.id ? null : await readTranscript(host, entry)
        if (other?.ok) others.push(other.value.transcript)
      }
      const knowing = {
        spellers: await spellersFor(transcript.value),
        collection: collectionWords([...others, transcript.value]),
      }
      return done({ transcript: transcript.value, list: doubtsOf(transcript.value, knowing) })
    })
    if (!result.ok) {
      err(`${file}: ${result.fault.sentence}\n`)
      return SOME_FAILED
    }
    const { transcript, list } = result.value
    const nameOf = ({ source: [original] }: Doubt) => transcript.originals[original]?.name ?? basename(file)
    out(
      read.values.json
        ? `${JSON.stringify(
            list.map((doubt) => entryOf(doubt, nameOf(doubt))),
            null,
            2,
          )}\n`
        : told(list),
    )
    return DONE
  },
}

/** The spellers that a transcript's papers need. */
async function spellersFor(transcript: Transcript): Promise<Readonly<Record<string, Speller>>> {
  const spellers: Record<string, Speller> = {}
  for (const language of languagesOf(transcript)) {
    const texts = await readDictionaries(language)
    if (texts !== null) spellers[language] = makeSpeller(texts)
  }
  return spellers
}

/** An entry as design.md has it, then what else is known of it. */
function entryOf({ source: [, start, end], text, reasons, proposals, score, kind, key }: Doubt, file: string) {
  return { file, source: [start, end], text, reasons, proposals, score, kind, key }
}

function told(list: readonly Doubt[]): string {
  if (list.length === 0) return 'Nothing looks misread.\n'
  const lines = list.map(({ score, text, proposals, reasons }) => {
    const meant = proposals.length > 0 ? ` → ${proposals.map((word) => `“${word}”`).join(', ')}` : ''
    return `${Math.round(score * 100)
      .toString()
      .padStart(3)}  “${text.replace(/\s+/gu, ' ')}”${meant}  ${reasons.join(' ')}`
  })
  const kinds = Object.entries(DOUBT_KINDS)
    .map(([kind, label]) => [label, list.filter((doubt) => doubt.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${label} ${count}`)
  return `${lines.join('\n')}\n\n${list.length === 1 ? 'One doubt' : `${list.length} doubts`}: ${kinds.join(', ')}. Nothing was changed.\n`
}
