import type { Node } from 'prosemirror-model'
import { keepUsed, usedEntries } from '../../shared/format/references.ts'
import type { Beside, WorkPrinter } from '../../shared/format/work-printer.ts'
import { done } from '../../shared/model/result.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { fromDocument } from '../../shared/schema/document.ts'
import { inSlices } from '../host/in-slices.ts'
import type { Snapshot } from './saving/save-state.ts'

/** What each snapshot holds; its document, where it was taken of one. */
const held = new WeakMap<
  Snapshot,
  { readonly doc: Node | null; readonly status: string; readonly transcript: () => Transcript }
>()

/** The work as it stands in a document and beside it: nothing is walked before its text is asked for. */
export function snapshotOf(doc: Node, beside: Beside, printer: WorkPrinter): Snapshot {
  const work: Snapshot = {
    originals: beside.originals.map((original) => original.name),
    text: (urgent) => inSlices(printer.text(doc, beside), urgent),
    checked: () => inSlices(printer.checked(doc, beside)),
    same: (other) => held.get(other)?.doc?.eq(doc) === true && held.get(other)?.status === beside.status,
  }
  held.set(work, { doc, status: beside.status, transcript: () => whole(doc, beside) })
  return work
}

/** What a transcript file holds, as work: `text` is the file, `transcript` what was read from it. */
export function snapshotOfFile(text: string, transcript: Transcript): Snapshot {
  const work: Snapshot = {
    originals: transcript.originals.map(({ name }) => name),
    text: () => Promise.resolve(text),
    checked: () => Promise.resolve(done(text)),
  }
  held.set(work, { doc: null, status: transcript.status, transcript: () => transcript })
  return work
}

/** The whole transcript of a snapshot that was taken here, or undefined. */
export const transcriptOf = (work: Snapshot): Transcript | undefined => held.get(work)?.transcript()

/** A document and what stands beside it as a transcript, with the register entries that it uses. */
export function whole(doc: Node, beside: Beside): Transcript {
  const all = { ...beside, ...fromDocument(doc) }
  return keepUsed(all, usedEntries(all))
}
