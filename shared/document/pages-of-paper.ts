import type { Node } from 'prosemirror-model'
import { divisionsIn } from '../schema/papers.ts'
import { isBlock, pagesOf } from './access.ts'

/** The pages that a paper stands on, by its number (from 0), each with its place among all pages (from 0). A page that two papers share is of both. */
export function pagesOfPaper(doc: Node, index: number): readonly { readonly page: Node; readonly at: number }[] {
  const found: { page: Node; at: number }[] = []
  let paper = 0
  pagesOf(doc).forEach((page, at) => {
    const begin = divisionsIn(page)
    const first = paper
    paper += begin.length
    // a page whose first thing is a division belongs to that paper
    const own = isBlock(page.firstChild) || begin.length === 0 ? first : first + 1
    if (own <= index && index <= paper) found.push({ page, at })
  })
  return found
}
