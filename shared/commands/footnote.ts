import type { Node } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { bodyOf, isBlock, isGap, isLb, isPassage, isPoint, nameOf, objectsOf } from '../document/access.ts'
import { findObject } from '../document/margin-objects.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND } from '../state/meta.ts'
import { callsIn, footnoteSign } from '../text/footnote-signs.ts'
import { isFootnote } from '../vocabulary/margin.ts'
import { spansOf } from './annotate.ts'
import type { CommandContext } from './context.ts'
import { liftStretches } from './lift-to-margin.ts'
import { type Stretch, stretchesOf } from './stretch.ts'

/** Words of the text that may call a footnote. Positions are the document's. */
export interface Call {
  readonly from: number
  readonly to: number
  /** What stands before the sign and after it, for a person to tell it by. */
  readonly before: string
  readonly after: string
}

/** The words of a footnote as they stand in the text, and what is found of it. Nothing of it is stated. */
export interface FootnoteHere {
  readonly stretches: readonly Stretch[]
  /** The sign that the words begin with, or null. */
  readonly sign: string | null
  /** Where the sign stands in the text before them, the nearest first. */
  readonly calls: readonly Call[]
  /** The footnote that stands before them and may go on with them: offered where they have no sign of their own. */
  readonly before: string | null
}

const MOST_CALLS = 9
const AROUND = 24

/**
 * The footnote that the selection holds; where nothing is selected, the one in whose lines the caret is: from the line that begins with a
 * sign to the next that does, or the whole block. Null in the margin, and where there are no words.
 */
export function footnoteHere(state: EditorState): FootnoteHere | null {
  const stretches = state.selection.empty ? linesHere(state) : stretchesOf(state)
  const first = stretches[0]
  if (!first) return null
  const sign = footnoteSign(textIn(first.block).slice(first.from - first.blockPos - 1, first.to - first.blockPos - 1))
  return {
    stretches,
    sign,
    calls: sign === null ? [] : callsBefore(state.doc, first.from, sign),
    before: footnoteBefore(state.doc, first.from),
  }
}

export interface FootnoteOptions {
  /** The words that call it; null: they are not in the text, or not known. */
  readonly call: Pick<Call, 'from' | 'to'> | null
  /** The footnote that goes on with these words, or null. */
  readonly joins: string | null
}

/**
 * States that the words here are a footnote of the paper: they leave the text for the margin, by the hand that their block has, under
 * their own sign. The sign in the text stays as typed and is the note's anchor. One undo restores all; put-back returns the words.
 */
export function stateFootnote(context: CommandContext, { call, joins }: FootnoteOptions): Command {
  return (state, dispatch) => {
    const here = footnoteHere(state)
    const first = here?.stretches[0]
    if (!here || !first) return false
    if (call && here.stretches.some(({ from, to }) => call.from < to && from < call.to)) return false
    const before = joins === null ? null : findObject(state.doc, joins)?.node
    if (joins !== null && !(before && isFootnote(nameOf(before), before.attrs))) return false
    if (!dispatch) return true
    const hand = first.block.attrs.hand ?? null
    const tr = liftStretches(context, state, here.stretches, { hand, as: 'note', joins })
    const note = objectsOf(tr.doc).at(-1)!
    const at = tr.doc.content.size - 1 - note.nodeSize
    tr.setNodeAttribute(at, 'kind', 'footnote')
    tr.setNodeAttribute(at, 'sign', before ? before.attrs.sign : here.sign)
    tr.setNodeAttribute(at, 'place', 'foot')
    if (call) {
      const mark = schema.mark('passage', { note: note.attrs.id, id: context.newId() })
      tr.addMark(tr.mapping.map(call.from, 1), tr.mapping.map(call.to, -1), mark)
    }
    dispatch(tr.setMeta(COMMAND, 'footnote').scrollIntoView())
    return true
  }
}

/** States that the selected words call a footnote that stands in the margin already; they call it instead of others. */
export function stateCall(context: CommandContext, note: string): Command {
  return (state, dispatch) => {
    const found = findObject(state.doc, note)?.node
    const spans = state.selection.empty ? [] : spansOf(state)
    if (!found || !isFootnote(nameOf(found), found.attrs)) return false
    if (spans.length !== 1 || !isBlock(state.selection.$from.parent)) return false
    if (!dispatch) return true
    const tr = state.tr
    bodyOf(state.doc).descendants((node, pos) => {
      for (const mark of node.marks)
        if (isPassage(mark) && mark.attrs.note === note) tr.removeMark(pos + 1, pos + 1 + node.nodeSize, mark)
    })
    const { from, to } = spans[0]!
    tr.addMark(from, to, schema.mark('passage', { note, id: context.newId() }))
    dispatch(tr.setMeta(COMMAND, 'footnote-call').scrollIntoView())
    return true
  }
}

