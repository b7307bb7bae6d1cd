import type { Annotations, Block, Run, Transcript } from '../model/transcript.ts'
import { chainFootnotes } from '../schema/note-letters.ts'
import { isFootnote } from '../vocabulary/margin.ts'
import { markReading } from '../vocabulary/mark-readings.ts'
import { type Hands, handsOf, isTyped } from './hands.ts'
import { placementOf } from './placement.ts'

/**
 * The typed-only text: blocks whose hand is a typewriter or print, in the order of the pages, without additions, with what other hands
 * deleted put back; a line end is `\n`. After the blocks of a paper stand its footnotes, each whole. What has a hand that is not stated is not in it.
 */
export function typedOnlyBlocks(transcript: Transcript): readonly string[] {
  const hands = handsOf(transcript)
  const words = ({ content, annotations }: Pick<Block, 'content' | 'annotations'>) =>
    content.map((run) => typedOnly(run, annotations, hands)).join('')
  const placement = placementOf(transcript, ({ type, attrs }) => isFootnote(type, attrs))
  const footnotes = chainFootnotes(placement.order).filter(([head]) => isTyped(head!.attrs.hand, hands))
  const papers: { readonly id: string; readonly blocks: string[] }[] = [{ id: transcript.paper.id, blocks: [] }]
  for (const child of transcript.pages.flatMap((page) => page.content)) {
    if (child.type === 'division') papers.push({ id: child.id, blocks: [] })
    else if (isTyped(child.hand, hands)) papers.at(-1)!.blocks.push(words(child))
  }
  return papers.flatMap(({ id, blocks }) => [
    ...blocks,
    ...footnotes.filter(([head]) => placement.paperOf.get(head!.id) === id).map((pieces) => pieces.map(words).join('\n')),
  ])
}

function typedOnly(run: Run, annotations: Annotations, hands: Hands): string {
  if (run.in.some((id) => isOut(annotations[id], hands))) return ''
  if (run.type === 'text') return run.text
  return run.atom === 'lb' ? '\n' : ''
}

/** Whether an annotation takes its words out of the typed-only text: what was added, and what the typist took out himself. */
export function isOut(annotation: Annotations[string] | undefined, hands: Hands): boolean {
  const when = markReading(annotation?.type).outOfTyped
  return when === 'always' || (when === 'by typed hand' && isTyped(annotation?.attrs.hand, hands))
}
