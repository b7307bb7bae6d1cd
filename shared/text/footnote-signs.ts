/** A sign at the head of words: in brackets, stars and daggers, raised figures, a figure with a stop, a bracket or a blank after it. */
const HEAD =
  /^\s*(\[[\p{L}\p{N}]{1,3}\]|\([\p{L}\p{N}]{1,3}\)|\*{1,4}|[†‡§¶]{1,3}|[¹²³⁰⁴-⁹]{1,3}|\p{Nd}{1,3}(?=[.):]?\s)|\p{Ll}(?=[.):]\s))/u

/** The sign that words begin with, as a footnote would; null where they begin with none. */
export function footnoteSign(words: string): string | null {
  return HEAD.exec(words)?.[1] ?? null
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * Where a text has the sign as a call may have it (offsets in UTF-16 units): never at the start of a line, where a footnote begins. A bare
 * figure counts only right after a letter or a closing sign; as part of a number or a word it is none.
 */
export function callsIn(text: string, sign: string): readonly (readonly [from: number, to: number])[] {
  return formsOf(sign)
    .flatMap((form) =>
      [...text.matchAll(form)].map((found): readonly [number, number] => [found.index, found.index + found[0].length]),
    )
    .filter(([from]) => !/(^|\n)\s*$/u.test(text.slice(Math.max(0, from - 40), from)))
    .sort(([a], [b]) => a - b)
}

function formsOf(sign: string): readonly RegExp[] {
  const exact = sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  if (/^[[(]/.test(sign)) return [new RegExp(exact, 'gu')]
  if (/^[*†‡§¶¹²³⁰⁴-⁹]/u.test(sign)) {
    const kind = /[*†‡§¶]/u.test(sign) ? '*†‡§¶' : `${RAISED}`
    return [new RegExp(`(?<![${kind}])${exact}(?![${kind}])`, 'gu')]
  }
  const bracketed = [new RegExp(`\\[${exact}\\]`, 'gu'), new RegExp(`\\(${exact}\\)`, 'gu')]
  if (!/^\d+$/.test(sign)) return bracketed
  const raised = [...sign].map((digit) => RAISED[Number(digit)]).join('')
  return [
    ...bracketed,
    new RegExp(`(?<=\\p{L}[.,;:!?’”"')]{0,2})(?<!\\p{Nd})${exact}(?![\\p{L}\\p{Nd}])(?![.,]\\p{Nd})`, 'gu'),
    new RegExp(`(?<![${RAISED}])${raised}(?![${RAISED}])`, 'gu'),
  ]
}

/** Whether words are nothing but a sign that may call a footnote. */
export function isSign(words: string): boolean {
  const sign = words.trim()
  return footnoteSign(`${sign} `) === sign && sign !== ''
}
