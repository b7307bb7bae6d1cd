import type { DocumentEntry, Host } from '../../shared/api/contract.ts'
import { done, failed, type Result } from '../../shared/model/result.ts'
import type { Outcomes, Source, Work } from '../search/messages.ts'
import { SearchThread } from '../search/search-thread.ts'
import type { OpenDocument } from './open-document.ts'

/** Documents that are read at the same time. */
export const LANES = 6

/** Reads the documents of a collection into the searching thread, each version once; of the open one, the text as it stands there. */
export class CollectionReader {
  readonly thread = new SearchThread()
  private readonly host: Host

  constructor(host: Host) {
    this.host = host
  }

  /** Asks the thread about a document, which it has read before it answers. `patience` as in `SearchThread`. */
  async ask<One extends 'search' | 'names' | 'checklist'>(
    entry: DocumentEntry,
    opened: OpenDocument | null,
    work: Extract<Work, { readonly kind: One }>,
    patience: number | null = null,
  ): Promise<Result<Outcomes[One], string>> {
    const learned = await this.learn(entry, opened)
    return learned.ok ? this.thread.ask<One>(work, patience) : learned
  }

  private async learn(entry: DocumentEntry, opened: OpenDocument | null): Promise<Result<null, string>> {
    if (opened?.loaded.entry.id === entry.id)
      return this.thread.learn(entry.id, 'open here', { transcript: await opened.work().text(false) })
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

/** Does something for each, so many at a time, until all are done or it goes on no more. */
export async function inLanes<Item>(
  lanes: number,
  items: readonly Item[],
  each: (item: Item, at: number) => Promise<void>,
  goesOn: () => boolean,
): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < items.length && goesOn()) {
      const at = next++
      await each(items[at]!, at)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}
