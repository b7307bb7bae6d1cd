import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state'
import { AddMarkStep } from 'prosemirror-transform'
import { isPassage, isPoint, marginNameOf, marginOf, nameOf, objectsOf } from '../document/access.ts'
import type { TrayEntry } from '../model/transcript.ts'
import { annotationOf } from '../schema/runs.ts'
import { emptyAttributes } from '../vocabulary/attribute.ts'
import { MARGIN } from '../vocabulary/margin.ts'
import { anchoredNotes, livingIds } from './annotations.ts'
import { isHistory, WHOLE_TEXT } from './meta.ts'
import { isOwner } from './owners.ts'

/**
 * Nothing slides and nothing is lost unseen: an annotation whose words went, and a note whose anchor went, goes to the tray of lost
 * anchors (a document attribute, so undo brings it back); it leaves the tray when its words return. Nothing is ever attached to words
 * that merely look alike. Taking an annotation off by command sends nothing to the tray.
 */
export function anchors(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      const own = transactions.filter((tr) => tr.docChanged && !isHistory(tr) && !tr.getMeta(WHOLE_TEXT))
      if (own.length === 0) return null
      return tend(own, before, after)
    },
  })
}

interface Gone {
  readonly type: string
  readonly attrs: Readonly<Record<string, unknown>>
  readonly blocks: Set<string>
}

function tend(transactions: readonly Transaction[], before: EditorState, after: EditorState): Transaction | null {
  const gone = new Map<string, Gone>()
  const notes = new Map<string, Set<string>>()
  const inserted: [number, number][] = []
  const cuts: number[] = []
  const points: Planted[] = []
  for (const [index, tr] of transactions.entries()) {
    for (const [step, map] of tr.mapping.maps.entries()) {
      const rest = tr.mapping.slice(step + 1)
      const later = (pos: number, side: -1 | 1) =>
        transactions.slice(index + 1).reduce((at, next) => next.mapping.map(at, side), rest.map(pos, side))
      map.forEach((from, to, newFrom, newTo) => {
        if (to > from) {
          collectGone(tr.docs[step]!, from, to, gone, notes)
          cuts.push(later(newFrom, -1))
          if (!tr.getMeta('cut')) collectPoints(tr.docs[step]!, from, to, later(newFrom, -1), points)
        }
        if (newTo > newFrom) inserted.push([later(newFrom, -1), later(newTo, 1)])
      })
      const added = tr.steps[step]
      if (added instanceof AddMarkStep) inserted.push([later(added.from, -1), later(added.to, 1)])
    }
  }
  const tray = after.doc.attrs.tray as readonly TrayEntry[]
  let next = tray
  if (gone.size > 0) {
    const living = stillHere(after.doc, new Set(gone.keys()), cuts)
    const lost = [...gone].filter(([id]) => !living.has(id) && !tray.some((entry) => entry.id === id))
    next = [
      ...next,
      ...lost.map(([id, { type, attrs, blocks }]) => ({
        id,
        type,
        attrs,
        was: wordsBefore(before.doc, id),
        blocks: [...blocks],
      })),
    ]
  }
  const tr = after.tr
  for (const entry of lostNotes(after.doc, notes)) {
    if (next.some((other) => other.id === entry.id)) continue
    // retyping the words beside a point does not move it: the line that it stood in is still there
    const planted = points.find(({ point }) => point.attrs.note === entry.id)
    if (planted && canStand(tr.doc, tr.mapping.map(planted.at))) {
      // without the annotations whose words went: those wait in the tray
      const marks = planted.point.marks.filter((mark) => !next.some((other) => other.id === mark.attrs.id))
      tr.insert(tr.mapping.map(planted.at), planted.point.mark(marks))
      continue
    }
    // a passage whose note has no other anchor is one loss, not two
    const passage = next.find((other) => other.type === 'passage' && other.attrs.note === entry.id)
    next = [...next.filter((other) => other !== passage), passage ? { ...entry, was: passage.was } : entry]
  }
  next = withoutReturned(next, after.doc, inserted)
  next = withoutGone(next, after.doc)
  if (next.length !== tray.length || next.some((entry, at) => entry !== tray[at])) tr.setDocAttribute('tray', next)
  return tr.steps.length > 0 ? tr : null
}

