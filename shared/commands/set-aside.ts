import type { Node } from 'prosemirror-model'
import { type Command, Selection, type Transaction } from 'prosemirror-state'
import { isNote, isPoint } from '../document/access.ts'
import { coalesce, type SourceRange } from '../model/source.ts'
import type { Unused } from '../model/transcript.ts'
import { forgetObject } from '../state/forget-object.ts'
import { COMMAND, KEEPS_LEDGER } from '../state/meta.ts'
import { sourceOf } from '../state/owners.ts'
import type { UnusedReason } from '../vocabulary/unused.ts'
import type { CommandContext } from './context.ts'
import { cutSource } from './cut-source.ts'
import { neighbour } from './neighbour.ts'
import { type OwnBlanks, ownBlanks } from './own-blanks.ts'
import { type Stretch, stretchesOrBlock, stretchInNote } from './stretch.ts'

/**
 * The selected words (the block around the caret where nothing is selected) are not text of the paper: they leave the transcript and stand among what is set aside, with the reason. Anchors of
 * notes that stood among them stay. Annotations on them go to the tray.
 */
export function setAside(context: CommandContext, reason: UnusedReason): Command {
  return (state, dispatch) => {
    const inNote = stretchInNote(state)
    const stretches = inNote.length > 0 ? inNote : stretchesOrBlock(state)
    if (stretches.length === 0) return false
    if (!dispatch) return true
    const tr = state.tr
    const leaving = new Set(stretches.filter((stretch) => stretch.whole).map((stretch) => stretch.blockPos))
    const taken = stretches.flatMap((stretch) => takeOut(tr, stretch, null, context.texts(), leaving))
    addUnused(tr, context, reason, taken)
    tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(stretches[0]!.from, -1)), -1))
    dispatch(tr.setMeta(KEEPS_LEDGER, true).setMeta(COMMAND, 'set-aside').scrollIntoView())
    return true
  }
}

/** Adds an entry to what is set aside; nothing where there are no ranges. */
export function addUnused(tr: Transaction, context: CommandContext, reason: UnusedReason, source: readonly SourceRange[]): void {
  const whole = coalesce(source)
  if (whole.length === 0) return
  const unused = tr.doc.attrs.unused as readonly Unused[]
  tr.setDocAttribute('unused', [...unused, { id: context.newId(), reason, source: whole }])
}

const NONE: OwnBlanks = { before: '', after: '' }

/** In the middle of a line the blanks on both sides stay: the machine read them, and nobody said that they are none of the paper's. */
const atLineEnd = (own: OwnBlanks): OwnBlanks => (own.before === '' && /^[^\n]?$/.test(own.after) ? NONE : own)

/** Takes a stretch's words out of its block, puts `instead` there, and gives what the machine read there. An emptied block goes, its anchors stay beside it. */
export function takeOut(
  tr: Transaction,
  stretch: Stretch,
  instead: Node | null,
  texts: readonly string[],
  leaving: ReadonlySet<number> = new Set([stretch.blockPos]),
): readonly SourceRange[] {
  const { block, blockPos, from, to, whole } = stretch
  const start = blockPos + 1
  const points: Node[] = []
  block.forEach((child, offset) => {
    if (isPoint(child) && (whole || (offset >= from - start && offset < to - start))) points.push(child)
  })
  if (whole && !instead && isNote(block)) {
    forgetObject(tr, block.attrs.id)
    return sourceOf(block)
  }
  const home = whole && !instead && points.length > 0 ? neighbour(tr.before, blockPos, leaving) : null
  if (home) tr.insert(tr.mapping.map(home.at, 1), points)
  if (whole && !instead && (points.length === 0 || home)) {
    tr.delete(tr.mapping.map(blockPos, 1), tr.mapping.map(blockPos + block.nodeSize, -1))
    return sourceOf(block)
  }
  const own = whole || instead ? NONE : atLineEnd(ownBlanks(block, from - start, to - start))
  const [cutFrom, cutTo] = whole ? [start, start + block.content.size] : [from - own.before.length, to + own.after.length]
  const [before, inside, after] = whole ? [[], sourceOf(block), []] : cutSource(block, cutFrom - start, cutTo - start, texts)
  tr.setNodeAttribute(tr.mapping.map(blockPos, 1), 'source', coalesce([...before, ...after]))
  const content = [...points, ...(instead ? [instead] : [])]
  tr.replaceWith(tr.mapping.map(cutFrom, 1), tr.mapping.map(cutTo, -1), content)
  return inside
}
