let word = process.env.SCHOLION_READY

/** Tells the launcher, once, that a window is up: the word it gave, alone on a line. */
export function sayReady(): void {
  if (word) process.stdout.write(`${word}\n`)
  word = undefined
}
