import type { Fragment, Mark, Node } from 'prosemirror-model'
import { type Command, Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { isBlock, isLb, pagesOf } from '../document/access.ts'
import type { Unused } from '../model/transcript.ts'
import { COMMAND, KEEPS_LEDGER } from '../state/meta.ts'
import { allOwners, type OwnerAt, positionAt, sourceOf, textOf } from '../state/owners.ts'
import { machineWords } from '../text/machine-words.ts'
import { type ChangedPlace, changedPlaces } from './changed-places.ts'
import type { CommandContext } from './context.ts'
import { runsOf } from './remove-annotation.ts'
import { inlineOf, putBackUnused } from './restore-unused.ts'

/** A stretch of a block or note, in UTF-16 units of its text; by the owner's id. */
export interface PlaceOf {
  readonly owner: string
  readonly from: number
  readonly to: number
}

/** One changed place reads again as the machine read it; what was stated of whose error it is goes with it. */
export function restorePlace(context: CommandContext, place: PlaceOf): Command {
  return (state, dispatch) => {
    const tr = state.tr
    const owner = ownerOf(tr.doc, place.owner)
    const found = owner && placeOf(owner.node, place, context.texts())
    if (!owner || !found) return false
    if (!dispatch) return true
    readAgain(tr, owner, found, context.texts())
    const at = tr.doc.resolve(Math.min(positionAt(ownerOf(tr.doc, place.owner)!, found.from), tr.doc.content.size))
    dispatch(tr.setSelection(TextSelection.near(at)).setMeta(COMMAND, 'restore-place').scrollIntoView())
    return true
  }
}

/** Every changed place of a block or note reads again as the machine read it. */
export function restoreBlock(context: CommandContext, id: string): Command {
  return (state, dispatch) => {
    const tr = state.tr
    const owner = ownerOf(state.doc, id)
    if (!owner || !readOwnerAgain(tr, owner, context.texts())) return false
    dispatch?.(tr.setMeta(COMMAND, 'restore-block').scrollIntoView())
    return true
  }
}

/**
 * A page reads again as the machine read it: its blocks and their notes, and what of it was set aside (`asides`, by id; never signs of the
 * file). What is stated of blocks, their order and what was lifted stay. `notes`: the ids of the notes that are of this page.
 */
export function restorePage(
  context: CommandContext,
  page: string,
  notes: readonly string[] = [],
  asides: readonly string[] = [],
): Command {
  return (state, dispatch) => {
    const tr = state.tr
    const texts = context.texts()
    const node = pagesOf(state.doc).find(({ attrs }) => attrs.id === page)
    if (!node) return false
    const blocks: string[] = []
    node.forEach((child) => {
      if (isBlock(child)) blocks.push(child.attrs.id)
    })
    const unused = state.doc.attrs.unused as readonly Unused[]
    const back = unused.filter(({ id, reason }) => asides.includes(id) && reason !== 'markup')
    const wanted = new Set([...blocks, ...notes])
    const changed = (doc: Node) => allOwners(doc).filter((owner) => wanted.has(owner.node.attrs.id))
    if (!dispatch) return back.length > 0 || changed(state.doc).some(({ node }) => changedPlaces(node, texts).length > 0)
    for (const entry of back) putBackUnused(tr, entry, context)
    if (back.length > 0)
      tr.setMeta(KEEPS_LEDGER, true).setDocAttribute(
        'unused',
        unused.filter((entry) => !back.includes(entry)),
      )
    // from the last to the first: what stands before stays where it is
    const read = [...changed(tr.doc)].reverse().filter((owner) => readOwnerAgain(tr, owner, texts))
    if (read.length + back.length === 0) return false
    tr.setSelection(Selection.near(tr.doc.resolve(Math.min(tr.mapping.map(state.selection.from), tr.doc.content.size)), -1))
    dispatch(tr.setMeta(COMMAND, 'restore-page').scrollIntoView())
    return true
  }
}

/** The block or note of this id. */
export function ownerOf(doc: Node, id: string): OwnerAt | null {
  return allOwners(doc).find(({ node }) => node.attrs.id === id) ?? null
}

/** The changed place of an owner that stands there, or null where it has none (any more). */
export function placeOf(owner: Node, { from, to }: Pick<PlaceOf, 'from' | 'to'>, texts: readonly string[]): ChangedPlace | null {
  return changedPlaces(owner, texts).find((place) => place.from === from && place.to === to) ?? null
}

function readOwnerAgain(tr: Transaction, owner: OwnerAt, texts: readonly string[]): boolean {
  const places = changedPlaces(owner.node, texts)
  for (const place of [...places].reverse()) readAgain(tr, owner, place, texts)
  return places.length > 0
}

/**
 * The machine's letters in the place of those that differ, from the last to the first; the mark that said whose error it was goes. `owner` is
 * as it was before anything was written into it from this place on.
 */
export function readAgain(tr: Transaction, owner: OwnerAt, { hunks, mark }: ChangedPlace, texts: readonly string[]): void {
  const { was } = machineWords(sourceOf(owner.node), texts)
  // first: a mark that went with its words would wait for new ones
  if (mark) for (const { from, to, mark: run } of runsOf(tr.doc, mark.attrs.id)) tr.removeMark(from, to, run)
  for (const { wasFrom, wasTo, nowFrom, nowTo } of [...hunks].reverse())
    writeWords(tr, owner, nowFrom, nowTo, was.slice(wasFrom, wasTo))
}

/**
 * Other words in the place of a stretch of an owner's text. Anchors and gaps among them stay, and so do the annotations on them. Blanks are no
 * words: none takes the place of another.
 */
export function writeWords(tr: Transaction, owner: OwnerAt, from: number, to: number, words: string): void {
  const stood = textOf(owner.node).slice(from, to)
  if (stood.trim() === '' && words.trim() === '' && stood !== '' && words !== '') return
  const start = to > from ? positionAt(owner, from + 1) - 1 : positionAt(owner, from)
  const end = Math.max(start, positionAt(owner, to))
  const $start = tr.doc.resolve(start)
  const [before, after] = [$start.nodeBefore, $start.nodeAfter]
  const marks =
    to > from ? (after?.marks ?? []) : (before?.marks ?? []).filter((mark) => after?.marks.some((one) => one.eq(mark)))
  const letters: { from: number; to: number }[] = []
  tr.doc.nodesBetween(start, end, (node, pos) => {
    if (node.isText || isLb(node)) letters.push({ from: Math.max(start, pos), to: Math.min(end, pos + node.nodeSize) })
  })
  for (const run of letters.reverse()) tr.delete(run.from, run.to)
  if (words !== '') tr.insert(start, marked(inlineOf(words), marks))
}

function marked(content: Fragment, marks: readonly Mark[]): readonly Node[] {
  return content.content.map((node) => (node.isText ? node.mark(marks) : node))
}
