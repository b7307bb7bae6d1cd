import type { Desk } from '../../../renderer/app/desk.ts'
import type { Keeper } from '../../../renderer/app/keeper.ts'
import { canonicalTranscript } from '../../../shared/format/canonical.ts'
import { parseTranscript } from '../../../shared/format/parse.ts'
import { serialise } from '../../../shared/format/serialise.ts'
import { fromDocument } from '../../../shared/schema/document.ts'

/** A time for which keeping the work held up the page. */
export interface Pause {
  readonly what: 'journal' | 'save'
  readonly ms: number
}

/** Listens to a keeper: the list grows with each journal and each save that had something to write. `ms` is what runs in one piece. */
export function pausesOf(keeper: Keeper): readonly Pause[] {
  const pauses: Pause[] = []
  for (const what of ['journal', 'save'] as const) {
    const own = keeper[what].bind(keeper) as (evenIfEmpty?: boolean) => Promise<void>
    keeper[what] = (evenIfEmpty?: boolean) => {
      const start = performance.now()
      const answer = own(evenIfEmpty)
      const ms = performance.now() - start
      // one that found nothing to do is none
      if (ms > 0.2) pauses.push({ what, ms })
      return answer
    }
  }
  return pauses
}

/** What the steps of keeping a document cost on the page, in ms: the median of three. */
export function costsOf(desk: Desk): Readonly<Record<string, number>> {
  const transcript = desk.capture()
  const text = serialise(transcript)
  return {
    fromDocument: timed(() => fromDocument(desk.state.doc)),
    capture: timed(() => desk.capture()),
    serialise: timed(() => serialise(transcript)),
    parse: timed(() => parseTranscript(text)),
    canonical: timed(() => canonicalTranscript(transcript)),
    body: timed(() => JSON.stringify({ document: '', record: { version: 1, base: null, text } })),
  }
}

function timed(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[1]!
}
