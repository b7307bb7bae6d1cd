import { markReading } from '../../vocabulary/mark-readings.ts'
import { MARK_NAMES, type MarkName } from '../../vocabulary/marks.ts'
import { element, type XmlNode } from '../../xml/node.ts'
import { isTyped } from '../hands.ts'
import type { EditionLine, Inline } from '../inline.ts'
import { isUnmarked } from '../machine-readings.ts'
import { leavesOf, type Nested, nest, type Segments } from '../nest.ts'
import { staysWhole } from '../whole-marks.ts'
import { gapText } from './facts.ts'
import { MARKS_HTML } from './marks.ts'
import { bdi, classes, el, out } from './node.ts'
import { callOf, setReference } from './reference.ts'
import type { Setting } from './setting.ts'

/** A line as it is set: words, annotations around them, and what is drawn beside them. `apart`: objects are drawn elsewhere, only their keys stand here. */
export function setLine(
  { items, annotations }: EditionLine,
  handwritten: boolean,
  setting: Setting,
  apart = false,
): readonly XmlNode[] {
  const segments: Segments = new Map()
  const rank = (id: string) => MARK_NAMES.indexOf(annotations[id]?.type as MarkName)
  const leaves = items.map((item) => ({ ...item, in: item.in.filter((id) => annotations[id] !== undefined) }))
  const tight = withoutBlank(leaves)
  const tree = nest(leaves, segments, rank, (id) => staysWhole(annotations[id]!.type, 'html'))
  const set = (nodes: readonly Nested<Inline>[]): readonly XmlNode[] =>
    nodes.flatMap((node): readonly XmlNode[] => {
      if (node.kind === 'leaf') return setLeaf(node.leaf, tight.has(node.leaf), setting, apart)
      const annotation = annotations[node.id]!
      const isByHand = leavesOf([node]).some((leaf) =>
        leaf.in.some((id) => markReading(annotations[id]?.type).ownInk && !isTyped(annotations[id]?.attrs.hand, setting.hands)),
      )
      // what no mark tells shows in handwriting alone: in typed text it is corrected silently
      if (isUnmarked(node.id) && !handwritten && !isByHand) {
        setting.silent.add(node.id)
        return set(node.children)
      }
      const span = {
        annotation,
        isFirst: node.segment === 0,
        isLast: node.segment + 1 === segments.get(node.id),
        handwritten: handwritten || isByHand,
        children: set(node.children),
      }
      return MARKS_HTML[annotation.type as MarkName](span, setting)
    })
  return callsApart(set(tree))
}

/** Two calls one after the other read as two, and a query never runs into the word after it: a blank between them. */
function callsApart(nodes: readonly XmlNode[]): readonly XmlNode[] {
  let before: XmlNode = ''
  return nodes.flatMap((node) => {
    const blank = isCall(before) && isCall(node) ? [el('sup', classes('key sign', out('typed')), [' '])] : []
    const gap =
      isQuery(before) && /^[^\s\p{P}]/u.test(wordsOf(node)) ? [el('span', `sign ${out('typed', 'reading')}`, [' '])] : []
    if (!isBeside(node)) before = node
    return [...blank, ...gap, node]
  })
}

const classOf = (node: XmlNode) => (typeof node === 'string' ? '' : ` ${node.attributes.class ?? ''} `)
const isCall = (node: XmlNode) => typeof node !== 'string' && node.name === 'sup' && classOf(node).includes(' key ')

const isQuery = (node: XmlNode) => classOf(node).includes(' query ')
const wordsOf = (node: XmlNode): string => (typeof node === 'string' ? node : node.children.map(wordsOf).join(''))

/** What stands beside the line, or nowhere. */
const isBeside = (node: XmlNode) =>
  typeof node !== 'string' && node.name === 'span' && (node.children.length === 0 || classOf(node).includes(' beside '))

/** Line ends and page turns within a word or after a blank: no blank stands for them in the text to read. */
function withoutBlank(leaves: readonly Inline[]): ReadonlySet<Inline> {
  return new Set(
    leaves.filter((leaf, at) => {
      if (leaf.kind !== 'lb' && leaf.kind !== 'between') return false
      const before = leaves[at - 1]
      return leaf.division !== undefined || (before?.kind === 'text' && /\s$/.test(before.text))
    }),
  )
}

function setLeaf(leaf: Inline, isTight: boolean, setting: Setting, apart: boolean): readonly XmlNode[] {
  const blank = isTight ? [] : [el('span', `sign ${out('typed', 'annotated')}`, [' '])]
  switch (leaf.kind) {
    case 'text':
      return leaf.text === '' ? [] : [leaf.text]
    case 'divider':
      return setting.keepsLines ? [leaf.text] : [el('span', out('reading'), [leaf.text])]
    case 'lb':
      return setting.keepsLines ? [element('br', {})] : [element('br', { class: out('reading') }), ...blank]
    case 'gap':
      return [el('span', 'gap sign', [bdi(gapText(leaf.attrs))])]
    case 'object':
      return setting.draw(leaf.object, apart)
    case 'again':
      return [callOf(leaf.call.object.id, leaf.call.call, setting)]
    case 'ref':
      return [setReference(leaf.to, setting)]
    case 'bound':
      return []
    case 'between':
      return [...setting.between(leaf.items), ...blank]
  }
}
