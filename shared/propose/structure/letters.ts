/** The letters of words alone. */
export const lettersOf = (words: string): string => words.replace(/[^\p{L}]/gu, '')

/** Whether all letters are capitals, three at least. */
export const isCapitals = (words: string): boolean => {
  const letters = lettersOf(words)
  return letters.length > 2 && letters === letters.toUpperCase()
}

/** How many words stand in a line whose blanks are single. */
export const countOf = (words: string): number => words.split(' ').length

/** The letters of words, for comparing a catchword with what answers it. */
export const wordsOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\d ]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
