import type { Node } from 'prosemirror-model'
import type { Command, EditorState } from 'prosemirror-state'
import { isGap, isNote } from '../document/access.ts'
import { objectHere } from '../document/margin-objects.ts'
import type { SourceRange } from '../model/source.ts'
import type { Unused } from '../model/transcript.ts'
import { COMMAND } from '../state/meta.ts'

/** A gap beside the caret (or selected), or the note that the caret is in: what can cite a stretch that is set aside. */
export function citingHere(state: EditorState): { readonly node: Node; readonly pos: number } | null {
  const { $from } = state.selection
  if (isGap($from.nodeAfter)) return { node: $from.nodeAfter, pos: $from.pos }
  if (isGap($from.nodeBefore)) return { node: $from.nodeBefore, pos: $from.pos - 1 }
  const object = objectHere(state)
  return isNote(object?.node) ? object : null
}

export function cites(node: Node, stretch: Unused): boolean {
  return isCited(stretch, node.attrs.evidence as readonly SourceRange[])
}

/** The gap or note at the caret cites the stretch as evidence, or, where it does already, does so no more. The stretch stays set aside. */
export function citeEvidence(id: string): Command {
  return (state, dispatch) => {
    const here = citingHere(state)
    const stretch = (state.doc.attrs.unused as readonly Unused[]).find((one) => one.id === id)
    if (!here || !stretch) return false
    if (!dispatch) return true
    const cited = here.node.attrs.evidence as readonly SourceRange[]
    const others = cited.filter((one) => !stretch.source.some((range) => same(one, range)))
    const evidence = cites(here.node, stretch) ? others : [...others, ...stretch.source]
    dispatch(state.tr.setNodeAttribute(here.pos, 'evidence', evidence).setMeta(COMMAND, 'cite-evidence'))
    return true
  }
}

const same = (one: SourceRange, other: SourceRange) => one.every((part, at) => part === other[at])

/** Everything that gaps and notes of the text cite, found in one walk. */
export function citedIn(doc: Node): readonly SourceRange[] {
  const cited: SourceRange[] = []
  doc.descendants((node) => {
    if (isGap(node) || isNote(node)) cited.push(...(node.attrs.evidence as readonly SourceRange[]))
  })
  return cited
}

/** Whether all of a stretch is among what is cited. */
export function isCited({ source }: Unused, cited: readonly SourceRange[]): boolean {
  return source.length > 0 && source.every((range) => cited.some((one) => same(one, range)))
}
