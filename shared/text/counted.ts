/** A number with its noun: “1 page”, “3 pages”, “2 queries”. `many` where an s is not enough. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** The same, or nothing where there is none: for lists of what there is. */
export function countedIfAny(count: number, one: string, many = `${one}s`): readonly string[] {
  return count === 0 ? [] : [counted(count, one, many)]
}
