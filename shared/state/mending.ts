import type { Mark, Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import type { ReplaceStep } from 'prosemirror-transform'
import { extentsIn } from './annotations.ts'
import { isHistory, KEEPS_LEDGER } from './meta.ts'

/** A place where letters of annotations were just removed: what is typed there belongs to them until the caret goes elsewhere. */
interface Pending {
  readonly pos: number
  readonly marks: readonly Mark[]
}

const mendingKey = new PluginKey<Pending | null>('mending')

/**
 * Mending keeps the annotation. Words typed where letters of an annotation were just removed (overtyped, its first or last letter, a
 * replacement made by a command) belong to it; words that replace more than the annotation do not. Plain ProseMirror drops the mark of
 * an overtyped word (decision 0003).
 */
export function mending(): Plugin<Pending | null> {
  return new Plugin<Pending | null>({
    key: mendingKey,
    state: {
      init: () => null,
      apply(tr, pending, _before, after) {
        const set = tr.getMeta(mendingKey) as Pending | null | undefined
        if (set !== undefined) return set
        if (isHistory(tr) || tr.getMeta(KEEPS_LEDGER)) return null
        if (tr.docChanged) return pending && { ...pending, pos: tr.mapping.map(pending.pos, 1) }
        return pending && tr.selectionSet && after.selection.head !== pending.pos ? null : pending
      },
    },
    appendTransaction(transactions, before, after) {
      if (!transactions.some((tr) => tr.docChanged && !isHistory(tr) && !tr.getMeta(KEEPS_LEDGER) && !tr.getMeta(mendingKey)))
        return null
      return mend(transactions, before, after)
    },
  })
}

function mend(transactions: readonly Transaction[], before: EditorState, after: EditorState): Transaction | null {
  const tr = after.tr
  let pending = mendingKey.getState(before) ?? null
  let changed = false
  for (const [index, one] of transactions.entries()) {
    for (const [step, map] of one.mapping.maps.entries()) {
      const later = (pos: number, side: -1 | 1) =>
        transactions.slice(index + 1).reduce((at, next) => next.mapping.map(at, side), one.mapping.slice(step + 1).map(pos, side))
      const doc = one.docs[step]!
      const replaced = one.steps[step] as ReplaceStep
      map.forEach((from, to, newFrom, newTo) => {
        changed = true
        if (replaced.slice?.content.firstChild?.isBlock) {
          pending = null
          return
        }
        const marks = from === to ? pendingAt(pending, from) : marksRemoved(doc, from, to)
        const [start, end] = [later(newFrom, -1), later(newTo, 1)]
        if (newTo > newFrom) {
          for (const mark of marks) addWhereMissing(tr, after.doc, start, end, mark)
        }
        pending = marks.length > 0 ? { pos: end, marks } : null
      })
    }
  }
  if (!changed) return null
  if (pending && after.selection.head !== pending.pos) pending = null
  if (pending === (mendingKey.getState(after) ?? null) && !tr.docChanged) return null
  tr.setMeta(mendingKey, pending)
  // so that the next letter is typed inside the annotation at once: an input method's composition is not disturbed by a later change
  if (pending && after.selection.empty)
    tr.setStoredMarks(pending.marks.reduce((set, mark) => mark.addToSet(set), after.selection.$from.marks()))
  return tr
}

function pendingAt(pending: Pending | null, pos: number): readonly Mark[] {
  return pending && pending.pos === pos ? pending.marks : []
}

/** Annotations of which letters were removed by taking out `from`…`to`, where nothing else but blanks was removed with them. */
function marksRemoved(doc: Node, from: number, to: number): readonly Mark[] {
  const $from = doc.resolve(from)
  if (!$from.parent.isTextblock || to > $from.end()) return []
  const removed = doc.textBetween(from, to, '\n')
  const first = from + (removed.length - removed.trimStart().length)
  const last = to - (removed.length - removed.trimEnd().length)
  return extentsIn($from.parent, $from.before(), from, to)
    .filter((extent) => extent.from <= Math.min(first, last) && Math.max(first, last) <= extent.to)
    .map((extent) => extent.mark)
}

function addWhereMissing(tr: Transaction, doc: Node, from: number, to: number, mark: Mark): void {
  let missing = false
  doc.nodesBetween(from, to, (node) => {
    if (node.isInline && !node.marks.some((one) => one.attrs.id === mark.attrs.id)) missing = true
    return !missing
  })
  if (missing && doc.resolve(from).parent.inlineContent && doc.resolve(to).sameParent(doc.resolve(from)))
    tr.addMark(from, to, mark)
}
