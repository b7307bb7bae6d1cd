import { done, failed, type Result } from '../model/result.ts'
import type { Transcript } from '../model/transcript.ts'
import { type AttributeTable, type AttributeValue, isValid } from '../vocabulary/attribute.ts'
import type { ExportContext } from './context.ts'
import { writeReadingEdition } from './html/write-html.ts'
import { writeTei } from './tei/write-tei.ts'
import { CORRECTIONS, type CorrectionMode } from './tei/writing.ts'

export type ExportOptions = Readonly<Record<string, AttributeValue>>

export interface Exported {
  readonly files: readonly { readonly name: string; readonly text: string }[]
  /** The loss report: what the format could not hold, one plain sentence each. */
  readonly losses: readonly string[]
}

export interface Exporter {
  readonly name: string
  /** What menus and the command line call it, and one sentence about it. */
  readonly label: string
  readonly says: string
  readonly extension: string
  /** Forms, the command line and their checks are derived from this. */
  readonly options: AttributeTable
  readonly defaults: ExportOptions
  /** What no file of this kind can hold, whatever the transcript. What one transcript loses is in its loss report. */
  readonly cannotHold: readonly string[]
  /** A pure function: equal transcript, options and context give equal bytes, in the window and on the command line. */
  readonly run: (transcript: Transcript, options: ExportOptions, context: ExportContext) => Result<Exported>
}

const legend = { kind: 'flag', label: 'Say what pen marks mean (an editor’s interpretation)' } as const
const queries = { kind: 'flag', label: 'Give working queries too' } as const
const PROVENANCE = 'which words of the machine transcript each block and note was read from, and what is set aside'

const tei: Exporter = {
  name: 'tei',
  label: 'TEI P5 (XML)',
  says: 'An annotated edition for other programs, valid against tei_all 4.12.0.',
  extension: 'xml',
  options: {
    correction: { kind: 'choice', label: 'Corrections of the machine transcript', values: CORRECTIONS },
    queries,
    legend,
  },
  defaults: { correction: 'silent', queries: false, legend: false },
  cannotHold: [PROVENANCE, 'annotations and notes that have lost their place', 'keys of a file that this version does not know'],
  run(transcript, options, context) {
    const correction = (options.correction ?? 'silent') as CorrectionMode
    const written = writeTei(transcript, { correction, queries: options.queries === true }, told(options, context))
    return written.ok ? done(asFile(transcript, 'xml', written.value)) : written
  },
}

const html: Exporter = {
  name: 'html',
  label: 'Reading edition (HTML)',
  says: 'One page for people, to open in any browser and to print: as typed, as annotated, and as a text to read.',
  extension: 'html',
  options: { queries, legend },
  defaults: { queries: false, legend: false },
  cannotHold: [PROVENANCE, 'names and normal forms of dates', 'annotations that have lost their words'],
  run(transcript, options, context) {
    return done(
      asFile(transcript, 'html', writeReadingEdition(transcript, { queries: options.queries === true }, told(options, context))),
    )
  },
}

/** An interpretation leaves only where it is asked for (archivist.md, rule 4). */
function told({ legend: asked }: ExportOptions, context: ExportContext): ExportContext {
  return asked === true ? context : { ...context, legend: [] }
}

/** Every kind of edition there is. Window and command line read this one table. */
export const EXPORTERS: readonly Exporter[] = [tei, html]

/** The original's full name is kept, so that `letter.txt` and `letter.md` never meet. */
function asFile(
  { originals }: Transcript,
  extension: string,
  { text, losses }: { readonly text: string; readonly losses: readonly string[] },
): Exported {
  return { files: [{ name: `${originals[0]?.name ?? 'transcript'}.${extension}`, text }], losses }
}

/** Options given as words (`correction=marked`, `queries=yes`), checked against the exporter's table; what is not given has its default. */
export function optionsFrom(exporter: Exporter, given: readonly string[]): Result<ExportOptions, 'bad-option'> {
  const options: Record<string, AttributeValue> = { ...exporter.defaults }
  for (const one of given) {
    const at = one.indexOf('=')
    const name = at < 0 ? one : one.slice(0, at)
    const spec = Object.hasOwn(exporter.options, name) ? exporter.options[name] : undefined
    if (spec === undefined) {
      const known = Object.keys(exporter.options).join(', ')
      return failed('bad-option', `${exporter.name} has no option “${name}”. It has: ${known}.`)
    }
    const words = at < 0 ? 'yes' : one.slice(at + 1)
    const value = spec.kind === 'flag' ? FLAGS[words] : words
    if (value === undefined || !isValid(spec, value)) {
      const takes = spec.kind === 'choice' ? Object.keys(spec.values).join(', ') : 'yes or no'
      return failed('bad-option', `The option ${name} takes ${takes}, not “${words}”.`)
    }
    options[name] = value
  }
  return done(options)
}

const FLAGS: Readonly<Record<string, boolean | undefined>> = Object.assign(Object.create(null), {
  yes: true,
  true: true,
  no: false,
  false: false,
})
