import type { WordBreak } from '../../text/division-of.ts'
import { hasBlanksToKeep } from '../../text/layout.ts'
import { element, lined, type XmlElement, type XmlNode } from '../../xml/node.ts'
import { plainText } from '../divided-words.ts'
import { languageTag } from '../language-tag.ts'
import { isFurniture, type PaperText, type ReadingUnit, type Turn, type Whole } from '../reading-order.ts'
import { grouped, type Slot } from './gather.ts'
import { breakOf, writeLine } from './line.ts'
import { handOf } from './marks.ts'
import { factsTei } from './role-facts.ts'
import { ROLES_TEI, type RoleTei } from './roles.ts'
import { sureOfHand, token } from './values.ts'
import type { Planned, Writing } from './writing.ts'

/** A paper as a `div` (DS#DSDIV): what may stand before the text, the text, what may stand after it, whatever order the blocks are in. */
export function writeDivision({ paper, items }: PaperText, writing: Writing): XmlElement {
  const [from, to] = textOf(items)
  const slots = items.flatMap((item, at) =>
    item.kind === 'turn'
      ? globals(writeTurn(item, writing))
      : writeWhole(item, at < from ? 'before' : at > to ? 'after' : 'within', writing),
  )
  const notes = objectsOn(paper.id, writing)
  const language = languageTag(paper.language)
  if (language === null && paper.language !== null) writing.losses.add('A language is not stated as a tag (en, fr, en-US).')
  return lined('div', { type: token(paper.kind), 'xml:lang': language, 'xml:id': writing.ids.object(paper.id) }, [
    ...notes,
    ...grouped(slots),
  ])
}

type Where = 'before' | 'within' | 'after'

/**
 * The first and the last block that must stand as text: `opener` and `head` may stand only before, `closer` only after. A closer needs text
 * before it, so without any, and where text follows it, its blocks are text themselves; a heading after the first text is a label.
 */
function textOf(items: readonly ReadingUnit[]): readonly [from: number, to: number] {
  const blocks = items.map((item) => (item.kind === 'block' && !isFurniture(item.role) ? item : null))
  const isText = (block: Whole | null) => block !== null && TEXT.has(kindOf(block).as)
  const from = blocks.findIndex((block) => isText(block) || (block !== null && isOfCloser(block)))
  if (from < 0) return [items.length, items.length]
  const last = blocks.findLastIndex(isText)
  const to = last < 0 ? blocks.findLastIndex((block) => block !== null && isOfCloser(block)) : last
  const heading = blocks.findLastIndex((block) => block?.role === 'heading')
  return [from, Math.max(to, heading)]
}

const TEXT: ReadonlySet<RoleTei['as']> = new Set(['p', 'item', 'quote', 'label', 'ab'])

function isOfCloser({ role }: Whole): boolean {
  return role === 'close' || role === 'signature' || role === 'office' || role === 'postscript'
}

function kindOf({ role }: Whole): RoleTei | { readonly as: 'ab'; readonly type: null } {
  return role === null ? { as: 'ab', type: null } : ROLES_TEI[role]
}

function globals(nodes: readonly XmlElement[]): readonly Slot[] {
  return nodes.map((node) => ({ group: 'global', node }))
}

/** A block, with what is drawn at its very edges beside it rather than in it. */
function writeWhole(whole: Whole, where: Where, writing: Writing): readonly Slot[] {
  const { before, lines, after } = linesWithout(whole, writing)
  const own = addressed(whole, writeBlock(whole, lines, where, writing), writing)
  return [...globals(before), ...keepingBlanks(whole, own), ...globals(after)]
}

/** Where blanks say something (columns, indents), they are kept (att.global). */
function keepingBlanks({ pieces }: Whole, slots: readonly Slot[]): readonly Slot[] {
  if (!pieces.some((piece) => piece.type === 'block' && hasBlanksToKeep(plainText(piece)))) return slots
  return slots.map((slot) => {
    const attributes = { ...slot.node.attributes, 'xml:space': 'preserve' }
    return { ...slot, node: { ...slot.node, attributes } }
  })
}

/** A block that a reference leads to has an `xml:id`. */
function addressed({ id }: Whole, slots: readonly Slot[], { references, ids }: Writing): readonly Slot[] {
  if (!references.referred.has(id)) return slots
  const [first, ...rest] = slots
  // an address without words leaves no line that could have one
  if (!first) return globals([element('anchor', { 'xml:id': ids.object(id) })])
  const { node } = first
  return [{ ...first, node: { ...node, attributes: { ...node.attributes, 'xml:id': ids.object(id) } } }, ...rest]
}

function linesWithout({ id }: Whole, writing: Writing) {
  const lines = [...(writing.lines.get(id) ?? [])]
  const first = lines[0]?.tree ?? []
  const start = edgeOf(first)
  if (lines[0]) lines[0] = { ...lines[0], tree: first.slice(start) }
  const last = lines.at(-1)?.tree ?? []
  const end = last.length - edgeOf(last.toReversed())
  const at = lines.length - 1
  if (lines[at]) lines[at] = { ...lines[at], tree: last.slice(0, end) }
  const drawn = (tree: Planned['tree']) =>
    writeLine({ tree, annotations: {}, handwritten: false }, writing) as readonly XmlElement[]
  const before = drawn(first.slice(0, start))
  return { before, lines: lines.map((line) => writeLine(line, writing)), after: drawn(last.slice(end)) }
}

