import type { MarkName } from './marks.ts'

/** What a mark does to readings that are made of its words: the machine's, the paper's, the typed-only text. */
export interface MarkReading {
  /** Its words tell themselves what the machine read, or that it read nothing: no unmarked reading is looked for in them. */
  readonly tellsMachine: boolean
  /** Its words cannot be told from the paper: error rates leave them out, with what the machine read in their place. */
  readonly untold: boolean
  /** Its words are the editor's own: letters that came within them are a supply, no misreading. */
  readonly supplied: boolean
  /** Whose error it would be is not known: where its words read otherwise than the machine did, that is no change. */
  readonly undecided: boolean
  /** The attribute in which the editor's reading stands beside the paper's; compare lists the place under the mark's name. */
  readonly beside: string | null
  /** When its words are not in the typed-only text: never, always, or where its hand is a typewriter or print. */
  readonly outOfTyped: 'never' | 'always' | 'by typed hand'
  /** Its words are in the ink of its own hand, not in the hand of the block. */
  readonly ownInk: boolean
}

const asIs: MarkReading = {
  tellsMachine: false,
  untold: false,
  supplied: false,
  undecided: false,
  beside: null,
  outOfTyped: 'never',
  ownInk: false,
}

/** The one place that says it of each mark; compare, error rates, editions and search read it. */
export const MARK_READINGS = {
  unclear: { ...asIs, untold: true },
  correction: { ...asIs, tellsMachine: true },
  emendation: { ...asIs, beside: 'corr' },
  undetermined: { ...asIs, undecided: true, beside: 'suggestion' },
  supplied: { ...asIs, tellsMachine: true, untold: true, supplied: true },
  add: { ...asIs, outOfTyped: 'always', ownInk: true },
  del: { ...asIs, outOfTyped: 'by typed hand' },
  persName: asIs,
  orgName: asIs,
  placeName: asIs,
  title: asIs,
  event: asIs,
  term: asIs,
  cited: asIs,
  foreign: asIs,
  date: asIs,
  withheld: asIs,
  passage: asIs,
} as const satisfies Readonly<Record<MarkName, MarkReading>>

/** What a mark does to readings; a name that is no mark's does nothing. */
export function markReading(name: string | undefined): MarkReading {
  return name !== undefined && Object.hasOwn(MARK_READINGS, name) ? MARK_READINGS[name as MarkName] : asIs
}
