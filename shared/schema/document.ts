import type { Node } from 'prosemirror-model'
import type { Block, Division, MarginObject, Page, Paper, Refused, Transcript, TrayEntry, Unused } from '../model/transcript.ts'
import { anchorPlaces } from './anchor-places.ts'
import { fromRuns, toRuns } from './runs.ts'
import { schema } from './schema.ts'

/** What of a transcript lives in the editor, under undo. The rest (originals, registers, status, revisions) stands beside it; which
 * originals there are, by name, is an attribute of the document. */
export type Text = Pick<Transcript, 'paper' | 'pages' | 'tray' | 'unused' | 'refused'>

/** The ProseMirror document of a validated transcript. It knows its originals by name, so that undo takes back that one was joined. */
export function toDocument(text: Text & Partial<Pick<Transcript, 'originals'>>): Node {
  const pages = text.pages.map((page) => {
    const content = page.content.map((child) =>
      child.type === 'division' ? schema.node('division', { id: child.id, paper: child }) : blockNode(child),
    )
    if (!page.content.some(({ type }) => type === 'block')) content.push(roomOn(page.id))
    const { id, printed, folio, image, state, turn = null, collated = [], answers = [], right = [] } = page
    const record = { turn, collated, answers, right, extra: some(page.extra) }
    return schema.node('page', { id, printed, folio, image, state, ...record }, content)
  })
  const margin = text.pages.flatMap((page) => page.margin.map(marginNode))
  const originals = text.originals?.map(({ name }) => name) ?? null
  const attrs = { unused: text.unused, refused: text.refused ?? [], tray: text.tray, paper: text.paper, originals }
  return schema.node('doc', attrs, [schema.node('body', null, pages), schema.node('margin', null, margin)])
}

/**
 * An empty block for a page that has none, so that it takes a caret. Its id is the page's own, so that every reading of a file puts the same
 * one there; as long as nothing is written in it, it stands in no file.
 */
export function roomOn(page: string): Node {
  return schema.node('block', { id: roomId(page) })
}

const roomId = (page: string) => `${page.slice(0, 62)}.e`

/** What of a page stands in a file: all but an empty block that was only put there for the caret. */
export function writtenOn(page: Node): readonly Node[] {
  const { children } = page
  return children.filter((child) => !isRoom(child, page) || children.some((other) => other !== child && other.isTextblock))
}

/** Whether a block of a page is only there for the caret. */
export function isRoom({ type, attrs, content }: Node, page: Node): boolean {
  if (type.name !== 'block' || content.size > 0 || attrs.id !== roomId(page.attrs.id)) return false
  const { role, hand, facts, continues, source, extra } = attrs
  return role === null && hand === null && facts === null && !continues && source.length === 0 && extra === null
}

function blockNode(block: Block): Node {
  const { id, role, hand, continues, source, facts } = block
  return schema.node(
    'block',
    { id, role, hand, continues, source, facts: facts ?? null, extra: some(block.extra) },
    fromRuns(block.content, block.annotations),
  )
}

function marginNode(object: MarginObject): Node {
  return schema.node(
    object.type,
    { ...object.attrs, id: object.id, extra: some(object.extra) },
    fromRuns(object.content, object.annotations),
  )
}

const some = (extra: Readonly<Record<string, unknown>>) => (Object.keys(extra).length > 0 ? extra : null)

/**
 * A document as plain data in canonical form: runs merged, ids sorted, margin objects under the page of their anchor in the order of
 * their anchors (those that have lost theirs on the first page). Equal documents give equal data; `Node.eq` does not tell (decision 0004).
 */
export function fromDocument(doc: Node): Text {
  const places = anchorPlaces(doc)
  const margins: { object: MarginObject; at: number }[][] = []
  doc.lastChild?.forEach((node) => {
    const { page, at } = places.get(node.attrs.id) ?? { page: 0, at: -2 }
    margins[page] ??= []
    margins[page].push({ object: objectOf(node), at })
  })
  const pages: Page[] = []
  doc.firstChild?.forEach((page, _offset, index) => {
    const content = writtenOn(page).map(childOf)
    const margin = (margins[index] ?? [])
      // of several on the same words, the one that was written first stands first
      .sort((a, b) => a.at - b.at)
      .map(({ object }) => object)
    pages.push({ ...bareOf(page), content, margin })
  })
  return {
    paper: doc.attrs.paper as Paper,
    pages,
    tray: doc.attrs.tray as readonly TrayEntry[],
    unused: doc.attrs.unused as readonly Unused[],
    ...refusedIn(doc),
  }
}

/** What was refused, as a transcript has it: undefined where nothing was, so that it takes the place of what an earlier version refused. */
export function refusedIn({ attrs }: Node): Pick<Transcript, 'refused'> {
  const refused = attrs.refused as readonly Refused[]
  return { refused: refused.length > 0 ? refused : undefined }
}

/** A page without what stands on it and beside it. */
export function bareOf(page: Node): Page {
  const { id, printed, folio, image, state, turn, collated, answers, right, extra } = page.attrs
  return {
    id,
    printed,
    folio,
    image,
    state,
    ...(turn === null ? {} : { turn }),
    ...(collated.length > 0 ? { collated } : {}),
    ...(answers.length > 0 ? { answers } : {}),
    ...(right.length > 0 ? { right } : {}),
    content: [],
    margin: [],
    extra: extra ?? {},
  }
}

/** A block or division of a page as plain data in canonical form. */
export function childOf(node: Node): Block | Division {
  return node.type.name === 'division' ? toDivision(node) : toBlock(node)
}

function toDivision(node: Node): Division {
  return { ...(node.attrs.paper as Paper), type: 'division', id: node.attrs.id }
}

function toBlock(node: Node): Block {
  const { id, role, hand, continues, source, facts, extra } = node.attrs
  return {
    type: 'block',
    id,
    role,
    hand,
    ...(facts ? { facts } : {}),
    continues,
    source,
    ...toRuns(node.content),
    extra: extra ?? {},
  }
}

/** A margin object as plain data in canonical form. */
export function objectOf(node: Node): MarginObject {
  const { id, extra, ...attrs } = node.attrs
  return { type: node.type.name, id, attrs, ...toRuns(node.content), extra: extra ?? {} }
}
