// A fictitious paper made for the margin: every place, function and pen mark, four hands, crowded and overlong notes. The same every time.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { serialise } from '../../shared/format/serialise.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { marginTranscript } from './margin-pages.ts'

/** The names of its two originals; the transcript stands beside the first. */
export const MARGIN_PAPERS = ['harbour-board.txt', 'harbour-board-enclosure.txt'] as const

/** The papers as they lie in a collection: bare names and what stands in the files. */
export function marginFiles(): { readonly transcript: Transcript; readonly files: ReadonlyMap<string, string> } {
  const bare = marginTranscript()
  const originals = bare.originals.map((original) => ({
    ...original,
    sha256: createHash('sha256').update(original.text).digest('hex'),
    bytes: Buffer.byteLength(original.text),
  }))
  const transcript = { ...bare, originals }
  const files = new Map(originals.map(({ name, text }) => [name, text]))
  files.set(`${MARGIN_PAPERS[0]}.tei.json`, serialise(transcript))
  return { transcript, files }
}

/** Puts the papers and their transcript into a collection. */
export function putMarginPapers(collection: string): void {
  for (const [name, text] of marginFiles().files) writeFileSync(join(collection, name), text)
}
