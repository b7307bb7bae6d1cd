import type { DocumentEntry, Host } from '../../shared/api/contract.ts'
import { done, failed, type Result } from '../../shared/model/result.ts'
import { patternOf } from '../../shared/search/pattern.ts'
import type { Query } from '../../shared/search/query.ts'
import type { ToldHit } from '../../shared/search/tell-hits.ts'
import type { Source } from '../search/messages.ts'
import { PATIENCE, SearchThread } from '../search/search-thread.ts'
import type { Desk } from './desk.ts'
import { type Observable, observable } from './observable.ts'

/** What one document holds of what was looked for. */
export interface FoundIn {
  readonly entry: DocumentEntry
  readonly hits: readonly ToldHit[]
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

export const NOTHING_ASKED: SearchState = {
  query: { words: '', matchCase: false, wholeWords: false, where: 'all' },
  found: [],
  failed: [],
  read: 0,
  of: 0,
  running: false,
  fault: null,
}

/** Documents that are read at the same time. */
const LANES = 6
/** How often what was found so far is shown, in ms. */
const SHOW = 120

/** The search over the collection. Reading is the host’s, searching a thread’s: the window only lists. A new question ends the one before. */
export class Searching {
  readonly state: Observable<SearchState> = observable(NOTHING_ASKED)
  readonly thread = new SearchThread()
  /** The place that the person was at last. */
  at = 0
  private readonly host: Host
  private turn = 0

  constructor(host: Host) {
    this.host = host
  }

  /** Looks through these documents; of the one on the desk, through the text as it stands there. */
  async start(query: Query, documents: readonly DocumentEntry[], desk: Desk | null): Promise<void> {
    const turn = ++this.turn
    const pattern = patternOf(query)
    if (!pattern.ok) {
      this.state.set({ ...NOTHING_ASKED, query, fault: pattern.fault.sentence })
      return
    }
    const found: (FoundIn | null)[] = documents.map(() => null)
    const failures: { entry: DocumentEntry; sentence: string }[] = []
    let [next, read, shownAt] = [0, 0, performance.now()]
    let fault: string | null = null
    const show = (running: boolean) => {
      if (turn !== this.turn) return
      shownAt = performance.now()
      const all = found.filter((one) => one !== null)
      this.state.set({ query, found: all, failed: [...failures], read, of: documents.length, running, fault })
    }
    show(true)
    const lane = async () => {
      while (next < documents.length && turn === this.turn && fault === null) {
        const at = next++
        const entry = documents[at]!
        const result = await this.searchOne(query, entry, desk)
        read++
        if (result.ok && result.value.length > 0) found[at] = { entry, hits: result.value }
        else if (!result.ok && result.fault.tag === 'too-long')
          fault ??= `This expression takes too long (more than a second in ${entry.original}). The search was stopped and nothing was changed; make the expression plainer.`
        else if (!result.ok) failures.push({ entry, sentence: result.fault.sentence })
        if (performance.now() - shownAt > SHOW) show(true)
      }
    }
    // an expression has the thread to itself, so that its time is its own
    await Promise.all(Array.from({ length: query.regular ? 1 : LANES }, lane))
    show(false)
  }

  /** Ends the search; what was found stays listed. */
  stop(): void {
    this.turn++
    const now = this.state.get()
    if (now.running)
      this.state.set({ ...now, running: false, fault: 'You stopped the search: not every document was looked through.' })
  }

  private async searchOne(query: Query, entry: DocumentEntry, desk: Desk | null): Promise<Result<readonly ToldHit[], string>> {
    const learned = await this.learn(entry, desk)
    if (!learned.ok) return learned
    return this.thread.ask({ kind: 'search', key: entry.id, query }, query.regular ? PATIENCE : null)
  }

  private async learn(entry: DocumentEntry, desk: Desk | null): Promise<Result<null, string>> {
    if (desk?.opened.entry.id === entry.id)
      return this.thread.learn(entry.id, 'on the desk', { transcript: await desk.work().text(false) })
    const read = await this.read(entry)
    if (!read.ok || read.value === null) return read.ok ? done(null) : read
    return this.thread.learn(entry.id, read.value.version, read.value.source)
  }

  /** What the thread must read; null where it has read this version already. */
  private async read(
    entry: DocumentEntry,
  ): Promise<Result<{ readonly version: string; readonly source: Source } | null, string>> {
    if (entry.blocked !== null && entry.transcript === null) return failed('blocked', entry.blocked)
    if (entry.transcript && this.thread.knows(entry.id, entry.transcript.revision)) return done(null)
    if (entry.transcript) {
      const read = await this.host.readTranscript({ document: entry.id })
      if (!read.ok) return read
      const { text, revision } = read.value
      if (text !== null) return done({ version: revision ?? '', source: { transcript: text } })
    }
    const read = await this.host.readOriginal({ document: entry.id, name: entry.original })
    if (!read.ok) return read
    const { base64, sha256 } = read.value
    if (this.thread.knows(entry.id, sha256)) return done(null)
    return done({ version: sha256, source: { original: entry.original, base64, sha256 } })
  }
}
