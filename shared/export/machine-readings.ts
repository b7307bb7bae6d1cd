import type { SourceRange } from '../model/source.ts'
import type { Annotations, Run } from '../model/transcript.ts'
import { machineWords } from '../text/machine-words.ts'
import { type TextStretch, type UnmarkedReading, unmarkedReadings } from '../text/unmarked-readings.ts'
import { markReading } from '../vocabulary/mark-readings.ts'

/** Whole words that the machine read otherwise, and that no mark tells: `from` and `to` count in the text as it stands (a line end is one). */
export interface MachineReading extends UnmarkedReading {
  /** An id that no annotation of a file can have. */
  readonly id: string
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
  return unmarkedReadings(was, now, stretchesOf(holder)).map((reading, index) => ({ id: `${holder.id}#${index}`, ...reading }))
}

function textOfRun(run: Run): string {
  if (run.type === 'text') return run.text
  return run.atom === 'lb' ? '\n' : ''
}

function stretchesOf({ content, annotations }: Holder): readonly TextStretch[] {
  const stretches: TextStretch[] = []
  let at = 0
  for (const run of content) {
    const to = at + textOfRun(run).length
    const isGap = run.type === 'atom' && run.atom === 'gap'
    if (isGap || run.in.some((id) => markReading(annotations[id]?.type).tellsMachine)) stretches.push({ from: at, to })
    at = to
  }
  return stretches
}
