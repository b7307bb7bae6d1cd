import type { Mark, Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { isBlock, isCorrection, isMark, isNote } from '../document/access.ts'
import type { NewId } from '../model/ids.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND, isHistory, KEEPS_LEDGER } from './meta.ts'

/** Words that an input method is composing: what they take the place of, and where they stand now. */
interface Composed {
  /** The composition that changed them last, as the view counts them; null where it is at an end. */
  readonly id: number | null
  /** The document that they were begun in, and the stretch of it that they replace. */
  readonly before: Node
  readonly was: readonly [from: number, to: number]
  readonly now: readonly [from: number, to: number]
}

const KEY = new PluginKey<Composed | null>('markedMends')
const SETTLED = 'settled'

/**
 * No silent mending of handwriting: a word of a note, or of a block in a handwritten hand, that is changed by typing or pasting becomes a
 * marked correction that remembers how it read; words typed where none stood are marked as supplied. How sure the editor is, and on what
 * basis, is not stated for them. A word that is made to read again as it did loses the mark. Commands say themselves what they do.
 * Words that an input method composes are marked when they are whole: a mark round them before would end the composition, and every sign of
 * it would be written anew. That is at the next transaction that is no part of it (`compositionIsPending` says whether one is owed).
 */
export function markedMends(isHandwriting: (hand: string | null) => boolean, newId: NewId): Plugin {
  return new Plugin<Composed | null>({
    key: KEY,
    state: {
      init: () => null,
      apply: (tr, composed, before) => (tr.getMeta(KEY) === SETTLED ? null : follow(tr, composed, before.doc)),
    },
    appendTransaction(transactions, before, after) {
      const tr = after.tr
      const [first, composed] = [KEY.getState(before) ?? null, KEY.getState(after) ?? null]
      const rootOf = (one: Transaction): Transaction => one.getMeta('appendedTransaction') ?? one
      if (transactions.some((one) => rootOf(one).getMeta('composition') !== undefined)) {
        const left = first && composed?.before !== first.before ? mapped(first, transactions) : null
        if (left) mark(tr, left, isHandwriting, newId)
        return tr.docChanged ? tr : null
      }
      if (composed) mark(tr.setMeta(KEY, SETTLED), composed, isHandwriting, newId)
      const typed = transactions.filter((one) => one.docChanged && one.getMeta('appendedTransaction') === undefined)
      const change = typed.length === 1 && isTyping(typed[0]!) ? changeOf(typed[0]!) : null
      const taken = first !== null && composed?.before === first.before && composed.id === null
      if (change && !taken) {
        const rest = transactions.slice(transactions.indexOf(typed[0]!) + 1)
        mark(tr, mapped({ id: null, before: before.doc, ...change }, rest), isHandwriting, newId)
      }
      return tr.docChanged || composed ? tr : null
    },
  })
}

/** Whether composed words wait for their mark: whoever knows that the composition has ended owes the state a transaction. */
export const compositionIsPending = (state: EditorState): boolean => KEY.getState(state) != null

function isTyping(tr: Transaction): boolean {
  return !isHistory(tr) && tr.getMeta(COMMAND) === undefined && !tr.getMeta(KEEPS_LEDGER) && !tr.getMeta('pasteOfCut')
}

/** The one stretch that a transaction replaces, as it was and as it is; null where it changes several, or none. */
function changeOf(tr: Transaction): Pick<Composed, 'was' | 'now'> | null {
  const [map, ...more] = tr.mapping.maps
  const changes: Pick<Composed, 'was' | 'now'>[] = []
  map?.forEach((from, to, newFrom, newTo) => {
    changes.push({ was: [from, to], now: [newFrom, newTo] })
  })
  return more.length === 0 && changes.length === 1 ? changes[0]! : null
}

/** Goes on with what is being composed, begins with it, or lets it be moved by what else is changed. */
function follow(tr: Transaction, composed: Composed | null, before: Node): Composed | null {
  if (!tr.docChanged) return composed
  const id: number | null = tr.getMeta('composition') ?? null
  const change = tr.getMeta('appendedTransaction') === undefined && isTyping(tr) ? changeOf(tr) : null
  if (composed && change && change.was[0] <= composed.now[1] && change.was[1] >= composed.now[0]) {
    const { was, now } = composed
    const from = Math.min(change.was[0], now[0])
    return {
      id,
      before: composed.before,
      was: [was[0] - (now[0] - from), was[1] + Math.max(change.was[1] - now[1], 0)],
      now: [from, Math.max(change.was[1], now[1]) + (change.now[1] - change.now[0]) - (change.was[1] - change.was[0])],
    }
  }
  if (change && id !== null) return { id, before, ...change }
  return composed && mapped(composed, [tr])
}

function mapped(composed: Composed, through: readonly Transaction[]): Composed {
  const map = (pos: number) => through.reduce((at, tr) => tr.mapping.map(at, 1), pos)
  return { ...composed, now: [map(composed.now[0]), map(composed.now[1])] }
}

/** Marks the words in which a stretch stands, where they are handwriting and read otherwise than they did. */
function mark(
  tr: Transaction,
  { before, was: [from, to], now: [newFrom, newTo] }: Composed,
  isHandwriting: (hand: string | null) => boolean,
  newId: NewId,
): void {
  const $new = tr.doc.resolve(newFrom)
  const $old = before.resolve(from)
  const home = $new.parent
  if (!$old.parent.isTextblock || to > $old.end() || !home.isTextblock || newTo > $new.end()) return
  if (!isNote(home) && !(isBlock(home) && isHandwriting(home.attrs.hand))) return
  const [a, b] = wordsAround(home, $new.start(), newFrom, newTo)
  if (a >= b) return
  const was = before.textBetween(from - (newFrom - a), to + (b - newTo))
  markWord(tr, tr.doc, a, b, was, newId)
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
  if (isCorrection(known) && known.attrs.was === now) tr.removeMark(from, to, known)
  else if (known) tr.addMark(from, to, known)
  else if (was.trim() === '') tr.addMark(from, to, schema.mark('supplied', { id: newId() }))
  else if (was !== now) tr.addMark(from, to, schema.mark('correction', { id: newId(), was: was.trim(), cert: 'unknown' }))
}

function marksOn(doc: Node, from: number, to: number, name: string): readonly Mark[] {
  const found: Mark[] = []
  doc.nodesBetween(from, to, (node) => {
    for (const one of node.marks) if (isMark(one, name)) found.push(one)
  })
  return found
}
