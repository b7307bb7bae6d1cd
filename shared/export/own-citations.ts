import { readNamedLines } from '../format/named-lines.ts'
import { PLACEHOLDERS } from './citation.ts'
import { type CitationTemplate, placeholdersIn } from './citation-template.ts'

/** A collection's own ways to cite, in its registers: what is none is left out. */
export function citationsFrom(extra: Readonly<Record<string, unknown>>): readonly CitationTemplate[] {
  const { citations } = extra
  return Array.isArray(citations) ? citations.flatMap((one: unknown) => citationOf(one)) : []
}

function citationOf(value: unknown): readonly CitationTemplate[] {
  if (typeof value !== 'object' || value === null) return []
  const { name, template } = value as Readonly<Record<string, unknown>>
  if (typeof name !== 'string' || typeof template !== 'string' || template.trim() === '') return []
  // another program may have named it by what would be no name in a line
  const written = name.replace(/[=#\s]+/g, ' ').trim()
  return [{ name: written || 'no name', template: template.replace(/\s+/g, ' ').trim() }]
}

const EXAMPLE = '# House style = {repository}, {reference}, {from} to {to}, {date}, {page}'
const FOOT = `# A line is one way to cite: a name, an equals sign, the words.
# Lines that begin with #, or are not complete, are not kept.
# Between commas, what nobody stated is left out. Writer, recipient, date
# and reference are never left out: it is said that they are not stated.
#
${Object.entries(PLACEHOLDERS)
  .map(([name, what]) => `#   {${name}}`.padEnd(21) + what)
  .join('\n')}
`

/** They as a text to be written by hand. */
export function citationsText(citations: readonly CitationTemplate[]): string {
  const lines = citations.map(({ name, template }) => `${name} = ${template}`)
  return `${(lines.length > 0 ? lines : [EXAMPLE]).join('\n')}\n\n${FOOT}`
}

/** Reads such a text; a line that is none is told, and everything else holds. */
export function readCitations(text: string): {
  readonly citations: readonly CitationTemplate[]
  readonly problems: readonly string[]
} {
  const { lines, problems } = readNamedLines(text, ({ words }) => {
    const named = placeholdersIn(words)
    const unknown = named.find((one) => !Object.hasOwn(PLACEHOLDERS, one))
    if (unknown !== undefined) return `{${unknown}} stands for nothing, and will be printed as it is.`
    return named.length === 0 ? 'it names nothing of the paper: every citation will read the same.' : null
  })
  return { citations: lines.map(({ name, words }) => ({ name, template: words })), problems }
}
