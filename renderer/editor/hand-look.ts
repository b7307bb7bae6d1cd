/** How hands look in the editor: passed in, because hands live in the collection's register and not in the document. */
export interface HandLook {
  /** The letters that mark a hand beside its words; `?` where it is not known. */
  readonly badgeOf: (hand: string | null) => string
  /** The classes that give a hand its colour (`--hand`) and its typeface (`--face`). */
  readonly handClass: (hand: string | null) => string
  /** A hand in words, for assistive technology. */
  readonly handLabel: (hand: string | null) => string
  /** Whether what this hand wrote is out of the light; null: of no hand. */
  readonly isFaded: (hand: string | null) => boolean
  readonly isHandwriting: (hand: string | null) => boolean
}

/** Takes off the classes of the hand that an element had and gives it those of another; `''` is no hand's. Gives back what it has now. */
export function wear(element: Element, had: string, wanted: string): string {
  if (had !== wanted) {
    element.classList.remove(...had.split(' ').filter(Boolean))
    element.classList.add(...wanted.split(' ').filter(Boolean))
  }
  return wanted
}
