import type { DocumentEntry } from '../../../shared/api/contract.ts'
import { isCapped } from '../../../shared/search/find-words.ts'
import { patternOf } from '../../../shared/search/pattern.ts'
import type { Query } from '../../../shared/search/query.ts'
import type { ToldHit } from '../../../shared/search/tell-hits.ts'
import { PATIENCE } from '../../search/search-thread.ts'
import { type CollectionReader, inLanes, LANES } from '../../state/collection-reader.ts'
import { ofApp } from '../../state/of-app.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { type Observable, observable } from '../../ui/observable.ts'

/** What one document holds of what was looked for. */
export interface FoundIn {
  readonly entry: DocumentEntry
  /** Those that are kept to be listed: where very many are found, the first. */
  readonly hits: readonly ToldHit[]
  readonly count: number
  /** There may be more of them than were looked for. */
  readonly capped: boolean
}

export interface SearchState {
  readonly query: Query
  /** In the order of the list of documents. */
  readonly found: readonly FoundIn[]
  readonly failed: readonly { readonly entry: DocumentEntry; readonly sentence: string }[]
  readonly read: number
  readonly of: number
  readonly running: boolean
  /** Why the search ended before its end. */
  readonly fault: string | null
}

const NOTHING_ASKED: SearchState = {
  query: { words: '', matchCase: false, wholeWords: false, where: 'all' },
  found: [],
  failed: [],
  read: 0,
  of: 0,
  running: false,
  fault: null,
}

/** More than this is not listed: nobody reads so many, and the next word makes it fewer. */
export const LISTED = 500
/** Nor are more than so many kept, over all documents. */
const KEPT = 20 * LISTED

/** The search of this window: what was found stays listed while its box is closed. */
export const searchingOf = ofApp((app) => new Searching(app.reader))

/** How often what was found so far is shown, in ms. */
const SHOW = 120

/** The search over the collection. Reading is the host’s, searching a thread’s: the window only lists. A new question ends the one before. */
export class Searching {
  readonly state: Observable<SearchState> = observable(NOTHING_ASKED)
  /** The place that the person was at last. */
  at = 0
  private readonly reader: CollectionReader
  private turn = 0

  constructor(reader: CollectionReader) {
    this.reader = reader
  }

  /** Looks through these documents; of the open one, through the text as it stands there. */
  async start(query: Query, documents: readonly DocumentEntry[], opened: OpenDocument | null): Promise<void> {
    const turn = ++this.turn
    const pattern = patternOf(query)
    if (!pattern.ok) {
      this.state.set({ ...NOTHING_ASKED, query, fault: pattern.fault.sentence })
      return
    }
    const found: (FoundIn | null)[] = documents.map(() => null)
    const failures: { entry: DocumentEntry; sentence: string }[] = []
    let [read, shownAt] = [0, performance.now()]
    let fault: string | null = null
    let kept = 0
    const show = (running: boolean) => {
      if (turn !== this.turn) return
      shownAt = performance.now()
      const all = found.filter((one) => one !== null)
      this.state.set({ query, found: all, failed: [...failures], read, of: documents.length, running, fault })
    }
    show(true)
    const each = async (entry: DocumentEntry, at: number) => {
      const result = await this.reader.ask(
        entry,
        opened,
        { kind: 'search', key: entry.id, query },
        query.regular ? PATIENCE : null,
      )
      read++
      if (result.ok && result.value.length > 0) {
        const hits = result.value.slice(0, kept < KEPT ? LISTED : 0)
        kept += hits.length
        found[at] = { entry, hits, count: result.value.length, capped: isCapped(result.value) }
      } else if (!result.ok && result.fault.tag === 'too-long')
        fault ??= `This expression takes too long (more than a second in ${entry.original}). The search was stopped and nothing was changed; make the expression plainer.`
      else if (!result.ok) failures.push({ entry, sentence: result.fault.sentence })
      if (performance.now() - shownAt > SHOW) show(true)
    }
    // an expression has the thread to itself, so that its time is its own
    await inLanes(query.regular ? 1 : LANES, documents, each, () => turn === this.turn && fault === null)
    show(false)
  }

  /** Ends the search; what was found stays listed. */
  stop(): void {
    this.turn++
    const now = this.state.get()
    if (now.running)
      this.state.set({ ...now, running: false, fault: 'You stopped the search: not every document was looked through.' })
  }
}
