import { elementsIn, type XmlElement } from '../../xml/node.ts'

/** Attributes that point. No validator looks whether what they name is there. */
const POINTING = ['target', 'targetEnd', 'next', 'prev', 'hand', 'ref', 'resp', 'who', 'wit', 'corresp', 'scribeRef'] as const

/** What is wrong with the pointers of a document: each `#id` without its element, and each `xml:id` that stands twice. */
export function pointerFaults(root: XmlElement): readonly string[] {
  const ids = new Set<string>()
  const faults: string[] = []
  for (const { name, attributes } of elementsIn(root)) {
    const id = attributes['xml:id']
    if (id === undefined) continue
    if (ids.has(id)) faults.push(`the id “${id}” stands twice, the second time on ${name}`)
    ids.add(id)
  }
  for (const { name, attributes } of elementsIn(root)) {
    for (const attribute of POINTING) {
      for (const pointer of attributes[attribute]?.split(/\s+/) ?? []) {
        if (pointer.startsWith('#') && !ids.has(pointer.slice(1)))
          faults.push(`${name}/@${attribute} points to “${pointer}”, which is not there`)
      }
    }
  }
  return faults
}
