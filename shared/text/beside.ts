/** How much of a line is shown beside what stands next to it, in UTF-16 units. */
const SHOWN = 40

/** The lines next to a place, shortened towards it; empty where there is none. */
export interface Beside {
  readonly before: string
  readonly after: string
}

/** The last line with words of the text `above` a place and the first of the text `below` it, without blanks at their ends. */
export function beside(above: string, below: string): Beside {
  const [head, tail] = [above.trimEnd(), below.trimStart()]
  const before = head.slice(head.lastIndexOf('\n') + 1).trim()
  const after = tail.split('\n', 1)[0]!.trim()
  return {
    before: before.length > SHOWN ? `… ${before.slice(-SHOWN)}` : before,
    after: after.length > SHOWN ? `${after.slice(0, SHOWN)} …` : after,
  }
}
