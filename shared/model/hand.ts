/** What the writing was done with. `manuscript`: by hand, instrument not known. `unknown`: not even that is known. */
export const MEDIA = ['typewriter', 'print', 'stamp', 'felt-tip', 'ink', 'ball-point', 'pencil', 'manuscript', 'unknown'] as const
export type Medium = (typeof MEDIA)[number]

export const LAYERS = ['typed', 'printed', 'handwritten', 'stamped', 'unknown'] as const
export type Layer = (typeof LAYERS)[number]

/** Colours and typefaces in which Scholion shows a hand: signs of ours, which say nothing of the paper's ink. Typed text has its own face. */
export const COLOURS = {
  blue: 'blue',
  red: 'red',
  green: 'green',
  violet: 'violet',
  ochre: 'ochre',
  teal: 'teal',
  rose: 'rose',
  olive: 'olive',
  brown: 'brown',
} as const
export type Colour = keyof typeof COLOURS
export const TYPEFACES = {
  sans: 'without serifs',
  serif: 'with serifs',
  'sans-bold': 'without serifs, bold',
  'serif-bold': 'with serifs, bold',
} as const
export type Typeface = keyof typeof TYPEFACES

/** One entry per person and instrument. `person` names an entry of the register of people. */
export interface Hand {
  readonly id: string
  readonly name: string
  /** At most four letters that mark the hand beside its words: never told by colour alone. */
  readonly badge: string
  readonly medium: Medium
  readonly person: string | null
  /** How it is known by those who met it: “signs A.J.C.”, “blue felt-tip”. Left out: not stated. */
  readonly identifiedBy?: string
  /** Left out: by its place in the register. */
  readonly colour?: Colour
  /** Left out: sans. */
  readonly typeface?: Typeface
  readonly extra?: Readonly<Record<string, unknown>>
}

/** An office of a person, and from when to when it was held: years, months or days in ISO 8601, or null where not known. */
export interface Tenure {
  readonly office: string
  readonly from: string | null
  readonly to: string | null
}

export interface Person {
  readonly id: string
  readonly name: string
  /** Offices held, in words. */
  readonly offices: readonly string[]
  /** When they were held, as far as it is stated. Left out: nothing is. */
  readonly held?: readonly Tenure[]
  /** A link to an authority file. Checked for its shape, never looked up. Left out: not stated. */
  readonly authority?: string
  readonly extra?: Readonly<Record<string, unknown>>
}

/** The two hands that every collection has: nothing is known; handwriting whose writer is not known (key 0). */
export const UNKNOWN: Hand = { id: 'unknown', name: 'not known', badge: '–', medium: 'unknown', person: null }
export const UNKNOWN_MANUSCRIPT: Hand = {
  id: 'unknown-manuscript',
  name: 'handwriting, writer not known',
  badge: 'ms',
  medium: 'manuscript',
  person: null,
}

const LAYER_OF: Readonly<Record<Medium, Layer>> = {
  typewriter: 'typed',
  print: 'printed',
  stamp: 'stamped',
  'felt-tip': 'handwritten',
  ink: 'handwritten',
  'ball-point': 'handwritten',
  pencil: 'handwritten',
  manuscript: 'handwritten',
  unknown: 'unknown',
}

/** The layer follows from the medium alone; a block or note without a hand is in layer `unknown`. */
export function layerOf(hand: Hand | null | undefined): Layer {
  return hand ? LAYER_OF[hand.medium] : 'unknown'
}
