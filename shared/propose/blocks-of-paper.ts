import type { Node } from 'prosemirror-model'
import { isBlock, isDivision, nameOf, pagesOf } from '../document/access.ts'
import type { PaperPlace } from '../schema/papers.ts'
import { type Title, titleOf } from './document-title.ts'
import { type ToldBlock, type ToldTag, tellsOfPaper } from './read-paper.ts'

/** What stands on a page: its telling blocks between the divisions on it, each stretch after its first a new paper's. */
const stretches = new WeakMap<Node, readonly (readonly ToldBlock[])[]>()

// pages never change, so each is looked at once
function stretchesOf(page: Node): readonly (readonly ToldBlock[])[] {
  const before = stretches.get(page)
  if (before) return before
  const found: ToldBlock[][] = [[]]
  page.forEach((node) => {
    if (isDivision(node)) found.push([])
    if (!isBlock(node)) return
    const told = found.at(-1)!
    const { role, facts } = node.attrs
    // of the others the first is enough: a title may be its first line
    if (!tellsOfPaper(role) && told.some((one) => !tellsOfPaper(one.role) && /\p{L}{3}/u.test(one.words))) return
    told.push({ role, facts: facts ?? {}, words: node.textBetween(0, node.content.size, '\n'), tagged: tagsIn(node) })
  })
  stretches.set(page, found)
  return found
}

const TAGS = new Set(['persName', 'orgName', 'date'])

/** The names and dates that are tagged in a block; one that other marks part is one. */
function tagsIn(block: Node): readonly ToldTag[] {
  const found = new Map<string, ToldTag>()
  block.forEach((piece) => {
    const words = piece.isText ? (piece.text ?? '') : '\n'
    for (const mark of piece.marks) {
      const type = nameOf(mark)
      if (!TAGS.has(type)) continue
      const before = found.get(mark.attrs.id)
      found.set(mark.attrs.id, { type, words: (before?.words ?? '') + words, when: mark.attrs.when ?? null })
    }
  })
  return [...found.values()]
}

/** The blocks that tell of each paper of a document, by its number (from 0). */
export function blocksOfPaper(doc: Node, index: number): readonly ToldBlock[] {
  const told: ToldBlock[] = []
  let at = 0
  for (const page of pagesOf(doc)) {
    const [first = [], ...rest] = stretchesOf(page)
    if (at === index) told.push(...first)
    for (const stretch of rest) {
      at++
      if (at === index) told.push(...stretch)
    }
    if (at > index) break
  }
  return told
}

/** The title of a paper of a document, as `titleOf` says. */
export function titleOfPaper(doc: Node, { paper }: PaperPlace, index: number): Title | null {
  return titleOf({ ...paper, subject: paper.facts?.subject }, blocksOfPaper(doc, index))
}
