import { type Attrs, Fragment, type Mark, type Node, Slice } from 'prosemirror-model'
import { Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import { bodyOf, isBlock, isLb, isPassage, isPoint, isRef, nameOf } from '../document/access.ts'
import type { NewId } from '../model/ids.ts'
import { schema } from '../schema/schema.ts'
import { cutLong } from '../text/cut-long.ts'
import { LONGEST_BLOCK } from '../text/split-long.ts'
import type { RegisterName } from '../vocabulary/attribute.ts'
import { isByHand } from '../vocabulary/margin.ts'
import { attributesOf } from '../vocabulary/vocabulary.ts'
import { isCaret } from './pages-selection.ts'
import { partOf } from './parts.ts'

// what no transcript file and no XML can hold
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * The text of a slice as blocks, whatever it came wrapped in: pages, the body and divisions fall away, a note becomes a block. A slice that
 * begins and ends inside one block, or has no block, stays inline (`blocks` null).
 */
interface Pasted {
  readonly blocks: readonly Node[] | null
  readonly inline: Fragment
}

function readSlice(slice: Slice): Pasted {
  const blocks: Node[] = []
  let loose: Node[] = []
  const close = () => {
    if (loose.length > 0) blocks.push(schema.node('block', null, loose))
    loose = []
  }
  const read = (content: Fragment) => {
    content.forEach((node) => {
      if (node.isInline) loose.push(node)
      else {
        close()
        if (isBlock(node)) blocks.push(node)
        else if (node.isTextblock) blocks.push(schema.node('block', null, node.content))
        else read(node.content)
      }
    })
  }
  read(slice.content)
  const bare = blocks.length === 0
  close()
  if (blocks.length === 0) return { blocks: null, inline: Fragment.empty }
  return blocks.length === 1 && (bare || slice.openStart > 0)
    ? { blocks: null, inline: blocks[0]!.content }
    : { blocks, inline: Fragment.empty }
}

/** What did not change is the same content, so that what holds it need not be made anew. */
function mapInline(content: Fragment, change: (node: Node) => Node | null): Fragment {
  const out: Node[] = []
  let same = true
  content.forEach((node) => {
    const changed = change(node)
    same &&= changed === node
    if (changed) out.push(changed)
  })
  return same ? content : Fragment.fromArray(out)
}

function toSlice({ blocks, inline }: Pasted, block: (node: Node) => Node, atom: (node: Node) => Node | null): Slice {
  if (!blocks) return new Slice(mapInline(inline, atom), 0, 0)
  return new Slice(Fragment.from(blocks.map((node) => block(node).copy(mapInline(node.content, atom)))), 0, 0)
}

/** Whether an entry of a register is known in this collection. */
export type Knows = (to: RegisterName, id: string) => boolean

/** What a copy may say here: a hand or a person that this collection does not have is not stated, and no place in another text is named. */
function sayableHere(name: string, attrs: Readonly<Record<string, unknown>>, knows: Knows): Record<string, unknown> {
  const out: Record<string, unknown> = { ...attrs }
  for (const [key, spec] of Object.entries(attributesOf(name) ?? {})) {
    if (spec.kind === 'ranges') out[key] = []
    if (spec.kind === 'reference' && spec.to !== 'object' && !isKnown(spec.to, out[key], knows)) out[key] = null
  }
  return out
}

function isKnown(to: RegisterName, id: unknown, knows: Knows): boolean {
  return typeof id === 'string' && knows(to, id)
}

/** Words that are more than a block should hold become several blocks, cut where an import would cut them, and `following` goes on from the one before. */
function divided({ blocks, inline }: Pasted): Pasted & { readonly following: ReadonlySet<Node> } {
  const following = new Set<Node>()
  const long = blocks === null && inline.size > LONGEST_BLOCK ? [schema.node('block', null, inline)] : blocks
  const pieces = long?.flatMap((block) => {
    if (block.content.size <= LONGEST_BLOCK) return [block]
    const text = block.textBetween(0, block.content.size, '', (node) => (isLb(node) ? '\n' : '\ufffc'))
    const cut = cutLong(text, 0, text.length, LONGEST_BLOCK).map(([from, to]) => block.cut(from, to))
    for (const piece of cut.slice(1)) following.add(piece)
    return cut
  })
  return { blocks: pieces ?? null, inline: pieces ? Fragment.empty : inline, following }
}

const isAnchor = (mark: Mark) => isPassage(mark)

/**
 * A slice as a copy: new ids for blocks and annotations, no source (a copy owns nothing), no anchors (a note stands beside one place).
 * With `keepMarks` the words were given the annotations of the place where they go, and those stay as they are. The clipboard may come from
 * anywhere: what it says of hands and people that this collection does not know is left out, or the text could not be saved.
 */
export function asCopy(slice: Slice, newId: NewId, keepMarks = false, knows: Knows = () => true): Slice {
  const ids = new Map<string, string>()
  // one id with two meanings, as no text of ours has it, becomes two
  const fresh = (mark: Mark) => {
    const meaning = JSON.stringify([nameOf(mark), mark.attrs])
    // what came without an id is one annotation as far as it goes without a break
    const known = mark.attrs.id === '' ? running : ids
    if (!known.has(meaning)) known.set(meaning, newId())
    if (mark.attrs.id === '') still.add(meaning)
    return known.get(meaning)
  }
  let running = new Map<string, string>()
  let still = new Set<string>()
  const goOn = () => {
    running = new Map([...running].filter(([meaning]) => still.has(meaning)))
    still = new Set()
  }
  const marksOf = (node: Node) =>
    keepMarks
      ? node.marks
      : node.marks
          .filter((mark) => !isAnchor(mark))
          .map((mark) => mark.type.create({ ...sayableHere(nameOf(mark), mark.attrs, knows), id: fresh(mark) }))
  const pasted = divided(readSlice(slice))
  return toSlice(
    pasted,
    (node) => {
      const { type, attrs } = node
      const continues = pasted.following.has(node)
      if (!continues) running.clear()
      const hand = isKnown('hands', attrs.hand, knows) ? attrs.hand : null
      return type.create({ ...attrs, id: newId(), hand, source: [], continues, extra: null })
    },
    (node) => {
      if (isPoint(node)) return null
      if (node.isText) {
        const text = node.text!.replace(UNWRITABLE, '')
        const marks = marksOf(node)
        goOn()
        if (text === node.text && marks.length === 0 && node.marks.length === 0) return node
        return text === '' ? null : schema.text(text, marks)
      }
      goOn()
      const own = isLb(node) ? { seam: null } : {}
      return node.type.create(
        { ...sayableHere(nameOf(node), node.attrs, knows), ...own, id: node.attrs.id ? newId() : '' },
        null,
        marksOf(node),
      )
    },
  )
}

/**
 * A slice as the same words elsewhere: annotations and anchors keep their ids; sources are given back by the provenance plugin. Anchors of
 * notes that are no more (put back since the cut) stay out; `notes` are the ids of those that stand in the margin.
 */
export function asMove(slice: Slice, notes: ReadonlySet<string>): Slice {
  const stale = (mark: Mark) => isAnchor(mark) && !notes.has(mark.attrs.note)
  return toSlice(
    readSlice(slice),
    ({ type, attrs }) => type.create({ ...attrs, source: [] }),
    (node) => (isPoint(node) && !notes.has(node.attrs.note) ? null : node.mark(node.marks.filter((mark) => !stale(mark)))),
  )
}

/** Whether a block was one with the one before it until it was cut for its length. */
function goesOn(first: Node | undefined, block: Node | undefined): boolean {
  if (!first || block?.attrs.continues !== true) return false
  return first.content.size >= LONGEST_BLOCK - 1 || isLb(first.lastChild) || /\s$/.test(first.textContent)
}

/** A slice as the content of a note: one line for each block, parted by line breaks, without anchors. */
export function asLines(slice: Slice): Fragment {
  const { blocks, inline } = readSlice(slice)
  const lines = blocks ? blocks.map((block) => block.content) : [inline]
  const out: Node[] = []
  lines.forEach((line, index) => {
    if (index > 0 && !goesOn(blocks?.[index - 1], blocks?.[index])) out.push(schema.node('lb'))
    line.forEach((node) => {
      if (!isPoint(node)) out.push(node.mark(node.marks.filter((mark) => !isAnchor(mark))))
    })
  })
  return Fragment.from(out)
}

/** Plain text as a slice: a blank line parts blocks, a line end is a line break; words of one line take the annotations around them. */
export function fromPlainText(text: string, marks: readonly Mark[]): Slice {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .replace(UNWRITABLE, '')
    .split(/\n[^\S\n]*(?:\n[^\S\n]*)+/)
    .map((paragraph) => paragraph.replace(/\n+$/, ''))
  const linesOf = (paragraph: string, set: readonly Mark[]) =>
    paragraph
      .split('\n')
      .flatMap((line, index) => [
        ...(index > 0 ? [schema.node('lb', null, [], set)] : []),
        ...(line === '' ? [] : [schema.text(line, set)]),
      ])
  if (paragraphs.length === 1) return new Slice(Fragment.from(linesOf(paragraphs[0]!, marks)), 0, 0)
  return new Slice(Fragment.from(paragraphs.map((paragraph) => schema.node('block', null, linesOf(paragraph, [])))), 0, 0)
}

/**
 * Puts a slice in place of the selection. Blocks are made one with the block at the caret at both ends; what stood after the caret keeps
 * the role and hand it had. In a note the blocks become lines. The caret goes to the end of what was put in.
 */
export function putIn(tr: Transaction, slice: Slice, newId: NewId): void {
  if (!isCaret(tr.selection)) tr.deleteSelection()
  const { $from } = tr.selection
  if (!$from.parent.inlineContent) return
  const inBody = partOf($from)?.kind === 'body'
  const { blocks, inline } = withoutReferences(
    inBody ? readSlice(slice) : { blocks: null, inline: asLines(slice) },
    inBody || isByHand(nameOf($from.node(2))),
  )
  const steps = tr.steps.length
  if (!blocks) {
    if (inline.size > 0) tr.insert($from.pos, inline)
  } else if ($from.parent.content.size === 0)
    tr.replaceWith($from.before(), $from.after(), withNewIds(blocks, tr.doc, newId, $from.parent))
  else {
    const rest = $from.parent.content.size > $from.parentOffset
    const { attrs } = $from.parent
    const last = goingOn(withNewIds(blocks, tr.doc, newId, null), attrs)
    const tail = last.at(-1)!
    // the rest of the block would take the attributes of the last block put in; it keeps its own, under the new id
    if (rest)
      last[last.length - 1] = tail.type.create(
        {
          ...attrs,
          id: tail.attrs.id === attrs.id ? newId() : tail.attrs.id,
          source: [],
          continues: tail.attrs.continues,
          extra: null,
        },
        tail.content,
      )
    if (last.length === 1) tr.insert($from.pos, tail.content)
    else tr.step(new ReplaceStep($from.pos, $from.pos, new Slice(Fragment.from(last), 1, 1)))
  }
  if (tr.steps.length === steps) return
  let end = $from.pos
  tr.mapping.maps.at(-1)!.forEach((_from, _to, _newFrom, newTo) => {
    end = newTo
  })
  const $end = tr.doc.resolve(end)
  tr.setSelection($end.parent.inlineContent ? TextSelection.create(tr.doc, end) : Selection.near($end, -1))
}

/** The first block becomes one with the block at the caret; what only goes on from it has the same role and hand, where it says none. */
function goingOn(blocks: readonly Node[], { role, hand }: Attrs): Node[] {
  const end = blocks.findIndex((block, at) => at > 0 && !block.attrs.continues)
  return blocks.map((block, at) =>
    at > 0 && (end < 0 || at < end)
      ? block.type.create({ ...block.attrs, role: block.attrs.role ?? role, hand: block.attrs.hand ?? hand }, block.content)
      : block,
  )
}

/** References are ours: they go into notes of ours, never among words of the paper. */
function withoutReferences({ blocks, inline }: Pasted, isPaper: boolean): Pasted {
  if (!isPaper) return { blocks, inline }
  const kept = (content: Fragment) => mapInline(content, (node) => (isRef(node) ? null : node))
  return { blocks: blocks?.map((block) => block.copy(kept(block.content))) ?? null, inline: kept(inline) }
}

// a moved block keeps its id only where no other block of the text has it (part of it may have stayed behind)
function withNewIds(blocks: readonly Node[], doc: Node, newId: NewId, leaving: Node | null): Node[] {
  const taken = new Set<string>()
  bodyOf(doc).forEach((page) => {
    page.forEach((child) => {
      if (child !== leaving) taken.add(child.attrs.id)
    })
  })
  return blocks.map((block) => {
    const id: string = block.attrs.id
    const free = id !== '' && !taken.has(id)
    taken.add(id)
    return free ? block : block.type.create({ ...block.attrs, id: newId() }, block.content)
  })
}
