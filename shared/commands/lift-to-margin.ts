import { Fragment, type Node } from 'prosemirror-model'
import { type Command, type EditorState, Selection, type Transaction } from 'prosemirror-state'
import { bodyOf, isPoint } from '../document/access.ts'
import { coalesce, type SourceRange } from '../model/source.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND, KEEPS_LEDGER } from '../state/meta.ts'
import { sourceOf } from '../state/owners.ts'
import type { CommandContext } from './context.ts'
import { cutSource } from './cut-source.ts'
import { neighbour } from './neighbour.ts'
import { ownBlanks } from './own-blanks.ts'
import { type Stretch, stretchesOrBlock } from './stretch.ts'

/** What put-back needs of one piece of a lifted note: its point, the blanks that went with it, and the block that it was. */
export interface Seam {
  readonly point: string
  /** What stood after the words and went with them: blanks, a line end as “\n”. */
  readonly blank: string
  /** The same before them; left out where nothing did. */
  readonly before?: string
  readonly block: Readonly<Record<string, unknown>> | null
  readonly side: 'before' | 'after'
  /** Where the machine's words of this piece begin: index of the original and offset (UTF-16 units), or null where it has none. */
  readonly begins: readonly [original: number, start: number] | null
}

export interface LiftOptions {
  /** The hand that wrote it, or null: not stated. */
  readonly hand: string | null
  /** One note of all stretches, or one piece a stretch, joined in reading order. */
  readonly as: 'note' | 'pieces'
  /** The piece that this one goes on from, or null. */
  readonly joins?: string | null
}

interface Lifted {
  readonly content: Fragment
  readonly source: readonly SourceRange[]
  readonly seam: Seam
  readonly page: string | null
}

/**
 * The selected words leave the typed text and become a note in the margin; a point stays where the machine read them. Takes words, part
 * of a block or several blocks; the whole block around the caret where nothing is selected. Place, function, passage and certainty are not stated: only a person states them. One undo restores all.
 */
export function liftToMargin(context: CommandContext, options: LiftOptions): Command {
  return (state, dispatch) => {
    const stretches = stretchesOrBlock(state)
    if (stretches.length === 0) return false
    if (dispatch) dispatch(liftStretches(context, state, stretches, options).setMeta(COMMAND, 'lift').scrollIntoView())
    return true
  }
}

/** The same of the given stretches, as a change to go on with: the new notes are the last of the margin. */
export function liftStretches(
  context: CommandContext,
  state: EditorState,
  stretches: readonly Stretch[],
  options: LiftOptions,
): Transaction {
  const tr = state.tr
  const leaving = new Set(stretches.filter((stretch) => stretch.whole).map((stretch) => stretch.blockPos))
  const groups = options.as === 'note' ? [stretches] : stretches.map((stretch) => [stretch])
  let joins = options.joins ?? null
  const notes: Node[] = []
  for (const group of groups) {
    const id = context.newId()
    const pieces = group.map((stretch) => lift(tr, state.doc, stretch, id, leaving, context))
    const content = pieces.reduce(
      (all, piece, index) =>
        index === 0 ? piece.content : all.addToEnd(schema.node('lb', { seam: piece.seam })).append(piece.content),
      Fragment.empty,
    )
    const source = coalesce(pieces.flatMap((piece) => piece.source))
    const page = pieces.find((piece) => piece.page)?.page ?? null
    notes.push(schema.node('note', { id, hand: options.hand, joins, source, seam: pieces[0]!.seam, page }, content))
    joins = id
  }
  tr.insert(tr.doc.content.size - 1, notes)
  tr.setSelection(afterLift(tr, stretches))
  return tr.setMeta(KEEPS_LEDGER, true)
}

/** The caret goes on: to the beginning of the block after a whole block that left, and only at the text's end back; else it stays where the words were. */
function afterLift(tr: Transaction, stretches: readonly Stretch[]): Selection {
  const last = stretches.at(-1)!
  const end = bodyOf(tr.doc).nodeSize - 2
  if (!last.whole) return Selection.near(tr.doc.resolve(Math.min(tr.mapping.map(stretches[0]!.from, -1), end)), -1)
  const $gone = tr.doc.resolve(Math.min(tr.mapping.map(last.blockPos + last.block.nodeSize, 1), end))
  const next = Selection.findFrom($gone, 1, true)
  return next && next.from <= end ? next : Selection.near($gone, -1)
}

function lift(
  tr: Transaction,
  doc: Node,
  stretch: Stretch,
  note: string,
  leaving: ReadonlySet<number>,
  context: CommandContext,
): Lifted {
  const { block, blockPos, from, to, whole } = stretch
  const start = blockPos + 1
  const pointId = context.newId()
  const point = schema.node('point', { note, id: pointId })
  if (whole) {
    const home = neighbour(doc, blockPos, leaving)
    const points = pointsAround(block, 0, from - start, block.content.size, point)
    const { id, role, hand, facts, continues, extra } = block.attrs
    const side = home && home.at < blockPos ? 'after' : 'before'
    if (home) tr.insert(tr.mapping.map(home.at, 1), points)
    tr.delete(tr.mapping.map(blockPos, 1), tr.mapping.map(blockPos + block.nodeSize, -1))
    const seam: Seam = {
      point: pointId,
      blank: '',
      block: { id, role, hand, ...(facts ? { facts } : {}), continues, extra },
      side,
      begins: beginning(sourceOf(block)),
    }
    return {
      content: withoutPoints(block.content),
      source: sourceOf(block),
      seam,
      page: home ? null : doc.resolve(blockPos).parent.attrs.id,
    }
  }
  const blanks = ownBlanks(block, from - start, to - start)
  const [begin, end] = [from - blanks.before.length, to + blanks.after.length]
  const [before, inside, after] = cutSource(block, begin - start, end - start, context.texts())
  tr.setNodeAttribute(tr.mapping.map(blockPos, 1), 'source', coalesce([...before, ...after]))
  tr.replaceWith(
    tr.mapping.map(begin, 1),
    tr.mapping.map(end, -1),
    pointsAround(block, begin - start, from - start, end - start, point),
  )
  const content = withoutPoints(block.content.cut(from - start, to - start))
  return {
    content,
    source: inside,
    seam: {
      point: pointId,
      blank: blanks.after,
      ...(blanks.before ? { before: blanks.before } : {}),
      block: null,
      side: 'before',
      begins: beginning(inside),
    },
    page: null,
  }
}

function beginning(source: readonly SourceRange[]): Seam['begins'] {
  const first = source[0]
  return first ? [first[0], first[1]] : null
}

/** The anchors that stay behind, in their order, with the new one where the words began. Offsets in the block's content. */
function pointsAround(block: Node, from: number, words: number, to: number, point: Node): readonly Node[] {
  const before: Node[] = []
  const after: Node[] = []
  block.forEach((child, offset) => {
    if (!isPoint(child) || offset < from || offset >= to) return
    if (offset < words) before.push(child)
    else after.push(child)
  })
  return [...before, point, ...after]
}

function withoutPoints(content: Fragment): Fragment {
  const kept: Node[] = []
  content.forEach((child) => {
    if (!isPoint(child)) kept.push(child)
  })
  return Fragment.fromArray(kept)
}
