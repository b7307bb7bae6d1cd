import type { SourceRange } from '../model/source.ts'
import type { Annotations, Run } from '../model/transcript.ts'
import { align } from '../text/align.ts'
import { changedWords } from '../text/changed-words.ts'
import { machineWords } from '../text/machine-words.ts'
import { markReading } from '../vocabulary/mark-readings.ts'

/** Whole words that the machine read otherwise, and that no mark tells: `from` and `to` count in the text as it stands (a line end is one). */
export interface MachineReading {
  /** An id that no annotation of a file can have. */
  readonly id: string
  readonly from: number
  readonly to: number
  readonly was: string
}

/** Whether an id is that of a machine reading rather than of an annotation. */
export function isUnmarked(id: string): boolean {
  return id.includes('#')
}

interface Holder {
  readonly id: string
  readonly content: readonly Run[]
  readonly annotations: Annotations
}

/** What the machine read otherwise in one block or note. Marked corrections tell their own; supplied words and gaps have no reading of the machine. */
export function machineReadings(
  holder: Holder,
  source: readonly SourceRange[],
  texts: readonly string[],
): readonly MachineReading[] {
  const { was } = machineWords(source, texts)
  const now = holder.content.map(textOfRun).join('')
  if (was === '' || was === now) return []
  const told = stretchesOf(holder)
  return (
    changedWords(was, now, align(was, now))
      .map(({ wasFrom, wasTo, nowFrom, nowTo }, index) => ({
        id: `${holder.id}#${index}`,
        from: nowFrom,
        to: nowTo,
        was: was.slice(wasFrom, wasTo),
      }))
      .filter(
        ({ from, to }) =>
          !told.some((one) => (from === to ? one.from <= from && from <= one.to : one.from < to && from < one.to)),
      )
      // two stretches that touch would be cut into each other
      .filter((reading, at, all) => at === 0 || all[at - 1]!.to <= reading.from)
  )
}

function textOfRun(run: Run): string {
  if (run.type === 'text') return run.text
  return run.atom === 'lb' ? '\n' : ''
}

function stretchesOf({ content, annotations }: Holder): readonly { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number }[] = []
  let at = 0
  for (const run of content) {
    const to = at + textOfRun(run).length
    const isGap = run.type === 'atom' && run.atom === 'gap'
    if (isGap || run.in.some((id) => markReading(annotations[id]?.type).tellsMachine)) stretches.push({ from: at, to })
    at = to
  }
  return stretches
}
