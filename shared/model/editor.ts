/** Somebody who works on this collection, as the collection's register of editors has them. */
export interface Editor {
  readonly id: string
  readonly name: string
  /** What stands in the status bar and is chosen by: “RB”. */
  readonly initials: string
  readonly extra?: Readonly<Record<string, unknown>>
}

/** The first letters of a name, as initials that can be changed: at most four. */
export function initialsOf(name: string): string {
  return [...name.matchAll(/(?<![\p{L}\p{N}])\p{L}/gu)]
    .map(([letter]) => letter.toLocaleUpperCase('en'))
    .slice(0, 4)
    .join('')
}
