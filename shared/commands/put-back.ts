import { Fragment, type Node, type ResolvedPos } from 'prosemirror-model'
import { type Command, TextSelection, type Transaction } from 'prosemirror-state'
import { bodyOf, isNote, isPoint } from '../document/access.ts'
import { findObject } from '../document/margin-objects.ts'
import { coalesce } from '../model/source.ts'
import type { TrayEntry } from '../model/transcript.ts'
import { schema } from '../schema/schema.ts'
import { forgetObject } from '../state/forget-object.ts'
import { COMMAND, KEEPS_LEDGER } from '../state/meta.ts'
import type { CommandContext } from './context.ts'
import { cutSource } from './cut-source.ts'
import { type NotePiece, piecesOf } from './note-pieces.ts'
import { blanksAsContent, type OwnBlanks } from './own-blanks.ts'
import { takeRoomAway } from './take-room-away.ts'

/**
 * A note's words return to the typed text, each piece to its point, as the block it was or into the line it came from, with whatever was
 * mended in them meanwhile. Where the point is gone they come back as a block at the end of the note's page (of the last page where that
 * is not known). `id` is the note's.
 */
export function putBack(context: CommandContext, id: string): Command {
  return (state, dispatch) => {
    const found = findObject(state.doc, id)
    if (!isNote(found?.node)) return false
    if (!dispatch) return true
    const tr = state.tr
    let caret: number | null = null
    for (const piece of piecesOf(found.node, context.texts())) caret = returnPiece(tr, found.node, piece, context) ?? caret
    forgetObject(tr, id)
    const tray = (tr.doc.attrs.tray as readonly TrayEntry[]).filter((entry) => entry.id !== id)
    if (tray.length < tr.doc.attrs.tray.length) tr.setDocAttribute('tray', tray)
    if (caret !== null) tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(caret, tr.doc.content.size)), -1))
    dispatch(tr.setMeta(KEEPS_LEDGER, true).setMeta(COMMAND, 'put-back').scrollIntoView())
    return true
  }
}

function findPoint(doc: Node, note: string, point: string | undefined): number | null {
  let exact: number | null = null
  let any: number | null = null
  bodyOf(doc).descendants((node, pos) => {
    if (!isPoint(node) || node.attrs.note !== note) return
    if (node.attrs.id === point) exact ??= pos + 1
    any ??= pos + 1
  })
  return exact ?? any
}

function returnPiece(tr: Transaction, note: Node, piece: NotePiece, context: CommandContext): number | null {
  const at = findPoint(tr.doc, note.attrs.id, piece.seam?.point)
  if (at === null) return appendBlock(tr, note, piece, context)
  const $at = tr.doc.resolve(at)
  if (piece.seam?.block) return insertBlock(tr, at, piece, context)
  const block = $at.parent
  const [earlier, , later] = cutSource(block, $at.parentOffset, $at.parentOffset, context.texts())
  tr.setNodeAttribute($at.before(), 'source', coalesce([...earlier, ...piece.source, ...later]))
  const { before, after } = blanksOf(piece, $at)
  const lead = blanksAsContent(before, marksOfBoth($at.nodeBefore, piece.content.firstChild))
  const tail = blanksAsContent(after, marksOfBoth(piece.content.lastChild, tr.doc.resolve(at + 1).nodeAfter))
  tr.replaceWith(at, at + 1, Fragment.from([...lead, ...piece.content.content, ...tail]))
  return at + before.length + piece.content.size
}

/** The blanks that went with the words; where nobody knows, one where they would run together with what stands beside them. */
function blanksOf({ seam, content }: NotePiece, $at: ResolvedPos): OwnBlanks {
  if (seam) return { before: seam.before ?? '', after: seam.blank }
  const parts = (left: string, right: string) => /\S$/u.test(left) && /^\S/u.test(right)
  const words = content.textBetween(0, content.size)
  const { parent, parentOffset } = $at
  return {
    before: parts(parent.textBetween(0, parentOffset), words) ? ' ' : '',
    after: parts(words, parent.textBetween(parentOffset, parent.content.size)) ? ' ' : '',
  }
}

/** What holds on both sides of a blank holds on it. */
function marksOfBoth(left: Node | null, right: Node | null): Node['marks'] {
  return left && right ? left.marks.filter((mark) => mark.isInSet(right.marks)) : []
}

/** Puts the block back beside the one that holds its point; anchors that stood before the point go with it, so the next returns in order. */
function insertBlock(tr: Transaction, at: number, piece: NotePiece, context: CommandContext): number {
  const $at = tr.doc.resolve(at)
  const host = $at.parent
  const after = piece.seam!.side === 'after'
  const moved: Node[] = []
  const taken: number[] = []
  host.forEach((child, offset) => {
    const beside = after ? offset > $at.parentOffset : offset < $at.parentOffset
    if (!isPoint(child) || !beside || !onlyPointsBetween(host, offset, $at.parentOffset)) return
    moved.push(child)
    taken.push($at.start() + offset)
  })
  const points = Fragment.fromArray(moved)
  const content = after ? piece.content.append(points) : points.append(piece.content)
  const block = schema.node('block', { ...blockAttrs(tr.doc, piece.seam!.block!, context), source: piece.source }, content)
  const [hostStart, hostEnd] = [$at.before(), $at.after()]
  for (const pos of [...taken, at].sort((a, b) => b - a)) tr.delete(pos, pos + 1)
  const where = after ? hostEnd - taken.length - 1 : hostStart
  tr.insert(where, block)
  return where + block.nodeSize - 1
}

function onlyPointsBetween(host: Node, a: number, b: number): boolean {
  let only = true
  host.nodesBetween(Math.min(a, b), Math.max(a, b), (node) => {
    if (!isPoint(node)) only = false
  })
  return only
}

function blockAttrs(doc: Node, attrs: Readonly<Record<string, unknown>>, context: CommandContext): Record<string, unknown> {
  let taken = false
  bodyOf(doc).forEach((page) => {
    page.forEach((block) => {
      taken ||= block.attrs.id === attrs.id
    })
  })
  return taken ? { ...attrs, id: context.newId() } : { ...attrs }
}

function appendBlock(tr: Transaction, note: Node, piece: NotePiece, context: CommandContext): number {
  let end = bodyOf(tr.doc).nodeSize - 2
  bodyOf(tr.doc).forEach((page, offset) => {
    if (page.attrs.id === note.attrs.page) end = offset + page.nodeSize
  })
  const attrs = blockAttrs(tr.doc, piece.seam?.block ?? { id: context.newId(), hand: note.attrs.hand }, context)
  const block = schema.node('block', { ...attrs, source: piece.source }, piece.content)
  tr.insert(end, block)
  const steps = tr.mapping.maps.length
  takeRoomAway(tr, end + 1)
  return tr.mapping.slice(steps).map(end + block.nodeSize - 1)
}
