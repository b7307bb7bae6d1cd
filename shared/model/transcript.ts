import type { Hand, Person } from './hand.ts'
import type { Named } from './names.ts'
import type { SourceRange } from './source.ts'

/** Keys of a file that this version does not know. They are kept and written back. */
export type Extra = Readonly<Record<string, unknown>>

/** The work in hand: what a transcript file holds, as plain data. ProseMirror documents are made from it and turned back into it. */
export interface Transcript {
  readonly originals: readonly Original[]
  readonly status: string
  /** The first paper of the file; later ones begin at a division in the text. */
  readonly paper: Paper
  readonly pages: readonly Page[]
  readonly tray: readonly TrayEntry[]
  readonly unused: readonly Unused[]
  /** Proposals that the person refused, the earliest first: they are not made again. Left out: none. */
  readonly refused?: readonly Refused[] | undefined
  readonly hands: readonly Hand[]
  readonly people: readonly Person[]
  readonly names: readonly Named[]
  readonly revisions: readonly Revision[]
  readonly extra: Extra
}

/** Places of one text, in UTF-16 units of it, in order and apart. */
export type TextRanges = readonly (readonly [start: number, end: number])[]

export interface Original {
  /** A bare file name in the transcript's own (or the mirrored) folder. */
  readonly name: string
  /** Lower-case hex sha256 of the file's bytes, and their number. */
  readonly sha256: string
  readonly bytes: number
  readonly encoding: string
  readonly bom: boolean
  /** Of a file that is read in two encodings: what of the text is in the second, in UTF-16 units of it. */
  readonly second?: TextRanges
  readonly importer: { readonly name: string; readonly version: number; readonly options: Extra }
  /** The decoded text without BOM, line ends as they stand. Never changed. */
  readonly text: string
  /** Of an original whose transcript was joined to this one: what that transcript was besides its words. Left out: it never had one of its own here. */
  readonly joined?: Joined
  readonly extra: Extra
}

/** What a transcript was, besides its words, before it was joined to another: enough to give it back when it is taken out again. */
export interface Joined {
  /** The version of its file that came here (sha256 of its bytes); null where it had none. */
  readonly revision: string | null
  /** The id of its first paper. */
  readonly paper: string
  readonly status: string
  /** Its pages; and those of its lost anchors and stretches set aside that no word of it could tell. */
  readonly pages: readonly string[]
  readonly lost: readonly string[]
  readonly revisions: readonly Revision[]
  /** Keys of its file that this version does not know. */
  readonly unknown: Extra
}

export interface Paper {
  readonly id: string
  readonly kind: string | null
  readonly relation: string | null
  readonly relatedTo: string | null
  readonly copyStatus: string | null
  readonly from: string | null
  readonly to: string | null
  readonly date: string | null
  readonly language: string | null
  /** What else is stated of it, by the vocabulary's table of papers. Left out: nothing. */
  readonly facts?: Readonly<Record<string, unknown>>
  readonly extra: Extra
}

export interface Page {
  readonly id: string
  /** Three numbers: as printed, the archive's folio, the image's. */
  readonly printed: string | null
  readonly folio: string | null
  readonly image: string | null
  readonly state: string | null
  /** Whether it is decided on which side of the turn before it a marking stands. Left out: nothing is said of it. */
  readonly turn?: string
  /** What this page was collated with, each time anew. Left out: it was not. */
  readonly collated?: readonly Collation[]
  /** What was looked up on the paper for places of this page, off the check list. Left out: nothing. */
  readonly answers?: readonly Answer[]
  /** Doubts of this page that somebody declared right, each by its key. Left out: none. */
  readonly right?: readonly string[]
  readonly content: readonly (Block | Division)[]
  /** Notes, editor's notes and queries whose anchor lies on this page. */
  readonly margin: readonly MarginObject[]
  readonly extra: Extra
}

/** Somebody compared a page word for word. `when` is a day, ISO 8601. */
export interface Collation {
  readonly against: string
  readonly who: string
  readonly when: string
}

/** What the paper told of a place of the check list. `when` is a day, ISO 8601. */
export interface Answer {
  /** The number that the place had on the list. */
  readonly number: number
  /** The id of the annotation, gap, note, block, paper, page or stretch that was asked about. */
  readonly place: string
  /** What was asked of it, by the vocabulary of the check list. */
  readonly question: string
  /** The words that the list showed. */
  readonly was: string
  /** How it came out, by the vocabulary; and in the words of whoever looked. */
  readonly outcome: string
  readonly words: string
  /** What it rests on, by the vocabulary of bases. */
  readonly basis: string
  readonly who: string
  readonly when: string
}

export interface Division extends Paper {
  readonly type: 'division'
}

export interface Block {
  readonly type: 'block'
  readonly id: string
  readonly role: string | null
  readonly hand: string | null
  /** What is stated of it, by its role's table of the vocabulary: the level of a marking, the kind of a signature. Left out: nothing. */
  readonly facts?: Readonly<Record<string, unknown>>
  /** The block goes on from the one that ends the page before. */
  readonly continues: boolean
  readonly source: readonly SourceRange[]
  readonly content: readonly Run[]
  readonly annotations: Annotations
  readonly extra: Extra
}

/** `attrs` are the entry's attributes from the vocabulary. */
export interface MarginObject {
  readonly type: string
  readonly id: string
  readonly attrs: Readonly<Record<string, unknown>>
  readonly content: readonly Run[]
  readonly annotations: Annotations
  readonly extra: Extra
}

/** Annotations of one block or note by id: the mark's name and its attributes. */
export type Annotations = Readonly<Record<string, Annotation>>

export interface Annotation {
  readonly type: string
  readonly attrs: Readonly<Record<string, unknown>>
}

/** A stretch of words, or an atom, and the ids of the annotations it lies in (sorted). */
export type Run =
  | { readonly type: 'text'; readonly text: string; readonly in: readonly string[] }
  | {
      readonly type: 'atom'
      readonly atom: string
      readonly attrs: Readonly<Record<string, unknown>>
      readonly in: readonly string[]
    }

export interface Unused {
  readonly id: string
  readonly reason: string
  readonly source: readonly SourceRange[]
}

/** A proposal that was refused: what was proposed, as its id begins, and the words that it was about. */
export interface Refused {
  readonly what: string
  readonly source: readonly SourceRange[]
}

/** An annotation whose words went, or a note whose anchor went. `was` are the words it stood on. */
export interface TrayEntry {
  readonly id: string
  /** A mark's name, or a margin object's. */
  readonly type: string
  readonly attrs: Readonly<Record<string, unknown>>
  readonly was: string
  /** Blocks it stood in, last known. */
  readonly blocks: readonly string[]
}

export interface Revision {
  readonly when: string
  readonly who: string
  readonly what: string
}
