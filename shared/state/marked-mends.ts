import type { Mark, Node } from 'prosemirror-model'
import { type EditorState, Plugin, type Transaction } from 'prosemirror-state'
import type { NewId } from '../model/ids.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND, isHistory, KEEPS_LEDGER } from './meta.ts'

/**
 * No silent mending of handwriting: a word of a note, or of a block in a handwritten hand, that is changed by typing or pasting becomes a
 * marked correction that remembers how it read; words typed where none stood are marked as supplied. How sure the editor is, and on what
 * basis, is not stated for them. A word that is made to read again as it did loses the mark. Commands say themselves what they do.
 */
export function markedMends(isHandwriting: (hand: string | null) => boolean, newId: NewId): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      const typed = transactions.filter((tr) => tr.docChanged && tr.getMeta('appendedTransaction') === undefined)
      if (typed.length !== 1 || !isTyping(typed[0]!)) return null
      return mark(typed[0]!, transactions, before, after, isHandwriting, newId)
    },
  })
}

function isTyping(tr: Transaction): boolean {
  return !isHistory(tr) && tr.getMeta(COMMAND) === undefined && !tr.getMeta(KEEPS_LEDGER) && !tr.getMeta('pasteOfCut')
}

function mark(
  root: Transaction,
  all: readonly Transaction[],
  before: EditorState,
  after: EditorState,
  isHandwriting: (hand: string | null) => boolean,
  newId: NewId,
): Transaction | null {
  const [map, ...more] = root.mapping.maps
  if (!map || more.length > 0) return null
  const rest = all.slice(all.indexOf(root) + 1)
  const later = (pos: number) => rest.reduce((at, tr) => tr.mapping.map(at, 1), pos)
  const tr = after.tr
  map.forEach((from, to, newFrom, newTo) => {
    const $new = after.doc.resolve(later(newFrom))
    const $old = before.doc.resolve(from)
    const home = $new.parent
    if (!$old.parent.isTextblock || to > $old.end() || !home.isTextblock || later(newTo) > $new.end()) return
    if (home.type.name !== 'note' && !(home.type.name === 'block' && isHandwriting(home.attrs.hand))) return
    const [a, b] = wordsAround(home, $new.start(), later(newFrom), later(newTo))
    if (a >= b) return
    const was = before.doc.textBetween(from - (later(newFrom) - a), to + (b - later(newTo)))
    markWord(tr, after.doc, a, b, was, newId)
  })
  return tr.steps.length > 0 ? tr : null
}

/** The stretch widened to whole words on both sides: letters up to the next blank or thing without text. */
function wordsAround(home: Node, start: number, from: number, to: number): readonly [number, number] {
  const text = home.textBetween(0, home.content.size, undefined, () => ' ')
  const isLetter = (at: number) => /\S/u.test(text[at] ?? ' ')
  let [a, b] = [from - start, to - start]
  // a stretch that begins or ends with a blank does not reach into the word beyond it, unless the blank has cut that word in two
  const cut = a < b && isLetter(a - 1) && isLetter(b) && text.slice(a, b).trim() === ''
  if (cut) {
    while (isLetter(a - 1)) a--
    while (isLetter(b)) b++
    return [start + a, start + b]
  }
  if (isLetter(a) || a === b) while (isLetter(a - 1)) a--
  if (isLetter(b - 1) || a === b) while (isLetter(b)) b++
  while (a < b && !isLetter(a)) a++
  while (b > a && !isLetter(b - 1)) b--
  return [start + a, start + b]
}

function markWord(tr: Transaction, doc: Node, from: number, to: number, was: string, newId: NewId): void {
  const known = marksOn(doc, from, to, 'correction')[0] ?? marksOn(doc, from, to, 'supplied')[0]
  const now = doc.textBetween(from, to)
  if (known?.type.name === 'correction' && known.attrs.was === now) tr.removeMark(from, to, known)
  else if (known) tr.addMark(from, to, known)
  else if (was.trim() === '') tr.addMark(from, to, schema.mark('supplied', { id: newId() }))
  else if (was !== now) tr.addMark(from, to, schema.mark('correction', { id: newId(), was: was.trim(), cert: 'unknown' }))
}

function marksOn(doc: Node, from: number, to: number, name: string): readonly Mark[] {
  const found: Mark[] = []
  doc.nodesBetween(from, to, (node) => {
    for (const one of node.marks) if (one.type.name === name) found.push(one)
  })
  return found
}
