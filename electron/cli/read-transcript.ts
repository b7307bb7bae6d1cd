import type { DocumentEntry } from '../../shared/api/contract.ts'
import { type ParseFault, parseTranscript } from '../../shared/format/parse.ts'
import type { Fault } from '../../shared/model/result.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import type { FolderHost } from '../host/folder-host.ts'

export type ReadTranscript =
  | {
      readonly ok: true
      readonly value: { readonly transcript: Transcript; readonly text: string; readonly sha256: string | null }
    }
  | { readonly ok: false; readonly fault: Fault & Pick<ParseFault, 'problems'> }

/** A document's transcript, parsed, with the hash of its file. Fault `none` where there is none yet. */
export async function readTranscript(host: FolderHost, document: DocumentEntry): Promise<ReadTranscript> {
  const read = await host.readTranscript({ document: document.id })
  if (!read.ok) return read
  const { text } = read.value
  if (text === null) {
    const sentence = `${document.original} has no transcript yet. “scholion import” makes one.`
    return { ok: false, fault: { tag: 'none', sentence } }
  }
  const parsed = parseTranscript(text)
  return parsed.ok ? { ok: true, value: { transcript: parsed.value, text, sha256: read.value.revision } } : parsed
}
