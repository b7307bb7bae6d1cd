import type { Host } from '../../../shared/api/contract.ts'
import { type EditionAsked, type EditionWritten, exportEdition } from '../../../shared/api/export-edition.ts'
import { descriptionFrom, type ExportContext } from '../../../shared/export/context.ts'
import { parseTranscript } from '../../../shared/format/parse.ts'
import type { Result } from '../../../shared/model/result.ts'
import type { Transcript } from '../../../shared/model/transcript.ts'
import { legendFrom } from '../../../shared/vocabulary/pen-legend.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'

export interface AsItStands {
  readonly transcript: Transcript
  readonly context: ExportContext
}

/**
 * What an edition is made from: the saved file, read back, so that the command line makes the same bytes of it. Work that cannot be saved
 * leaves as it is on the screen, and its edition says that it was not saved.
 */
export async function asItStands(app: AppState, opened: OpenDocument): Promise<AsItStands> {
  await opened.saver.save()
  const { dirty, revision } = opened.saver
  const saved = dirty || revision === null ? null : await readSaved(app.host, opened.loaded.entry.id, revision)
  const { extra } = app.registers.get()
  const context = { version: app.version, description: descriptionFrom(app.registers.get()), legend: legendFrom(extra) }
  if (saved) return { transcript: saved, context: { ...context, sha256: revision } }
  const untouched = !dirty && revision === null
  const transcript = untouched ? opened.loaded.transcript : opened.capture()
  return { transcript, context: { ...context, sha256: null, changed: !untouched } }
}

async function readSaved(host: Host, document: string, revision: string): Promise<Transcript | null> {
  const read = await host.readTranscript({ document })
  if (!read.ok || read.value.text === null || read.value.revision !== revision) return null
  const parsed = parseTranscript(read.value.text)
  return parsed.ok ? parsed.value : null
}

/** Exports the open document. `saved` is false where the edition was made from work that is in no file yet. */
export async function exportOpened(
  app: AppState,
  opened: OpenDocument,
  asked: EditionAsked,
): Promise<{ readonly result: Result<EditionWritten>; readonly saved: boolean }> {
  const { transcript, context } = await asItStands(app, opened)
  return { result: await exportEdition(app.host, transcript, asked, context, base64Of), saved: context.sha256 !== null }
}

function base64Of(text: string): string {
  const bytes = new TextEncoder().encode(text)
  let binary = ''
  // a call takes only so many arguments
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}
