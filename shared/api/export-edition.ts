import type { ExportContext } from '../export/context.ts'
import type { Exporter, ExportOptions } from '../export/exporters.ts'
import { done, type Result } from '../model/result.ts'
import type { Transcript } from '../model/transcript.ts'
import type { Host } from './contract.ts'
import { editionStemOf } from './file-names.ts'

export interface EditionAsked {
  readonly exporter: Exporter
  readonly options: ExportOptions
  /** Whether another file of the same name may be replaced. */
  readonly overwrite: boolean
  /** A file name in place of the exporter's own, where one file results. */
  readonly fileName?: string | null
}

export interface EditionWritten {
  /** The folder's bare name. */
  readonly folder: string
  readonly names: readonly string[]
  /** What the format could not hold, one plain sentence each. */
  readonly losses: readonly string[]
}

/**
 * Makes an edition and has the host write it: the one way for window and command line, so equal transcripts give equal bytes. Faults are
 * the exporter's and the host's (`exists`: another file of that name stands there and nothing was written). `base64Of` encodes text as UTF-8.
 */
export async function exportEdition(
  host: Pick<Host, 'writeExport'>,
  transcript: Transcript,
  { exporter, options, overwrite, fileName = null }: EditionAsked,
  context: ExportContext,
  base64Of: (text: string) => string,
): Promise<Result<EditionWritten>> {
  const exported = exporter.run(transcript, options, context)
  if (!exported.ok) return exported
  const { files, losses } = exported.value
  const named = files.map(({ name, text }) => ({
    name: files.length === 1 && fileName !== null ? fileName : fitting(name, transcript),
    base64: base64Of(text),
  }))
  const written = await host.writeExport({ files: named, overwrite })
  return written.ok ? done({ ...written.value, losses }) : written
}

/** An edition bears the name of its original, as the transcript does: shortened or mended where no file name could hold it. */
function fitting(name: string, { originals }: Transcript): string {
  const original = originals[0]?.name ?? ''
  return name.startsWith(original) ? editionStemOf(original) + name.slice(original.length) : name
}
