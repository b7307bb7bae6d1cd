import type { Node } from 'prosemirror-model'

/** What is looked for. Blanks stand for any blank or line end. */
export interface Query {
  readonly words: string
  readonly matchCase: boolean
  readonly wholeWords: boolean
  /** Everywhere, in the text of the pages, or in what stands beside it. */
  readonly where: 'all' | 'text' | 'notes'
}

/** Where the words stand, in document positions. */
export interface Hit {
  readonly from: number
  readonly to: number
  /** An anchor, a gap or a line end stands among them. */
  readonly broken: boolean
}

/** Where a document holds these words, in its order. Nothing is found over the end of a block, and nothing for no words. */
export function findWords(doc: Node, query: Query): readonly Hit[] {
  const pattern = patternOf(query)
  if (pattern === null) return []
  const hits: Hit[] = []
  doc.forEach((part, offset) => {
    const kind = part.type.name === 'body' ? 'text' : 'notes'
    if (query.where !== 'all' && query.where !== kind) return
    part.descendants((node, pos) => {
      if (!node.isTextblock) return true
      hits.push(...findInBlock(node, offset + 1 + pos + 1, pattern))
      return false
    })
  })
  return hits
}

/** The words as a pattern: of letters alone, so that it never takes more time than the text is long. Null for no words. */
function patternOf({ words, matchCase, wholeWords }: Query): RegExp | null {
  const parts = words.trim().split(/\s+/u).filter(Boolean)
  if (parts.length === 0) return null
  const literal = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join('\\s+')
  const edge = '[\\p{L}\\p{N}]'
  return new RegExp(wholeWords ? `(?<!${edge})${literal}(?!${edge})` : literal, matchCase ? 'gu' : 'giu')
}

function findInBlock(block: Node, start: number, pattern: RegExp): readonly Hit[] {
  let text = ''
  // for each UTF-16 unit of the text, where it stands after the block's start
  const places: number[] = []
  block.forEach((child, offset) => {
    const own = child.isText ? child.text! : child.type.name === 'lb' ? '\n' : child.type.name === 'gap' ? '\ufffc' : ''
    for (let at = 0; at < own.length; at++) places.push(offset + at)
    text += own
  })
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => {
    const [first, last] = [places[index]!, places[index + found.length - 1]!]
    return { from: start + first, to: start + last + 1, broken: last - first + 1 !== found.length || found.includes('\n') }
  })
}
