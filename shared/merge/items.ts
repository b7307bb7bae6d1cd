import { textOf } from '../compare/reading.ts'
import { canonicalContent } from '../format/canonical.ts'
import { printSorted } from '../format/printer.ts'
import { childToFile, marginToFile, pageToFile } from '../format/to-file.ts'
import type { SourceRange } from '../model/source.ts'
import type { Block, Division, MarginObject, Page, Transcript } from '../model/transcript.ts'

/** One thing that stands in a text and can be changed by itself. Two items say the same if and only if their prints are equal. */
export type ComparedItem = PageItem | ChildItem | MarginItem

interface Common {
  /** Kind and id: unique in a transcript. */
  readonly key: string
  readonly words: string
  readonly source: readonly SourceRange[]
  readonly print: string
}

/** The beginning of a page: its numbers and its state, without what stands on it. */
export interface PageItem extends Common {
  readonly kind: 'page'
  readonly page: Page
}

export interface ChildItem extends Common {
  readonly kind: 'block' | 'division'
  readonly child: Block | Division
}

export interface MarginItem extends Common {
  readonly kind: 'margin'
  readonly object: MarginObject
}

/** Everything in a text in the order of the file: each page's beginning, what stands on it, what stands beside it. */
export function itemsOf(text: Pick<Transcript, 'pages'>): readonly ComparedItem[] {
  return text.pages.flatMap((page): readonly ComparedItem[] => [
    pageItem(page),
    ...page.content.map(childItem),
    ...page.margin.map(marginItem),
  ])
}

function pageItem(page: Page): PageItem {
  const bare = { ...page, content: [], margin: [] }
  return { kind: 'page', key: `page ${page.id}`, words: '', source: [], print: printSorted(pageToFile(bare)), page: bare }
}

function childItem(child: Block | Division): ChildItem {
  const key = `${child.type} ${child.id}`
  if (child.type === 'division')
    return { kind: 'division', key, words: '', source: [], print: printSorted(childToFile(child)), child }
  const print = printSorted(childToFile(canonicalContent(child)))
  return { kind: 'block', key, words: textOf(child.content), source: child.source, print, child }
}

function marginItem(object: MarginObject): MarginItem {
  const source = Array.isArray(object.attrs.source) ? (object.attrs.source as readonly SourceRange[]) : []
  const print = printSorted(marginToFile(canonicalContent(object)))
  return { kind: 'margin', key: `margin ${object.id}`, words: textOf(object.content), source, print, object }
}