/** How many objects a line begins with that lie in no annotation. */
function edgeOf(tree: Planned['tree']): number {
  const other = tree.findIndex((node) => node.kind === 'span' || node.leaf.kind !== 'object')
  return other < 0 ? tree.length : other
}

function writeBlock(whole: Whole, lines: readonly (readonly XmlNode[])[], where: Where, writing: Writing): readonly Slot[] {
  const kind = kindOf(whole)
  const hand = handOf(whole.hand, writing)
  // who wrote it is said of the element that has the hand: never within one inside it
  const sure = hand.hand === undefined ? [] : sureOfHand(whole.facts)
  const words = lines.flat()
  const content = [...sure, ...words]
  const text = (node: XmlElement): readonly Slot[] => [{ group: 'text', node }]
  const stray = (): readonly Slot[] => {
    if (where !== 'within') throw new TypeError(`a block of role ${whole.role} has no place ${where} the text`)
    writing.losses.add(
      `A block of role “${whole.role}” stands within the text, where TEI has no ${kind.as === 'part' ? kind.element : kind.as}; it is an ab of that type.`,
    )
    return text(element('ab', { type: whole.role, n: factsTei(whole).n, ...hand }, content))
  }
  switch (kind.as) {
    case 'fw': {
      const inside = kind.stamp === undefined ? content : [...sure, element('stamp', { type: kind.stamp }, words)]
      const facts = factsTei(whole)
      return globals([
        element(
          'fw',
          { type: kind.type, subtype: kind.subtype ?? facts.subtype, n: facts.n, place: facts.place, ...hand },
          inside,
        ),
      ])
    }
    case 'note':
      return globals([element('note', { type: kind.type, ...hand }, content)])
    case 'part': {
      if (where === 'within') return stray()
      const isBare = kind.seg === undefined || kind.element === 'seg'
      const inside = isBare ? content : [...sure, element('seg', { type: kind.seg }, words)]
      const type = kind.element === 'seg' ? kind.seg : undefined
      const { rend, n } = factsTei(whole)
      return [
        {
          group: where === 'before' ? 'opener' : 'closer',
          node: element(kind.element, { type, n, rend, ...hand }, inside),
        },
      ]
    }
    case 'address':
      if (where === 'within') return stray()
      return lines.map((line, at) => {
        const inside = hand.hand === undefined ? line : [element('seg', hand, [...(at === 0 ? sure : []), ...line])]
        return { group: 'address', node: element('addrLine', {}, inside), within: where === 'before' ? 'opener' : 'closer' }
      })
    case 'postscript':
      return where === 'after' ? [{ group: 'postscript', node: element('p', hand, content) }] : stray()
    case 'head':
      return where === 'before'
        ? [{ group: 'head', node: element('head', { type: 'subject', ...hand }, content) }]
        : text(element('label', { type: 'heading', ...hand }, content))
    case 'item':
      return [{ group: 'list', node: element('item', {}, hand.hand === undefined ? content : [element('p', hand, content)]) }]
    case 'quote':
      return text(element('quote', {}, hand.hand === undefined ? content : [element('p', hand, content)]))
    case 'ab':
      return text(element('ab', { type: kind.type, ...hand }, content))
    case 'p':
    case 'label':
      return text(element(kind.as, hand, content))
  }
}

/** A page begins (CO#CORS5): `pb` with the printed number, milestones for the archive's folio and the image, then what is drawn on it. */
function writeTurn({ page }: Turn, writing: Writing): readonly XmlElement[] {
  const milestone = (unit: string, n: string | null) => (n === null ? [] : [element('milestone', { unit, n })])
  const isFile = page.image !== null && /\.(jpe?g|png|tiff?|jp2|gif|webp|pdf)$/i.test(page.image)
  return [
    element('pb', {
      'xml:id': writing.references.referred.has(page.id) ? writing.ids.object(page.id) : null,
      n: page.printed,
      type: token(page.state),
      // on which side of it a marking stands is not decided
      cert: page.turn === 'undecided' ? 'unknown' : null,
      facs: isFile ? encodeURIComponent(page.image!.toWellFormed()) : null,
    }),
    ...milestone('folio', page.folio),
    ...milestone('image', isFile ? null : page.image),
    ...objectsOn(page.id, writing),
  ]
}

/** What stands between the pieces of a block that runs over a turn: pages, furniture and notes, all legal within a paragraph. */
export function writeBetween(
  items: readonly ReadingUnit[],
  division: WordBreak | undefined,
  writing: Writing,
): readonly XmlElement[] {
  const nodes = items.flatMap((item): readonly XmlElement[] => {
    if (item.kind === 'turn') return writeTurn(item, writing)
    const own = writeWhole(item, 'within', writing).map(({ node }) => node)
    // a page number that nobody called one, within a divided word
    return item.role === null ? own.map((node) => (node.name === 'ab' ? { ...node, name: 'fw' } : node)) : own
  })
  if (division === undefined) return nodes
  const turn = nodes.findIndex(({ name }) => name === 'pb')
  const within = { break: breakOf(division) }
  if (turn < 0) return [...nodes, element('lb', within)]
  return nodes.map((node, at) => (at === turn ? { ...node, attributes: { ...node.attributes, ...within } } : node))
}

function objectsOn(id: string, writing: Writing): readonly XmlElement[] {
  return (writing.placement.on.get(id) ?? []).flatMap((object) => writing.object(object))
}
