import type { Node } from 'prosemirror-model'
import { type Command, TextSelection } from 'prosemirror-state'
import { isLb, isPage } from '../document/access.ts'
import { schema } from '../schema/schema.ts'
import { COMMAND } from '../state/meta.ts'
import { correctMarked } from './annotate.ts'
import type { CommandContext } from './context.ts'
import { marksOver } from './replace-words.ts'

/** Words in one textblock (document positions), and what is to stand in their place. */
export interface Mending {
  readonly from: number
  readonly to: number
  readonly words: string
}

/**
 * Puts other words in the place of typed ones, all of them as one step, as if they had been typed: only the letters that differ change, so that
 * annotations, notes and line ends around them stay. Refused where something that is no word would go with them.
 */
export function mendTyped(mendings: readonly Mending[]): Command {
  return (state, dispatch) => {
    const changes = mendings.map((mending) => changeIn(state.doc, mending))
    if (changes.length === 0 || changes.includes(null)) return false
    if (dispatch) {
      const tr = state.tr
      // from the end backwards, so that each place still is where it was found
      for (const { from, to, words } of changes.filter((one) => one !== null).sort((a, b) => b.from - a.from)) {
        const marks = from === to ? state.doc.resolve(from).marks() : marksOver(state.doc, from, to)
        if (words === '') tr.delete(from, to)
        else tr.replaceWith(from, to, schema.text(words, marks))
      }
      dispatch(tr.setMeta(COMMAND, 'mend-doubts').scrollIntoView())
    }
    return true
  }
}

/** The same in handwriting, one place at a time: a marked correction, whose certainty nobody has stated. */
export function mendHandwritten(context: CommandContext, { from, to, words }: Mending): Command {
  return (state, dispatch) => {
    if (lettersIn(state.doc, from, to) === null) return false
    const there = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)))
    return correctMarked(context, words, { cert: 'unknown' })(there, dispatch)
  }
}

/** A doubt, by its key, was found right at a place of the text: its page remembers it, a note’s the first page. Changes no word. */
export function declareRight(key: string, at: number): Command {
  return (state, dispatch) => {
    const $at = state.doc.resolve(at)
    const pos = $at.depth >= 2 && isPage($at.node(2)) ? $at.before(2) : 1
    const right = state.doc.nodeAt(pos)!.attrs.right as readonly string[]
    if (right.includes(key)) return false
    dispatch?.(state.tr.setNodeAttribute(pos, 'right', [...right, key]).setMeta(COMMAND, 'declare-right'))
    return true
  }
}

/** The letters of a stretch, line ends among them; null where something else stands among them. */
function lettersIn(doc: Node, from: number, to: number): string | null {
  let isPlain = true
  doc.nodesBetween(from, to, (node) => {
    if (node.isInline && !node.isText && !isLb(node)) isPlain = false
  })
  return isPlain ? doc.textBetween(from, to, '', (leaf) => (isLb(leaf) ? '\n' : '')) : null
}

const LINE_END = /[-¬]?\n\s*/u

/** The smallest stretch that must change, and what comes there; null where that is more than letters, or nothing. */
function changeIn(doc: Node, { from, to, words }: Mending): Mending | null {
  const was = lettersIn(doc, from, to)
  if (was === null) return null
  const end = LINE_END.exec(was)
  if (end === null) return differing(was, words, from)
  // a word that goes on in the next line is mended in the line that the slip is in
  const [head, tail] = [was.slice(0, end.index), was.slice(end.index + end[0].length)]
  if (tail.includes('\n')) return null
  if (words.startsWith(head)) return differing(tail, words.slice(head.length), from + end.index + end[0].length)
  return words.endsWith(tail) ? differing(head, words.slice(0, words.length - tail.length), from) : null
}

function differing(was: string, now: string, from: number): Mending | null {
  const shorter = Math.min(was.length, now.length)
  let [head, tail] = [0, 0]
  while (head < shorter && was[head] === now[head]) head += 1
  while (tail < shorter - head && was.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  if (was === now) return null
  return { from: from + head, to: from + was.length - tail, words: now.slice(head, now.length - tail) }
}
