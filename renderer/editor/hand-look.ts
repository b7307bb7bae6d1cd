/** How hands look in the editor: passed in, because hands live in the collection's register and not in the document. */
export interface HandLook {
  /** The letters that mark a hand beside its words; `?` where it is not known. */
  readonly badgeOf: (hand: string | null) => string
  /** The class that gives a hand its colour (`--hand`). */
  readonly handClass: (hand: string | null) => string
  /** A hand in words, for assistive technology. */
  readonly handLabel: (hand: string | null) => string
  /** Whether what this hand wrote is out of the light; null: of no hand. */
  readonly isFaded: (hand: string | null) => boolean
  readonly isHandwriting: (hand: string | null) => boolean
}
