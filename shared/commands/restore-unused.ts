import { Fragment, type Node } from 'prosemirror-model'
import { type Command, Selection, type Transaction } from 'prosemirror-state'
import { bodyOf, isBlock, isGap } from '../document/access.ts'
import { coalesce, cutAt, type SourceRange, wordsOf } from '../model/source.ts'
import type { Unused } from '../model/transcript.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND, KEEPS_LEDGER } from '../state/meta.ts'
import { allOwners, isOwner, type OwnerAt, placesInSource, positionAt, sourceOf, textOf } from '../state/owners.ts'
import type { UnusedReason } from '../vocabulary/unused.ts'
import type { CommandContext } from './context.ts'
import { cutSource } from './cut-source.ts'
import { takeRoomAway } from './take-room-away.ts'

/**
 * Words set aside return to the text as the machine read them: into the block that holds what the machine read just before and after
 * them, else as a block of their own after the block that holds what stood before. `id` is the entry's.
 */
export function restoreUnused(context: CommandContext, id: string): Command {
  return (state, dispatch) => {
    const unused = state.doc.attrs.unused as readonly Unused[]
    const entry = unused.find((one) => one.id === id)
    if (!entry) return false
    if (!dispatch) return true
    const tr = state.tr
    const caret = putBackUnused(tr, entry, context)
    tr.setDocAttribute(
      'unused',
      unused.filter((one) => one.id !== id),
    )
    tr.setSelection(Selection.near(tr.doc.resolve(caret), -1))
    dispatch(tr.setMeta(KEEPS_LEDGER, true).setMeta(COMMAND, 'restore').scrollIntoView())
    return true
  }
}

/** Puts the words of one entry back into the text, and leaves the list of what is set aside as it is. Gives the place after them. */
export function putBackUnused(tr: Transaction, entry: Unused, context: CommandContext): number {
  let caret = 0
  // what was set aside for another reason is only cited by a gap: it never stood in its place
  const stoodInGap = entry.reason === ('not-determined' satisfies UnusedReason)
  for (const range of entry.source)
    caret = (stoodInGap ? restoreToGap(tr, range, context) : null) ?? restoreRange(tr, range, context)
  return caret
}

/**
 * Words that a gap cites return to the gap's own place, and the gap goes: a place cannot be illegible and read at once. Null where no gap
 * cites exactly these.
 */
function restoreToGap(tr: Transaction, range: SourceRange, context: CommandContext): number | null {
  let at: number | null = null
  tr.doc.descendants((node, pos) => {
    if (isGap(node) && JSON.stringify(node.attrs.evidence) === JSON.stringify([range])) at ??= pos
  })
  if (at === null) return null
  const $gap = tr.doc.resolve(at)
  const owner = $gap.parent
  if (!isOwner(owner)) return null
  const content = inlineOf(wordsOf([range], context.texts()))
  const [before, , after] = cutSource(owner, $gap.parentOffset, $gap.parentOffset, context.texts())
  tr.setNodeAttribute($gap.before(), 'source', coalesce([...before, range, ...after]))
  tr.replaceWith(at, at + 1, content)
  return at + content.size
}

/** The machine's words as inline content, its line ends as `lb`. */
export function inlineOf(words: string): Fragment {
  const nodes: Node[] = []
  for (const [index, line] of words.split(/\r\n|\r|\n/).entries()) {
    if (index > 0) nodes.push(schema.node('lb'))
    if (line) nodes.push(schema.text(line))
  }
  return Fragment.fromArray(nodes)
}

function restoreRange(tr: Transaction, range: SourceRange, context: CommandContext): number {
  const [original, start, end] = range
  const texts = context.texts()
  const content = inlineOf(wordsOf([range], texts))
  const blocks = allOwners(tr.doc).filter(({ node }) => isBlock(node))
  const inside = blocks.find(({ node }) => holdsAround(sourceOf(node), range))
  if (inside) {
    const source = sourceOf(inside.node)
    const along = offsetAlong(source, range)
    const [before, after] = cutAt(source, along)
    const at = placeOf(inside, along, texts)
    tr.insert(at, content)
    tr.setNodeAttribute(inside.pos, 'source', coalesce([...before, range, ...after]))
    return at + content.size
  }
  const previous = nearest(blocks, original, (_from, to) => (to <= start ? start - to : null))
  const next = nearest(blocks, original, (from) => (from >= end ? from - end : null))
  const block = schema.node('block', { id: context.newId(), source: [range] }, content)
  const at = previous ? previous.pos + previous.node.nodeSize : (next?.pos ?? bodyOf(tr.doc).nodeSize - 2)
  tr.insert(at, block)
  const steps = tr.mapping.maps.length
  takeRoomAway(tr, at + 1)
  return tr.mapping.slice(steps).map(at + block.nodeSize - 1)
}

/** Whether a block holds what touches the range on either side. */
function holdsAround(source: readonly SourceRange[], [original, start, end]: SourceRange): boolean {
  const touches = source.some(([other, from, to]) => other === original && (to === start || from === end))
  const spans =
    source.some(([other, , to]) => other === original && to <= start) &&
    source.some(([other, from]) => other === original && from >= end)
  return touches || spans
}

function offsetAlong(source: readonly SourceRange[], [original, start]: SourceRange): number {
  let passed = 0
  let along = 0
  for (const [other, from, to] of source) {
    passed += to - from
    if (other === original && to <= start) along = passed
    else if (other === original && along === 0 && from >= start) along = passed - (to - from)
  }
  return along
}

/** Where in an owner's content an offset along its source lies. */
function placeOf(owner: OwnerAt, along: number, texts: readonly string[]): number {
  const text = textOf(owner.node)
  const wanted = wordsOf(cutAt(sourceOf(owner.node), along)[0], texts)
  // the smallest place in the text whose cut of the source reaches the offset
  let [low, high] = [0, text.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const [place] = placesInSource(sourceOf(owner.node), text, [{ at: middle, side: 1 }], texts)
    if (place! < wanted.length) low = middle + 1
    else high = middle
  }
  return positionAt(owner, low)
}

function nearest(
  blocks: readonly OwnerAt[],
  original: number,
  distance: (from: number, to: number) => number | null,
): OwnerAt | null {
  let best: { owner: OwnerAt; far: number } | null = null
  for (const owner of blocks) {
    for (const [other, from, to] of sourceOf(owner.node)) {
      const far = other === original ? distance(from, to) : null
      if (far !== null && (!best || far < best.far)) best = { owner, far }
    }
  }
  return best?.owner ?? null
}
