import type { Node } from 'prosemirror-model'
import { isGap, markNameOf } from '../document/access.ts'
import { sourceOf, textOf } from '../state/owners.ts'
import { isBlank } from '../text/blank.ts'
import { machineWords } from '../text/machine-words.ts'
import { type TextStretch, type UnmarkedReading, unmarkedReadings } from '../text/unmarked-readings.ts'
import { markReading } from '../vocabulary/mark-readings.ts'

/** Words of a block, never none, at which the machine read otherwise and no tag says so; and how it read, in words for the person. */
export interface SilentMend extends TextStretch {
  readonly says: string
}

/** As many letters of a reading as are told. */
const TOLD = 200

/**
 * Where a block was mended without a tag, in order; offsets count in `textOf` the block. Words that are gone are told at the word before them,
 * or after them where none is. Aligns the block with its source: about 1 ms where they differ.
 */
export function silentMends(block: Node, texts: readonly string[]): readonly SilentMend[] {
  const { was } = machineWords(sourceOf(block), texts)
  const now = textOf(block)
  if (was === '' || was === now) return []
  const mends: SilentMend[] = []
  for (const reading of unmarkedReadings(was, now, toldIn(block))) {
    const { from, to } = reading.from < reading.to ? reading : wordBeside(now, reading.from)
    const last = mends.at(-1)
    if (last && from < last.to) mends[mends.length - 1] = { ...last, says: `${last.says} ${sayOf(reading)}` }
    else if (from < to) mends.push({ from, to, says: sayOf(reading) })
  }
  return mends
}

function sayOf({ from, to, was }: UnmarkedReading): string {
  if (was === '') return 'The machine read nothing here.'
  const words = was.replaceAll(/\s+/gu, ' ')
  const shown = `“${words.length > TOLD ? `${words.slice(0, TOLD)} …` : words}”`.toWellFormed()
  return from === to ? `Beside this the machine read ${shown}.` : `The machine read ${shown}.`
}

/** Gaps, and words whose mark tells itself what the machine read. */
function toldIn(block: Node): readonly TextStretch[] {
  const told: TextStretch[] = []
  let from = 0
  block.forEach((child, offset) => {
    const to = from + textOf(block, offset, offset + child.nodeSize).length
    if (isGap(child) || child.marks.some((mark) => markReading(markNameOf(mark)).tellsMachine)) told.push({ from, to })
    from = to
  })
  return told
}

/** The word before a place, or where there is none the one after it; empty where the text has no words. */
function wordBeside(text: string, at: number): TextStretch {
  const isLetter = (index: number) => index >= 0 && index < text.length && !isBlank(text.charAt(index))
  let to = at
  while (to > 0 && !isLetter(to - 1)) to--
  let from = to
  while (isLetter(from - 1)) from--
  if (from < to) return { from, to }
  from = at
  while (from < text.length && !isLetter(from)) from++
  to = from
  while (isLetter(to)) to++
  return { from, to }
}
