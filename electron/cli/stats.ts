import { resolve } from 'node:path'
import { differences } from '../../shared/compare/compare.ts'
import { byRecogniser, type MeasureOfTranscript, measureOf, measureOfMany } from '../../shared/metrics/measure.ts'
import { type Statistics, statisticsOf, statisticsWithout } from '../../shared/metrics/statistics.ts'
import { tellMany, UNREAD } from '../../shared/metrics/tell-measure.ts'
import { done } from '../../shared/model/result.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { labelOf } from '../../shared/vocabulary/vocabulary.ts'
import { readArguments } from './arguments.ts'
import { type Command, DONE, SOME_FAILED, WRONG_USAGE } from './command.ts'
import { describedIn } from './described-in.ts'
import { readTranscript } from './read-transcript.ts'
import { withFolder } from './with-folder.ts'

/** One document's counts, and how well its machine read; null where there is no transcript yet. */
interface Counted extends Statistics {
  readonly measure: MeasureOfTranscript | null
}

/**
 * What there is in a collection: papers, notes, corrections, document by document; and how well the machine read, by document, in the whole,
 * and by what read them.
 */
export const stats: Command = {
  name: 'stats',
  usage: 'DIR [--json]',
  summary:
    'counts papers, notes, corrections, gaps and what is set aside, document by document, with error rates where they were collated',
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
      const { recogniser } = await describedIn(host)
      const documents: Counted[] = []
      for (const entry of listed.value.documents) {
        const transcript = await readTranscript(host, entry)
        if (transcript.ok) documents.push(countedOf(transcript.value.transcript, recogniser))
        else if (transcript.fault.tag === 'none') documents.push({ ...statisticsWithout(entry.original), measure: null })
        else failures.push(`${entry.original}: ${transcript.fault.sentence}\n`)
      }
      return done(documents)
    })
    if (!result.ok) {
      err(`scholion stats: ${result.fault.sentence}\n`)
      return SOME_FAILED
    }
    const measures = result.value.flatMap(({ measure }) => measure ?? [])
    const whole = { documents: result.value, measure: measureOfMany(measures), recognisers: byRecogniser(measures) }
    out(read.values.json ? `${JSON.stringify(whole, null, 2)}\n` : `${result.value.map(told).join('')}${toldOfAll(measures)}`)
    failures.forEach(err)
    return failures.length > 0 ? SOME_FAILED : DONE
  },
}

function countedOf(transcript: Transcript, recogniser: unknown): Counted {
  const found = differences(transcript)
  return { ...statisticsOf(transcript, found), measure: measureOf(transcript, recogniser, found) }
}

/** Of the whole; and by what read the papers, where that is stated of any. */
function toldOfAll(measures: readonly MeasureOfTranscript[]): string {
  if (measures.length === 0) return ''
  const by = byRecogniser(measures)
  const named = by.length > 1 || by[0]!.recogniser !== null ? by : []
  return [
    '',
    ...tellMany(measureOfMany(measures)),
    ...named.flatMap((one) => ['', `${one.recogniser ?? 'Recogniser not stated'}:`, ...tellMany(one)]),
    '',
  ].join('\n')
}

const COUNTS = ['corrections', 'emendations', 'undetermined', 'gaps', 'unclear', 'penMarks', 'unused'] as const
const WORDS = { unused: 'set aside', penMarks: 'pen marks' } as const

function told(statistics: Counted): string {
  const { original, status, stands, pages, divisions, notes, footnotes, measure } = statistics
  if (status === null) return `${original}: no transcript yet\n`
  const counts = COUNTS.map(
    (key) => `${Object.hasOwn(WORDS, key) ? WORDS[key as keyof typeof WORDS] : labelOf(key)} ${statistics[key]}`,
  )
  return `${original}: ${stands}; pages ${pages}, papers ${divisions.length}, notes ${notes.length}, footnotes ${footnotes}, ${counts.join(', ')}\n${measure?.unread ? `  Note: ${UNREAD}\n` : ''}`
}
