import type { Node } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { bodyOf } from '../../shared/document/access.ts'
import { emptyPaper } from '../../shared/model/paper.ts'
import type { Paper } from '../../shared/model/transcript.ts'
import { paperInWords } from '../../shared/vocabulary/paper.ts'

/** Over the first page stands what is stated of the first paper, as over each later one: drawn by the style sheet, no part of the text. */
export function paperHead(): Plugin {
  return new Plugin({
    props: { decorations: ({ doc }) => headOf(doc) },
  })
}

function headOf(doc: Node): DecorationSet {
  const words = `Paper: ${paperInWords((doc.attrs.paper as Paper | null) ?? emptyPaper(''))}`
  return DecorationSet.create(doc, [Decoration.node(0, bodyOf(doc).nodeSize, { 'data-says': words })])
}
