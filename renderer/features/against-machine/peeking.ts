import { spansOf } from '../../../shared/commands/annotate.ts'
import { type MachineReading, machineAt } from '../../../shared/compare/machine-at.ts'
import { isOwner, textOf } from '../../../shared/state/owners.ts'
import { targetRects } from '../../editor/target-rects.ts'
import type { AppState } from '../../state/app-state.ts'
import { ofApp } from '../../state/of-app.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { type Observable, observable } from '../../ui/observable.ts'

/** What the machine read, and the words on the screen that it stands beside (client CSS px). */
export interface Peek {
  readonly reading: MachineReading
  /** The file, where there are several. */
  readonly file: string | null
  readonly beside: DOMRectReadOnly
  /** The same as it was said. */
  readonly told: string
}

/** What is peeked at now. */
export const peekOf = ofApp<Observable<Peek | null>>(() => observable<Peek | null>(null))

/** Takes it away, and what was said of it: that belongs to these words alone. */
export function endPeek(app: AppState): void {
  const shown = peekOf(app).get()
  if (shown !== null && app.said.get() === shown.told) app.say('')
  peekOf(app).set(null)
}

/** F2: what the machine read where the caret is, or of the words selected, until a key is pressed; pressed again, it goes. Changes nothing. */
export function peek(app: AppState, opened: OpenDocument): void {
  const shown = peekOf(app)
  if (shown.get() !== null) {
    endPeek(app)
    return
  }
  const { view } = opened
  const found = view && readingAt(opened)
  const beside = view && targetRects(view, 'words')?.around
  if (!found || !beside) {
    app.say('The machine read nothing here: these words are not in its transcript.')
    return
  }
  const told =
    found.words.trim() === ''
      ? `The machine read nothing here. Line ${found.line}: ${found.before}${found.after}`
      : `The machine read “${found.words}”, line ${found.line}.`
  const several = opened.originals.length > 1
  shown.set({ reading: found, file: several ? (opened.originals[found.original]?.name ?? null) : null, beside, told })
  app.say(told)
}

/** Of the word around the caret, the words selected in one block, or the line where there is no word. */
function readingAt({ state, texts }: OpenDocument): MachineReading | null {
  const { $from, $to } = state.selection
  const owner = $from.parent
  if (!isOwner(owner) || !$from.sameParent($to)) return null
  const [span] = spansOf(state)
  const { from, to } = span ?? { from: $from.pos, to: $from.pos }
  const start = $from.start()
  return machineAt(owner, textOf(owner, 0, from - start).length, textOf(owner, 0, to - start).length, texts)
}
