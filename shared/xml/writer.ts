import { escapeAttribute, escapeText, isXmlName, legalText, type Replaced } from './characters.ts'
import type { XmlElement, XmlNode } from './node.ts'

export interface WrittenXml {
  readonly text: string
  /** What XML 1.0 cannot hold and U+FFFD stands for now. */
  readonly replaced: ReadonlyMap<number, number>
}

/**
 * The text of an XML 1.0 document in UTF-8: declaration, one root, LF, a line end at the end. Equal trees give equal text. A name that XML
 * does not allow, or text in an element that is laid out line by line, is a bug of the caller and throws.
 */
export function writeXml(root: XmlElement): WrittenXml {
  const replaced: Replaced = new Map()
  const out: string[] = ['<?xml version="1.0" encoding="UTF-8"?>\n']
  writeElement(root, 0, out, replaced)
  out.push('\n')
  return { text: out.join(''), replaced }
}

function writeElement(node: XmlElement, depth: number, out: string[], replaced: Replaced): void {
  out.push(`<${checked(node.name)}`)
  for (const [name, value] of Object.entries(node.attributes))
    out.push(` ${checked(name)}="${escapeAttribute(legalText(value, replaced))}"`)
  if (node.children.length === 0) {
    out.push('/>')
    return
  }
  out.push('>')
  if (node.lines) writeLines(node, depth, out, replaced)
  else for (const child of node.children) writeNode(child, depth, out, replaced)
  out.push(`</${node.name}>`)
}

function writeLines(node: XmlElement, depth: number, out: string[], replaced: Replaced): void {
  const indent = '  '.repeat(depth + 1)
  for (const child of node.children) {
    if (typeof child === 'string') throw new TypeError(`text stands directly in <${node.name}>, which holds elements only`)
    out.push(`\n${indent}`)
    writeElement(child, depth + 1, out, replaced)
  }
  out.push(`\n${'  '.repeat(depth)}`)
}

function writeNode(node: XmlNode, depth: number, out: string[], replaced: Replaced): void {
  if (typeof node === 'string') out.push(escapeText(legalText(node, replaced)))
  else writeElement(node, depth, out, replaced)
}

function checked(name: string): string {
  if (!isXmlName(name)) throw new TypeError(`“${name}” is no XML name`)
  return name
}
