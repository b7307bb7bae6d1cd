const CONTAINERS = new Set('ol ul table'.split(' '))
/** Elements that end without saying so: where another of these begins. */
const ENDED_BY: Readonly<Record<string, readonly string[]>> = {
  p: 'p div li td th tr table ol ul h1 h2 h3 h4 h5 h6 pre'.split(' '),
  li: ['li'],
  td: ['td', 'th', 'tr'],
  th: ['td', 'th', 'tr'],
  tr: ['tr'],
}
/** Elements with whose end they end too. */
const ENDS_WITH: Readonly<Record<string, readonly string[]>> = {
  p: 'div li td th body'.split(' '),
  li: ['ol', 'ul'],
  td: ['tr', 'table'],
  th: ['tr', 'table'],
  tr: ['table'],
}

/** An element that is left out with everything in it, until it ends. */
export class Hidden {
  /** Whether it is told that words in it were left out; once. */
  isTold: boolean
  private readonly name: string
  private depth = 1
  /** Lists and tables that began within it. */
  private inner = 0

  constructor(name: string, isTold: boolean) {
    this.name = name
    this.isTold = isTold
  }

  /** Whether it has ended before an element that begins. */
  isEndedBy(name: string): boolean {
    if (this.inner === 0 && ENDED_BY[this.name]?.includes(name)) return true
    if (CONTAINERS.has(name)) this.inner++
    if (name === this.name) this.depth++
    return false
  }

  /** Whether it ends with an element that ends: with its own, or with one around it. */
  endsWith(name: string): 'own' | 'outer' | null {
    if (name === this.name) return --this.depth === 0 ? 'own' : null
    if (this.inner > 0) {
      if (CONTAINERS.has(name)) this.inner--
      return null
    }
    return ENDS_WITH[this.name]?.includes(name) ? 'outer' : null
  }
}
