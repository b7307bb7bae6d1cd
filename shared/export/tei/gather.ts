import { lined, type XmlElement } from '../../xml/node.ts'

/** What a piece of a division is to its neighbours. `global` is legal anywhere: pages, furniture, notes; `bottom` is a closer that is whole. */
export type Group = 'global' | 'address' | 'opener' | 'closer' | 'postscript' | 'bottom' | 'list' | 'head' | 'text'

export interface Slot {
  readonly group: Group
  readonly node: XmlElement
  /** For a line of an address: whether the address stands in the opener or in the closer. */
  readonly within?: 'opener' | 'closer'
}

/**
 * Makes one element of each run of neighbours of one group. What is legal anywhere and stands between two of them stays between them;
 * what follows the last is left outside.
 */
export function gather(slots: readonly Slot[], group: Group, name: string, becomes: (first: Slot) => Group): readonly Slot[] {
  const out: Slot[] = []
  for (let at = 0; at < slots.length; ) {
    const first = slots[at]!
    if (first.group !== group) {
      out.push(first)
      at += 1
      continue
    }
    let last = at
    for (let next = at; next < slots.length; next += 1) {
      const slot = slots[next]!
      if (slot.group === group && slot.within === first.within) last = next
      else if (slot.group !== 'global') break
    }
    const nodes = slots.slice(at, last + 1).map((slot) => slot.node)
    out.push({ group: becomes(first), node: lined(name, {}, nodes) })
    at = last + 1
  }
  return out
}

/** The children of a `div` in the order TEI wants: lines into addresses, these into opener and closer, items into lists. */
export function grouped(slots: readonly Slot[]): readonly XmlElement[] {
  let made = gather(slots, 'address', 'address', ({ within = 'opener' }) => within)
  made = gather(made, 'opener', 'opener', () => 'global')
  // nothing may follow a closer inside a postscript, so a closer parts two postscripts
  made = gather(made, 'closer', 'closer', () => 'bottom')
  made = gather(made, 'postscript', 'postscript', () => 'global')
  return gather(made, 'list', 'list', () => 'text').map(({ node }) => node)
}
