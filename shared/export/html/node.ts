import { element, lined, type XmlAttributes, type XmlElement, type XmlNode } from '../../xml/node.ts'

/** An element with a class. */
export function el(
  name: string,
  className: string | null,
  children: readonly XmlNode[] = [],
  more: XmlAttributes = {},
): XmlElement {
  return element(name, { class: className, ...more }, children)
}

/** An element whose children stand one a line. */
export function group(
  name: string,
  className: string | null,
  children: readonly XmlNode[],
  more: XmlAttributes = {},
): XmlElement {
  return { ...lined(name, { class: className, ...more }, []), children }
}

/** Words of the document among words of ours: their direction stays their own. */
export function bdi(text: string): XmlElement {
  return element('bdi', {}, [text])
}

/** The three states that a reader may choose. A class `t-out`, `a-out`, `r-out` takes an element out of one of them. */
export const STATES = {
  typed: {
    label: 'as typed',
    says: 'What the typewriter and the printer wrote, errors included: no handwriting, no notes, no emendations of ours.',
  },
  annotated: {
    label: 'as annotated',
    says: 'The text with its handwriting in the margin, and with every doubtful reading, every error of the paper and every marked correction shown.',
  },
  reading: {
    label: 'reading text',
    says: 'The text with the editors’ emendations made, without letterhead, markings, page turns and line ends; handwriting in lettered notes.',
  },
} as const
export type State = keyof typeof STATES

/** The class that takes something out of the states named. */
export function out(...states: readonly State[]): string {
  return states.map((state) => `${state.charAt(0)}-out`).join(' ')
}

export function classes(...names: readonly (string | null | false)[]): string | null {
  const list = names.filter((name) => typeof name === 'string' && name !== '')
  return list.length === 0 ? null : list.join(' ')
}
