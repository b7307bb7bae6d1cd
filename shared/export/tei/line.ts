import type { WordBreak } from '../../text/division-of.ts'
import type { AtomName } from '../../vocabulary/atoms.ts'
import type { MarkName } from '../../vocabulary/marks.ts'
import { type Referent, referenceWords } from '../../vocabulary/referent.ts'
import { element, type XmlElement, type XmlNode } from '../../xml/node.ts'
import type { Inline } from '../inline.ts'
import type { Nested } from '../nest.ts'
import type { NoteCall } from '../placement.ts'
import { handOf, MARKS_TEI } from './marks.ts'
import { cert, evidence, grounds, token, words } from './values.ts'
import type { Planned, Span, Writing } from './writing.ts'

type Attributes = Readonly<Record<string, unknown>>

/** How each thing in the line that has no text leaves. */
const ATOMS_TEI: Readonly<Record<AtomName, (attrs: Attributes, writing: Writing) => readonly XmlElement[]>> = {
  lb: ({ division }) => [element('lb', { break: division === undefined ? null : breakOf(division as WordBreak) })],
  gap: writeGap,
  // the note itself stands at its point
  point: () => [],
  ref: writeReference,
}

/** A line of a block or note: words, annotations around them, notes where they are drawn. */
export function writeLine(planned: Planned, writing: Writing): readonly XmlNode[] {
  return writeTree(planned.tree, planned, writing)
}

function writeTree(tree: readonly Nested<Inline>[], planned: Planned, writing: Writing): readonly XmlNode[] {
  const nodes = tree.flatMap((node): readonly XmlNode[] => {
    if (node.kind === 'leaf') return writeLeaf(node.leaf, writing)
    const children = writeTree(node.children, planned, writing)
    const annotation = planned.annotations[node.id]
    if (!annotation) return children
    const span: Span = {
      id: node.id,
      annotation,
      segment: node.segment,
      handwritten: writing.inHandwriting.has(node.id),
      children,
      links: linksOf(node.id, node.segment, writing),
    }
    return MARKS_TEI[annotation.type as MarkName](span, writing)
  })
  return withSubstitutions(nodes)
}

/** Words struck out and, with nothing between, words written in by the same hand: one for the other (PH#PHSU). */
function withSubstitutions(nodes: readonly XmlNode[]): readonly XmlNode[] {
  const out: XmlNode[] = []
  for (const node of nodes) {
    const before = out.at(-1)
    if (isWhole(before, 'del') && isWhole(node, 'add') && before.attributes.hand === node.attributes.hand)
      out[out.length - 1] = element('subst', {}, [before, node])
    else out.push(node)
  }
  return out
}

/** An element of this name that is not one of several pieces. */
function isWhole(node: XmlNode | undefined, name: string): node is XmlElement {
  return node !== undefined && typeof node !== 'string' && node.name === name && !node.attributes.next && !node.attributes.prev
}

function writeLeaf(leaf: Inline, writing: Writing): readonly XmlNode[] {
  switch (leaf.kind) {
    case 'text':
      return leaf.text === '' ? [] : [leaf.text]
    case 'divider':
      return leaf.text.trim() === '' ? [leaf.text] : divider(leaf.text)
    case 'lb':
      return ATOMS_TEI.lb({ division: leaf.division }, writing)
    case 'gap':
      return ATOMS_TEI.gap(leaf.attrs, writing)
    case 'object':
      return writing.object(leaf.object)
    case 'again':
      return writeAgain(leaf.call, writing)
    case 'ref':
      return ATOMS_TEI.ref({ to: leaf.to }, writing)
    case 'bound':
      return [element('anchor', { 'xml:id': writing.ids.bound(leaf.passage.annotation, leaf.side) })]
    case 'between':
      return writing.between(leaf.items, leaf.division)
  }
}

/** The sign at a line end that only divides a word parts no two words (AI: `pc`); what else the word has stands in it. */
function divider(text: string): readonly XmlNode[] {
  const sign = text.trimEnd()
  return [element('pc', { force: 'weak' }, [sign]), ...(sign === text ? [] : [text.slice(sign.length)])]
}

/** Whether a line end or a page turn ends a word (att.breaking): no within one, whether or not its hyphen is its own. */
export function breakOf(division: WordBreak): string {
  return division === 'open' ? 'maybe' : 'no'
}

/** The elements of an annotation that was cut name each other (SA#SAAG). */
function linksOf(id: string, segment: number, { segments, ids }: Writing): Readonly<Record<string, string>> {
  const total = segments.get(id) ?? 1
  if (total === 1) return {}
  return {
    'xml:id': ids.segment(id, segment),
    ...(segment + 1 < total ? { next: `#${ids.segment(id, segment + 1)}` } : {}),
    ...(segment > 0 ? { prev: `#${ids.segment(id, segment - 1)}` } : {}),
  }
}

const REFERENCES: Readonly<Record<Referent['kind'], string>> = {
  editornote: 'note',
  note: 'note',
  footnote: 'note',
  penmark: 'note',
  query: 'note',
  page: 'page',
  paper: 'paper',
  block: 'passage',
}

/** A reference (CO#COXR) points only to what stands in this edition; where nothing does it says so and points nowhere. */
function writeReference({ to }: Attributes, { references, ids, losses }: Writing): readonly XmlElement[] {
  const found = references.find(to)
  if (found === null) {
    losses.add('A reference leads to something that is not in this edition; it says so.')
    return [element('ref', { type: 'lost' }, [referenceWords(null)])]
  }
  const { id, referent } = found
  return [element('ref', { type: REFERENCES[referent.kind], target: `#${ids.object(id)}` }, [referenceWords(referent)])]
}

/** A second place that calls an editor's note refers to it: the note itself stands at its first. */
function writeAgain({ object: { id } }: NoteCall, { ids, numbers }: Writing): readonly XmlElement[] {
  return [element('ref', { type: 'editorial', target: `#${ids.object(id)}` }, [String(numbers.get(id))])]
}

/** Reasons that TEI and its readers know by another name than ours. The list is open. */
const REASONS: Readonly<Record<string, string>> = { 'machine-failed': 'ocr-failure' }
const UNITS: Readonly<Record<string, string>> = { letter: 'char' }

/** `gap` has no `@hand`: a `seg` around it carries the hand (CO#COEDADD). */
function writeGap(attrs: Attributes, writing: Writing): readonly XmlElement[] {
  const { losses } = writing
  const unit = words(attrs.unit)
  const extent = unit === null || unit === 'unknown' ? { extent: unit } : { unit: UNITS[unit] ?? unit }
  const reason = words(attrs.reason)
  if (Array.isArray(attrs.evidence) && attrs.evidence.length > 0)
    losses.add('A gap cites words of the machine transcript as evidence; the citation stays in the transcript file.')
  const basis = grounds(attrs).flatMap((node) => node.children)
  const description = words(attrs.description)
  const gap = element(
    'gap',
    {
      reason: reason === null ? null : (REASONS[reason] ?? token(reason)),
      ...extent,
      quantity: quantity(attrs.quantity),
      cert: cert(attrs),
      evidence: evidence(attrs),
    },
    [...(description === null ? [] : [element('desc', {}, [description])]), ...basis.filter((node) => typeof node !== 'string')],
  )
  return typeof attrs.hand === 'string' ? [element('seg', handOf(attrs.hand, writing), [gap])] : [gap]
}

/** A number as `teidata.numeric` has it. */
function quantity(value: unknown): string | null {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? String(value) : null
}
