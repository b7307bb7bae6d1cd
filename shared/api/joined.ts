import type { Collection, DocumentEntry, JoinedEntry } from './contract.ts'

/**
 * Parts the documents of a folder from those that are joined to another one's transcript, as that transcript's own list of originals says. A
 * document that names others itself is never hidden behind one of them: of two that name each other both are documents.
 */
export function partJoined(all: readonly DocumentEntry[]): Pick<Collection, 'documents' | 'joined'> {
  const into = new Map<string, DocumentEntry>()
  for (const entry of all) for (const name of entry.others) if (!into.has(name)) into.set(name, entry)
  const documents: DocumentEntry[] = []
  const joined: JoinedEntry[] = []
  for (const entry of all) {
    const home = entry.others.length > 0 ? undefined : into.get(entry.original)
    if (home) joined.push({ ...entry, into: home.id })
    else documents.push(entry)
  }
  return { documents, joined }
}
