import { illegalIn } from '../xml/characters.ts'

/** The signs of a text that no edition in XML or HTML can hold, in a sentence; '' where there are none. They are kept and shown. Form feeds are none of them: they are page turns. */
export function toldOfForbidden(text: string): string {
  const found = [...illegalIn(text.replaceAll('\f', ''))].sort((a, b) => a[0] - b[0])
  const total = found.reduce((sum, [, many]) => sum + many, 0)
  if (total === 0) return ''
  const which = found.map(
    ([code, many]) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}${many > 1 ? ` (${many} times)` : ''}`,
  )
  const holds = total === 1 ? '1 sign' : `${total} signs`
  return `The machine transcript holds ${holds} that no edition in TEI or HTML can hold: ${which.join(', ')}. They are kept and shown; an edition has U+FFFD in their place.`
}
