import { type Difference, differences } from '../compare/compare.ts'
import { textOf } from '../compare/reading.ts'
import type { Collation, MarginObject, Run, Transcript } from '../model/transcript.ts'
import { collationsOf, isCollated, statusInWords } from '../vocabulary/collation.ts'
import { isFootnote } from '../vocabulary/margin.ts'

export interface NoteStatistics {
  readonly hand: unknown
  readonly place: unknown
  readonly function: unknown
  readonly text: string
  readonly certainty: unknown
  readonly readingCertainty: unknown
  readonly basis: unknown
}

/** What there is in one transcript. Keys after `notes` are counts; what is not stated is null. */
export interface Statistics {
  readonly original: string
  readonly status: string | null
  readonly pages: number
  readonly divisions: readonly {
    readonly kind: string | null
    readonly from: string | null
    readonly to: string | null
    readonly date: string | null
  }[]
  readonly notes: readonly NoteStatistics[]
  readonly footnotes: number
  readonly penMarks: number
  readonly corrections: number
  readonly emendations: number
  readonly undetermined: number
  readonly gaps: number
  readonly unclear: number
  readonly unused: number
  /** Whether every page was collated, and each collation: “pages” are numbers, from 1. */
  readonly collated: boolean
  /** Its status in words, with what was collated or that nothing was. */
  readonly stands: string | null
  readonly collations: readonly (Collation & { readonly pages: readonly number[] })[]
  /** Answers of the paper that were keyed in off the check list. */
  readonly answers: number
}

/**
 * Counts a transcript. Divisions are its papers, the first among them; a note in pieces is one; the paper's own
 * footnotes are no marginal notes, and counted apart; an annotation over several blocks is one; corrections are the words that read otherwise than the machine did; signs set aside as `markup` are not counted. `found`: the transcript's differences, where they are known already.
 */
export function statisticsOf(
  transcript: Transcript,
  found: readonly Pick<Difference, 'kind'>[] = differences(transcript),
): Statistics {
  const content = transcript.pages.flatMap((page) => page.content)
  const margin = transcript.pages.flatMap((page) => page.margin)
  const blocks = content.filter((child) => child.type === 'block')
  const papers = [transcript.paper, ...content.filter((child) => child.type === 'division')]
  const runs = [...blocks, ...margin].flatMap((holder) => holder.content)
  return {
    original: transcript.originals[0]?.name ?? '',
    status: transcript.status,
    pages: transcript.pages.length,
    divisions: papers.map(({ kind, from, to, date }) => ({ kind, from, to, date })),
    notes: firstPieces(margin)
      .filter((note) => !isFootnote(note.type, note.attrs))
      .map((note) => noteOf(note, margin)),
    footnotes: firstPieces(margin).filter((note) => isFootnote(note.type, note.attrs)).length,
    penMarks: margin.filter(({ type }) => type === 'penmark').length,
    corrections: found.filter(({ kind }) => kind === 'ocr').length,
    emendations: marked([...blocks, ...margin], 'emendation'),
    undetermined: marked([...blocks, ...margin], 'undetermined'),
    gaps: runs.filter((run) => run.type === 'atom' && run.atom === 'gap').length,
    unclear: marked([...blocks, ...margin], 'unclear'),
    unused: transcript.unused.filter(({ reason }) => reason !== 'markup').length,
    stands: statusInWords(transcript.status, transcript.pages),
    collated: isCollated(transcript.pages),
    collations: collationsOf(transcript.pages).map((one) => ({ ...one, pages: one.pages.map((at) => at + 1) })),
    answers: transcript.pages.flatMap(({ answers = [] }) => answers).length,
  }
}

/** An original that has no transcript yet. */
export function statisticsWithout(original: string): Statistics {
  const none = { footnotes: 0, penMarks: 0, corrections: 0, emendations: 0, undetermined: 0, gaps: 0, unclear: 0, unused: 0 }
  return {
    original,
    status: null,
    pages: 0,
    divisions: [],
    notes: [],
    ...none,
    stands: null,
    collated: false,
    collations: [],
    answers: 0,
  }
}

function marked(holders: readonly Pick<MarginObject, 'annotations'>[], type: string): number {
  const ids = holders.flatMap(({ annotations }) =>
    Object.entries(annotations).filter(([, annotation]) => annotation.type === type),
  )
  return new Set(ids.map(([id]) => id)).size
}

/** The notes that go on from no other, in order. */
function firstPieces(margin: readonly MarginObject[]): readonly MarginObject[] {
  const notes = margin.filter(({ type }) => type === 'note')
  const known = new Set(notes.map(({ id }) => id))
  return notes.filter(({ attrs }) => typeof attrs.joins !== 'string' || !known.has(attrs.joins))
}

function noteOf(note: MarginObject, margin: readonly MarginObject[]): NoteStatistics {
  const words = (piece: MarginObject): string =>
    [
      wordsWithGaps(piece.content),
      ...margin.filter(({ type, attrs }) => type === 'note' && attrs.joins === piece.id).map(words),
    ].join('\n')
  const { hand, place, function: first, cert, readingCert, basis } = note.attrs
  return { hand, place, function: first, text: words(note), certainty: cert, readingCertainty: readingCert, basis }
}

/** Unread handwriting shows as […]: the words around it must not seem to be one reading. */
function wordsWithGaps(runs: readonly Run[]): string {
  return runs.map((run) => (run.type === 'atom' && run.atom === 'gap' ? '[…]' : textOf([run]))).join('')
}
