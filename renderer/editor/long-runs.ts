import type { Node } from 'prosemirror-model'
import type { Plugin } from 'prosemirror-state'
import { Decoration, type DecorationSet } from 'prosemirror-view'
import { isBlank } from '../../shared/text/blank.ts'
import { decorating } from './decorating.ts'

/** About how many letters the browser is given in one piece. */
const RUN = 500
/** A piece that grew beyond this is cut again. */
const LONGEST_RUN = 4 * RUN

/**
 * Gives the browser long lines in pieces: in Chromium the cost of laying out a run of text that is not broken grows with the square of its
 * length (20,000 letters: 140 ms, in pieces of 500: 4 ms). Every second piece stands in an element of its own, which looks like nothing and
 * is no part of the text. Looks only at textblocks that changed.
 */
export function longRuns(): Plugin<DecorationSet> {
  return decorating((before, doc, from, to) => {
    const old: Decoration[] = []
    const isDone = (block: Node, start: number) => {
      const own = before.find(start, start + block.content.size)
      if (isCutWell(block, start, own)) return true
      old.push(...own)
      return false
    }
    const added = piecesIn(doc, from, to, isDone)
    const left = old.length > 0 ? before.remove(old) : before
    return added.length > 0 ? left.add(doc, added) : left
  })
}

function piecesIn(doc: Node, from: number, to: number, isDone: (block: Node, start: number) => boolean): Decoration[] {
  const pieces: Decoration[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true
    if (node.content.size > LONGEST_RUN && !isDone(node, pos + 1)) pieces.push(...cut(node, pos + 1))
    return false
  })
  return pieces
}

/** Whether no run of text between the ends of pieces is too long. */
function isCutWell(block: Node, start: number, pieces: readonly Decoration[]): boolean {
  const ends = pieces.flatMap(({ from, to }) => [from, to])
  return runsOf(block, start).every(([from, to]) => {
    const inside = ends.filter((end) => end > from && end < to).sort((a, b) => a - b)
    return [...inside, to].every((end, at) => end - (inside[at - 1] ?? from) <= LONGEST_RUN)
  })
}

/** Every second piece of each run that is too long, cut at blanks where there are any. */
function cut(block: Node, start: number): Decoration[] {
  return runsOf(block, start).flatMap(([from, to, text]) => {
    const pieces: Decoration[] = []
    let at = from
    for (let nth = 0; to - at > RUN; nth++) {
      const end = from + cutAfter(text, at - from)
      if (nth % 2 === 1) pieces.push(Decoration.inline(at, end, { class: 'run' }))
      at = end
    }
    return pieces
  })
}

function cutAfter(text: string, from: number): number {
  const most = from + RUN
  for (let at = most; at > from + RUN / 2; at--) if (isBlank(text.charAt(at - 1))) return at
  // never between the two halves of one sign
  return /[\udc00-\udfff]/.test(text.charAt(most)) ? most - 1 : most
}

/** The text nodes of a block that are longer than a run. */
function runsOf(block: Node, start: number): readonly (readonly [from: number, to: number, text: string])[] {
  const runs: [number, number, string][] = []
  block.forEach((child, at) => {
    if (child.isText && child.nodeSize > LONGEST_RUN) runs.push([start + at, start + at + child.nodeSize, child.text!])
  })
  return runs
}
