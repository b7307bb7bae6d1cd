import type { Annotations, Run, Transcript } from '../model/transcript.ts'
import { markReading } from '../vocabulary/mark-readings.ts'
import { type Hands, handsOf, isTyped } from './hands.ts'

/**
 * The typed-only text: blocks whose hand is a typewriter or print, in the order of the pages, without additions, with what other hands
 * deleted put back; a line end is `\n`. Blocks whose hand is not stated are not in it.
 */
export function typedOnlyBlocks(transcript: Transcript): readonly string[] {
  const hands = handsOf(transcript)
  return transcript.pages
    .flatMap((page) => page.content)
    .filter((child) => child.type === 'block')
    .filter(({ hand }) => isTyped(hand, hands))
    .map(({ content, annotations }) => content.map((run) => typedOnly(run, annotations, hands)).join(''))
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
