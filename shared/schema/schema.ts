import { type DOMOutputSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { isId } from '../model/ids.ts'
import { ATOM_NAMES, ATOMS, type AtomName, WITHHELD } from '../vocabulary/atoms.ts'
import { type AttributeTable, isRanges } from '../vocabulary/attribute.ts'
import { MARGIN, MARGIN_NAMES } from '../vocabulary/margin.ts'
import { MARK_NAMES, MARKS } from '../vocabulary/marks.ts'
import { isRole } from '../vocabulary/roles.ts'
import { attribute, attributesFrom, readAttributes, writeAttributes } from './attributes.ts'

const isText = (value: unknown) => value === null || typeof value === 'string'
const isRecord = (value: unknown) => value === null || (typeof value === 'object' && !Array.isArray(value))
const isListOfRecords = (value: unknown) => Array.isArray(value) && value.every((one) => one !== null && isRecord(one))
const isListOfTexts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string')
const id = attribute('id', '', (value) => value === '' || isId(value))
const extra = attribute('extra', null, isRecord)

const ID: AttributeTable = { id: { kind: 'text', label: 'id' } }

const BLOCK: AttributeTable = {
  role: { kind: 'text', label: 'Role' },
  hand: { kind: 'reference', label: 'Hand', to: 'hands' },
  continues: { kind: 'flag', label: 'Continues' },
}

/** A paragraph of foreign HTML or our own block from the clipboard; ids and sources never come in by paste. */
const blockRules = [
  { tag: 'div[data-block]', getAttrs: (dom: unknown) => readBlock(attributeOf(dom, 'data-block')) },
  { tag: 'p' },
  { tag: 'li' },
  { tag: 'td' },
  { tag: 'th' },
  { tag: 'dt' },
  { tag: 'dd' },
  { tag: 'pre' },
  { tag: 'h1' },
  { tag: 'h2' },
  { tag: 'h3' },
]

function attributeOf(dom: unknown, name: string): string | null {
  return (dom as { getAttribute(name: string): string | null }).getAttribute(name)
}

/** As `readAttributes`, with the id, which may be none. */
function readWithId(json: string | null, table: AttributeTable): Record<string, unknown> | null {
  const attrs = readAttributes(json, table)
  const own = attrs && readAttributes(json, ID)
  const id = own?.id ?? ''
  return own && (id === '' || isId(id)) ? { ...attrs, id } : null
}

function readBlock(json: string | null) {
  const attrs = readWithId(json, BLOCK)
  return attrs && (attrs.role === null || isRole(attrs.role)) ? attrs : false
}

function markSpec(name: keyof typeof MARKS): MarkSpec {
  const table: AttributeTable = MARKS[name].attributes
  const { className } = MARKS[name]
  return {
    attrs: { ...id, ...attributesFrom(table) },
    excludes: '',
    inclusive: false,
    parseDOM: [
      {
        tag: `span[data-mark="${name}"]`,
        getAttrs: (dom) => readWithId(attributeOf(dom, 'data-attrs'), table) ?? false,
      },
      // what another program shows struck through is that, and nobody says by whose hand
      ...(name === 'del' ? ['s', 'strike', 'del'].map((tag) => ({ tag, attrs: { rend: 'strikethrough' } })) : []),
    ],
    toDOM: (mark): DOMOutputSpec => {
      const drawn: Record<string, string> = {
        class: `m-${className}`,
        'data-mark': name,
        'data-id': mark.attrs.id,
        'data-attrs': writeAttributes(mark.attrs),
      }
      if (name === 'passage')
        Object.assign(drawn, { 'data-a': mark.attrs.note, role: 'mark', 'aria-details': `note-${mark.attrs.note}` })
      return ['span', drawn, 0]
    },
  }
}

interface AtomOnSheet {
  /** It can be selected by itself, to be stated of or deleted. */
  readonly selectable: boolean
  /** What it is as a character of the text: a line end is one, a gap and an anchor are none. */
  readonly character: string
  /** Foreign HTML that it is read from. */
  readonly tag?: string
  /** Its element, with the attributes that every atom has. */
  readonly draw: (drawn: Readonly<Record<string, string>>, attrs: Readonly<Record<string, unknown>>) => DOMOutputSpec
}

/** How each atom is edited and drawn. A new one in the vocabulary does not compile until it stands here. */
const ATOMS_ON_SHEET: Readonly<Record<AtomName, AtomOnSheet>> = {
  gap: { selectable: true, character: '', draw: (drawn, attrs) => ['span', drawn, gapWords(attrs)] },
  point: { selectable: false, character: '', draw: (drawn, { note }) => ['span', { ...drawn, 'data-a': String(note ?? '') }] },
  // what it leads to is told where the whole text is at hand: in the window by its own view
  ref: { selectable: true, character: '', draw: (drawn) => ['span', drawn, '[reference]'] },
  lb: { selectable: false, character: '\n', tag: 'br', draw: () => ['br'] },
}

function atomSpec(name: AtomName): NodeSpec {
  const { selectable, character, tag, draw } = ATOMS_ON_SHEET[name]
  const table: AttributeTable = ATOMS[name].attributes
  return {
    group: 'inline',
    inline: true,
    atom: true,
    selectable,
    attrs: { ...id, ...attributesFrom(table) },
    leafText: () => character,
    parseDOM: [
      ...(tag === undefined ? [] : [{ tag }]),
      {
        tag: `span[data-atom="${name}"]`,
        getAttrs: (dom) => readWithId(attributeOf(dom, 'data-attrs'), table) ?? false,
        priority: 60,
      },
    ],
    toDOM: (node): DOMOutputSpec =>
      draw({ class: `a-${name}`, 'data-atom': name, 'data-attrs': writeAttributes(node.attrs) }, node.attrs),
  }
}

/** What a gap says on screen: words, not signs. Of pages that are gone, that nobody knows how many they were is said too. */
export function gapWords(attrs: Readonly<Record<string, unknown>>): string {
  const reasons: Readonly<Record<string, string>> = ATOMS.gap.attributes.reason.values
  const units: Readonly<Record<string, string>> = ATOMS.gap.attributes.unit.values
  const reason =
    typeof attrs.reason === 'string' ? (reasons[attrs.reason] ?? (attrs.reason === WITHHELD ? WITHHELD : 'gap')) : 'gap'
  const many = typeof attrs.quantity === 'number' && typeof attrs.unit === 'string' && attrs.unit !== 'unknown'
  const one = attrs.quantity === 1 ? String(units[attrs.unit as string]).slice(0, -1) : units[attrs.unit as string]
  if (attrs.unit === 'page' && attrs.quantity === null) return `[${reason}, number of pages not known]`
  return `[${reason}${many ? `, ${attrs.quantity} ${one}` : ''}]`
}

function marginSpec(name: keyof typeof MARGIN): NodeSpec {
  return {
    content: 'inline*',
    isolating: true,
    defining: true,
    selectable: false,
    attrs: { ...id, ...attributesFrom(MARGIN[name].attributes), ...extra },
    toDOM: (): DOMOutputSpec => ['div', { class: `n-${name}` }, 0],
  }
}

const isUnused = (value: unknown) =>
  Array.isArray(value) &&
  value.every((entry) => isRecord(entry) && isId(entry.id) && typeof entry.reason === 'string' && isRanges(entry.source))

const isRefused = (value: unknown) =>
  Array.isArray(value) && value.every((entry) => isRecord(entry) && typeof entry.what === 'string' && isRanges(entry.source))

/** Names of the originals whose ledger this is, in order; null where nobody said. */
const isNames = (value: unknown) => value === null || (Array.isArray(value) && value.every((one) => typeof one === 'string'))

const nodes: Record<string, NodeSpec> = {
  doc: {
    content: 'body margin',
    attrs: {
      ...attribute('unused', [], isUnused),
      ...attribute('refused', [], isRefused),
      ...attribute('tray', [], (value) => Array.isArray(value)),
      ...attribute('paper', null, isRecord),
      ...attribute('originals', null, isNames),
    },
  },
  body: { content: 'page+', isolating: true, selectable: false, toDOM: (): DOMOutputSpec => ['div', { class: 'body' }, 0] },
  page: {
    content: '(block | division)*',
    isolating: true,
    selectable: false,
    attrs: {
      ...id,
      ...attribute('printed', null, isText),
      ...attribute('folio', null, isText),
      ...attribute('image', null, isText),
      ...attribute('state', null, isText),
      ...attribute('turn', null, isText),
      ...attribute('collated', [], isListOfRecords),
      ...attribute('answers', [], isListOfRecords),
      ...attribute('right', [], isListOfTexts),
      ...extra,
    },
    toDOM: (): DOMOutputSpec => ['section', { class: 'page' }, 0],
  },
  block: {
    content: 'inline*',
    group: 'blocks',
    attrs: {
      ...id,
      ...attribute('role', null, (value) => value === null || isRole(value)),
      ...attribute('hand', null, (value) => value === null || isId(value)),
      ...attribute('facts', null, isRecord),
      ...attribute('continues', false, (value) => typeof value === 'boolean'),
      ...attribute('source', [], isRanges),
      ...extra,
    },
    parseDOM: blockRules,
    toDOM: (node): DOMOutputSpec => {
      const { role, hand, continues, id: own } = node.attrs
      return ['div', { class: 'block', 'data-block': writeAttributes({ role, hand, continues, id: own }) }, 0]
    },
  },
  division: {
    group: 'blocks',
    atom: true,
    selectable: true,
    attrs: { ...id, ...attribute('paper', null, isRecord) },
    toDOM: (): DOMOutputSpec => ['hr', { class: 'division' }],
  },
  margin: {
    content: `(${MARGIN_NAMES.join(' | ')})*`,
    isolating: true,
    selectable: false,
    toDOM: (): DOMOutputSpec => ['div', { class: 'margin' }, 0],
  },
  ...Object.fromEntries(MARGIN_NAMES.map((name) => [name, marginSpec(name)])),
  text: { group: 'inline' },
  ...Object.fromEntries(ATOM_NAMES.map((name) => [name, atomSpec(name)])),
}

/**
 * The document: `doc(body(page+) margin)`. All notes stand in one container after the text, so that no drag or arrow over a page turn can
 * reach them (decision 0001). Derived from the vocabulary.
 */
export const schema = new Schema({ nodes, marks: Object.fromEntries(MARK_NAMES.map((name) => [name, markSpec(name)])) })
