import type { Annotations, MarginObject, Transcript } from '../../model/transcript.ts'
import type { XmlElement } from '../../xml/node.ts'
import type { DivisionJudge } from '../divided-words.ts'
import type { Hands } from '../hands.ts'
import type { Losses } from '../losses.ts'
import type { MachineReading } from '../machine-readings.ts'
import type { Placement } from '../placement.ts'
import type { ReadingUnit } from '../reading-order.ts'
import type { References } from '../references.ts'

/** A footnote of the paper. */
export interface Footnote {
  /** Its place among them all, from 1: of its address, never shown. */
  readonly number: number
  /** As the paper has it. */
  readonly sign: string | null
  readonly pieces: readonly MarginObject[]
  /** Of a piece: it is the first. */
  readonly isHead: boolean
}

/** Everything that the parts of one reading edition share while it is set. */
export interface Setting {
  readonly transcript: Transcript
  readonly hands: Hands
  readonly placement: Placement
  readonly shown: ReadonlyMap<string, MarginObject>
  readonly letters: ReadonlyMap<string, { readonly letter: string; readonly piece: number }>
  readonly numbers: ReadonlyMap<string, number>
  /** By the ids of their pieces. */
  readonly footnotes: ReadonlyMap<string, Footnote>
  /** Ids of the notes that words of the text call. */
  readonly called: ReadonlySet<string>
  readonly references: References
  /** The inks of the hands that were met, from 0: as stated, or in the order in which they come. */
  readonly colours: Map<string, number>
  readonly losses: Losses
  /** Ids of the mends of the machine’s reading that no sign tells: the head of the page says how many. */
  readonly silent: Set<string>
  /** Tells how the words that are divided at line ends are. */
  readonly judge: DivisionJudge
  readonly readings: (holder: Annotated) => readonly MachineReading[]
  /** What stands at the anchor of an object. `apart`: only its key. */
  readonly draw: (object: MarginObject, apart: boolean) => readonly XmlElement[]
  readonly between: (items: readonly ReadingUnit[]) => readonly XmlElement[]
  /** The lines of the block that is set stand in the text to read too: it is laid out by blanks. */
  readonly keepsLines: boolean
  /** Level of the headings in the text: under the paper's own. */
  readonly level: number
}

export interface Annotated {
  readonly type: string
  readonly id: string
  readonly content: Transcript['pages'][number]['margin'][number]['content']
  readonly annotations: Annotations
}
