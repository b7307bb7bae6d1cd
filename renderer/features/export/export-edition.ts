import type { Host } from '../../../shared/api/contract.ts'
import { type EditionAsked, type EditionWritten, exportEdition } from '../../../shared/api/export-edition.ts'
import { descriptionFrom, type ExportContext } from '../../../shared/export/context.ts'
import { parseTranscript } from '../../../shared/format/parse.ts'
import type { Result } from '../../../shared/model/result.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'
import { legendFrom } from '../../../shared/vocabulary/pen-legend.ts'
import type { Workbench } from '../../state/app-state.ts'
import type { Desk } from '../../state/open-document.ts'

export interface Standing {
  readonly transcript: Transcript
  readonly context: ExportContext
}

/**
 * What an edition is made from: the saved file, read back, so that the command line makes the same bytes of it. Work that cannot be saved
 * leaves as it is on the screen, and its edition says that it was not saved.
 */
export async function asItStands(bench: Workbench, desk: Desk): Promise<Standing> {
  await desk.keeper.save()
  const { dirty, revision } = desk.keeper
  const saved = dirty || revision === null ? null : await readSaved(bench.host, desk.opened.entry.id, revision)
  const { extra } = bench.registers.get()
  const context = { version: bench.version, description: descriptionFrom(extra), legend: legendFrom(extra) }
  if (saved) return { transcript: saved, context: { ...context, sha256: revision } }
  const untouched = !dirty && revision === null
  return { transcript: untouched ? desk.opened.transcript : desk.capture(), context: { ...context, sha256: null } }
}

async function readSaved(host: Host, document: string, revision: string): Promise<Transcript | null> {
  const read = await host.readTranscript({ document })
  if (!read.ok || read.value.text === null || read.value.revision !== revision) return null
  const parsed = parseTranscript(read.value.text)
  return parsed.ok ? parsed.value : null
}

/** Exports the document on the desk. `saved` is false where the edition was made from work that is in no file yet. */
export async function exportDesk(
  bench: Workbench,
  desk: Desk,
  asked: EditionAsked,
): Promise<{ readonly result: Result<EditionWritten>; readonly saved: boolean }> {
  const { transcript, context } = await asItStands(bench, desk)
  return { result: await exportEdition(bench.host, transcript, asked, context, base64Of), saved: context.sha256 !== null }
}

function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  // a call takes only so many arguments
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}
