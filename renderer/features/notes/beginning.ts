/** The first words of a text, as many as fit, with a sign where more follow. */
export function beginning(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most).replace(/\s+\S*$/, '')} …`
}
