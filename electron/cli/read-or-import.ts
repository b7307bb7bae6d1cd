import type { DocumentEntry } from '../../shared/api/contract.ts'
import { decode } from '../../shared/import/decode.ts'
import { importOriginal } from '../../shared/import/importers.ts'
import { idsFrom } from '../../shared/model/ids.ts'
import type { Fault, Result } from '../../shared/model/result.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { decoder } from '../host/decoder.ts'
import type { FolderHost } from '../host/folder-host.ts'
import { randomFraction } from './random.ts'
import { readTranscript } from './read-transcript.ts'

/** A document's transcript; its machine transcript, as an import would read it, where there is none yet. Nothing is written. */
export async function readOrImport(host: FolderHost, entry: DocumentEntry): Promise<Result<Transcript>> {
  const read = await readTranscript(host, entry)
  if (read.ok) return { ok: true, value: read.value.transcript }
  const fault: Fault = read.fault
  if (fault.tag !== 'none') return { ok: false, fault }
  const original = await host.readOriginal({ document: entry.id, name: entry.original })
  if (!original.ok) return original
  const { base64, sha256, bytes } = original.value
  const decoded = decode(Buffer.from(base64, 'base64'), decoder)
  if (!decoded.ok) return decoded
  const { why: _, sure: __, ...text } = decoded.value
  return importOriginal({ name: entry.original, sha256, bytes, ...text }, idsFrom(randomFraction))
}
