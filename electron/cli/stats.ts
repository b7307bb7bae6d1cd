import { resolve } from 'node:path'
import { type Statistics, statisticsOf, statisticsWithout } from '../../shared/metrics/statistics.ts'
import { done } from '../../shared/model/result.ts'
import { STATUSES } from '../../shared/vocabulary/page.ts'
import { labelOf } from '../../shared/vocabulary/vocabulary.ts'
import { readArguments } from './arguments.ts'
import { type Command, DONE, SOME_FAILED, WRONG_USAGE } from './command.ts'
import { readTranscript } from './read-transcript.ts'
import { withFolder } from './with-folder.ts'

/** What there is in a collection: papers, notes, corrections, document by document. */
export const stats: Command = {
  name: 'stats',
  usage: 'DIR [--json]',
  summary: 'counts papers, notes, corrections, gaps and what is set aside, document by document',
  async run(args, { out, err }) {
    const read = readArguments(args)
    if (typeof read === 'string' || read.positionals.length !== 1) {
      err(`scholion stats: ${typeof read === 'string' ? read : 'name one folder.'}\n`)
      return WRONG_USAGE
    }
    const folder = resolve(read.positionals[0]!)
    const failures: string[] = []
    const result = await withFolder(folder, async (host) => {
      const listed = await host.list()
      if (!listed.ok) return listed
      const documents: Statistics[] = []
      for (const entry of listed.value.documents) {
        const transcript = await readTranscript(host, entry)
        if (transcript.ok) documents.push(statisticsOf(transcript.value.transcript))
        else if (transcript.fault.tag === 'none') documents.push(statisticsWithout(entry.original))
        else failures.push(`${entry.original}: ${transcript.fault.sentence}\n`)
      }
      return done(documents)
    })
    if (!result.ok) {
      err(`scholion stats: ${result.fault.sentence}\n`)
      return SOME_FAILED
    }
    out(read.values.json ? `${JSON.stringify({ documents: result.value }, null, 2)}\n` : result.value.map(told).join(''))
    failures.forEach(err)
    return failures.length > 0 ? SOME_FAILED : DONE
  },
}

const COUNTS = ['corrections', 'emendations', 'undetermined', 'gaps', 'unclear', 'penMarks', 'unused'] as const
const WORDS = { unused: 'set aside', penMarks: 'pen marks' } as const

function told(statistics: Statistics): string {
  const { original, status, pages, divisions, notes, footnotes } = statistics
  if (status === null) return `${original}: no transcript yet\n`
  const counts = COUNTS.map(
    (key) => `${Object.hasOwn(WORDS, key) ? WORDS[key as keyof typeof WORDS] : labelOf(key)} ${statistics[key]}`,
  )
  const words = (STATUSES as Readonly<Record<string, string>>)[status] ?? status
  return `${original}: ${words}; pages ${pages}, papers ${divisions.length}, notes ${notes.length}, footnotes ${footnotes}, ${counts.join(', ')}\n`
}
