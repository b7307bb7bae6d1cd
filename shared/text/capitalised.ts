/** Words with their first letter as a capital: a label of ours at the head of a sentence. */
export function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
