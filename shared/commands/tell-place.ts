import type { Node } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'
import { isNamingMark, isPassage, isPoint, nameOf } from '../document/access.ts'
import { findObject, objectHere } from '../document/margin-objects.ts'
import { isByHand } from '../vocabulary/margin.ts'
import { penMarkWords } from '../vocabulary/pen-marks.ts'
import { labelOf } from '../vocabulary/vocabulary.ts'
import { annotationsAt } from './annotate.ts'

/** What the registers call a hand, or whom or what words name; null where nothing is stated. */
export interface NamesKnown {
  readonly hand: (id: string | null) => string | null
  readonly entry: (type: string, ref: string) => string | null
}

/** More of a note is not told: the caret goes into it by a key. */
const TOLD = 160

/**
 * What stands at the caret, in words for those who do not see the margin: each note with its hand and its first words, each mark by its name.
 * Nothing where words are selected, or inside a note itself.
 */
export function tellPlace(state: EditorState, names: NamesKnown): string {
  const { $from, empty } = state.selection
  if (!empty || objectHere(state)) return ''
  const points = [$from.nodeBefore, $from.nodeAfter].filter(isPoint)
  const beside = points.map((point) => point!.attrs.note as string)
  const others: string[] = []
  for (const mark of annotationsAt(state)) {
    const { attrs } = mark
    if (isPassage(mark)) beside.push(attrs.note)
    else {
      const name = isNamingMark(mark) && attrs.ref !== null ? names.entry(mark.type.name, attrs.ref) : (attrs.when ?? null)
      others.push(name === null ? labelOf(nameOf(mark)) : `${labelOf(nameOf(mark))}: ${name}`)
    }
  }
  const notes = [...new Set(beside)].flatMap((id) => {
    const found = findObject(state.doc, id)
    return found ? [tellObject(found.node, names)] : []
  })
  return [...notes, ...others].join('; ')
}

function tellObject(node: Node, names: NamesKnown): string {
  const { name } = node.type
  const what = name === 'penmark' ? penMarkWords(node.attrs) : labelOf(name)
  const by = isByHand(name) ? `, ${names.hand(node.attrs.hand) ?? 'hand not stated'}` : ''
  const words = node.textContent.slice(0, TOLD)
  return `${what}${by}${words === '' ? '' : `: ${words}`}`
}
