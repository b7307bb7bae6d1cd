import type { Annotations, Run, Transcript } from '../model/transcript.ts'
import { counted } from '../text/counted.ts'
import { WITHHELD } from '../vocabulary/atoms.ts'
import { statedStatusInWords } from '../vocabulary/collation.ts'
import type { ExportContext } from './context.ts'

/** How far the work stood when an edition left. Nothing can be approved yet, so every edition is a draft. */
export interface EditionState {
  readonly draft: true
  /** In words, as far as somebody stated it, with what was collated or that nothing was. */
  readonly status: string
  readonly sha256: string | null
  /** Where there is no hash: whether somebody had worked on it since. */
  readonly changed: boolean
  readonly openQueries: number
  /** Places marked as unclear, undetermined, of a certainty that is low or not known, and gaps. */
  readonly doubtful: number
}

/** The state of a transcript as it leaves. */
export function stateOf(transcript: Transcript, { sha256, changed = false }: ExportContext): EditionState {
  const margin = transcript.pages.flatMap((page) => page.margin)
  return {
    draft: true,
    status: statedStatusInWords(transcript.status, transcript.pages),
    sha256,
    changed,
    openQueries: margin.filter(({ type, attrs }) => type === 'query' && attrs.state !== 'resolved').length,
    doubtful: doubtfulIn(transcript),
  }
}

/** One line for the head of every edition. */
export function stateLine({ status, sha256, changed, openQueries, doubtful }: EditionState): string {
  const unsaved = changed ? 'made before the last changes were saved' : 'no transcript was saved yet'
  const file = sha256 === null ? unsaved : `transcript sha256 ${sha256}`
  return `DRAFT, not approved. Status: ${status}; ${countedOrNo(openQueries, 'open query', 'open queries')}; ${countedOrNo(doubtful, 'place')} marked as doubtful or not read; ${file}.`
}

const countedOrNo = (count: number, one: string, many = `${one}s`) => (count === 0 ? `no ${many}` : counted(count, one, many))

/** Undetermined and doubtful readings, gaps, and whatever says that it is only possible or not known: what the paper would tell. */
function doubtfulIn({ pages }: Transcript): number {
  const places = new Set<string>()
  let gaps = 0
  const look = ({ annotations, content }: { readonly annotations: Annotations; readonly content: readonly Run[] }) => {
    for (const [id, { type, attrs }] of Object.entries(annotations))
      if (type === 'undetermined' || type === 'unclear' || isDoubtful(attrs.cert)) places.add(id)
    gaps += content.filter((run) => run.type === 'atom' && run.atom === 'gap' && run.attrs.reason !== WITHHELD).length
  }
  for (const page of pages) {
    for (const child of page.content) if (child.type === 'block') look(child)
    for (const object of page.margin) {
      look(object)
      if (isDoubtful(object.attrs.cert) || isDoubtful(object.attrs.readingCert)) places.add(object.id)
    }
  }
  return places.size + gaps
}

const isDoubtful = (cert: unknown) => cert === 'low' || cert === 'unknown'
