import { legalText } from '../../../shared/xml/characters.ts'
import { elementsIn, type XmlElement, type XmlNode } from '../../../shared/xml/node.ts'

/**
 * Draws an edition's page into an empty document, element by element: text of the transcript is never read as markup. The style sheet is
 * the edition's own; its head is not needed, as nothing is loaded. Into one element
 * of a page (`into`) without it: what that page wears is its own.
 */
export function drawEdition(root: XmlElement, page: Document, into?: HTMLElement): void {
  const view = page.defaultView
  if (!view) return
  if (!into) {
    const sheet = new (view as Window & typeof globalThis).CSSStyleSheet()
    sheet.replaceSync(sheetOf(root))
    page.adoptedStyleSheets = [sheet]
    for (const [name, value] of Object.entries(root.attributes)) page.documentElement.setAttribute(name, value)
  }
  const body = root.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === 'body')
  const place = into ?? page.body
  place.replaceChildren(...(body?.children ?? []).flatMap((child) => ['\n', drawn(child, page)]))
}

/** The edition's own style sheet. */
export function sheetOf(root: XmlElement): string {
  return [...elementsIn(root)].find(({ name }) => name === 'style')?.children.join('') ?? ''
}

function drawn(node: XmlNode, page: Document): Node {
  if (typeof node === 'string') return page.createTextNode(legalText(node, new Map()))
  const made = page.createElement(node.name)
  for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, legalText(value, new Map()))
  // as the file has them: a line break between children may part words
  for (const child of node.children) made.append(...(node.lines ? ['\n'] : []), drawn(child, page))
  if (node.lines && node.children.length > 0) made.append('\n')
  return made
}
