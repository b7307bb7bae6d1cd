/** A line of a small file that a person writes by hand: `name = words`. */
export interface NamedLine {
  readonly name: string
  readonly words: string
}

/**
 * Reads such a file; empty lines, and those that begin with #, say nothing. A line that is none is told, a sentence each in their order, and
 * everything else holds. `remark` may say something of a line that holds.
 */
export function readNamedLines(
  text: string,
  remark: (line: NamedLine) => string | null = () => null,
): { readonly lines: readonly NamedLine[]; readonly problems: readonly string[] } {
  const lines: NamedLine[] = []
  const problems: string[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue
    const said = (words: string) => void problems.push(`Line ${at + 1}: ${words}`)
    const equals = line.indexOf('=')
    const own = { name: line.slice(0, Math.max(equals, 0)).trim(), words: line.slice(equals + 1).trim() }
    if (own.name === '' || own.words === '') said('it needs a name, an equals sign and words.')
    else if (lines.some(({ name }) => name === own.name)) said(`“${own.name}” has words already; the first hold.`)
    else {
      const remarked = remark(own)
      if (remarked !== null) said(remarked)
      lines.push(own)
    }
  }
  return { lines, problems }
}
