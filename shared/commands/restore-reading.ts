import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import { isBlock } from '../document/access.ts'
import { type SourceRange, wordsOf } from '../model/source.ts'
import { COMMAND } from '../state/meta.ts'
import { isOwner, positionAt, sourceOf, textOf } from '../state/owners.ts'
import { align } from '../text/align.ts'
import type { CommandContext } from './context.ts'
import type { Seam } from './lift-to-margin.ts'
import { piecesOf } from './note-pieces.ts'
import { inlineOf } from './restore-unused.ts'
import { wordAround } from './stretch.ts'

interface Change {
  /** Offsets into the text of the block or note, and what the machine read there. */
  readonly from: number
  readonly to: number
  readonly words: string
}

/**
 * The selected words, or the word at the caret, read again as the machine read them. Only what differs is written, so annotations stay on
 * the words that stay; the pieces of a lifted note stay pieces. Nothing where the words read so already, or were supplied by the editor.
 */
export function restoreReading(context: CommandContext): Command {
  return (state, dispatch) => {
    const { $from, $to } = state.selection
    if (!isOwner($from.parent) || !$from.sameParent($to) || sourceOf($from.parent).length === 0) return false
    const owner = { pos: $from.before(), node: $from.parent }
    const [start, end] = selected(state, owner.node)
    const changes = changesIn(owner.node, context.texts()).filter(({ from, to }) => from <= end && to >= start)
    if (changes.length === 0) return false
    if (dispatch) {
      const tr = state.tr
      for (const { from, to, words } of [...changes].reverse()) {
        const at = positionAt(owner, from)
        tr.replaceWith(at, Math.max(at, positionAt(owner, to)), inlineOf(words))
      }
      tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map($from.pos, -1))))
      dispatch(tr.setMeta(COMMAND, 'restore-reading').scrollIntoView())
    }
    return true
  }
}

/** What is selected, or the word at the caret, as offsets into the text. */
function selected(state: EditorState, node: Node): readonly [number, number] {
  const { $from, $to } = state.selection
  const word = wordAround(state)
  const offset = (pos: number) => textOf(node, 0, pos - $from.start()).length
  return word ? [offset(word.from), offset(word.to)] : [offset($from.pos), offset($to.pos)]
}

function changesIn(node: Node, texts: readonly string[]): readonly Change[] {
  if (isBlock(node)) return changesOf(sourceOf(node), textOf(node), 0, null, texts)
  return piecesOf(node, texts).flatMap(({ start, content, source, seam }) => {
    const text = textOf(node, start, start + content.size)
    return changesOf(source, text, textOf(node, 0, start).length, seam, texts)
  })
}

/** The blanks that were lifted with the words are not read with them. */
function changesOf(
  source: readonly SourceRange[],
  now: string,
  offset: number,
  seam: Seam | null,
  texts: readonly string[],
): readonly Change[] {
  const read = wordsOf(source, texts)
  const lead = seam?.before ? (/^\s+/.exec(read)?.[0].length ?? 0) - (/^\s+/.exec(now)?.[0].length ?? 0) : 0
  const tail = seam?.blank ? (/\s+$/.exec(read)?.[0].length ?? 0) - (/\s+$/.exec(now)?.[0].length ?? 0) : 0
  const was = read.slice(Math.max(lead, 0), read.length - Math.max(tail, 0))
  return align(was, now)
    .filter((hunk) => !hunk.equal)
    .map((hunk) => ({ from: offset + hunk.nowFrom, to: offset + hunk.nowTo, words: was.slice(hunk.wasFrom, hunk.wasTo) }))
}
