/** A function of a string that remembers its answers: as many as `most`, then it begins anew. For pure functions alone: it answers as they do. */
export function remembered<Value>(work: (asked: string) => Value, most: number): (asked: string) => Value {
  const known = new Map<string, Value>()
  return (asked) => {
    const before = known.get(asked)
    if (before !== undefined) return before
    const answer = work(asked)
    if (known.size >= most) known.clear()
    known.set(asked, answer)
    return answer
  }
}
