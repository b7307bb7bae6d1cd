/** Work that may be done in pieces: it may pause at every `yield`, and gives its result at the end. */
export type Slices<Value> = Generator<void, Value, void>

/** Does it all at once. */
export function finish<Value>(work: Slices<Value>): Value {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}
