import { type Change, compare } from '../../shared/compare/compare.ts'
import { type ErrorRates, errorRates } from '../../shared/metrics/error-rate.ts'
import { done } from '../../shared/model/result.ts'
import { readArguments } from './arguments.ts'
import { type Command, DONE, SOME_FAILED, WRONG_USAGE } from './command.ts'
import { findDocument, placeOf } from './find-document.ts'
import { readTranscript } from './read-transcript.ts'
import { withFolder } from './with-folder.ts'

interface Comparison extends ErrorRates {
  readonly changes: readonly Change[]
}

/** What differs between machine transcript and transcript, and how many errors the machine made. */
export const compareFile: Command = {
  name: 'compare',
  usage: 'FILE [--json]',
  summary: 'lists what differs between the machine transcript and the transcript, with error rates',
  async run(args, { out, err }) {
    const read = readArguments(args)
    if (typeof read === 'string' || read.positionals.length !== 1) {
      err(`scholion compare: ${typeof read === 'string' ? read : 'name one file.'}\n`)
      return WRONG_USAGE
    }
    const file = read.positionals[0]!
    const { folder, name } = placeOf(file)
    const result = await withFolder(folder, async (host) => {
      const found = await findDocument(host, folder, name)
      if (!found.ok) return found
      const transcript = await readTranscript(host, found.value)
      if (!transcript.ok) return transcript
      const own = transcript.value.transcript
      return done<Comparison>({ ...errorRates(own), changes: compare(own) })
    })
    if (!result.ok) {
      err(`${file}: ${result.fault.sentence}\n`)
      return SOME_FAILED
    }
    out(read.values.json ? `${JSON.stringify(result.value, null, 2)}\n` : told(result.value))
    return DONE
  },
}

const KINDS = {
  ocr: 'misread',
  emendation: 'error of the paper',
  undetermined: 'undetermined',
  unused: 'set aside',
  supplied: 'supplied',
} as const

function told({ changes, ...rates }: Comparison): string {
  if (changes.length === 0) return 'The transcript reads as the machine transcript does.\n'
  const lines = changes.map(({ kind, was, now }) => {
    const before = was === '' ? '(nothing)' : `“${was}”`
    return `${KINDS[kind].padEnd(18)}  ${before}${kind === 'unused' ? '' : ` → ${now === '' ? '(nothing)' : `“${now}”`}`}`.replace(
      /\s*[\r\n]+\s*/g,
      ' / ',
    )
  })
  return `${lines.join('\n')}\n\n${changes.length === 1 ? 'One change' : `${changes.length} changes`}. Of 100 letters the machine misread ${percent(rates.cer)}, of 100 words ${percent(rates.wer)} (typed ${percent(rates.typed.cer)} and ${percent(rates.typed.wer)}, handwritten ${percent(rates.handwritten.cer)} and ${percent(rates.handwritten.wer)}).\n`
}

const percent = (rate: number) => (rate * 100).toFixed(1)
