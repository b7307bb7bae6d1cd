import { fold } from '../../shared/search/fold.ts'

/** A page that answers a question, with the words around the first place that does. */
export interface Answer {
  /** Which page, by its place in the list that was searched. */
  readonly page: number
  readonly excerpt: string
}

const BEFORE = 30
const LONG = 90

/**
 * The pages that hold every word of what is asked, however they are cased and accented; those that have it in their title first. Nothing for no words.
 * `pages`: what each says, without its signs of Markdown.
 */
export function searchGuide(
  pages: readonly { readonly title: string; readonly words: string }[],
  asked: string,
): readonly Answer[] {
  const wanted = folded(asked).text.split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const found = pages.flatMap(({ title, words }, page) => {
    const [inTitle, inWords] = [folded(title).text, folded(words)]
    if (!wanted.every((word) => inTitle.includes(word) || inWords.text.includes(word))) return []
    const isTitled = wanted.some((word) => inTitle.includes(word))
    const at = [wanted.join(' '), ...wanted].map((word) => inWords.text.indexOf(word)).find((one) => one >= 0) ?? 0
    return [{ page, isTitled, excerpt: excerpt(words, inWords.from(at)) }]
  })
  return found
    .sort((a, b) => Number(b.isTitled) - Number(a.isTitled) || a.page - b.page)
    .map(({ page, excerpt }) => ({ page, excerpt }))
}

/** What a page in Markdown says, in one line, without its signs and pictures. */
export function wordsOfMarkdown(text: string): string {
  return text
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replaceAll(/^#+ /gm, '')
    .replaceAll(/[`*]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const folded = (words: string) => fold(words, { matchCase: false, exact: false })

function excerpt(words: string, at: number): string {
  const from = at <= BEFORE ? 0 : words.indexOf(' ', at - BEFORE) + 1
  const to = from + LONG >= words.length ? words.length : words.lastIndexOf(' ', from + LONG)
  return `${from > 0 ? '… ' : ''}${words.slice(from, to)}${to < words.length ? ' …' : ''}`
}
