import type { Transcript } from '../../shared/model/transcript.ts'
import { fromDocument } from '../../shared/schema/document.ts'
import { HANDS_AT_WORK } from './random-deeds.ts'
import type { RandomWork } from './random-work.ts'

/** The work as a transcript of its sheets, for what is done with files. */
export function transcriptOf(work: RandomWork, revisions: Transcript['revisions'] = []): Transcript {
  const originals = work.texts.map((text, at) => ({
    name: `sheet-${at + 1}.txt`,
    sha256: '0'.repeat(64),
    bytes: text.length,
    encoding: 'utf-8',
    bom: false,
    importer: { name: 'text', version: 1, options: {} },
    text,
    extra: {},
  }))
  return {
    ...fromDocument(work.state.doc),
    originals,
    status: 'in-progress',
    hands: HANDS_AT_WORK,
    people: [],
    names: [],
    revisions,
    extra: {},
  }
}
