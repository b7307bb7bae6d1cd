import { type Hand, type Layer, layerOf, UNKNOWN, UNKNOWN_MANUSCRIPT } from '../model/hand.ts'

/** What is looked for. Blanks stand for any blank or line end. */
export interface Query {
  readonly words: string
  readonly matchCase: boolean
  readonly wholeWords: boolean
  /** Letters with their marks, ligatures, digits, hyphens and quotes as they are typed. */
  readonly exact?: boolean
  /** Everywhere, in the text of the pages, or in what stands beside it. */
  readonly where: 'all' | 'text' | 'notes'
  /** Only what this hand wrote, by its id; left out: whoever wrote it. */
  readonly hand?: string
  /** Only what was written so; left out: however. */
  readonly layer?: Layer
  /** The words are a regular expression, line ends `\n`. Its time is not bounded here: see `renderer/search`. */
  readonly regular?: boolean
}

/** Tells whether writing by a hand is asked for; null where all of it is. */
export type Ink = ((hand: string | null) => boolean) | null

/** The hand and the layer that a query asks for, over the hands that a collection knows. */
export function inkOf({ hand, layer }: Query, hands: readonly Hand[]): Ink {
  if (hand === undefined && layer === undefined) return null
  const known = new Map([UNKNOWN, UNKNOWN_MANUSCRIPT, ...hands].map((one) => [one.id, one]))
  return (id) =>
    (hand === undefined || id === hand) && (layer === undefined || layerOf(id === null ? null : known.get(id)) === layer)
}

/** The hand that somebody means by its id, its badge or its name, whatever the capitals; null where none, or more than one, is called so. */
export function handCalled(hands: readonly Hand[], words: string): Hand | null {
  const all = [...hands, UNKNOWN, UNKNOWN_MANUSCRIPT]
  const wanted = words.trim().toLowerCase()
  const byId = all.find(({ id }) => id === words)
  const called = all.filter(({ name, badge }) => name.toLowerCase() === wanted || badge.toLowerCase() === wanted)
  return byId ?? (called.length === 1 ? called[0]! : null)
}
