import type { DocumentEntry } from '../../shared/api/contract.ts'
import { titleOfPaper } from '../../shared/propose/blocks-of-paper.ts'
import type { Title } from '../../shared/propose/document-title.ts'
import { papersIn } from '../../shared/schema/papers.ts'
import type { OpenDocument } from './open-document.ts'

/** A document as the window calls it. */
export interface Called {
  /** Its title, with a question mark where it is only read from its blocks; else the name of its file, which is known before it was ever opened. */
  readonly title: string
  /** What stands under it in the list: the name of its file, or its first line in quotation marks where it is called by its file; null where it is not known. */
  readonly under: string | null
  /** The name of its file, with where the title is from: for a tooltip. */
  readonly tip: string
  /** ISO 8601. */
  readonly date: string | null
}

/** What a document of the list is called, as its transcript on disk says. */
export const calledIn = ({ original, title }: Pick<DocumentEntry, 'original' | 'title'>): Called =>
  called(original, title ?? null)

/** What documents are called beside each other: of those that are called alike, each with the name of its file. */
export function calledApart(documents: Iterable<DocumentEntry>): (document: DocumentEntry) => string {
  const called = new Map<string, Set<string>>()
  for (const document of documents) {
    const { title } = calledIn(document)
    called.set(title, (called.get(title) ?? new Set()).add(document.original))
  }
  return (document) => {
    const { title } = calledIn(document)
    return (called.get(title)?.size ?? 0) > 1 ? `${title} (${document.original})` : title
  }
}

/** What the open document is called, as it stands. */
export const calledHere = ({ loaded, document }: OpenDocument): Called =>
  called(loaded.entry.original, titleOfPaper(document, papersIn(document)[0]!, 0))

function called(original: string, title: Title | null): Called {
  if (title === null) return { title: original, under: null, tip: original, date: null }
  const { words, from, date } = title
  if (from === 'line')
    return { title: original, under: `“${words}”`, tip: `${original}: nothing is stated of the paper yet`, date }
  if (from === 'stated') return { title: words, under: original, tip: original, date }
  return { title: `${words}?`, under: original, tip: `${original}: read from its blocks, not stated of the paper yet`, date }
}
