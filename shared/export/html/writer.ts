import { escapeAttribute, escapeText, legalText, type Replaced } from '../../xml/characters.ts'
import type { XmlElement, XmlNode } from '../../xml/node.ts'

/** Elements of HTML that have no content and no end tag. */
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'input', 'meta'])

/**
 * The text of an HTML document. Text is escaped wherever it stands; `style` is the one element whose content is not, and it must be ours.
 * Characters that neither XML nor HTML can hold are replaced by U+FFFD, and counted.
 */
export function writeHtml(root: XmlElement): { readonly text: string; readonly replaced: ReadonlyMap<number, number> } {
  const replaced: Replaced = new Map()
  const out: string[] = ['<!DOCTYPE html>\n']
  writeElement(root, out, replaced)
  out.push('\n')
  return { text: out.join(''), replaced }
}

function writeElement({ name, attributes, children, lines }: XmlElement, out: string[], replaced: Replaced): void {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(legalText(value, replaced))}"`)
  out.push(`<${name}${written.join('')}>`)
  if (VOID.has(name)) return
  if (name === 'style') out.push(styleOf(children))
  else {
    for (const child of children) {
      if (lines) out.push('\n')
      writeNode(child, out, replaced)
    }
    if (lines && children.length > 0) out.push('\n')
  }
  out.push(`</${name}>`)
}

function writeNode(node: XmlNode, out: string[], replaced: Replaced): void {
  if (typeof node === 'string') out.push(escapeText(legalText(node, replaced)))
  else writeElement(node, out, replaced)
}

function styleOf(children: readonly XmlNode[]): string {
  const style = children.join('')
  if (/<\/style/i.test(style)) throw new TypeError('a style sheet would end before its end')
  return style
}
