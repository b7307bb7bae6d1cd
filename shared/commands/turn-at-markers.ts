import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { bodyOf, isBlock, isBody, isGap, isLb, isPoint } from '../document/access.ts'
import type { SourceRange } from '../model/source.ts'
import { COMMAND, KEEPS_LEDGER } from '../state/meta.ts'
import { sourceOf } from '../state/owners.ts'
import type { UnusedReason } from '../vocabulary/unused.ts'
import type { CommandContext } from './context.ts'
import { cutSource } from './cut-source.ts'
import { NewPages } from './new-pages.ts'
import { addUnused } from './set-aside.ts'

/** A line that tells of its page: `pos` of its block, `from`…`to` its words in the block's content without the blanks beside them. */
export interface MarkerLine {
  readonly pos: number
  readonly from: number
  readonly to: number
  /** Whether a page turns at it; a running head is only set aside. */
  readonly turns: boolean
  /** The page's number as printed, to be stated of it; null where the line says none. */
  readonly printed: string | null
  readonly reason: UnusedReason
}

/**
 * Takes these lines out of the text, each set aside by itself, all as one step. A page begins before each that turns (`head`), or after it
 * (`foot`), where none begins there already and words stand on both sides. A block that a page turns in goes on on the new one. A printed number
 * is stated where none was. All other words, their line ends and what stands on them stay.
 */
export function turnAtMarkers(context: CommandContext, lines: readonly MarkerLine[], side: 'head' | 'foot'): Command {
  return (state, dispatch) => {
    const byBlock = new Map<number, MarkerLine[]>()
    for (const line of lines)
      if (isBlock(state.doc.nodeAt(line.pos))) byBlock.set(line.pos, [...(byBlock.get(line.pos) ?? []), line])
    if (byBlock.size === 0) return false
    if (!dispatch) return true
    const { tr } = state
    const aside: Aside[] = []
    const pages: { readonly at: number; readonly page: Node; readonly made: readonly Node[] }[] = []
    bodyOf(state.doc).forEach((page, offset) => {
      const made = pagesOf(page, offset + 2, { byBlock, context, side, aside })
      if (made) pages.push({ at: offset + 1, page, made })
    })
    for (const { at, page, made } of pages.reverse()) tr.replaceWith(at, at + page.nodeSize, made)
    for (const { reason, source } of aside) addUnused(tr, context, reason, source)
    keepCaret(tr, state)
    dispatch(tr.setMeta(KEEPS_LEDGER, true).setMeta(COMMAND, 'turn-at-markers').scrollIntoView())
    return true
  }
}

interface Aside {
  readonly reason: UnusedReason
  readonly source: readonly SourceRange[]
}

interface Work {
  readonly byBlock: ReadonlyMap<number, readonly MarkerLine[]>
  readonly context: CommandContext
  readonly side: 'head' | 'foot'
  readonly aside: Aside[]
}

/** The pages that one becomes, or null where no line of it is taken out. */
function pagesOf(page: Node, start: number, { byBlock, context, side, aside }: Work): readonly Node[] | null {
  const parts: Part[] = []
  page.forEach((child, offset) => {
    const lines = byBlock.get(start + offset)
    if (lines) parts.push(...partsOf(child, lines, context.texts()))
    else parts.push({ kind: 'child', node: child })
  })
  if (!parts.some(({ kind }) => kind === 'line')) return null
  const last = parts.findLastIndex((part) =>
    part.kind === 'line' ? part.line.turns : !isBlock(part.node) || hasWords(part.node),
  )
  const pages = new NewPages(page, context.newId)
  parts.forEach((part, index) => {
    if (part.kind === 'piece') pages.addPiece(part.node)
    else if (part.kind === 'child') pages.add(part.node)
    else {
      const { line, source, points } = part
      aside.push({ reason: line.reason, source })
      // no page is made that has no words because nothing follows
      if (line.turns && side === 'head' && index < last) pages.turnBefore()
      if (line.turns && side === 'foot') pages.turnAfter()
      if (line.printed !== null) pages.number(line.printed)
      pages.keepPoints(points)
    }
  })
  return pages.done()
}

type Part = { readonly kind: 'child'; readonly node: Node } | { readonly kind: 'piece'; readonly node: Node } | LinePart

interface LinePart {
  readonly kind: 'line'
  readonly line: MarkerLine
  readonly source: readonly SourceRange[]
  readonly points: readonly Node[]
}

const hasWords = (node: Node) => node.textContent.trim() !== '' || node.children.some(isGap)

/** A block parted at its lines that leave: what stays, and what goes, in order. Pieces without words give what they were read from to the line beside them. */
function partsOf(block: Node, lines: readonly MarkerLine[], texts: readonly string[]): readonly Part[] {
  const parts: Part[] = []
  let rest = block
  for (const line of [...lines].sort((a, b) => b.from - a.from)) {
    const [from, to] = wholeLine(rest, line)
    const [before, inside, after] = cutSource(rest, from, to, texts)
    const tail = rest.type.create({ ...rest.attrs, source: after }, rest.content.cut(to))
    const taken = rest.content.cut(from, to).content
    rest = rest.type.create({ ...rest.attrs, source: before }, rest.content.cut(0, from))
    const goesOn = hasWords(tail)
    if (goesOn) parts.unshift({ kind: 'piece', node: tail })
    const points = [...taken, ...(goesOn ? [] : tail.children)].filter(isPoint)
    parts.unshift({ kind: 'line', line, source: goesOn ? inside : [...inside, ...after], points })
  }
  const [first] = parts
  if (hasWords(rest)) parts.unshift({ kind: 'piece', node: rest })
  else if (first?.kind === 'line')
    parts[0] = {
      ...first,
      source: [...sourceOf(rest), ...first.source],
      points: [...rest.children.filter(isPoint), ...first.points],
    }
  return parts
}

/** A line with its blanks and the line end after it; at the end of its block the one before it. */
function wholeLine(block: Node, { from, to }: MarkerLine): readonly [number, number] {
  const text = block.textBetween(0, block.content.size, '', (leaf) => (isLb(leaf) ? '\n' : '\ufffc'))
  const isBlank = (at: number) => /[^\S\n]/u.test(text[at] ?? '')
  let [start, end] = [from, to]
  while (start > 0 && isBlank(start - 1)) start--
  while (isBlank(end)) end++
  if (text[end] === '\n') return [start, end + 1]
  return end === text.length && text[start - 1] === '\n' ? [start - 1, end] : [start, end]
}

/** The caret stays in its block. */
function keepCaret(tr: Transaction, { selection }: EditorState): void {
  const { $from } = selection
  if ($from.depth < 3 || !isBody($from.node(1))) return
  const { id } = $from.parent.attrs
  let at: number | null = null
  bodyOf(tr.doc).descendants((node, pos) => {
    if (isBlock(node) && node.attrs.id === id) at = pos + 2 + Math.min($from.parentOffset, node.content.size)
    return at === null && !node.isTextblock
  })
  tr.setSelection(
    at === null
      ? Selection.near(tr.doc.resolve(Math.min($from.pos, bodyOf(tr.doc).nodeSize - 1)))
      : TextSelection.create(tr.doc, at),
  )
}
