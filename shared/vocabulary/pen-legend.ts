import { PEN_MARKS, type PenMark } from './margin.ts'
import { penMarkWords } from './pen-marks.ts'

/** What a pen mark means in a collection: an editor's interpretation, with its source (archivist.md, rule 4). */
export interface Meaning {
  readonly mark: PenMark
  /** How many times it is drawn; null: however many. */
  readonly count: '1' | '2' | '3' | null
  readonly means: string
  readonly source: string
}

/** The legend in a collection's registers: what is none of it is left out. */
export function legendFrom(extra: Readonly<Record<string, unknown>>): readonly Meaning[] {
  const { legend } = extra
  return Array.isArray(legend) ? legend.flatMap((one: unknown) => meaningOf(one)) : []
}

function meaningOf(value: unknown): readonly Meaning[] {
  if (typeof value !== 'object' || value === null) return []
  const { mark, count, means, source } = value as Readonly<Record<string, unknown>>
  if (typeof mark !== 'string' || !Object.hasOwn(PEN_MARKS, mark) || typeof means !== 'string' || means.trim() === '') return []
  const times = count === '1' || count === '2' || count === '3' ? count : null
  return [{ mark: mark as PenMark, count: times, means, source: typeof source === 'string' ? source : '' }]
}

/** What a mark of this kind and count means here, or null: the count's own meaning before that of any count. */
export function meaningOfMark(legend: readonly Meaning[], { kind, count }: Readonly<Record<string, unknown>>): Meaning | null {
  const own = legend.filter(({ mark }) => mark === kind)
  return own.find((one) => one.count !== null && one.count === String(count)) ?? own.find((one) => one.count === null) ?? null
}

/** “double wavy line”: what the meaning is of. */
export const markInWords = ({ mark, count }: Meaning): string => penMarkWords({ kind: mark, count })

const HEAD = `# What pen marks mean in this collection: an editor’s interpretation.
# A line: the mark, x2 or x3 if it holds of a double or triple one,
# a colon, what it means, an upright stroke, where that is known from.
# It leaves with an edition only where the export is asked for it.
`

/** The legend as a text to be written by hand; with no meaning yet, every mark as a comment. */
export function legendText(legend: readonly Meaning[]): string {
  const lines = legend.map(({ mark, count, means, source }) => {
    const lead = count === null ? mark : `${mark} x${count}`
    return `${lead}: ${means}${source === '' ? '' : ` | ${source}`}`
  })
  const marks = Object.keys(PEN_MARKS).map((mark) => `# ${mark}: what it means | source`)
  return `${HEAD}\n${(lines.length > 0 ? lines : marks).join('\n')}\n`
}

/** Reads such a text. What is no line of it is told; a source is asked for, since it is an interpretation. */
export function readLegend(text: string): { readonly legend: readonly Meaning[]; readonly problems: readonly string[] } {
  const legend: Meaning[] = []
  const problems: string[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const found = /^\s*([a-z]+)(?:\s+x([123]))?\s*:([^|]*)(?:\|(.*))?$/.exec(line)
    const [, mark = '', count, means = '', source = ''] = found ?? []
    const said = (words: string) => void problems.push(`Line ${at + 1}: ${words}`)
    if (!Object.hasOwn(PEN_MARKS, mark)) said(`it begins with no pen mark (${Object.keys(PEN_MARKS).join(', ')}).`)
    else if (means.trim() === '') said('it does not say what the mark means.')
    else if (legend.some((one) => one.mark === mark && one.count === (count ?? null))) said(`this mark has a meaning above.`)
    else {
      if (source.trim() === '') said('no source is given: it stands as an interpretation without one.')
      const times = (count ?? null) as Meaning['count']
      legend.push({ mark: mark as PenMark, count: times, means: means.trim(), source: source.trim() })
    }
  }
  return { legend, problems }
}
