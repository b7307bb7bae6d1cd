import { type Change, compare } from '../../shared/compare/compare.ts'
import { isChange, type MeasureOfTranscript, measureOf } from '../../shared/metrics/measure.ts'
import { tellMeasure } from '../../shared/metrics/tell-measure.ts'
import { done } from '../../shared/model/result.ts'
import { counted, countedIfAny } from '../../shared/text/counted.ts'
import { readArguments } from './arguments.ts'
import { type Command, DONE, SOME_FAILED, WRONG_USAGE } from './command.ts'
import { describedIn } from './described-in.ts'
import { findDocument, placeOf } from './find-document.ts'
import { readTranscript } from './read-transcript.ts'
import { withFolder } from './with-folder.ts'

interface Comparison extends MeasureOfTranscript {
  readonly status: string
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
      const changes = compare(own)
      const { recogniser } = await describedIn(host)
      return done<Comparison>({ ...measureOf(own, recogniser, changes), status: own.status, changes })
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

function told({ changes, ...measure }: Comparison): string {
  const lines = changes.map(({ kind, was, now }) => {
    const before = was === '' ? '(nothing)' : `“${was}”`
    return `${KINDS[kind].padEnd(18)}  ${before}${kind === 'unused' ? '' : ` → ${now === '' ? '(nothing)' : `“${now}”`}`}`.replace(
      /\s*[\r\n]+\s*/g,
      ' / ',
    )
  })
  return [...lines, ...(lines.length > 0 ? [''] : []), counts(changes), ...tellMeasure(measure), ''].join('\n')
}

/** A doubt whose error it is, or a reading beside the paper's own words, is no change. */
function counts(changes: readonly Change[]): string {
  const [changed, emended, undetermined] = [
    changes.filter(isChange).length,
    changes.filter(({ kind }) => kind === 'emendation').length,
    changes.filter(({ kind }) => kind === 'undetermined').length,
  ]
  const others = [
    ...countedIfAny(emended, 'error of the paper', 'errors of the paper'),
    ...countedIfAny(undetermined, 'reading not determined', 'readings not determined'),
  ]
  const beside =
    others.length > 0
      ? ` Beside that ${others.join(' and ')}, which ${emended + undetermined === 1 ? 'changes' : 'change'} nothing.`
      : ''
  return `${changed === 0 ? 'The transcript reads as the machine transcript does.' : `${counted(changed, 'change')}.`}${beside}`
}
