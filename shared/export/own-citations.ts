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
  return typeof name === 'string' && typeof template === 'string' && template.trim() !== '' ? [{ name, template }] : []
}

const HEAD = `# How this collection is cited. A line: a name, an equals sign, the words.
# These stand for what is stated of the paper:
${Object.entries(PLACEHOLDERS)
  .map(([name, what]) => `#   {${name}}`.padEnd(20) + what)
  .join('\n')}
# Between commas, what nobody stated is left out; writer, recipient, date and
# reference are never left out: it is said that they are not stated.
# Lines that begin with # are not kept.
`
const EXAMPLE = '# House style = {repository}, {reference}, {from} to {to}, {date}, {page}'

/** They as a text to be written by hand. */
export function citationsText(citations: readonly CitationTemplate[]): string {
  const lines = citations.map(({ name, template }) => `${name} = ${template}`)
  return `${HEAD}\n${(lines.length > 0 ? lines : [EXAMPLE]).join('\n')}\n`
}

/** Reads such a text; a line that is none is told, and everything else holds. */
export function readCitations(text: string): {
  readonly citations: readonly CitationTemplate[]
  readonly problems: readonly string[]
} {
  const citations: CitationTemplate[] = []
  const problems: string[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const said = (words: string) => void problems.push(`Line ${at + 1}: ${words}`)
    const equals = line.indexOf('=')
    const name = line.slice(0, Math.max(equals, 0)).trim()
    const template = line.slice(equals + 1).trim()
    const unknown = placeholdersIn(template).filter((one) => !Object.hasOwn(PLACEHOLDERS, one))
    if (equals < 0 || name === '' || template === '') said('it needs a name, an equals sign and words.')
    else if (citations.some((one) => one.name === name)) said(`“${name}” has words already; the first hold.`)
    else {
      if (unknown.length > 0) said(`{${unknown[0]}} stands for nothing, and will be printed as it is.`)
      else if (placeholdersIn(template).length === 0) said('it names nothing of the paper: every citation will read the same.')
      citations.push({ name, template })
    }
  }
  return { citations, problems }
}
