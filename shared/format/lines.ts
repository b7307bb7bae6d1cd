/** A text as its lines, each with its line end as it stands (LF, CR LF or CR). Joined they are the text again, unit for unit. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []
}
