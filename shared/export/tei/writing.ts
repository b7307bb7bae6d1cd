import type { Annotation, Block, MarginObject, Transcript } from '../../model/transcript.ts'
import type { WordBreak } from '../../text/division-of.ts'
import type { XmlElement, XmlNode } from '../../xml/node.ts'
import type { DivisionJudge } from '../divided-words.ts'
import type { Hands } from '../hands.ts'
import type { EditionLine, Inline } from '../inline.ts'
import type { Losses } from '../losses.ts'
import type { MachineReading } from '../machine-readings.ts'
import type { Nested, Segments } from '../nest.ts'
import type { Placement } from '../placement.ts'
import type { ReadingUnit } from '../reading-order.ts'
import type { References } from '../references.ts'
import type { Ids } from './ids.ts'

/** How corrections of the machine transcript leave (HD#HD53): silently in typed text, marked, or as an apparatus. */
export const CORRECTIONS = {
  silent: 'silently (marked in handwriting)',
  marked: 'marked: sic and corr',
  apparatus: 'as an apparatus: lem and rdg',
} as const
export type CorrectionMode = keyof typeof CORRECTIONS

export interface TeiOptions {
  readonly correction: CorrectionMode
  readonly queries: boolean
}

/** A line as a tree of annotations. */
export interface Planned {
  readonly tree: readonly Nested<Inline>[]
  readonly annotations: EditionLine['annotations']
  readonly handwritten: boolean
}

/** Everything that the parts of one TEI document share while it is written. */
export interface Writing {
  readonly transcript: Transcript
  readonly options: TeiOptions
  readonly hands: Hands
  readonly placement: Placement
  readonly shown: ReadonlyMap<string, MarginObject>
  readonly papers: ReadonlySet<string>
  /** Notes that go on from a note, by its id. */
  readonly next: ReadonlyMap<string, string>
  /** Numbers of the editor's notes. */
  readonly numbers: ReadonlyMap<string, number>
  readonly references: References
  readonly ids: Ids
  readonly losses: Losses
  /** How many elements each annotation is cut into, over the whole text. */
  readonly segments: Segments
  /** The lines of a block (several for an address), or of an object of the margin, by id. */
  readonly lines: ReadonlyMap<string, readonly Planned[]>
  /** Ids of annotations that lie on handwriting, as far as is stated: a mend there is never silent. */
  readonly inHandwriting: ReadonlySet<string>
  /** Tells how the words that are divided at line ends are. */
  readonly judge: DivisionJudge
  /** Whether a word is divided anywhere: the header says how that is told. */
  readonly divided: { any: boolean }
  readonly readings: (holder: Block | MarginObject) => readonly MachineReading[]
  /** What stands between the pieces of one block. */
  readonly between: (items: readonly ReadingUnit[], division: WordBreak | undefined) => readonly XmlElement[]
  readonly object: (object: MarginObject) => readonly XmlElement[]
}

/** One element of an annotation, as the table of marks sees it. */
export interface Span {
  readonly id: string
  readonly annotation: Annotation
  /** Counts from 0. Only the first element of a choice tells the other reading. */
  readonly segment: number
  readonly handwritten: boolean
  readonly children: readonly XmlNode[]
  /** `xml:id`, `next` and `prev` where the annotation was cut (SA#SAAG). */
  readonly links: Readonly<Record<string, string>>
}
