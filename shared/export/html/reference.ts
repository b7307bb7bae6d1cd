import { referenceWords } from '../../vocabulary/referent.ts'
import { element, type XmlElement, type XmlNode } from '../../xml/node.ts'
import { classes, el, out } from './node.ts'
import type { Setting } from './setting.ts'

/** The number of an editor's note where it is called, with the way to it: `call` counts its places in the text from 1; 0 has no way back. */
export function callOf(id: string, call: number, setting: Setting): XmlElement {
  const number = setting.numbers.get(id)!
  const own = call === 0 ? null : call === 1 ? `er-${number}` : `er-${number}-${call}`
  const link = element('a', { href: `#en-${number}`, id: own, 'aria-label': `editor’s note ${number}` }, [
    ourNumber(number, setting),
  ])
  return el('sup', classes('key sign', out('typed')), [link])
}

/** An editor's note's number; where the paper has footnotes of its own, it says whose it is. */
export function ourNumber(number: number, { footnotes }: Setting): string {
  return footnotes.size === 0 ? `${number}` : `ed. ${number}`
}

/**
 * The place of a footnote of the paper. Its call is the sign in the text before, which is the way to it (`wayToFootnote`); where no words
 * call it, we do.
 */
export function callOfFootnote(id: string, setting: Setting): readonly XmlElement[] {
  const { number, sign, isHead } = setting.footnotes.get(id)!
  if (!isHead) return [el('span', null, [], addressOf(id, setting))]
  const place = el('span', null, [], { id: `fr-${number}` })
  const own = setting.references.referred.has(id) ? [el('span', null, [], addressOf(id, setting))] : []
  if (setting.called.has(id)) return [place, ...own]
  const words = referenceWords({ kind: 'footnote', sign })
  const link = element('a', { href: `#fn-${number}` }, [words])
  return [place, ...own, el('sup', classes('key sign', out('typed')), [link])]
}

/** The way to a footnote around the words that call it; null where they call none, or hold another way already. */
export function wayToFootnote(note: unknown, words: readonly XmlNode[], { footnotes }: Setting): XmlElement | null {
  const footnote = footnotes.get(String(note))
  if (!footnote || words.some(holdsLink)) return null
  const label = referenceWords({ kind: 'footnote', sign: footnote.sign })
  return element('a', { class: 'call', href: `#fn-${footnote.number}`, 'aria-label': label }, words)
}

function holdsLink(node: XmlNode): boolean {
  return typeof node !== 'string' && (node.name === 'a' || node.children.some(holdsLink))
}

/** A reference, with the way to what it leads to; without a way where that is not in this edition. */
export function setReference(to: unknown, { references, numbers, footnotes }: Setting): XmlElement {
  const found = references.find(to)
  const className = classes('ref', out('typed'))
  if (found === null) return el('span', className, [referenceWords(null)])
  const number = numbers.get(found.id)
  const footnote = footnotes.get(found.id)
  const own = footnote ? `#fn-${footnote.number}` : `#${addressName(found.id)}`
  const href = number === undefined ? own : `#en-${number}`
  return element('a', { class: className, href }, [referenceWords(found.referent)])
}

export const addressName = (id: string) => `to-${id}`

/** The address of what some reference leads to; no attribute where none does. */
export function addressOf(id: string, { references }: Setting): { readonly id?: string } {
  return references.referred.has(id) ? { id: addressName(id) } : {}
}
