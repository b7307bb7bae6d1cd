/** An element as plain data. `lines` lays its children out one a line: only for elements whose content is elements alone. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
  readonly lines: boolean
}

/** A string is text, never markup. */
export type XmlNode = XmlElement | string

/** Attributes as they are put together: what is null or undefined is not written. */
export type XmlAttributes = Readonly<Record<string, string | null | undefined>>

/** An element whose content is kept to the letter. */
export function element(name: string, attributes: XmlAttributes = {}, children: readonly XmlNode[] = []): XmlElement {
  return { name, attributes: stated(attributes), children, lines: false }
}

/** An element that holds elements only, one a line. */
export function lined(name: string, attributes: XmlAttributes, children: readonly XmlElement[]): XmlElement {
  return { name, attributes: stated(attributes), children, lines: true }
}

function stated(attributes: XmlAttributes): Readonly<Record<string, string>> {
  const entries = Object.entries(attributes)
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** Every element of a tree, the outer before the inner. */
export function* elementsIn(node: XmlNode): Generator<XmlElement> {
  if (typeof node === 'string') return
  yield node
  for (const child of node.children) yield* elementsIn(child)
}
