import { referenceWords } from '../../vocabulary/referent.ts'
import { element, type XmlElement } from '../../xml/node.ts'
import { classes, el, out } from './node.ts'
import type { Setting } from './setting.ts'

/** The number of an editor's note where it is called, with the way to it: `call` counts its places in the text from 1; 0 has no way back. */
export function callOf(id: string, call: number, { numbers }: Setting): XmlElement {
  const number = numbers.get(id)!
  const own = call === 0 ? null : call === 1 ? `er-${number}` : `er-${number}-${call}`
  const link = element('a', { href: `#en-${number}`, id: own, 'aria-label': `editor’s note ${number}` }, [`${number}`])
  return el('sup', classes('key sign', out('typed')), [link])
}

/** A reference, with the way to what it leads to; without a way where that is not in this edition. */
export function setReference(to: unknown, { references, numbers }: Setting): XmlElement {
  const found = references.find(to)
  const className = classes('ref', out('typed'))
  if (found === null) return el('span', className, [referenceWords(null)])
  const number = numbers.get(found.id)
  const href = number === undefined ? `#${addressName(found.id)}` : `#en-${number}`
  return element('a', { class: className, href }, [referenceWords(found.referent)])
}

export const addressName = (id: string) => `to-${id}`

/** The address of what some reference leads to; no attribute where none does. */
export function addressOf(id: string, { references }: Setting): { readonly id?: string } {
  return references.referred.has(id) ? { id: addressName(id) } : {}
}
