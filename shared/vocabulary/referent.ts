/** What a reference leads to, as far as it is called by a number or by words of its own. */
export type Referent =
  /** Without a number: a headnote. */
  | { readonly kind: 'editornote'; readonly number: number | null }
  | { readonly kind: 'note'; readonly letter: string }
  /** Of the paper, by the paper's own sign. */
  | { readonly kind: 'footnote'; readonly sign: string | null }
  | { readonly kind: 'penmark' | 'query' }
  | { readonly kind: 'page'; readonly page: PageNumbers }
  | { readonly kind: 'paper'; readonly title: string | null; readonly number: number }
  | { readonly kind: 'block'; readonly words: string; readonly page: PageNumbers }

/** A page as it is called: by its printed number, else by the archive's folio, else counted from 1. */
export interface PageNumbers {
  readonly printed: string | null
  readonly folio: string | null
  readonly count: number
}

/** How a reference reads, in the window and in every edition: “n. 3”, “note b”, “p. 2”. Null: nothing has that id (any more), and it says so. */
export function referenceWords(referent: Referent | null): string {
  if (referent === null) return '[what is referred to is not here]'
  switch (referent.kind) {
    case 'editornote':
      return referent.number === null ? 'the headnote' : `n. ${referent.number}`
    case 'note':
      return `note ${referent.letter}`
    case 'footnote':
      return referent.sign === null ? 'the footnote' : `footnote ${referent.sign}`
    case 'penmark':
      return 'the pen mark'
    case 'query':
      return 'the query'
    case 'page':
      return pageWords(referent.page)
    case 'paper':
      return referent.title ?? `paper ${referent.number}`
    case 'block': {
      const words = firstWords(referent.words)
      return `${words === '' ? 'a paragraph without words' : `“${words}”`}, ${pageWords(referent.page)}`
    }
  }
}

function pageWords({ printed, folio, count }: PageNumbers): string {
  if (printed !== null) return `p. ${printed}`
  return folio === null ? `page ${count} of the transcript` : `folio ${folio}`
}

const MOST = 6

/** The first words of a text, and a sign that it goes on. */
export function firstWords(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '')
  if (words.length > MOST) return `${words.slice(0, MOST).join(' ')} …`
  return words.join(' ').replace(/[,;:]$/, '')
}
