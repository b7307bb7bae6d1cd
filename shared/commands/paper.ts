import type { Node } from 'prosemirror-model'
import type { Command, EditorState, Transaction } from 'prosemirror-state'
import { bodyOf, isBlock, isBody, isDivision, marginOf } from '../document/access.ts'
import { anchorIndexOf } from '../document/anchor-index.ts'
import { objectHere } from '../document/margin-objects.ts'
import { emptyPaper } from '../model/paper.ts'
import type { Paper } from '../model/transcript.ts'
import { type PaperPlace, paperIndexAt, papersIn } from '../schema/papers.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND } from '../state/meta.ts'
import { type AttributeTable, type AttributeValue, isEmptyValue } from '../vocabulary/attribute.ts'
import { type PAPER, PAPER_FACTS } from '../vocabulary/paper.ts'
import type { CommandContext } from './context.ts'

/** The number (from 0) of the paper that the selection is in; of a margin object, that of its anchor. */
export function paperHere(state: EditorState, papers: readonly PaperPlace[] = papersIn(state.doc)): number {
  const object = objectHere(state)
  if (!object) return paperIndexAt(papers, state.selection.from)
  const paper = anchorIndexOf(state.doc).get(object.node.attrs.id)?.paper
  return Math.max(
    0,
    papers.findIndex((one) => one.paper.id === paper),
  )
}

/** A new paper begins before the block of the caret. Nothing is stated of it, and no word is touched. Refused where one begins already. */
export function beginPaper(context: CommandContext): Command {
  return (state, dispatch) => {
    const { $from } = state.selection
    if ($from.depth < 3 || !isBody($from.node(1)) || !isBlock($from.node(3))) return false
    const index = $from.index(2)
    // the first paper begins where the text begins
    if (index === 0 && $from.index(1) === 0) return false
    if (index > 0 && isDivision($from.node(2).child(index - 1))) return false
    if (!dispatch) return true
    const id = context.newId()
    const tr = state.tr.insert($from.before(3), schema.node('division', { id, paper: emptyPaper(id) }))
    dispatch(tr.setMeta(COMMAND, 'begin-paper').scrollIntoView())
    return true
  }
}

/**
 * The paper of the caret is none of its own: it goes on from the one before. What was stated of it goes (undo brings it back); its words
 * and notes stay, and what was drawn on the whole of it is drawn on the paper before.
 */
export function joinPapers(context: CommandContext): Command {
  return (state, dispatch) => {
    const papers = papersIn(state.doc)
    const index = paperHere(state, papers)
    const here = papers[index]
    const before = papers[index - 1]
    if (!here || here.pos === null || !before) return false
    if (!dispatch) return true
    const tr = state.tr
    const gone = here.paper.id
    marginOf(state.doc).forEach((object, offset) => {
      const at = bodyOf(state.doc).nodeSize + 1 + offset
      if (object.attrs.paper === gone) tr.setNodeAttribute(at, 'paper', before.paper.id)
    })
    for (const one of papers) if (one.paper.relatedTo === gone && one !== here) write(tr, one, { ...one.paper, relatedTo: null })
    const page = state.doc.resolve(here.pos).parent
    const instead = page.childCount === 1 ? [schema.node('block', { id: context.newId() })] : []
    tr.replaceWith(here.pos, here.pos + 1, instead)
    dispatch(tr.setMeta(COMMAND, 'join-papers').scrollIntoView())
    return true
  }
}

/** States facts of a paper, by its id. No word is touched. */
export function setPaper(id: string, stated: Partial<Omit<Paper, 'id'>>): Command {
  return (state, dispatch) => {
    const found = papersIn(state.doc).find(({ paper }) => paper.id === id)
    if (!found) return false
    dispatch?.(write(state.tr, found, { ...found.paper, ...stated }).setMeta(COMMAND, 'set-paper'))
    return true
  }
}

/** States some facts of a paper, each by its name in the table of facts; the others stay. An empty value takes a fact back. No word is touched. */
export function statePaper(id: string, stated: Readonly<Partial<Record<keyof typeof PAPER, AttributeValue>>>): Command {
  return (state, dispatch) => {
    const found = papersIn(state.doc).find(({ paper }) => paper.id === id)
    if (!found) return false
    dispatch?.(giveFacts(state.tr, found, stated).setMeta(COMMAND, 'set-paper'))
    return true
  }
}

/** The same for a paper of a change's document. */
export function giveFacts(
  tr: Transaction,
  place: PaperPlace,
  stated: Readonly<Partial<Record<keyof typeof PAPER, AttributeValue>>>,
): Transaction {
  const facts: Record<string, unknown> = { ...place.paper.facts }
  const own: Record<string, AttributeValue> = {}
  for (const [name, value] of Object.entries(stated)) {
    const spec = (PAPER_FACTS as AttributeTable)[name]
    if (spec === undefined) own[name] = value
    else if (isEmptyValue(spec, value)) delete facts[name]
    else facts[name] = value
  }
  return write(tr, place, { ...place.paper, ...own, facts })
}

function write(tr: Transaction, { pos }: PaperPlace, { facts = {}, ...rest }: Paper): Transaction {
  const paper: Paper = Object.keys(facts).length > 0 ? { ...rest, facts } : rest
  return pos === null ? tr.setDocAttribute('paper', paper) : tr.setNodeAttribute(pos, 'paper', paper)
}

/** The first place of a paper where the caret can stand, or null where it has no words. */
export function startOf(doc: Node, papers: readonly PaperPlace[], index: number): number | null {
  const [from, to] = [papers[index]?.pos ?? 0, papers[index + 1]?.pos ?? bodyOf(doc).content.size]
  let start: number | null = null
  bodyOf(doc).descendants((node, at) => {
    if (start !== null || node.isTextblock) {
      if (start === null && at + 1 >= from && at + 1 < to) start = at + 2
      return false
    }
    return true
  })
  return start
}