/** The footnotes of the paper in the order of the margin: first pieces alone. */
export function footnotesOf(doc: Node): readonly Node[] {
  const notes = objectsOf(doc).filter((object) => isFootnote(nameOf(object), object.attrs))
  const ids = new Set(notes.map(({ attrs }) => attrs.id))
  return notes.filter(({ attrs }) => !ids.has(attrs.joins))
}

/** A block's content as text: one character for each place in it. */
function textIn(block: Node): string {
  return block.textBetween(0, block.content.size, undefined, (leaf) => (isLb(leaf) ? '\n' : '\ufffc'))
}

function linesHere({ selection: { $from } }: EditorState): readonly Stretch[] {
  const block = $from.parent
  if (!isBlock(block)) return []
  const text = textIn(block)
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const heads = starts.filter((at) => footnoteSign(wordsFrom(text, at)) !== null)
  const head = heads.findLast((at) => at <= $from.parentOffset) ?? 0
  const next = heads.find((at) => at > head && at > $from.parentOffset) ?? text.length
  const isSolid = (at: number) => !/[\s\ufffc]/u.test(text[at]!) || isGap(block.nodeAt(at))
  const places = [...text].length === 0 ? [] : Array.from({ length: text.length }, (_, at) => at).filter(isSolid)
  const own = places.filter((at) => at >= head && at < next)
  const [first, last] = [own[0], own.at(-1)]
  if (first === undefined || last === undefined) return []
  const start = $from.start()
  return [{ block, blockPos: $from.before(), from: start + first, to: start + last + 1, whole: own.length === places.length }]
}

const wordsFrom = (text: string, at: number) => text.slice(at, at + 40).replaceAll('\ufffc', '')

/** On the page of the words first; where it is on none of its lines, on the page before. */
function callsBefore(doc: Node, from: number, sign: string): readonly Call[] {
  const body = bodyOf(doc)
  const index = doc.resolve(from).index(1)
  for (const at of [index, index - 1]) {
    if (at < 0) break
    let start = 2
    for (let before = 0; before < at; before++) start += body.child(before).nodeSize
    const calls = callsOnPage(body.child(at), start, from, sign)
    if (calls.length > 0) return calls.slice(-MOST_CALLS).reverse()
  }
  return []
}

function callsOnPage(page: Node, start: number, until: number, sign: string): readonly Call[] {
  const calls: Call[] = []
  page.forEach((block, offset) => {
    const own = start + offset + 1
    if (!isBlock(block) || own >= until) return
    const text = textIn(block)
    for (const [from, to] of callsIn(text, sign))
      if (own + to <= until && !callsAlready(block, from, to))
        calls.push({
          from: own + from,
          to: own + to,
          before: told(text.slice(Math.max(0, from - AROUND), from)),
          after: told(text.slice(to, to + AROUND)),
        })
  })
  return calls
}

const told = (text: string) => text.replaceAll('\ufffc', '').replaceAll('\n', ' ')

/** Whether a note stands beside the words already. */
function callsAlready(block: Node, from: number, to: number): boolean {
  let found = false
  block.nodesBetween(from, to, (node) => {
    found ||= node.marks.some(isPassage)
  })
  return found
}

/** The last piece of the footnote whose place is the nearest before. */
function footnoteBefore(doc: Node, until: number): string | null {
  const notes = new Map(objectsOf(doc).map((object) => [object.attrs.id as string, object]))
  const followed = new Set(objectsOf(doc).map(({ attrs }) => attrs.joins))
  let last: string | null = null
  bodyOf(doc).nodesBetween(0, Math.min(until - 1, bodyOf(doc).content.size), (node) => {
    const note = isPoint(node) ? notes.get(node.attrs.note) : undefined
    if (note && isFootnote(nameOf(note), note.attrs) && !followed.has(note.attrs.id)) last = note.attrs.id
  })
  return last
}
