/** Gives a new random id of 8 characters from [a-z0-9], the first a letter (so that it serves as an XML name). Passed in: `shared/` has no randomness. */
export type NewId = () => string

const ID = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/

/** Whether a string from a file may stand as an id: an XML name of at most 64 ASCII characters. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const SIGNS = `${LETTERS}0123456789`

/** Makes a `NewId` out of a source of random numbers in [0, 1): the shell passes a cryptographic one, tests a seeded one. */
export function idsFrom(random: () => number): NewId {
  const pick = (signs: string) => signs[Math.floor(random() * signs.length)] ?? 'a'
  return () => pick(LETTERS) + Array.from({ length: 7 }, () => pick(SIGNS)).join('')
}