/** A point that was deleted with the words around it, and the place where it stood. */
interface Planted {
  readonly point: Node
  readonly at: number
}

function collectPoints(doc: Node, from: number, to: number, at: number, points: Planted[]): void {
  doc.nodesBetween(from, to, (node) => {
    if (isPoint(node)) points.push({ point: node, at })
  })
}

/** Whether a point can stand here: inside a block of the text, or a note by hand. */
function canStand(doc: Node, at: number): boolean {
  return at >= 0 && at <= doc.content.size && isOwner(doc.resolve(at).parent)
}

/** Those of the ids that still mark something. Most still stand beside the letters that went: the whole text is asked only for the rest. */
function stillHere(doc: Node, wanted: ReadonlySet<string>, cuts: readonly number[]): ReadonlySet<string> {
  const living = new Set<string>()
  for (const cut of cuts) {
    const $cut = doc.resolve(Math.min(cut, doc.content.size))
    if ($cut.parent.isTextblock) for (const id of livingIds(doc, wanted, $cut.start(), $cut.end())) living.add(id)
  }
  const rest = new Set([...wanted].filter((id) => !living.has(id)))
  if (rest.size > 0) for (const id of livingIds(doc, rest)) living.add(id)
  return living
}

function collectGone(doc: Node, from: number, to: number, gone: Map<string, Gone>, notes: Map<string, Set<string>>): void {
  let block = ''
  doc.nodesBetween(from, to, (node) => {
    if (node.isTextblock) block = node.attrs.id
    if (!node.isInline) return
    if (isPoint(node)) addTo(notes, node.attrs.note, block)
    for (const mark of node.marks) {
      if (isPassage(mark)) addTo(notes, mark.attrs.note, block)
      const id: string = mark.attrs.id
      const known = gone.get(id)
      if (known) known.blocks.add(block)
      else gone.set(id, { ...annotationOf(mark), blocks: new Set([block]) })
    }
  })
}

function addTo(notes: Map<string, Set<string>>, note: string, block: string): void {
  const blocks = notes.get(note) ?? new Set()
  notes.set(note, blocks.add(block))
}

function wordsBefore(doc: Node, id: string): string {
  let words = ''
  doc.descendants((node) => {
    if (node.isInline && node.marks.some((mark) => mark.attrs.id === id)) words += node.text ?? ''
  })
  return words
}

/** Notes that stand in the margin but have neither point, passage, page nor paper left. */
function lostNotes(doc: Node, notes: ReadonlyMap<string, ReadonlySet<string>>): readonly TrayEntry[] {
  if (notes.size === 0) return []
  const anchored = anchoredNotes(doc, new Set(notes.keys()))
  const out: TrayEntry[] = []
  marginOf(doc).forEach((object) => {
    const id: string = object.attrs.id
    if (!notes.has(id) || anchored.has(id) || object.attrs.page || object.attrs.paper) return
    const attrs = emptyAttributes(MARGIN[marginNameOf(object)].attributes)
    out.push({ id, type: nameOf(object), attrs, was: object.textContent, blocks: [...notes.get(id)!] })
  })
  return out
}

/** Without the entries of notes that are no more (an empty one goes when the caret leaves it): nothing could be attached again for them. */
function withoutGone(tray: readonly TrayEntry[], doc: Node): readonly TrayEntry[] {
  if (tray.length === 0) return tray
  const notes = new Set<unknown>(objectsOf(doc).map(({ attrs }) => attrs.id))
  const noteOf = ({ type, attrs, id }: TrayEntry) => (type === 'passage' ? attrs.note : Object.hasOwn(MARGIN, type) ? id : null)
  return tray.filter((entry) => noteOf(entry) === null || notes.has(noteOf(entry)))
}

/** Entries whose annotation or anchor came back with inserted words (a paste after a cut, a mending). */
function withoutReturned(tray: readonly TrayEntry[], doc: Node, inserted: readonly [number, number][]): readonly TrayEntry[] {
  if (tray.length === 0) return tray
  const ids = new Set(tray.map((entry) => entry.id))
  const back = new Set<string>()
  for (const [from, to] of inserted) {
    for (const id of livingIds(doc, ids, from, to)) back.add(id)
    for (const id of anchoredNotes(doc, ids, from, to)) back.add(id)
  }
  return tray.filter((entry) => !back.has(entry.id))
}
