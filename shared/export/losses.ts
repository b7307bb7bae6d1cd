/** What an edition could not hold, counted by sentence. */
export class Losses {
  readonly #counts = new Map<string, number>()

  add(sentence: string, count = 1): void {
    if (count > 0) this.#counts.set(sentence, (this.#counts.get(sentence) ?? 0) + count)
  }

  /** One plain sentence each, in the order in which they were first met; how often, where more than once. */
  list(): readonly string[] {
    return [...this.#counts].map(([sentence, count]) => (count === 1 ? sentence : `${sentence} (${count} times)`))
  }
}

/** Tells of characters that neither XML nor HTML can hold. */
export function tellReplaced(replaced: ReadonlyMap<number, number>, losses: Losses): void {
  for (const [code, count] of [...replaced].sort(([a], [b]) => a - b)) {
    const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
    losses.add(`The character ${name} cannot be written; U+FFFD stands in its place.`, count)
  }
}
