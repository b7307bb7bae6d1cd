/** A way to cite, in words and placeholders: `{repository}, {reference}, {from} to {to}, {date}, {page}`. */
export interface CitationTemplate {
  readonly name: string
  readonly template: string
}

/** What stands for a placeholder: its words, or what is to be said where nothing was stated. `optional`: it may be left out. */
export type Placed = { readonly words: string } | { readonly unstated: string; readonly optional: boolean }

const PLACEHOLDER = /\{([a-zA-Z]*)\}/g

/** The names of the placeholders in a template, in order. */
export function placeholdersIn(template: string): readonly string[] {
  return Array.from(template.matchAll(PLACEHOLDER), ([, name]) => name!)
}

/**
 * Fills a template. Between commas and full stops, what consists only of a placeholder of which nothing was stated is left out with its comma;
 * in any other place, and where it may not be left out, the template says that it is not stated. Nothing is ever put in its place
 * (archivist.md, rule 5).
 */
export function fillTemplate(template: string, placed: (name: string) => Placed): string {
  const kept: { words: string; after: string }[] = []
  for (const { words, after } of partsOf(template)) {
    const [name, ...others] = placeholdersIn(words)
    const alone = name !== undefined && others.length === 0 && words.replace(PLACEHOLDER, '').trim() === '' ? placed(name) : null
    if (alone === null || 'words' in alone || !alone.optional) {
      kept.push({ words: filled(words, placed).trim(), after })
      continue
    }
    // what ended a sentence still does
    const last = kept.at(-1)
    if (last && after.startsWith('.')) last.after = after
  }
  return kept
    .map(({ words, after }) => words + after)
    .join('')
    .replace(/[,;\s]+$/, '')
}

function filled(words: string, placed: (name: string) => Placed): string {
  return words.replace(/( ?)\{([a-zA-Z]*)\}/g, (_whole, blank: string, name: string) => {
    const value = placed(name)
    const said = 'words' in value ? value.words : value.unstated
    return said === '' ? '' : blank + said
  })
}

/** What stands between commas, semicolons and the ends of sentences, each with what follows it. */
function partsOf(template: string): readonly { readonly words: string; readonly after: string }[] {
  const pieces = template.split(/([,;.]\s+|\.$)/)
  const parts: { words: string; after: string }[] = []
  for (let at = 0; at < pieces.length; at += 2) {
    const part = { words: pieces[at]!, after: pieces[at + 1] ?? '' }
    if (part.words !== '' || part.after !== '') parts.push(part)
  }
  return parts
}
