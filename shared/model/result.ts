/** An expected failure: `tag` for the program, `sentence` for the person (what happened, what is safe, what to do). */
export interface Fault<Tag extends string = string> {
  readonly tag: Tag
  readonly sentence: string
}

/** What a function that can fail in an expected way gives back. Exceptions are kept for bugs. */
export type Result<Value, Tag extends string = string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: Fault<Tag> }

export function done<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function failed<Tag extends string>(tag: Tag, sentence: string): { readonly ok: false; readonly fault: Fault<Tag> } {
  return { ok: false, fault: { tag, sentence } }
}
