/** Who gets a copy, by a sentence of the text: “the Private Secretaries of members of OD, the Minister of Agriculture” are *their Private Secretaries*. */
export function copiesInSentence(words: string): readonly string[] {
  const plain = words.replace(/\s+/gu, ' ')
  const found =
    /\b(?:cop(?:y|ies)\b[^.]*?\b(?:to|for)\b|cop[yvi]{1,2}ng (?:this|it)(?: (?:letter|minute|note|message|memorandum|submission))?(?: and (?:its |the )?(?:enclosures?|attachments?))?(?: also)? to|copied to|copie (?:de .{3,40}? )?(?:à|au|aux))\s+(.+)$/iu.exec(
      plain,
    )
  if (!found) return []
  const list = cutSentence(found[1]!)
  const parts = list
    .split(
      /;\s*|,\s+(?:and\s+)?(?:(?:also )?to\s+)?|\s+and\s+(?:also )?to\s+|\s+and\s+(?=(?:the|Sir|Mr|Mrs|Miss|Dr|Lord|Lady|PS\/|Professor)\b|\p{Lu}[\p{L}’'-]+ (?:\p{Lu}[\p{L}’'.-]* ?){1,2}(?:\(|$|in the|at the|of the))/gu,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return named(parts)
}

/** Up to the full stop that ends the sentence. */
function cutSentence(words: string): string {
  const end = /(?<!\b(?:Mr|Mrs|Ms|Dr|St|Sir|Esq|Hon|Rt|\p{Lu}))\.(?:\s|$)/u.exec(words)
  return (end ? words.slice(0, end.index) : words)
    .replace(/\s+(?:who|which|with whom|for information|for his|for their|in view of|because|since|,? as)\b.*$/u, '')
    .trim()
}

const PRIVATE = /^(?:the )?Private Secretar(?:y|ies) (of|to) (?:the )?(.*)$/iu

function named(parts: readonly string[]): readonly string[] {
  let theirs: string | null = null
  return parts.map((part) => {
    const own = PRIVATE.exec(part)
    if (own) {
      const by = own[1]!.toLowerCase()
      theirs = /secretaries/i.test(part) ? by : null
      const rest = own[2]!.replace(/^other /i, '')
      return /^members\b/i.test(rest) ? `Private Secretaries ${by} ${rest}` : `Private Secretary ${by} the ${rest}`
    }
    // whoever is named by name is not an office whose Private Secretary is meant
    if (/^(?:Sir|Mr|Mrs|Miss|Dr|Lord|Lady|PS\/)\b/.test(part) || !/^the /i.test(part)) {
      theirs = null
      return part.replace(/^other /i, '')
    }
    const bare = part.replace(/^the (?:other )?/i, '')
    return theirs === null ? bare : `Private Secretary ${theirs} the ${bare}`
  })
}

/** Who gets a copy, by a list: a line each, or parted by commas where they stand in one line. */
export function copiesInList(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) =>
      line.replace(
        /^\s*(?:b?\.?c\.?\s?c?\.?(?=[\s:.])|cop(?:y|ies|ied)(?: also)?(?: to)?|circulation|distribution|copie)\s*[.:]?\s*/iu,
        '',
      ),
    )
    .flatMap((line) =>
      lines.length > 2 && !/;/.test(line) ? [line] : line.split(/;\s*|,\s+(?=(?:Mr|Mrs|Miss|Dr|Sir|\p{Lu})[\p{L}.]*\s?\p{L})/u),
    )
    .map((line) => line.replace(/[,;.]+$/, '').trim())
    .filter((line) => /\p{L}{2}/u.test(line))
}
